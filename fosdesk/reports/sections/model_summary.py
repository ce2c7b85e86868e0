"""What the school changed in the model, and what each phase is called where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.adaptation_words import kinds_words
from fosdesk.display.phase_names import NamingRow, naming_table
from fosdesk.domain.rules.consolidation.adaptations import Adaptation, adaptations
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import capitalized
from fosdesk.reports.inline_text import Bold, Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write(writer: Writer, reader: DocumentReader) -> None:
    """A chapter; nothing where the model stands as it came."""
    words = reader.words
    found = adaptations(reader.framework, reader.school)
    if not found:
        return
    writer.heading(1, words("What was changed in the model"), key="model")
    writer.paragraph(words("The model supports and never prescribes. This is where the school went its own way."))
    writer.table(
        [words("Phase or item"), words("What was changed"), words("Why")],
        [_row(reader, one) for one in found],
        (0.44, 0.22, 0.34),
        row_heads=False,
    )
    rows = naming_table(words, reader.framework, reader.school)
    if any(row.own for row in rows):
        write_names(writer, reader, rows)


def write_names(writer: Writer, reader: DocumentReader, rows: Sequence[NamingRow]) -> None:
    """What each phase is called by the stages of organisational development, in the plan, in the text, and here."""
    words = reader.words
    writer.heading(2, words("What each phase is called"))
    heads = [words("Organisational development"), words("Milestone plan"), words("Framework text")]
    has_own = any(row.own for row in rows)
    told = [[row.development or "–", row.plan, row.text, *([row.own] if has_own else [])] for row in rows]
    widths = (0.25, 0.2, 0.27, 0.28) if has_own else (0.34, 0.3, 0.36)
    writer.table([*heads, *([words("Here")] if has_own else [])], told, widths, row_heads=False)


def _row(reader: DocumentReader, one: Adaptation) -> list[Text]:
    words = reader.words
    said = " ".join(one.text.split()) or words("(no wording yet)")
    is_reworded = one.suggested and one.suggested != said
    below = words("In the framework: {text}", text=one.suggested) if is_reworded and "renamed" in one.kinds else ""
    title: Text = (Bold(said), f"\n{below}") if below else Bold(said)
    return [title, capitalized(kinds_words(words, one)), one.why]
