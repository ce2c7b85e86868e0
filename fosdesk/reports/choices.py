"""The framework's four headings, each opened by the team's own description: anchoring, learning, support, resources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import (
    Balance,
    CoreComponent,
    CriticalVoice,
    Description,
    ExistingGroup,
    GateEntry,
    Membership,
    Partner,
    Person,
    Seat,
    StopItem,
    TimePlan,
    TimeSlot,
    WorkGroup,
)
from fosdesk.domain.records.group import SEAT_OPTIONS, WORK_GROUP_ID
from fosdesk.domain.records.time import TIME_PLAN_ID
from fosdesk.reports.parts import Bold, Item, Link, Text
from fosdesk.reports.reader import Reader, paragraphs
from fosdesk.reports.section import holds_something, records_below, write_fields

if TYPE_CHECKING:
    from fosdesk.reports.book import Book

T = TypeVar("T", TimeSlot, StopItem)
_READ = ("theory", "research", "literature")
_MOST_READ = 12


def write(book: Book, reader: Reader) -> None:
    """One chapter for each heading; none that would stand empty."""
    for key, title, chapter in (
        ("anchoring", reader.words("Anchoring"), _anchoring),
        ("learning", reader.words("Learning activities"), _learning),
        ("support", reader.words("External support"), _support),
        ("resources", reader.words("Use of resources"), _resources),
    ):
        _Chapter(book, reader, key, title).write(chapter)


class _Chapter:
    """A chapter that writes its heading when there turns out to be something below it."""

    def __init__(self, book: Book, reader: Reader, key: str, title: str) -> None:
        self.book, self.reader, self.key, self.title = book, reader, key, title
        self._begun = False

    def write(self, rest: Callable[[_Chapter], None]) -> None:
        own = self.reader.school.get(Description, f"description:{self.key}")
        for number, one in enumerate(paragraphs(own.text)):
            self.begin()
            (self.book.lead if number == 0 and len(one) <= 400 else self.book.paragraph)(one)
        rest(self)

    def begin(self) -> None:
        if not self._begun:
            self._begun = True
            self.book.heading(1, self.title, key=self.key)

    def heading(self, text: str) -> None:
        self.begin()
        self.book.heading(2, text)

    def told(self, label: str, text: str, *, level: int = 3) -> None:
        """A text of the team's under its label, if there is one."""
        if text.strip():
            self.book.heading(level, label)
            for one in paragraphs(text):
                self.book.paragraph(one)


def _anchoring(chapter: _Chapter) -> None:
    book, reader = chapter.book, chapter.reader
    group = reader.school.get(WorkGroup, WORK_GROUP_ID)
    seats = [
        (option.label, seat)
        for option in SEAT_OPTIONS
        if (seat := reader.school.get(Seat, f"seat:{option.key}")).considered or seat.reason.strip()
    ]
    members = _members(reader)
    if holds_something(group, NOUNS["work_group"]) or seats or members:
        chapter.heading(reader.words("The work group"))
    if group.mandate.strip():
        book.quote(group.mandate.strip(), source=reader.words("The mandate"))
    for name in ("size_reason", "leader_reason", "union_dialogue"):
        chapter.told(reader.label(group, name), getattr(group, name))
    if members:
        book.heading(3, reader.words("Who took part"))
        book.bullets(members)
    if seats:
        book.heading(3, reader.words("Who we considered"))
        rows = [(reader.words(label), reader.value(seat, "considered"), seat.reason.strip()) for label, seat in seats]
        head = [reader.words("Seat"), reader.words("Considered"), reader.words("Why")]
        book.table(head, rows, (0.27, 0.23, 0.5))
    for voice in reader.school.of(CriticalVoice):
        book.heading(3, reader.words(NOUNS["critical_voice"].one))
        write_fields(book, reader, NOUNS["critical_voice"], voice)


def _members(reader: Reader) -> list[Item | Text]:
    """The members by role, whoever leads first; what is ticked in about each stands below."""
    words = reader.words
    rows: list[Item | Text] = []
    parts = {"member": 0, "former": 1}
    order = sorted(
        (one for one in reader.school.of(Membership) if one.standing in parts),
        key=lambda one: (parts[one.standing], not one.leads, one.mode == "close", one.since),
    )
    for one in order:
        person = reader.school.get(Person, one.person)
        said = reader.person(person)
        if one.leads:
            said = words("{person} (leads the group)", person=said)
        elif one.mode == "close":
            said = words("{person} (in close cooperation)", person=said)
        if one.standing == "former":
            said = words("{person} (earlier)", person=said)
        private = [
            f"{reader.label(one, name)}: {value}"
            for name in ("motivation", "position", "union_appointed")
            if (value := reader.value(one, name))
        ]
        rows.append(Item(said, private) if private else said)
    return rows


def _learning(chapter: _Chapter) -> None:
    book, reader = chapter.book, chapter.reader
    components = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    if components:
        chapter.heading(reader.words("Core components"))
        rows: list[Item | Text] = []
        for one in components:
            first = paragraphs(one.why)[:1]
            rows.append((Bold(one.name.strip()), ": ", first[0]) if first else Bold(one.name.strip()))
        book.bullets(rows)
        book.paragraph(Link("#components", reader.words("Each of them is described in a chapter of its own.")))
    read = [
        one
        for one in reader.school.of(GateEntry)
        if one.kind in _READ and one.decision in ("admitted", "adapted") and one.what.strip()
    ]
    if read:
        chapter.heading(reader.words("What we read and took in"))
        newest = sorted(read, key=lambda one: one.came, reverse=True)[:_MOST_READ]
        book.bullets([_read(one) for one in newest])


def _read(entry: GateEntry) -> Text:
    source = entry.source.strip()
    return (Bold(entry.what.strip()), f" – {source}") if source else Bold(entry.what.strip())


def _support(chapter: _Chapter) -> None:
    noun = NOUNS["partner"]
    partners = [one for one in chapter.reader.school.of(Partner) if holds_something(one, noun)]
    if partners:
        chapter.begin()
        records_below(chapter.book, chapter.reader, noun, partners, 2)


def _resources(chapter: _Chapter) -> None:
    book, reader = chapter.book, chapter.reader
    words, school = reader.words, reader.school
    slots = _by_semester(one for one in school.of(TimeSlot) if holds_something(one, NOUNS["time_slot"]))
    if slots:
        chapter.heading(words("Time set aside"))
        head = [words("When"), words("For whom"), words("Time"), words("What gives way")]
        book.table(head, [_slot(reader, one) for one in slots], (0.2, 0.2, 0.24, 0.36))
    stops = _by_semester(one for one in school.of(StopItem) if one.what.strip())
    if stops:
        chapter.heading(words("What we stop doing"))
        head = [words("What"), words("From"), words("Frees each semester"), words("Why")]
        rows = [
            (one.what.strip(), reader.value(one, "semester"), reader.value(one, "freed"), one.reason.strip())
            for one in stops
        ]
        book.table(head, rows, (0.27, 0.15, 0.18, 0.4))
    groups = [one for one in school.of(ExistingGroup) if one.name.strip()]
    if groups:
        chapter.heading(words("Groups that we already had"))
        head = [words("Group"), words("What becomes of it"), words("Why")]
        book.table(head, [_group(reader, one) for one in groups], (0.24, 0.26, 0.5))
    balances = sorted((one for one in school.of(Balance) if holds_something(one, NOUNS["balance"])), key=lambda b: b.id)
    if balances:
        chapter.heading(words("Effort and gain"))
        for one in balances:
            book.heading(3, words.semester(one.id.partition(":")[2]))
            write_fields(book, reader, NOUNS["balance"], one)
    plan = school.get(TimePlan, TIME_PLAN_ID)
    if plan.others.strip() or plan.discussed:
        chapter.heading(words("How time was agreed on"))
        for one_part in paragraphs(plan.others):
            book.paragraph(one_part)
        if plan.discussed:
            day = words.date(plan.discussed)
            book.paragraph(
                words("The time plan was last discussed with the union representatives on {date}.", date=day)
            )


def _by_semester(records: Iterable[T]) -> list[T]:
    return sorted(records, key=lambda one: (one.semester[:4], one.semester[4:] == "H"))


def _slot(reader: Reader, slot: TimeSlot) -> tuple[str, str, str, str]:
    words = reader.words
    each = words.minutes(slot.minutes) if slot.minutes else ""
    times = words.plural("{n} time", "{n} times", slot.times) if slot.times else ""
    time = words("{times} of {each}", times=times, each=each) if times and each else times or each
    who = reader.value(slot, "who")
    return (reader.value(slot, "semester"), slot.what.strip() or who, time, slot.gives_way.strip())


def _group(reader: Reader, group: ExistingGroup) -> tuple[str, str, str]:
    freed = reader.words("frees {time} each semester", time=reader.value(group, "freed")) if group.freed else ""
    becomes = reader.value(group, "decision")
    return (group.name.strip(), ", ".join(part for part in (becomes, freed) if part), group.reason.strip())
