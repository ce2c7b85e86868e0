"""The time sheet: what time is protected, what gives way for it, and whether effort and gain are in balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.meeting_gaps_figure import meeting_gaps_figure
from fosdesk.domain.rules.time_use import meetings, time_by_group
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.group_summary import other_groups, write_other_groups
from fosdesk.reports.sections.initiative_summary import (
    EXPENSE_FIELDS,
    INITIATIVE_FIELDS,
    expenses,
    initiatives,
    write_expenses,
    write_initiatives,
)
from fosdesk.reports.sections.time_summary import (
    balances,
    interval_sentence,
    longest_break,
    stop_items,
    time_plan,
    time_slots,
    write_balances,
    write_semester_time,
    write_stop_items,
    write_time_figures,
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
    """The fields in the masthead, the days of meetings, what runs beside, and what it costs."""
    return (*SCHOOL_FACTS, "meeting.day", *INITIATIVE_FIELDS, *EXPENSE_FIELDS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """The time of each group, protected time, what stops, meetings, and effort against gain; no empty parts."""
    words = reader.words
    groups, slots, some = (
        time_by_group(reader.school, reader.day),
        time_slots(reader, include_past=False),
        balances(reader),
    )
    stops, others = stop_items(reader), [one for one in other_groups(reader) if one.freed]
    plan, met = time_plan(reader), bool(meetings(reader.school))
    beside, costs = initiatives(reader), expenses(reader)
    write_semester_time(writer, reader)
    write_time_figures(writer, reader, groups)
    if slots:
        writer.heading(1, words("Protected time from this semester on"))
        write_time_slots(writer, reader, slots)
    if stops or others:
        writer.heading(1, words("What gives way"))
    if stops:
        write_stop_items(writer, reader, stops)
    if others:
        write_other_groups(writer, reader, others)
    if beside:
        writer.heading(1, words("What runs beside the work"))
        write_initiatives(writer, reader, beside)
    if costs:
        writer.heading(1, words("What it costs in kroner"))
        write_expenses(writer, reader, costs)
    said_of_plan = bool(plan.others.strip() or plan.discussed or interval_sentence(words, plan))
    if said_of_plan:
        writer.heading(1, words("About the time plan"))
        write_time_plan(writer, reader)
    if met:
        _write_meetings(writer, reader)
    if some:
        writer.heading(1, words("Effort and gain"))
        write_balances(writer, reader, list(reversed(reader.shortening.first(some[::-1], _MAX_BALANCES))))
    told = (groups, slots, stops, others, said_of_plan, met, some, beside, costs)
    if not any(told):
        writer.paragraph(words("Nothing has been written down about time."))


def _write_meetings(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    writer.heading(1, words("From one meeting to the next"))
    writer.figure(
        meeting_gaps_figure(reader.framework, reader.school, words, reader.day, FIGURE_WIDTH),
        words("Filled dots are meetings that have been held, open dots are planned."),
    )
    writer.paragraph(longest_break(reader))
