"""The rows of the mission about gatekeeping: what comes in, who decides, and what is read."""

from typing import NamedTuple

from tests.e2e.mission_rows import ToolRow

GATE, NEW = "Grensevokting", "Nytt innspill"


class EntryRow(NamedTuple):
    """Rows that an entry at the gate holds: the words of each in the last label, and the texts that they ask for."""

    rows: dict[str, str]
    clicks: tuple[str, ...]
    fields: tuple[str, ...]
    document: str = "gate_log"


ENTRY_ROWS = (
    EntryRow(
        {"T2": "innspill", "T6": "innspill", "T7": "innspill", "T8": "innspill", "T10": "innspill", "T20": "innspill"},
        (GATE, NEW),
        ("what", "source", "brought_by", "reason"),
    ),
    EntryRow({"T9": "innspill", "T5": "innspill"}, (GATE, NEW), ("what", "authors", "published_in", "abstract")),
)
GATE_TOOL_ROWS = (
    ToolRow(
        {"T4": "lesing"},
        "learning",
        (GATE, "Lesing og læring", "Ny lesing eller læring"),
        ("what", "who", "summary"),
        "reading_list",
    ),
)
