"""The mandate of the work group: its task, members, term, seats and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.coverage_figure import coverage_figure
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Membership, TimeSlot, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.rules.group_seats import coverage, members
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.current_state import next_meetings
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.group_summary import (
    CAMP_FIELDS,
    camps,
    considered_seats,
    duties,
    members_by_role,
    other_groups,
    write_camps,
    write_duties,
    write_other_groups,
    write_seats,
)
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.time_summary import time_slots, write_time_slots

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_MEETINGS = 6
_SIZE = ("size_for", "size_against")
_GROUP_MEETINGS = ("work_group", "")


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("work_group", "seat", "existing_group", "time_slot", "duty")


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, and those that name the members."""
    members = ("membership.standing", "membership.leads", "membership.mode", "membership.until")
    return (*SCHOOL_FACTS, "person.name", "person.role", "person.role_note", *members, "meeting.day", *CAMP_FIELDS)


def _slots(reader: DocumentReader) -> list[TimeSlot]:
    return [one for one in time_slots(reader, include_past=False) if one.who in _GROUP_MEETINGS]


def write(writer: Writer, reader: DocumentReader) -> None:
    """The task, the members, the seats, other groups, and the time; each only when somebody wrote it."""
    words = reader.words
    group = reader.school.get(WorkGroup, WORK_GROUP_ID)
    task, parts, groups = paragraphs(group.mandate), members_by_role(reader), other_groups(reader)
    reasons = [one for reason in (group.leader_reason, group.size_reason) for one in paragraphs(reason)]
    name, criteria, tasks = " ".join(group.name.split()), paragraphs(group.criteria), duties(reader)
    if task or name:
        writer.heading(1, words("The task"))
    if name:
        writer.facts([(reader.label(group, "name"), name)])
    for number, one in enumerate(task):
        (writer.lead if number == 0 and len(one) <= 300 else writer.paragraph)(one)
    weighed = any(getattr(group, one).strip() for one in _SIZE)
    if parts or reasons or criteria or weighed:
        writer.heading(1, words("Who is in the group"))
        writer.facts(parts)
    for number, one in enumerate(criteria):
        label = (Bold(f"{reader.label(group, 'criteria')}: "),) if number == 0 else ()
        writer.paragraph(*label, one)
    for one in reasons:
        writer.paragraph(one)
    write_labelled(writer, reader, group, _SIZE)
    writer.small(_term(reader, members(reader.school, reader.day)))
    if tasks:
        writer.heading(1, noun_many(words, NOUNS["duty"]))
        write_duties(writer, reader, tasks)
    told_time, told_seats = _write_time(writer, reader), _write_seats(writer, reader, group)
    if groups:
        writer.heading(1, words("The groups beside it"))
        write_other_groups(writer, reader, groups)
    told = (task, name, parts, reasons, criteria, weighed, tasks, groups)
    if not (told_time or told_seats or any(told)):
        writer.paragraph(words("Nothing has been written down about the group."))


def _term(reader: DocumentReader, now: tuple[Membership, ...]) -> str:
    """Until when the members are in the group; empty when no end was set."""
    words = reader.words
    ends = sorted(one.until for one in now if known_day(one.until))
    if not ends:
        return ""
    if ends[0] == ends[-1] and len(ends) == len(now):
        return words("The members are in the group until {date}.", date=words.date(ends[0]))
    return words("The first of the members to leave the group does so on {date}.", date=words.date(ends[0]))


def _write_seats(writer: Writer, reader: DocumentReader, group: WorkGroup) -> bool:
    words = reader.words
    seats, dialogue, views = considered_seats(reader), paragraphs(group.union_dialogue), camps(reader)
    if seats or members(reader.school, reader.day):
        writer.heading(1, words("The voices in the group"))
        writer.figure(coverage_figure(coverage(reader.school, reader.day), words, FIGURE_WIDTH))
    if seats:
        write_seats(writer, reader, seats)
    if views:
        writer.heading(1, noun_many(words, NOUNS["camp"]))
        write_camps(writer, reader, views)
    if dialogue:
        writer.heading(1, reader.label(WorkGroup, "union_dialogue"))
    for one in dialogue:
        writer.paragraph(one)
    return bool(seats or views or dialogue)


def _write_time(writer: Writer, reader: DocumentReader) -> bool:
    words = reader.words
    slots, meetings = _slots(reader), next_meetings(reader, _GROUP_MEETINGS)
    if slots or meetings:
        writer.heading(1, words("Time for the group"))
    if meetings:
        days = [words.short_date(one.day) for one in reader.shortening.first(meetings, _MAX_MEETINGS)]
        writer.paragraph(words("The group meets next on {days}.", days=words.joined(days)))
    if slots:
        write_time_slots(writer, reader, slots)
    return bool(slots or meetings)
