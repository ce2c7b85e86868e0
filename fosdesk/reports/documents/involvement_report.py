"""How each group was involved: what they said and decided, their questions and needs, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import Meeting
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.involvement_summary import (
    AGREED_FIELDS,
    NEED_FIELDS,
    OCCASION_FIELDS,
    QUESTION_FIELDS,
    write_agreed_texts,
    write_groups,
    write_needs,
    write_questions,
)

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MEETING = tuple(f"meeting.{name}" for name in ("what", "day", "who", "present_count", "changed"))
_WIDE_MEETINGS = ("staff", "parents", "pupils_council")  # meetings that whole groups are called to


def nouns() -> tuple[str, ...]:
    """None: who took part in an occasion by name is never shown here, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of occasions, questions, needs, agreed texts and meetings that tell of groups."""
    return (
        *SCHOOL_FACTS,
        *dict.fromkeys((*OCCASION_FIELDS, *QUESTION_FIELDS, *NEED_FIELDS, *AGREED_FIELDS, *_MEETING)),
    )


def write(writer: Writer, reader: DocumentReader) -> None:
    """Each group with its occasions, then questions, needs, agreed texts and meetings; no empty parts."""
    told = [
        write_groups(writer, reader, 1),
        _write_meetings(writer, reader),
        write_questions(writer, reader, 1),
        write_needs(writer, reader, 1),
        write_agreed_texts(writer, reader, 1),
    ]
    if not any(told):
        writer.paragraph(reader.words("Nothing has been written down about involvement."))


def _write_meetings(writer: Writer, reader: DocumentReader) -> bool:
    """The meetings of whole groups that have been held, where it is written how many were there or what it changed."""
    held = [
        one
        for one in reader.school.of(Meeting)
        if one.who in _WIDE_MEETINGS
        and known_day(one.day)
        and one.day <= reader.day
        and any(reader.value(one, name) for name in ("present_count", "changed"))
    ]
    if not held:
        return False
    words = reader.words
    writer.heading(1, words("Meetings with staff, parents and pupils"))
    names = [name for name in ("present_count", "changed") if any(reader.value(one, name) for one in held)]
    head: list[Text] = [words("Date"), words("Meeting"), *(reader.label(Meeting, name) for name in names)]
    rows = []
    for one in sorted(held, key=lambda one: (one.day, one.id)):
        who, what = reader.value(one, "who"), " ".join(one.what.split())
        cell: Text = (Bold(who), f"\n{what}") if what else who
        rows.append([words.short_date(one.day), cell, *(reader.value(one, name) for name in names)])
    widths = {1: (0.18, 0.37, 0.45), 2: (0.16, 0.3, 0.12, 0.42)}[len(names)]
    writer.table(head, rows, widths, row_heads=False)
    return True
