"""The rows of the mission about translating, core components and learning."""

from typing import NamedTuple

from tests.e2e.mission_rows import MORE, ToolRow

GATE = "Grensevokting"
TRANSLATED = "Leseløftet"  # an entry that is let in


class CardRow(NamedTuple):
    """Rows that the translation card of an entry holds: the way to it, and the texts that the rows ask for."""

    rows: dict[str, str]
    fields: tuple[str, ...]
    record: str = ""  # another record that is written on the card; empty: the translation
    clicks: tuple[str, ...] = (GATE, "Oversettelser")
    document: str = "translation_cards"


TRANSLATION_TOOL_ROWS = (
    ToolRow(
        {"T1": "kjernekomponent", "T3": "kjernekomponent"},
        "core_component",
        ("Retning", MORE, "Ny kjernekomponent"),
        ("name", "looks_like", "not_this"),
        "component_poster",
    ),
    ToolRow(
        {"T4": "lesing", "D3": "læring"},
        "learning",
        (GATE, "Lesing og læring"),
        ("what", "who", "summary", "condition"),
        "learning_plan",
        begin="Ny lesing eller læring",
    ),
    ToolRow(
        {"T16": "læring", "T17": "betingelse"},
        "learning_condition",
        (GATE, "Betingelser for læring"),
        ("what", "seen", "step"),
        "learning_plan",
        begin="Ny betingelse for læring",
    ),
    ToolRow(
        {"T18": "arbeidsform"},
        "method_card",
        ("Møter", "Arbeidsformer"),
        ("name", "when", "how"),
        "learning_plan",
        begin="Ny arbeidsform",
    ),
    ToolRow(
        {"D14": "fremmet og hemmet"},
        "phase_experience",
        ("1", MORE, "Det som fremmet og hemmet"),
        ("text",),
        "learning_plan",
        begin="Ny erfaring fra en fase",
    ),
)
CARD_ROWS = (
    CardRow({"T12": "oversettelse"}, ("essential_source", "our_words", "monday", "reshaped")),
    CardRow({"T14": "oversettelse"}, ("challenge", "optimism")),
    CardRow({"T15": "oversettelse"}, ("tried_with", "feedback")),
    CardRow({"T13": "oversettelse"}, ("how_we_think",), record="school"),
)
