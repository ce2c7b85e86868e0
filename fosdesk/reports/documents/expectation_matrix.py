"""Expectations as a matrix: what each expects of the school and the school of them, agreed or unclear, with the day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.domain.records import Expectation
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Inline, Italic, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_WAYS = ("of_us", "of_them")


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("expectation",)


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead."""
    return SCHOOL_FACTS


def write(writer: Writer, reader: DocumentReader) -> None:
    """A row for each who expects something, in the order in which they were written, and a column for each way."""
    words = reader.words
    found = [one for one in reader.school.of(Expectation) if one.what.strip()]
    if not found:
        writer.paragraph(words("Nothing has been written down about expectations."))
        return
    columns = {
        "of_us": words("They expect of the school"),
        "of_them": words("The school expects of them"),
        "": words("Not said which way"),
    }
    ways = [way for way in columns if any(_way(one) == way for one in found)]
    rows: list[list[Text]] = []
    for who in sorted(dict.fromkeys(_who(one) for one in found), key=lambda one: not one):
        own = [one for one in found if _who(one) == who]
        cells = [_cell(reader, [one for one in own if _way(one) == way]) for way in ways]
        rows.append([who or words("Not said who"), *cells])
    head: list[Text] = [reader.label(Expectation, "who"), *(columns[way] for way in ways)]
    writer.table(head, rows, (0.2, *((0.8 / len(ways),) * len(ways))))


def _who(one: Expectation) -> str:
    return " ".join(one.who.split())


def _way(one: Expectation) -> str:
    return one.way if one.way in _WAYS else ""


def _cell(reader: DocumentReader, some: Sequence[Expectation]) -> Text:
    """Each expectation whole, followed by whether it is agreed and the day on which it was talked about."""
    parts: list[Inline] = []
    for one in some:
        text = "\n".join(paragraphs(one.what))
        parts.append(f"\n{text}" if parts else text)
        clear = reader.value(one, "clarity")
        day = reader.words.short_date(one.day) if known_day(one.day) else ""
        said = ", ".join(part for part in (clear, day) if part)
        if said:
            parts.append(Italic(f"\n{said}"))
    return tuple(parts)
