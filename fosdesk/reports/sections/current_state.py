"""The state of the work in sentences that several documents share: phases, group, time, gatekeeping, next events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from fosdesk.display.noun_words import noun_one
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import (
    Adjustment,
    CoreComponent,
    GateEntry,
    Meeting,
    Milestone,
    OwnItem,
    Person,
    PhaseState,
    StopItem,
    TimeSlot,
)
from fosdesk.domain.records.protected_time import WHO_OPTIONS
from fosdesk.domain.rules.checklist import ChecklistLine, open_lines
from fosdesk.domain.rules.gate_rules import DECIDED, UNDECIDED, flow
from fosdesk.domain.rules.group_seats import leaders, members
from fosdesk.domain.rules.progress import open_phases, phase_status
from fosdesk.domain.rules.time_use import groups_that_free_time, meetings, time_by_group, time_for_nobody_named
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first
from fosdesk.words import Words

MEETING_GROUPS = (*(option.key for option in WHO_OPTIONS), "")


def open_phases_sentence(reader: DocumentReader) -> str:
    """A sentence on the phases that are open; empty when none is and none has been."""
    words, now = reader.words, open_phases(reader.framework, reader.school)
    if now:
        return words("Open now: {phases}.", phases=words.joined([_since(reader, phase) for phase in now]))
    if any(phase_status(reader.school, phase.id) == "closed" for phase in reader.framework.phases):
        return words("No phase is open just now.")
    return ""


def _since(reader: DocumentReader, phase_id: str) -> str:
    words, opened = reader.words, reader.school.get(PhaseState, f"phase:{phase_id}").opened
    phase = phase_in_sentence(reader, phase_id)
    if known_day(opened) is None:
        return phase
    return words(
        "{phase} (since {semester})", phase=phase, semester=lowercase_first(words.semester(Semester.of_date(opened)))
    )


def phase_in_sentence(reader: DocumentReader, phase_id: str) -> str:
    """A phase as part of a sentence: «fase 2, «Retning og rigging»»."""
    title = reader.words.quoted(reader.fitted_phase(phase_id))
    if phase_id == "F0":
        return title
    return reader.words("phase {number}, {title}", number=phase_id[1:], title=title)


def group_sentence(reader: DocumentReader) -> str:
    """The size of the work group and the role of its leader; empty when there is no group."""
    words, today = reader.words, reader.day
    inside = [one for one in members(reader.school, today) if one.mode != "close"]
    close = len(members(reader.school, today)) - len(inside)
    roles = [reader.value(reader.school.get(Person, one.person), "role") for one in leaders(reader.school, today)]
    led = words.joined([lowercase_first(role) for role in dict.fromkeys(roles) if role])
    said = [
        words.plural("{n} member", "{n} members", len(inside)) if inside else "",
        words("led by the {role}", role=led) if led else "",
        words.plural("{n} in close cooperation", "{n} in close cooperation", close) if close else "",
    ]
    return ", ".join(part for part in said if part)


def time_fact(reader: DocumentReader) -> tuple[str, str]:
    """A label with this semester, and the time of each group in lines; no lines when nobody wrote any."""
    semester = lowercase_first(reader.words.semester(Semester.of_date(reader.day)))
    return reader.words("Time, {semester}", semester=semester), "\n".join(time_lines(reader))


def time_lines(reader: DocumentReader) -> list[str]:
    """A line for each group: what this semester asks of each person's time, and what has been freed for it."""
    words, now = reader.words, Semester.of_date(reader.day)
    lines = []
    for group in time_by_group(reader.school, reader.day):
        time = group.at(now)
        said = [
            words("{time} set aside for each", time=words.minutes(time.asked)) if time.asked else "",
            words("{time} freed for each", time=words.minutes(time.freed)) if time.freed else "",
        ]
        if any(said):
            whose = who_words(words, TimeSlot, group.who)
            lines.append(words("{whose}: {time}", whose=whose, time=", ".join(part for part in said if part)))
    freeing = [one for one in groups_that_free_time(reader.school) if (Semester.known(one.semester) or now) <= now]
    if freeing:
        each = [
            f"{reader.fitted(one, 'name') or noun_one(words, noun_of(one))} {reader.value(one, 'freed')}"
            for one in freeing
        ]
        lines.append(words("Freed for each of those who were in these groups: {groups}", groups=", ".join(each)))
    unsaid = [one for one in time_for_nobody_named(reader.school) if (Semester.known(one.semester) or now) <= now]
    current = [one for one in unsaid if isinstance(one, StopItem) or (Semester.known(one.semester) or now) == now]
    if current:
        lines.append(
            words.plural(
                "{n} more, where it is not said for whom", "{n} more, where it is not said for whom", len(current)
            )
        )
    return lines


def gate_sentence(reader: DocumentReader) -> str:
    """How many things came, and how many of each decision, which add up; empty when nothing came."""
    words, came = reader.words, flow(reader.school)
    if not came.entries:
        return ""
    number = Counter({branch.decision: branch.entries for branch in came.branches})
    shown = decision_counts(words, number)
    others = came.entries - sum(number[key] for key in (*DECIDED, UNDECIDED))
    if others:  # a decision that only a newer version knows
        shown.append(words.plural("{n} was decided otherwise", "{n} were decided otherwise", others))
    all_told = words.plural("{n} thing came", "{n} things came", came.entries)
    return words("{what}: {parts}", what=all_told, parts=words.joined(shown))


def decision_counts(words: Words, number: Counter[str]) -> list[str]:
    """How many things were decided in each way that this version knows; nothing of a way that none was decided in."""
    counts = {
        "admitted": words.plural("{n} was taken in", "{n} were taken in", number["admitted"]),
        "adapted": words.plural("{n} was taken in with changes", "{n} were taken in with changes", number["adapted"]),
        "parked": words.plural("{n} is parked", "{n} are parked", number["parked"]),
        "kept_out": words.plural("{n} was kept outside", "{n} were kept outside", number["kept_out"]),
        UNDECIDED: words.plural("{n} is not decided yet", "{n} are not decided yet", number[UNDECIDED]),
    }
    return [text for key, text in counts.items() if number[key]]


def stopped_activities(reader: DocumentReader) -> list[str]:
    """What the school stops doing, as much as there is room for and how many more there are."""
    return first_few(reader, [one for one in reader.school.of(StopItem) if one.what.strip()], "what")


def stops_by_now(reader: DocumentReader) -> tuple[list[StopItem], list[StopItem]]:
    """What the school has stopped doing by this semester, and what it stops later; what has no semester has stopped."""
    now = Semester.of_date(reader.day)
    stops = [one for one in reader.school.of(StopItem) if one.what.strip()]
    gone = [one for one in stops if (Semester.known(one.semester) or now) <= now]
    return gone, [one for one in stops if one not in gone]


def component_names(reader: DocumentReader) -> list[str]:
    """The names of the core components, as many as there is room for and how many more there are."""
    return first_few(reader, [one for one in reader.school.of(CoreComponent) if one.name.strip()], "name")


def first_few(reader: DocumentReader, records: Sequence[Record], name: str) -> list[str]:
    """A field of as many records as there is room for, and how many more there are."""
    shown = reader.listed(records)
    known, more = [reader.fitted(one, name) for one in shown], len(records) - len(shown)
    return [*known, reader.words.plural("and {n} more", "and {n} more", more)] if more else known


class Upcoming(NamedTuple):
    """An event from today on; `rank` and `record` order events of one day, and `text` writes its words."""

    day: str
    rank: int
    record: str
    text: Callable[[], str]


def upcoming(reader: DocumentReader) -> list[Upcoming]:
    """The events from today on, the nearest first: meetings, items, second looks, milestones and adjustments."""
    found = (*_meetings(reader), *_due_items(reader), *_second_looks(reader), *_milestones(reader), *_changes(reader))
    return sorted(found, key=lambda one: (one.day, one.rank, one.record))


def _meetings(reader: DocumentReader) -> Iterator[Upcoming]:
    for one in next_meetings(reader):
        yield Upcoming(one.day, 0, one.id, partial(meeting_phrase, reader, one))


def next_meetings(reader: DocumentReader, whose: tuple[str, ...] = MEETING_GROUPS) -> list[Meeting]:
    """The meetings from today on, the nearest first; `whose` are keys of groups."""
    return [one for one in meetings(reader.school, whose) if one.day >= reader.day]


def meeting_phrase(reader: DocumentReader, meeting: Meeting) -> str:
    """Who meets, and on what."""
    words, what = reader.words, reader.fitted(meeting, "what")
    who = {
        "staff": words("The whole staff meets"),
        "externals": words("Meeting with our external partners"),
        "assistants": words("The assistants and the after-school staff meet"),
    }.get(meeting.who, words("The work group meets"))
    return f"{who}: {what}" if what else who


def _due_items(reader: DocumentReader) -> Iterator[Upcoming]:
    for phase in open_phases(reader.framework, reader.school):
        for line in open_lines(reader.framework, reader.school, phase):
            if known_day(line.answer.due) and line.answer.due >= reader.day:
                yield Upcoming(line.answer.due, 1, line.record_id, partial(item_phrase, reader, line))


def item_phrase(reader: DocumentReader, line: ChecklistLine) -> str:
    """A checklist item in the school's own words, or its topic, as the framework's own words address the school."""
    text = reader.shortening.fitted(line.told, line.answer, "own_text", reader.room.text)
    return text or noun_one(reader.words, noun_of(OwnItem))


def _second_looks(reader: DocumentReader) -> Iterator[Upcoming]:
    for one in second_looks(reader):
        yield Upcoming(one.revisit, 2, one.id, partial(second_look_phrase, reader, one))


def _milestones(reader: DocumentReader) -> Iterator[Upcoming]:
    for one in reader.school.of(Milestone):
        if known_day(one.day) and one.day >= reader.day and one.what.strip() and not one.reached:
            yield Upcoming(one.day, 3, one.id, partial(reader.fitted, one, "what"))


def _changes(reader: DocumentReader) -> Iterator[Upcoming]:
    for one in reader.school.of(Adjustment):
        if known_day(one.due) and one.due >= reader.day and one.what.strip() and not one.done:
            yield Upcoming(one.due, 4, one.id, partial(reader.fitted, one, "what"))


def second_looks(reader: DocumentReader) -> list[GateEntry]:
    """The parked entries that are looked at again from today on."""
    return [
        one
        for one in reader.school.of(GateEntry)
        if known_day(one.revisit) and one.revisit >= reader.day and one.decision == "parked" and one.what.strip()
    ]


def second_look_phrase(reader: DocumentReader, entry: GateEntry) -> str:
    """That something parked is looked at again."""
    return reader.words("A new look at {what}", what=reader.words.quoted(reader.fitted(entry, "what")))


# The fields of an item that a document of a page or two may show.
ITEM_FACTS = tuple(f"{noun}.{name}" for noun in ("answer", "own_item") for name in ("own_text", "due"))
