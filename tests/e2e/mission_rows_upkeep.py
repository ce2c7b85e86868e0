"""The rows of the mission about what holds in everyday life, new initiatives, looks back, and the model itself."""

from tests.e2e.mission_rows import GROUP, MORE, TIME, FieldRow, ToolRow
from tests.e2e.mission_rows_views import ViewRow

PLAN, WHOLE = "Plan og årshjul", "Helheten"
_EVERYDAY = (PLAN, WHOLE, "Det som bærer i hverdagen")
_SURVEY = ("Medvirkning", MORE, "Ny spørrerunde")
_LOOK = (PLAN, MORE, "Ny evaluering")
_FIRST, _SECOND, _THIRD = "Kvernstein på veggen", "Bjørnunge på veggen", "Seilmaker på veggen"

UPKEEP_TOOL_ROWS = (
    ToolRow(
        {"K13": "satsing"},
        "initiative",
        (TIME, MORE, "Ny satsing"),
        ("name", "displaces", "loses_time", "reason"),
        "new_initiative",
    ),
    ToolRow(
        {"K9": "evaluering", "K23": "evaluering"},
        "evaluation",
        _LOOK,
        ("what", "groups", "found", "keep"),
        "evaluation_and_adjustments",
    ),
    ToolRow(
        {"K7": "område", "K8": "område"},
        "development_area",
        (PLAN, MORE, "Nytt område"),
        ("name", "direction", "components", "carries_on"),
        "description",
    ),
    ToolRow(
        {"K3": "partner", "K4": "partner", "K22": "partner"},
        "partner",
        (GROUP, MORE, "Ny ekstern partner"),
        ("name", "takes_over", "first_month", "remains"),
        "routines",
    ),
)
UPKEEP_FIELD_ROWS = (
    FieldRow(
        {"K11": "bærer", "K15 beside routines": "hverdagen"},
        "consolidation",
        _EVERYDAY,
        ("minimum", "slipping", "new_staff", "leaving"),
        "routines",
    ),
    FieldRow(
        {"K12": "hverdagen", "K14 the principal's part": "bærer"},
        "consolidation",
        _EVERYDAY,
        ("new_principal", "principal", "inspiration"),
        "hand_over",
    ),
)
UPKEEP_VIEW_ROWS = (
    ViewRow(
        {"K2": "spørrerunde"},
        _SURVEY,
        "survey",
        {"name": _FIRST, "about": "establishment"},
        (_FIRST, "Om gruppen er godt etablert"),
    ),
    ViewRow(
        {"K10": "spørrerunde"},
        _SURVEY,
        "survey",
        {"name": _FIRST, "about": "focus"},
        (_FIRST, "Fokus på retningen"),
    ),
    ViewRow(
        {"K17": "evaluering"},
        _LOOK,
        "evaluation",
        {"what": _FIRST, "kind": "year", "keep": _SECOND, "stop": _THIRD},
        (_FIRST, _SECOND, _THIRD, "Tilbakeblikk på året"),
        "evaluation_and_adjustments",
        (_FIRST, _SECOND, _THIRD, "Tilbakeblikk på året"),
    ),
    ViewRow(
        {"K25": "evaluering"},
        _LOOK,
        "evaluation",
        {"what": _FIRST, "kind": "closing", "found": _SECOND},
        (_FIRST, _SECOND, "Avrunding av blikket på den første gruppen"),
        "closing_review",
        (_FIRST, _SECOND),
    ),
    ViewRow(
        {"M1": "modellen", "M7": "modellen", "M17": "modellen", "M18": "modellen"},
        (PLAN, WHOLE, "Modellen"),
        "phase:F2",
        {"own_title": _FIRST, "own_title_why": _SECOND},
        (_FIRST, _SECOND, "2 Implementering", "2 Retning og rigging", "Fixsen", "slik ordet brukes her"),
        "description",
        (_FIRST, _SECOND, "2 Retning og rigging", "Tegningen er vår egen.", "Fixsen"),
        at=("2", "Gi eget navn"),
    ),
    ViewRow(
        {"M9": "punkt", "M12": "eget"},
        ("1", "+ Legg til et eget punkt"),
        "own_item",
        {"own_text": _FIRST, "how": _SECOND},
        (_FIRST, _SECOND),
        "description",
        (_FIRST, _SECOND, "Det som er endret i modellen"),
    ),
)
