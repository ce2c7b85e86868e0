"""Time as several documents show it: protected time, activities that stop, meetings, effort and gain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from fosdesk.display.figures.time_use_figure import time_use_figure
from fosdesk.display.noun_words import choice_of, noun_one, options_words
from fosdesk.display.time_words import slot_sum, who_words
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Balance, Meeting, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules.time_use import GroupTime, gaps, meetings, time_for_nobody_named
from fosdesk.domain.values.semester import Semester, with_those_between
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.current_state import MEETING_GROUPS, time_lines
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer
    from fosdesk.words import Words

T = TypeVar("T", TimeSlot, StopItem)
_LONG_GAP = 6  # school weeks
_ALWAYS = ("work_group", "staff", "externals")  # the columns of the table of meetings; others where they have met
NOT_SAID = "–"  # in a table, where nobody said for whom something is that has no minutes either


def time_slots(reader: DocumentReader, *, include_past: bool = True) -> list[TimeSlot]:
    """The protected time in the order of semesters; without `include_past` from this semester on."""
    now = Semester.of_date(reader.day)
    known = (one for one in reader.school.of(TimeSlot) if has_visible_content(one, NOUNS["time_slot"]))
    return _by_semester(one for one in known if include_past or (Semester.known(one.semester) or now) >= now)


def write_time_slots(writer: Writer, reader: DocumentReader, slots: Sequence[TimeSlot]) -> None:
    """A table of protected time: purpose, for whom, its length for each of them, and what gives way."""
    label = partial(reader.label, TimeSlot)
    head = [label("semester"), label("what"), label("who"), reader.words("Time for each"), label("gives_way")]
    writer.table(head, [_slot(reader, one) for one in slots], (0.13, 0.26, 0.17, 0.2, 0.24))


def _slot(reader: DocumentReader, slot: TimeSlot) -> tuple[str, str, str, str, str]:
    what = slot.what.strip() or noun_one(reader.words, NOUNS["time_slot"])
    # A line breaks before «=», and not inside a time.
    time = slot_sum(reader.words, slot).replace(" ", "\u00a0").replace("\u00a0=", " =")
    cover = f"{reader.label(slot, 'cover')}: {slot.cover.strip()}" if slot.cover.strip() else ""
    given = "\n".join(part for part in (slot.gives_way.strip(), cover) if part)
    return (reader.value(slot, "semester"), what, _whose(reader, slot), time, given)


def _whose(reader: DocumentReader, one: TimeSlot | StopItem) -> str:
    """For whom something is; where it has minutes and nobody said so, that, as those minutes are in no figure."""
    is_left_out = not one.who and one in time_for_nobody_named(reader.school)
    return reader.value(one, "who") or (reader.words("Not said for whom") if is_left_out else NOT_SAID)


def write_time_figures(writer: Writer, reader: DocumentReader, groups: Iterable[GroupTime]) -> None:
    """A figure for each group, as minutes of different people are never added up, and what is in none of them."""
    words, shown = reader.words, tuple(groups)
    for group in shown:
        whose = who_words(words, TimeSlot, group.who)
        caption = words("{whose}: time for each person. What was freed once stays freed.", whose=whose)
        writer.figure(time_use_figure(group.semesters, whose, words, FIGURE_WIDTH), caption)
    left_out = len(time_for_nobody_named(reader.school))
    if shown and left_out:
        writer.small(
            words.plural(
                "{n} thing is in no figure, as it is not said for whom it is.",
                "{n} things are in no figure, as it is not said for whom they are.",
                left_out,
            )
        )


def write_semester_time(writer: Writer, reader: DocumentReader) -> None:
    """What this semester asks of each group's time, and what has been freed for it; nothing when nobody wrote any."""
    lines = time_lines(reader)
    if lines:
        semester = reader.words.semester(Semester.of_date(reader.day))
        writer.facts([(semester, "\n".join(lines))])


def stop_items(reader: DocumentReader) -> list[StopItem]:
    """What the school stops doing, in the order of semesters."""
    return _by_semester(one for one in reader.school.of(StopItem) if one.what.strip())


def write_stop_items(writer: Writer, reader: DocumentReader, stops: Sequence[StopItem]) -> None:
    """A table of what stops, the time it frees, and why."""
    words = reader.words
    head = [
        words("What"),
        words("From"),
        reader.label(StopItem, "who"),
        words("Frees"),
        reader.label(StopItem, "reason"),
    ]
    rows = [
        (
            one.what.strip(),
            reader.value(one, "semester"),
            _whose(reader, one),
            reader.value(one, "freed"),
            one.reason.strip(),
        )
        for one in stops
    ]
    writer.table(head, rows, (0.26, 0.13, 0.17, 0.12, 0.32))
    writer.small(words("The time is what each of them frees for each person in one semester."))


def balances(reader: DocumentReader) -> list[Balance]:
    """The assessments of effort and gain, in the order of semesters."""
    return sorted(
        (one for one in reader.school.of(Balance) if has_visible_content(one, NOUNS["balance"])),
        key=lambda one: _order(semester_of(one)),
    )


def semester_of(balance: Balance) -> str:
    """The stored semester of an assessment, which is part of its id."""
    return balance.id.partition(":")[2]


def write_balances(writer: Writer, reader: DocumentReader, some: Sequence[Balance]) -> None:
    """A table of effort, gain and adjustments; with the gain stands what is seen at the pupils, and where."""
    words = reader.words
    head = [words("Semester"), *(reader.label(Balance, name) for name in ("effort", "gain", "adjust"))]
    rows = [
        (
            words.semester(semester_of(one)),
            reader.value(one, "effort"),
            "\n".join([*paragraphs(one.gain), *_seen(reader, one)]),
            reader.value(one, "adjust"),
        )
        for one in some
    ]
    writer.table(head, rows, (0.16, 0.28, 0.28, 0.28))


def _seen(reader: DocumentReader, balance: Balance) -> Iterator[str]:
    """What is seen at the pupils, where it is seen, and the core component that it belongs to, each after its label."""
    for name in ("seen", "seen_where", "component"):
        if value := reader.value(balance, name):
            yield f"{reader.label(balance, name)}: {value}"


def time_plan(reader: DocumentReader) -> TimePlan:
    """The record on the time plan as a whole."""
    return reader.school.get(TimePlan, TIME_PLAN_ID)


def write_time_plan(writer: Writer, reader: DocumentReader) -> None:
    """How everybody gets time to take part, and when the plan was discussed with the unions."""
    plan = time_plan(reader)
    first, *rest = paragraphs(plan.others) or [""]
    if first:
        writer.paragraph(Bold(f"{reader.label(plan, 'others')}: "), first)
    for one in rest:
        writer.paragraph(one)
    writer.paragraph(discussed_sentence(reader.words, plan))
    writer.paragraph(interval_sentence(reader.words, plan))


def interval_sentence(words: Words, plan: TimePlan) -> str:
    """How many weeks the school wants between two meetings at most; empty when it has not said."""
    if plan.gap_weeks is None or plan.gap_weeks <= 0:
        return ""
    return words.plural(
        "There should not be more than {n} week between two meetings.",
        "There should not be more than {n} weeks between two meetings.",
        plan.gap_weeks,
    )


def discussed_sentence(words: Words, plan: TimePlan) -> str:
    """When the time plan was last discussed with the unions; empty when no day is written."""
    if not plan.discussed:
        return ""
    day = words.date(plan.discussed)
    return words("The time plan was last discussed with the union representatives on {date}.", date=day)


def has_met(reader: DocumentReader) -> bool:
    """Whether any meeting has been held by now."""
    return any(one.day <= reader.day for one in meetings(reader.school, MEETING_GROUPS))


def write_meetings(writer: Writer, reader: DocumentReader) -> None:
    """A table of how often people met in each semester, and a sentence on the longest break."""
    words = reader.words
    met = Counter(
        (Semester.of_date(one.day), one.who) for one in meetings(reader.school, MEETING_GROUPS) if one.day <= reader.day
    )
    groups = [who for who in MEETING_GROUPS if who in _ALWAYS or any(said == who for _, said in met)]
    rows = [
        (words.semester(semester), *(_count(words, met[semester, who]) for who in groups))
        for semester in with_those_between(semester for semester, _ in met)
    ]
    known = dict(options_words(words, choice_of(Meeting, "who"))) | {"": words("Not said for whom")}
    writer.table([words("Semester"), *(known[who] for who in groups)], rows, (1.0,) * (len(groups) + 1))
    writer.paragraph(longest_break(reader))


def longest_break(reader: DocumentReader) -> str:
    """A sentence on the longest break between meetings that is over; empty for less than six school weeks."""
    words = reader.words
    longest = max(gaps(reader.school), key=lambda gap: gap.school_weeks, default=None)
    if longest is None or longest.last.day > reader.day or longest.school_weeks < _LONG_GAP:
        return ""
    return words.plural(
        "The longest break lasted {n} school week, from {first} to {last}.",
        "The longest break lasted {n} school weeks, from {first} to {last}.",
        longest.school_weeks,
        first=words.date(longest.first.day),
        last=words.date(longest.last.day),
    )


def _count(words: Words, met: int) -> str:
    return words.plural("{n} meeting", "{n} meetings", met) if met else "–"


def _by_semester(records: Iterable[T]) -> list[T]:
    return sorted(records, key=lambda one: _order(one.semester))


def _order(stored: str) -> tuple[bool, str, bool]:
    """A sort key for stored semesters; what is no semester comes last."""
    known = Semester.known(stored)
    return (known is None, str(known.year) if known else "", bool(known and known.autumn))
