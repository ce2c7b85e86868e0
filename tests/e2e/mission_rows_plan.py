"""The rows of the mission on the plan: milestones and routines, and the rows of the source's own plan."""

from tests.e2e.mission_rows import ToolRow

PLAN = "Plan og årshjul"
PLAN_TOOL_ROWS = (
    ToolRow(
        {"D15": "milepæl", "D22": "milepæl", "M13 milestones": "milepæl"},
        "milestone",
        (PLAN, "Milepæler", "Ny milepæl"),
        ("what", "how", "content", "responsible"),
        "milestone_plan",
    ),
    ToolRow(
        {"K6": "rutine", "K15": "rutine", "D20 routines": "rutine"},
        "routine",
        (PLAN, "Årshjul", "Rutiner"),
        ("name", "responsible", "how"),
        "annual_wheel",
        begin="Ny rutine",
    ),
)
# The rows of the source's milestone plan, by the ids that the framework gives them.
SOURCE_ROWS = {
    "D16": ("leadership_training", "Lederopplæring og felles forståelse av inkludering"),
    "D17": ("training_ends", "Lederopplæringen avsluttes"),
    "D18": ("school_starts", "Skolen starter fase 1"),
    "D19": ("group_drives", "Arbeidsgruppen driver arbeidet"),
    "D20": ("routines_in_place", "Rutiner, årshjul og ny inspirasjon er på plass"),
    "D21": ("new_schools", "Nye skoler starter, og vi deler erfaringer"),
}
TAKEN_IN = (PLAN, "Milepæler", "Hent planen …")
ON_THE_WHEEL = (PLAN, "Årshjul")
