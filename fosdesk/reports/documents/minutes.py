"""The minutes of one meeting: who was there, what was said and decided, and who does what by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.domain.records import AgendaLine, Decision, FollowUp, Meeting
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.meeting_records import decisions_of, follow_ups_of, next_of_series
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Text
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

_SHOWN_FIELDS = {
    "meeting": ("groups", "present", "absent", "writer", "present_count", "notes", "changed", "method_went"),
    "agenda_line": ("what", "purpose", "minutes", "said", "put_off"),
    "decision": ("what", "why", "day", "groups", "revisit"),
    "follow_up": ("what", "responsible", "due"),
    "method_card": ("name",),
}


def nouns() -> tuple[str, ...]:
    """None: the fields that stand in minutes are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of the meeting and of what came of it."""
    more = (f"{noun}.{name}" for noun, names in _SHOWN_FIELDS.items() for name in names)
    return (*OPENING, *FACTS, *more)


def write(writer: Writer, reader: DocumentReader) -> None:
    """The facts, each item with what was said and decided, what follows, the notes, and when they are approved."""
    words, meeting = reader.words, reader.meeting
    if meeting is None:
        writer.heading(1, words("So far"))
        writer.lead(words("No meeting has been written down yet."))
        return
    _write_facts(writer, reader, meeting)
    lines, decisions = lines_of_meeting(reader.school, meeting.id), decisions_of(reader.school, meeting.id)
    if lines:
        writer.heading(1, words("Items"))
    for line in lines:
        _write_line(writer, reader, line, [one for one in decisions if one.line == line.id])
    known = {line.id for line in lines}
    others = [one for one in decisions if one.line not in known]
    if others:
        writer.heading(1, words("Other decisions") if len(others) < len(decisions) else words("Decisions made"))
        for one in others:
            _write_decision(writer, reader, one)
    _write_follow_ups(writer, reader, lines, follow_ups_of(reader.school, meeting.id))
    for name in ("notes", "method_went", "changed"):
        _write_text(writer, reader, meeting, name)
    following = next_of_series(reader.school, meeting)
    if following is not None:
        day = words.weekday_date(following.day)
        writer.paragraph(words("The minutes are approved at the next meeting, {day}.", day=day))


def _write_facts(writer: Writer, reader: DocumentReader, meeting: Meeting) -> None:
    facts: list[tuple[str, Text]] = [*where_and_how(reader, meeting)[:4]]
    for name in ("groups", "present", "absent", "present_count", "writer"):
        facts.append((reader.label(meeting, name), reader.value(meeting, name)))
    facts += where_and_how(reader, meeting)[4:]
    filled = [fact for fact in facts if fact[1]]
    if filled:
        writer.facts(filled)


def _write_line(writer: Writer, reader: DocumentReader, line: AgendaLine, decisions: Sequence[Decision]) -> None:
    """An item under its number: purpose and what it concerns, what was said, and what was decided."""
    words, about = reader.words, concerned(reader, line.about)
    write_title(writer, 2, f"{number_words(words, line.number)} {what_words(reader, line)}")
    told = [
        purpose_words(reader, line),
        words.minutes(line.minutes) if line.minutes and line.minutes > 0 else "",
        words("About: {what}", what=about) if about and about.casefold() != line.what.strip().casefold() else "",
    ]
    said = paragraphs(line.said)
    quiet = " · ".join(part for part in told if part)
    if quiet:
        writer.small(quiet)
    for one in said:
        writer.paragraph(one)
    for decision in decisions:
        _write_decision(writer, reader, decision)
    if line.put_off:
        writer.paragraph(Bold(f"{reader.label(line, 'put_off')}."))
    if not (quiet or said or decisions or line.put_off):
        writer.small(words("Nothing was written down."))


def _write_decision(writer: Writer, reader: DocumentReader, decision: Decision) -> None:
    """What was decided, why, who took part, and when it is looked at again."""
    words, meeting = reader.words, reader.meeting
    first, *rest = paragraphs(decision.what) or [words("not shown here")]
    writer.paragraph(Bold(words("Decided:")), " ", first)
    for one in rest:
        writer.paragraph(one)
    why = paragraphs(decision.why)
    if why:
        writer.paragraph(Bold(f"{reader.label(decision, 'why')}:"), " ", why[0])
        for one in why[1:]:
            writer.paragraph(one)
    other_day = decision.day if meeting is None or decision.day != meeting.day else ""
    told = [
        words("Took part: {who}", who=" ".join(decision.groups.split())) if decision.groups.strip() else "",
        words("Decided {date}", date=words.date(other_day)) if other_day else "",
        words("To be looked at again {date}", date=words.date(decision.revisit)) if decision.revisit else "",
    ]
    if any(told):
        writer.small(" · ".join(part for part in told if part))


def _write_follow_ups(
    writer: Writer, reader: DocumentReader, lines: Sequence[AgendaLine], found: Sequence[FollowUp]
) -> None:
    """A table of what is to be done, by whom and when, with the item it came of."""
    if not found:
        return
    words, numbers = reader.words, {line.id: line.number for line in lines}
    head: list[Text] = [words("What"), reader.label(FollowUp, "responsible"), reader.label(FollowUp, "due")]
    widths = [0.48, 0.28, 0.24]
    of_items = any(one.line in numbers for one in found)
    if of_items:
        head.append(words("Item"))
        widths = [0.42, 0.26, 0.18, 0.14]
    rows: list[list[Text]] = []
    for one in found:
        cells: list[Text] = [
            " ".join(one.what.split()) or words("not shown here"),
            one.responsible.strip(),
            words.short_date(one.due),
        ]
        rows.append([*cells, numbers.get(one.line, "")] if of_items else cells)
    writer.heading(1, words("To be followed up"))
    writer.table(head, rows, widths)


def _write_text(writer: Writer, reader: DocumentReader, meeting: Meeting, name: str) -> None:
    """A text of the meeting as it was written, under its label."""
    said = paragraphs(str(getattr(meeting, name)))
    if said:
        writer.heading(1, reader.label(meeting, name))
    for one in said:
        writer.paragraph(one)
