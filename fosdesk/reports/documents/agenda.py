"""The notice of one meeting with its agenda: when, where, who is called, and what is to be talked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import AgendaLine
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.inline_text import Italic, Text
from fosdesk.reports.sections.meeting_facts import (
    FACTS,
    OPENING,
    concerned,
    number_words,
    purpose_words,
    what_words,
    where_and_how,
)

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """None: of a line only what is known before the meeting is shown."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of the meeting and its lines that a notice shows."""
    lines = tuple(f"agenda_line.{name}" for name in ("what", "purpose", "minutes"))
    return (*OPENING, *FACTS, "method_card.name", *lines)


def write(writer: Writer, reader: DocumentReader) -> None:
    """The facts of the meeting, and a table with its lines."""
    words, meeting = reader.words, reader.meeting
    if meeting is None:
        writer.heading(1, words("So far"))
        writer.lead(words("No meeting has been written down yet."))
        return
    facts: list[tuple[str, Text]] = [fact for fact in where_and_how(reader, meeting) if fact[1]]
    if facts:
        writer.facts(facts)
    lines = lines_of_meeting(reader.school, meeting.id)
    writer.heading(1, words("Agenda"))
    if not lines:
        writer.paragraph(words("Nothing stands on the agenda yet."))
        return
    head: list[Text] = [words("Item"), words("What the item is about")]
    widths = [0.14, 0.86]
    for name, title, width in (("purpose", words("Purpose of the item"), 0.2), ("minutes", words("Time"), 0.14)):
        if any(getattr(line, name) for line in lines):  # a column without anything in it says nothing
            head.append(title)
            widths.append(width)
            widths[1] -= width
    rows = [_row(reader, line, len(head), timed=any(one.minutes for one in lines)) for line in lines]
    writer.table(head, rows, widths)
    told = [line.minutes for line in lines if line.minutes and line.minutes > 0]
    if len(told) > 1 and len(told) == len(lines):
        writer.small(words("Time for all items: {time}.", time=words.minutes(sum(told))))


def _row(reader: DocumentReader, line: AgendaLine, columns: int, *, timed: bool) -> list[Text]:
    """The number of a line, what it is about, and its purpose and time where the table has columns for them."""
    words, about = reader.words, concerned(reader, line.about)
    what: Text = what_words(reader, line)
    if about and about.casefold() != line.what.strip().casefold():
        what = (what_words(reader, line), "\n", Italic(words("About: {what}", what=about)))
    time = words.minutes(line.minutes) if line.minutes and line.minutes > 0 else ""
    cells: list[Text] = [number_words(words, line.number), what]
    if columns - timed > 2:
        cells.append(purpose_words(reader, line))
    return [*cells, time] if timed else cells
