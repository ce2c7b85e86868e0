"""The state of the work in sentences that several documents share: phases, group, time, gatekeeping, next events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import CoreComponent, GateEntry, Meeting, OwnItem, Person, PhaseState, StopItem
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of
from fosdesk.domain.rules.gate_rules import flow
from fosdesk.domain.rules.group_seats import leaders, members
from fosdesk.domain.rules.progress import open_phases, phase_status
from fosdesk.domain.rules.time_use import meetings, time_by_semester
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first

_MAX_MEETINGS = 2
_MEETING_GROUPS = ("work_group", "staff", "externals", "")


def open_phases_sentence(reader: DocumentReader) -> str:
    """A sentence on the phases that are open, or on why none is."""
    words, now = reader.words, open_phases(reader.framework, reader.school)
    if now:
        return words("We are in {phases} now.", phases=words.joined([_since(reader, phase) for phase in now]))
    if any(phase_status(reader.school, phase.id) == "closed" for phase in reader.framework.phases):
        return words("No phase is open just now.")
    return words("We have not opened any phase yet.")


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
    title = reader.words.quoted(reader.excerpt(reader.phase(phase_id)))
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


def time_sentence(reader: DocumentReader) -> str:
    """The time set aside and freed in this semester; empty when nothing has been entered."""
    now = Semester.of_date(reader.day)
    words = reader.words
    for one in time_by_semester(reader.school, reader.day):
        if one.semester == now and (one.asked or one.freed):
            return words(
                "{semester}: {freed} freed, {asked} set aside for the work",
                semester=words.semester(now),
                freed=words.minutes(one.freed),
                asked=words.minutes(one.asked),
            )
    return ""


def gate_sentence(reader: DocumentReader) -> str:
    """How many things were offered to the school and what became of them; empty when there were none."""
    words, came = reader.words, flow(reader.school)
    if not came.entries:
        return ""
    number = {branch.decision: branch.entries for branch in came.branches}
    counts = [
        words.plural("{n} was taken in", "{n} were taken in", number["admitted"]),
        words.plural("{n} was taken in with changes", "{n} were taken in with changes", number["adapted"]),
        words.plural("{n} is parked", "{n} are parked", number["parked"]),
        words.plural("{n} was kept outside", "{n} were kept outside", number["kept_out"]),
    ]
    keys = ("admitted", "adapted", "parked", "kept_out")
    shown = [text for key, text in zip(keys, counts, strict=True) if number[key]]
    all_told = words.plural("{n} thing came to us", "{n} things came to us", came.entries)
    return words("{what}: {parts}", what=all_told, parts=words.joined(shown)) if shown else all_told


def stopped_activities(reader: DocumentReader, limit: int) -> list[str]:
    """What the school stops doing, at most `limit` of them and how many more there are."""
    return first_few(reader, [one.what for one in reader.school.of(StopItem)], limit)


def component_names(reader: DocumentReader, limit: int) -> list[str]:
    """The names of the core components, at most `limit` of them and how many more there are."""
    return first_few(reader, [one.name for one in reader.school.of(CoreComponent)], limit)


def first_few(reader: DocumentReader, texts: list[str], limit: int) -> list[str]:
    """The first `limit` texts, as excerpts, and how many more there are."""
    known = [reader.excerpt(text) for text in texts if text.strip()]
    more = len(known) - limit
    return known if more <= 0 else [*known[:limit], reader.words.plural("and {n} more", "and {n} more", more)]


class Upcoming(NamedTuple):
    """An event from today on; `rank` orders events of one day."""

    day: str
    rank: int
    text: str


def upcoming(reader: DocumentReader, limit: int) -> list[Upcoming]:
    """The next `limit` events from today on: meetings, due items and second looks at parked entries."""
    found = (*_meetings(reader), *_due_items(reader), *_second_looks(reader))
    return sorted(found, key=lambda one: (one.day, one.rank, sort_key(one.text)))[:limit]


def _meetings(reader: DocumentReader) -> Iterator[Upcoming]:
    for one in next_meetings(reader)[:_MAX_MEETINGS]:
        yield Upcoming(one.day, 0, meeting_phrase(reader, one))


def next_meetings(reader: DocumentReader, whose: tuple[str, ...] = _MEETING_GROUPS) -> list[Meeting]:
    """The meetings from today on, the nearest first; `whose` are keys of groups."""
    return [one for one in meetings(reader.school, whose) if one.day >= reader.day]


def meeting_phrase(reader: DocumentReader, meeting: Meeting) -> str:
    """Who meets, and on what."""
    words, what = reader.words, reader.excerpt(meeting.what)
    who = {
        "staff": words("The whole staff meets"),
        "externals": words("Meeting with our external partners"),
    }.get(meeting.who, words("The work group meets"))
    return f"{who}: {what}" if what else who


def _due_items(reader: DocumentReader) -> Iterator[Upcoming]:
    for line in open_lines(reader):
        if known_day(line.answer.due) and line.answer.due >= reader.day:
            yield Upcoming(line.answer.due, 1, item_phrase(reader, line))


def item_phrase(reader: DocumentReader, line: ChecklistLine) -> str:
    """A checklist item in the school's own words.

    A suggestion of the framework is quoted, as it addresses the school.
    """
    words, text = reader.words, reader.excerpt(line.text)
    if line.item is None or line.answer.own_text.strip():
        return text or noun_one(words, noun_of(OwnItem))
    return words("From our checklist: {item}", item=words.quoted(text.rstrip(".")))


def _second_looks(reader: DocumentReader) -> Iterator[Upcoming]:
    for one in reader.school.of(GateEntry):
        if known_day(one.revisit) and one.revisit >= reader.day and one.decision == "parked" and one.what.strip():
            said = reader.words("A new look at {what}", what=reader.words.quoted(reader.excerpt(one.what)))
            yield Upcoming(one.revisit, 2, said)


def open_lines(reader: DocumentReader) -> list[ChecklistLine]:
    """The items of the open phases that are neither settled nor hidden."""
    return [
        line
        for phase in open_phases(reader.framework, reader.school)
        for line in lines_of(reader.framework, reader.school, phase)
        if not line.settled and not line.put_away
    ]


# The fields of an item that a document of a page or two may show.
ITEM_FACTS = tuple(f"{noun}.{name}" for noun in ("answer", "own_item") for name in ("own_text", "how", "due"))


def asked_of_owner(reader: DocumentReader) -> list[ChecklistLine]:
    """The open items that need the owner, because their text or whoever is responsible names it."""
    owner = reader.framework.word("school_owner").casefold()
    return [
        line
        for line in open_lines(reader)
        if any(owner in text.casefold() for text in (line.text, line.responsible, line.answer.responsible))
    ]
