"""The time sheet: what time is protected, what gives way for it, and whether effort and gain are in balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.meeting_gaps_figure import meeting_gaps_figure
from fosdesk.display.figures.time_use_figure import time_use_figure
from fosdesk.domain.rules.time_use import SemesterTime, meetings, time_by_semester
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, lowercase_first
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.group_summary import other_groups, write_other_groups
from fosdesk.reports.sections.time_summary import (
    balances,
    longest_break,
    stop_items,
    time_plan,
    time_slots,
    write_balances,
    write_stop_items,
    write_time_plan,
    write_time_slots,
)

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_BALANCES = 2


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("time_slot", "stop_item", "existing_group", "time_plan", "balance")


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, and the days of meetings."""
    return (*SCHOOL_FACTS, "meeting.day")


def write(writer: Writer, reader: DocumentReader) -> None:
    """The balance of time, protected time, what stops, meetings, and effort against gain."""
    words = reader.words
    times = time_by_semester(reader.school, reader.day)
    writer.paragraph(
        words(
            "Development work takes time, and the time has to come from somewhere. This sheet shows what we have set "
            "aside, and what gives way for it."
        )
    )
    writer.paragraph(Bold(_in_balance(reader, times)))
    if times:
        writer.figure(time_use_figure(times, words, FIGURE_WIDTH), words("What was freed once stays freed."))
    slots = time_slots(reader, include_past=False)
    writer.heading(1, words("Protected time from this semester on"))
    if slots:
        write_time_slots(writer, reader, slots)
    else:
        writer.paragraph(words("No recurring time has been set aside yet."))
    _write_gives_way(writer, reader)
    _write_people(writer, reader)
    _write_meetings(writer, reader)
    some = balances(reader)
    if some:
        writer.heading(1, words("Effort and gain"))
        write_balances(writer, reader, some[-_MAX_BALANCES:])


def _in_balance(reader: DocumentReader, times: tuple[SemesterTime, ...]) -> str:
    words = reader.words
    now = next((one for one in times if one.semester == Semester.of_date(reader.day)), None)
    if now is None or not (now.asked or now.freed):
        return words("Nothing has been written down about time this semester.")
    said = {
        "semester": lowercase_first(words.semester(now.semester)),
        "asked": words.minutes(now.asked),
        "freed": words.minutes(now.freed),
    }
    if now.balance >= 0:
        return words("In {semester} {asked} is set aside for the work, and {freed} has been freed.", **said)
    return words(
        "In {semester} {asked} is set aside for the work. So far {freed} has been freed; for the rest we still look "
        "for something that can give way.",
        **said,
    )


def _write_gives_way(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    stops, groups = stop_items(reader), [one for one in other_groups(reader) if one.freed]
    writer.heading(1, words("What gives way"))
    if stops:
        write_stop_items(writer, reader, stops)
    if groups:
        write_other_groups(writer, reader, groups)
    if not stops and not groups:
        writer.paragraph(
            words(
                "We have not written down yet what we stop doing. Until we have, the work comes on top of everything "
                "else."
            )
        )


def _write_people(writer: Writer, reader: DocumentReader) -> None:
    words, plan = reader.words, time_plan(reader)
    writer.heading(1, words("Everybody is to have time to take part"))
    write_time_plan(writer, reader)
    if not plan.others.strip():
        writer.paragraph(
            words(
                "How assistants and after-school staff get time to take part has not been written down yet. They are "
                "not under the same working hours agreement as the teachers."
            )
        )
    if not plan.discussed:
        writer.paragraph(words("No date is written down for when the plan was discussed with the unions."))


def _write_meetings(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    if not meetings(reader.school):
        return
    writer.heading(1, words("From one meeting to the next"))
    writer.figure(
        meeting_gaps_figure(reader.framework, reader.school, words, reader.day, FIGURE_WIDTH),
        words("Filled dots are meetings that have been held, open dots are planned."),
    )
    writer.paragraph(longest_break(reader))
