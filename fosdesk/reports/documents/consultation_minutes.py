"""The minutes of consultations with the unions and the safety representative; what was negotiated stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import AgendaLine, FollowUp, Involvement, Meeting, TimePlan, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.meeting_records import decisions_of, follow_ups_of
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.involvement_summary import (
    OCCASION_FIELDS,
    UNION_SIDE,
    day_of,
    meeting_of,
    occasion_title,
    occasions,
    write_labelled,
)
from fosdesk.reports.sections.meeting_facts import meeting_name, when
from fosdesk.reports.sections.meeting_outcomes import DECISION_FIELDS, write_decisions
from fosdesk.reports.sections.time_summary import discussed_sentence

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_UNION_KINDS = ("consultation", "negotiation")  # whoever it was with, these are with the unions
_KINDS = ("consultation", "negotiation", "information")  # three things, each under a heading of its own
_TEXTS = ("way", "said", "unions_said", "decided", "agreed", "still_open", "changed")
_SHOWN_FIELDS = {
    "involvement": ("taking_part",),
    "meeting": ("what", "day", "start", "minutes", "who", "place", "present", "absent", "writer", "notes", "changed"),
    "agenda_line": ("what", "said"),
    "follow_up": ("what", "responsible", "due", "done"),
    "work_group": ("union_dialogue",),
    "time_plan": ("discussed",),
}


def nouns() -> tuple[str, ...]:
    """None: occasions with others than the unions stand elsewhere, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of the occasions with the unions, of the meetings with them, and of what came of these."""
    more = (f"{noun}.{name}" for noun, names in _SHOWN_FIELDS.items() for name in names)
    return (*SCHOOL_FACTS, *dict.fromkeys((*OCCASION_FIELDS, *more, *DECISION_FIELDS)))


def write(writer: Writer, reader: DocumentReader) -> None:
    """Consultations, negotiations, information and other talks, the latest first; then meetings and the dialogue."""
    words = reader.words
    found = [one for one in occasions(reader, newest_first=True) if _is_with_unions(one) and _is_within(reader, one)]
    other = (one.kind for one in found if one.kind not in _KINDS)
    for kind in (*_KINDS, *dict.fromkeys(other)):
        own = [one for one in found if one.kind == kind]
        if own:
            write_title(writer, 1, _kind_words(reader, kind))
        for one in own:
            _write_occasion(writer, reader, one)
    told = {one.meeting for one in found}
    meetings = [one for one in _meetings(reader) if one.id not in told]
    if meetings:
        writer.heading(1, words("Other meetings with the unions"))
    for meeting in meetings:
        write_title(writer, 2, meeting_name(reader, meeting))
        writer.facts([fact for fact in _meeting_facts(reader, meeting) if fact[1]])
        _write_meeting(writer, reader, meeting)
    dialogue = _write_dialogue(writer, reader)
    if not (found or meetings or dialogue):
        writer.paragraph(words("No consultation with the unions has been written down."))


def _kind_words(reader: DocumentReader, kind: str) -> str:
    """The heading over the occasions of a kind, which are with the unions or with the safety representative."""
    words = reader.words
    own = {
        "consultation": words("Consultation (drøfting)"),
        "negotiation": words("Negotiation (forhandling)"),
        "": words("Without a kind"),
    }
    return own.get(kind) or option_words(words, choice_of(Involvement, "kind"), kind)


def _is_with_unions(occasion: Involvement) -> bool:
    return occasion.who in UNION_SIDE or occasion.kind in _UNION_KINDS


def _is_within(reader: DocumentReader, occasion: Involvement) -> bool:
    """Whether an occasion is in the period of the document; what has no day is in every one."""
    day = day_of(reader, occasion)
    return reader.within is None or not day or reader.within.includes(day)


def _meetings(reader: DocumentReader) -> list[Meeting]:
    """The meetings with the unions that have been held and of which anything is written, the latest first."""
    held = [
        one
        for one in reader.school.of(Meeting)
        if one.who == "unions"
        and known_day(one.day)
        and one.day <= reader.day
        and (reader.within is None or reader.within.includes(one.day))
        and _has_outcome(reader, one)
    ]
    return sorted(held, key=lambda one: (one.day, one.id), reverse=True)


def _has_outcome(reader: DocumentReader, meeting: Meeting) -> bool:
    school = reader.school
    return bool(
        meeting.notes.strip()
        or meeting.changed.strip()
        or any(one.said.strip() for one in lines_of_meeting(school, meeting.id))
        or decisions_of(school, meeting.id)
        or follow_ups_of(school, meeting.id)
    )


def _write_occasion(writer: Writer, reader: DocumentReader, occasion: Involvement) -> None:
    """One consultation: when, with whom and who took part, the texts, and what its meeting with the unions holds."""
    words, meeting = reader.words, meeting_of(reader, occasion)
    title = occasion_title(reader, occasion)
    write_title(writer, 2, title)
    own = meeting if meeting is not None and meeting.who == "unions" else None
    facts: list[tuple[str, Text]] = [
        (reader.label(occasion, "day"), words.date(day_of(reader, occasion)) if own is None else ""),
        (reader.label(occasion, "who"), reader.value(occasion, "who")),
        (reader.label(occasion, "taking_part"), reader.value(occasion, "taking_part")),
    ]
    if own is not None:
        facts = [*_meeting_facts(reader, own), *facts[1:]]
    elif meeting is not None:
        facts.append((words("Meeting"), " ".join(meeting.what.split())))
    filled = [fact for fact in facts if fact[1]]
    if filled:
        writer.facts(filled)
    write_labelled(writer, reader, occasion, _TEXTS)
    if own is not None:
        _write_meeting(writer, reader, own)


def _meeting_facts(reader: DocumentReader, meeting: Meeting) -> list[tuple[str, Text]]:
    names = ("place", "present", "absent", "writer")
    return [
        (reader.words("Time"), when(reader, meeting)),
        *((reader.label(meeting, name), reader.value(meeting, name)) for name in names),
    ]


def _write_meeting(writer: Writer, reader: DocumentReader, meeting: Meeting) -> None:
    """What was said to each item, the notes, what was decided, and what is to be followed up."""
    words, school = reader.words, reader.school
    said = [one for one in lines_of_meeting(school, meeting.id) if one.said.strip()]
    decisions = [one for one in decisions_of(school, meeting.id) if one.what.strip()]
    follow_ups = [one for one in follow_ups_of(school, meeting.id) if one.what.strip()]
    if said:
        writer.heading(3, words("Items"))
        writer.bullets([_line(reader, one) for one in said])
    write_labelled(writer, reader, meeting, ("notes", "changed"))
    if decisions:
        writer.heading(3, words("Decisions made"))
        write_decisions(writer, reader, decisions)
    if follow_ups:
        writer.heading(3, words("To be followed up"))
        writer.bullets([_follow_up(reader, one) for one in follow_ups])


def _line(reader: DocumentReader, line: AgendaLine) -> Item | Text:
    what = " ".join(line.what.split())
    said = "\n".join(paragraphs(line.said))
    return (Bold(what), f"\n{said}") if what else said


def _follow_up(reader: DocumentReader, follow_up: FollowUp) -> Text:
    words = reader.words
    due = f"{reader.label(follow_up, 'due')}: {words.date(follow_up.due)}" if known_day(follow_up.due) else ""
    done = f"{reader.label(follow_up, 'done')}: {words.date(follow_up.done)}" if known_day(follow_up.done) else ""
    about = "; ".join(part for part in (" ".join(follow_up.responsible.split()), due, done) if part)
    what = " ".join(follow_up.what.split())
    return f"{what} ({about})" if about else what


def _write_dialogue(writer: Writer, reader: DocumentReader) -> bool:
    """What is written of the dialogue as a whole, and when the time plan was last discussed."""
    if reader.within is not None:  # neither belongs to one period
        return False
    group = reader.school.get(WorkGroup, WORK_GROUP_ID)
    told = paragraphs(group.union_dialogue)
    discussed = discussed_sentence(reader.words, reader.school.get(TimePlan, TIME_PLAN_ID))
    if told or discussed:
        writer.heading(1, reader.label(group, "union_dialogue"))
    for one in (*told, *([discussed] if discussed else [])):
        writer.paragraph(one)
    return bool(told or discussed)
