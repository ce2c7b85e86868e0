"""The rows of the mission that hold, each with its tool or field, the shortest way there, and its document."""

from typing import NamedTuple

MORE = "Flere verktøy"
GROUP, TIME, SCHOOLS = "Arbeidsgruppe", "Tid og satsinger", "Skoler og nettverk"


class ToolRow(NamedTuple):
    """Rows that a tool holds: what one clicks on to begin a record, and the words of each row in the last label."""

    rows: dict[str, str]
    noun: str
    clicks: tuple[str, ...]
    fields: tuple[str, ...]  # the texts that the rows ask for
    document: str = ""
    private: bool = False
    begin: str = ""  # what begins a record where one has come to; empty: the last click did


class FieldRow(NamedTuple):
    """Rows that fields of a record of its kind hold: what one clicks on until they are seen."""

    rows: dict[str, str]
    record: str
    clicks: tuple[str, ...]
    fields: tuple[str, ...]
    document: str = ""


TOOL_ROWS = (
    ToolRow({"F7": "behov"}, "need", ("Medvirkning", "Nytt behov"), ("text",), "description"),
    ToolRow(
        {"A12": "spørsmål", "F10": "innvending"},
        "question",
        ("Medvirkning", MORE, "Nytt spørsmål eller ny innvending"),
        ("text", "answer", "changed"),
        "description",
    ),
    ToolRow(
        {"S1": "samtale", "A11": "samtale", "F6": "samtale"},
        "involvement",
        ("Medvirkning", MORE, "Ny samtale"),
        ("what", "said", "decided", "changed"),
        "involvement",
    ),
    ToolRow(
        {"F9": "gevinst", "F11": "gevinst", "F12": "krav"},
        "gain_and_demand",
        ("Medvirkning", MORE, "Ny gevinst eller nytt krav"),
        ("text", "for_whom"),
        "description",
    ),
    ToolRow(
        {"S2": "tema", "S3": "tema", "S4": "tema", "S5": "tema", "S6": "tema"},
        "theme",
        ("Retning", MORE, "Nytt tema"),
        ("name", "reason"),
        "description",
    ),
    ToolRow({"S8": "eksempel"}, "practice", ("Retning", MORE, "Nytt eksempel"), ("text", "who"), "description"),
    ToolRow(
        {"S9": "kjernekomponent", "S10": "kjernekomponent"},
        "core_component",
        ("Retning", MORE, "Ny kjernekomponent"),
        ("name",),
        "description",
    ),
    ToolRow(
        {"S11": "forventning"}, "expectation", ("Retning", MORE, "Ny forventning"), ("what", "who"), "expectations"
    ),
    ToolRow({"M15": "enighet"}, "agreed_text", ("Retning", MORE, "Ny enighet"), ("text", "groups"), "description"),
    ToolRow(
        {"S30": "avgjørelse"},
        "decision",
        ("Møter", "Oppfølging", "Avgjørelser"),
        ("what", "why"),
        "choices",
        begin="Ny avgjørelse",
    ),
    ToolRow(
        {"A2": "oppfølging", "F15": "oppfølging"},
        "follow_up",
        ("Møter", "Oppfølging", "Ny oppfølging"),
        ("what", "responsible"),
        "hand_over",
    ),
    ToolRow({"S28": "satsing"}, "initiative", (TIME, MORE, "Ny satsing"), ("name", "carried_by"), "description"),
    ToolRow(
        {"A3": "skoleeier", "A4": "skoleeier"},
        "owner_request",
        (SCHOOLS, MORE, "Nytt ønske til skoleeier"),
        ("what",),
        "status",
    ),
    ToolRow({"A3 shared": "delt"}, "disclosure", (SCHOOLS, MORE, "Noter noe som er delt"), ("what",), private=True),
    ToolRow(
        {"F5": "spørrerunde", "F18": "spørrerunde"},
        "survey",
        ("Medvirkning", MORE, "Ny spørrerunde"),
        ("name",),
        "surveys",
    ),
    ToolRow(
        {"A7": "partner", "A19": "partner", "A32": "partner", "S22": "partner"},
        "partner",
        (GROUP, MORE, "Ny ekstern partner"),
        ("name", "roles", "mandate_organisation", "mandate_knowledge"),
        "description",
    ),
    ToolRow(
        {"A23": "gruppe", "A24": "gruppe", "A25": "gruppe", "S16": "gruppe"},
        "existing_group",
        (GROUP, MORE, "Ny gruppe"),
        ("name", "reason"),
        "mandate",
    ),
    ToolRow({"A22": "oppgave"}, "duty", (GROUP, MORE, "Ny oppgave"), ("role",), "description"),
    ToolRow({"A27": "syn"}, "camp", (GROUP, MORE, "Nytt syn"), ("name",), "description"),
    ToolRow(
        {"A26": "kritisk"},
        "critical_question",
        (GROUP, MORE, "Nytt kritisk spørsmål"),
        ("text", "answer"),
        private=True,
    ),
)
FIELD_ROWS = (
    FieldRow({"S7": "Retning"}, "school", ("Retning",), ("direction", "left_out"), "description"),
    FieldRow({"M14": "Retning"}, "school", ("Retning",), ("inclusion", "how_we_think"), "description"),
    FieldRow(
        {"S13": "Mandat", "S14": "Mandat"}, "work_group", (GROUP, "Mandat"), ("mandate", "size_reason"), "mandate"
    ),
    FieldRow({"F4": "Rammene"}, "phase_frame:F1", ("1", "Rammene for fasen"), ("decided_by", "conditions"), "choices"),
    FieldRow(
        {"F16": "Rammene"}, "phase_frame:F1", ("1", "Rammene for fasen"), ("time_frame", "ground_rules"), "description"
    ),
)
