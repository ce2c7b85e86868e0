"""The framework's four headings, each opened by the team's own description: anchoring, learning, support, resources."""

from __future__ import annotations

from collections import Counter
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
from fosdesk.domain.records.time import TIME_PLAN_ID, WHO_OPTIONS
from fosdesk.domain.seats import former_members, members
from fosdesk.domain.semester import Semester
from fosdesk.domain.time_use import gaps, meetings, time_by_semester
from fosdesk.figures.time_use import time_use_figure
from fosdesk.reports.parts import Bold, Item, Link, Text
from fosdesk.reports.phrase import FIGURE_WIDTH, lowered, paragraphs, write_title
from fosdesk.reports.reader import Reader
from fosdesk.reports.section import holds_something, write_fields

if TYPE_CHECKING:
    from fosdesk.reports.book import Book
    from fosdesk.words import Words

T = TypeVar("T", TimeSlot, StopItem)
_READ = ("theory", "research", "literature")
_MOST_READ = 8
_MET = tuple(option.key for option in WHO_OPTIONS)
_LONG_GAP = 6  # school weeks


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
    words = reader.words
    profile = reader.school.profile
    said = [
        (reader.label(profile, name), reader.value(profile, name)) for name in ("direction", "inclusion", "left_out")
    ]
    if any(value for _, value in said):
        chapter.heading(words("Where we want to go"))
    for label, value in said:
        chapter.told(label, value)
    group = reader.school.get(WorkGroup, WORK_GROUP_ID)
    parts = _members(reader)
    seats = [
        (option.label, seat)
        for option in SEAT_OPTIONS
        if (seat := reader.school.get(Seat, f"seat:{option.key}")).considered or seat.reason.strip()
    ]
    if holds_something(group, NOUNS["work_group"]) or seats or parts:
        chapter.heading(words("The work group"))
    if group.mandate.strip():
        book.quote(group.mandate.strip(), source=words("The mandate"))
    if parts:
        book.facts(parts)
    for name in ("size_reason", "leader_reason", "union_dialogue"):
        chapter.told(reader.label(group, name), getattr(group, name))
    if seats:
        book.heading(3, words("Who we considered"))
        rows = [(words(label), reader.value(seat, "considered"), seat.reason.strip()) for label, seat in seats]
        book.table([words("Seat"), words("Considered"), words("Why")], rows, (0.27, 0.23, 0.5))
    _let_in(book, reader)


def _members(reader: Reader) -> list[tuple[str, Text]]:
    """Who leads, who is in the group, who works closely with it, and who was in it before."""
    words, today = reader.words, reader.day
    now = members(reader.school, today)
    former = [one for one in former_members(reader.school, today) if one.standing in ("member", "former")]
    rows = (
        (words("Leads the group"), [one for one in now if one.leads]),
        (words("Members"), [one for one in now if not one.leads and one.mode != "close"]),
        (words("In close cooperation"), [one for one in now if not one.leads and one.mode == "close"]),
        (words("Earlier members"), former),
    )
    return [(label, "\n".join(_member(reader, one) for one in some)) for label, some in rows if some]


def _member(reader: Reader, member: Membership) -> str:
    return reader.person(reader.school.get(Person, member.person))


def _let_in(book: Book, reader: Reader) -> None:
    """What somebody ticked this one time: the leadership's own words on members, and the critical voice."""
    words = reader.words
    rows = [
        (_member(reader, one), "\n".join(f"{reader.label(one, name)}: {reader.value(one, name)}" for name in said))
        for one in reader.school.of(Membership)
        if (said := [name for name in ("motivation", "position", "union_appointed") if reader.value(one, name)])
    ]
    if rows:
        book.heading(3, words("About members and candidates"))
        book.facts(rows)
    voices = [one for one in reader.school.of(CriticalVoice) if holds_something(one, NOUNS["critical_voice"])]
    for voice in voices:
        book.heading(3, words(NOUNS["critical_voice"].one))
        write_fields(book, reader, NOUNS["critical_voice"], voice)


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
    _write_meetings(chapter)
    read = [
        one
        for one in reader.school.of(GateEntry)
        if one.kind in _READ and one.decision in ("admitted", "adapted") and one.what.strip()
    ]
    if read:
        chapter.heading(reader.words("What we read and took in"))
        newest = sorted(read, key=lambda one: one.came, reverse=True)[:_MOST_READ]
        book.bullets([_read(one) for one in newest])


def _write_meetings(chapter: _Chapter) -> None:
    """How often people met, semester by semester; a stay shows by itself."""
    reader, words = chapter.reader, chapter.reader.words
    held = [one for one in meetings(reader.school, _MET) if one.day <= reader.day]
    if not held:
        return
    chapter.heading(words("When we met"))
    met = Counter((Semester.of_date(one.day), one.who) for one in held)
    first, last = min(semester for semester, _ in met), max(semester for semester, _ in met)
    rows = []
    for number in range(last.since(first) + 1):
        semester = first.plus(number)
        rows.append((words.semester(semester), *(_count(words, met[semester, who]) for who in _MET)))
    head = [words("Semester"), *(words(option.label) for option in WHO_OPTIONS)]
    chapter.book.table(head, rows, (0.25, 0.25, 0.25, 0.25))
    longest = max(gaps(reader.school), key=lambda gap: gap.school_weeks, default=None)
    if longest and longest.last.day <= reader.day and longest.school_weeks >= _LONG_GAP:
        chapter.book.paragraph(
            words.plural(
                "The longest break lasted {n} school week, from {first} to {last}.",
                "The longest break lasted {n} school weeks, from {first} to {last}.",
                longest.school_weeks,
                first=words.date(longest.first.day),
                last=words.date(longest.last.day),
            )
        )


def _count(words: Words, met: int) -> str:
    return words.plural("{n} meeting", "{n} meetings", met) if met else "–"


def _read(entry: GateEntry) -> Text:
    source = entry.source.strip()
    return (Bold(entry.what.strip()), f" – {source}") if source else Bold(entry.what.strip())


def _support(chapter: _Chapter) -> None:
    book, words = chapter.book, chapter.reader.words
    partners = [one for one in chapter.reader.school.of(Partner) if holds_something(one, NOUNS["partner"])]
    if partners:
        chapter.heading(words("Those who support us"))
    for one in partners:
        _write_partner(book, chapter.reader, one)


def _write_partner(book: Book, reader: Reader, partner: Partner) -> None:
    words = reader.words
    write_title(book, 3, partner.name.strip() or words(NOUNS["partner"].one))
    kind, mode = reader.value(partner, "kind"), reader.value(partner, "mode")
    book.small(", ".join(part for part in (kind, lowered(mode) if kind else mode) if part))
    for one in paragraphs(partner.support):
        book.paragraph(one)
    names = ("touchpoints", "contact", "withdraws", "takes_over")
    book.facts([(reader.label(partner, name), value) for name in names if (value := reader.value(partner, name))])


def _resources(chapter: _Chapter) -> None:
    book, reader = chapter.book, chapter.reader
    words, school = reader.words, reader.school
    plan = school.get(TimePlan, TIME_PLAN_ID)
    slots = _by_semester(one for one in school.of(TimeSlot) if holds_something(one, NOUNS["time_slot"]))
    times = time_by_semester(school, reader.day)
    if slots or times or plan.others.strip() or plan.discussed:
        chapter.heading(words("Time for the work"))
    if times:
        book.figure(time_use_figure(times, words, FIGURE_WIDTH), words("What was freed once stays freed."))
    if slots:
        head = [words("Semester"), words("What the time is for"), words("Time"), words("What gives way")]
        book.table(head, [_slot(reader, one) for one in slots], (0.17, 0.31, 0.22, 0.3))
    for one_part in paragraphs(plan.others):
        book.paragraph(one_part)
    if plan.discussed:
        day = words.date(plan.discussed)
        book.paragraph(words("The time plan was last discussed with the union representatives on {date}.", date=day))
    stops = _by_semester(one for one in school.of(StopItem) if one.what.strip())
    if stops:
        chapter.heading(words("What we stop doing"))
        head = [words("What"), words("From"), words("Frees"), words("Why")]
        rows = [
            (one.what.strip(), reader.value(one, "semester"), reader.value(one, "freed"), one.reason.strip())
            for one in stops
        ]
        book.table(head, rows, (0.3, 0.16, 0.14, 0.4))
        book.small(words("The time is what each of them frees in one semester."))
    groups = [one for one in school.of(ExistingGroup) if one.name.strip()]
    if groups:
        chapter.heading(words("Groups that we already had"))
        head = [words("Group"), words("What becomes of it"), words("Why")]
        book.table(head, [_group(reader, one) for one in groups], (0.24, 0.28, 0.48))
    balances = sorted(
        (one for one in school.of(Balance) if holds_something(one, NOUNS["balance"])),
        key=lambda one: _order(one.id.partition(":")[2]),
    )
    if balances:
        chapter.heading(words("Effort and gain"))
        names = ("effort", "gain", "adjust")
        head = [words("Semester"), *(reader.label(Balance, name) for name in names)]
        rows_of = [
            (words.semester(one.id.partition(":")[2]), *(reader.value(one, name) for name in names)) for one in balances
        ]
        book.table(head, rows_of, (0.16, 0.28, 0.28, 0.28))


def _by_semester(records: Iterable[T]) -> list[T]:
    return sorted(records, key=lambda one: _order(one.semester))


def _order(stored: str) -> tuple[bool, str, bool]:
    """Semesters as they follow each other; what is no semester at the end."""
    known = Semester.known(stored)
    return (known is None, str(known.year) if known else "", bool(known and known.autumn))


def _slot(reader: Reader, slot: TimeSlot) -> tuple[str, str, str, str]:
    words = reader.words
    each = words.minutes(slot.minutes) if slot.minutes else ""
    times = words.plural("{n} time", "{n} times", slot.times) if slot.times else ""
    time = words("{times}, {each}", times=times, each=each) if times and each else times or each
    what, who = slot.what.strip(), reader.value(slot, "who")
    return (reader.value(slot, "semester"), what or who, time, slot.gives_way.strip())


def _group(reader: Reader, group: ExistingGroup) -> tuple[str, str, str]:
    freed = reader.words("frees {time} each semester", time=reader.value(group, "freed")) if group.freed else ""
    becomes = reader.value(group, "decision")
    return (group.name.strip(), ", ".join(part for part in (becomes, freed) if part), group.reason.strip())
