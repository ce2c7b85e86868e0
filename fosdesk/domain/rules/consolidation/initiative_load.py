"""What runs beside the work, semester by semester; what was begun and ended; and what was met before."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, Initiative
from fosdesk.domain.rules.month import moved_by_months
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.domain.values.word_stems import alike, stem, words_of

MONTHS = 24  # that hops are told over
_BEFORE, _AFTER = 3, 1  # semesters before and after the present one
_PUT_OFF = ("no", "wait")
_BEGINNING = 4  # letters that words alike share, also in the other form of Norwegian
_LONG_WORD = 5  # letters; shorter words are alike in texts that have nothing in common
_OFTEN = (  # tell nothing alone
    *("skole", "skule", "elev", "program", "kommune", "prosjekt", "arbeid", "trinn"),
    *("felles", "dag", "uke", "klasse"),
)


class Span(NamedTuple):
    """The days between which an initiative runs (YYYY-MM-DD); `ended` is empty while it goes on."""

    began: str
    ended: str


class SemesterLoad(NamedTuple):
    """Minutes of one semester by where they come from, and those that a yes would add."""

    semester: Semester
    statutory: int
    chosen: int
    unsaid: int
    considered: int

    @property
    def running(self) -> int:
        """What runs without those that are considered."""
        return self.statutory + self.chosen + self.unsaid


class Hop(NamedTuple):
    """An initiative within the months that are told of; it may have begun before them."""

    record: Initiative
    span: Span


def span_of(one: Initiative) -> Span | None:
    """When it ran; None for what never began. What was put off after it had begun ended on that day."""
    if known_day(one.started) is None:
        return None
    if known_day(one.ended):
        return Span(one.started, one.ended)
    put_off = one.answer in _PUT_OFF and known_day(one.decided) and one.decided > one.started
    return Span(one.started, one.decided if put_off else "")


def is_considered(one: Initiative, today: str) -> bool:
    """Whether an answer is still to be given, or given again: not begun, not ended, and no yes or no to it."""
    span = span_of(one)
    has_begun = span is not None and (span.began <= today or bool(span.ended))
    return not (has_begun or one.ended or one.put_away) and one.answer not in ("yes", "no")


def load(school: School, today: str, considered: Collection[str]) -> tuple[SemesterLoad, ...]:
    """The minutes of some semesters around the present one; `considered` are ids of what a yes would add."""
    here = Semester.of_date(today)
    semesters = [here.plus(step) for step in range(-_BEFORE, _AFTER + 1)]
    some = [(one, span_of(one)) for one in school.of(Initiative) if one.minutes and not one.put_away]
    return tuple(_semester_load(some, semester, here, considered) for semester in semesters)


def _semester_load(
    some: Sequence[tuple[Initiative, Span | None]], semester: Semester, here: Semester, considered: Collection[str]
) -> SemesterLoad:
    minutes = {"statutory": 0, "chosen": 0, "": 0}
    added = 0
    first, last = semester.first_day, semester.last_day
    for one, span in some:
        if one.id in considered:
            begins = Semester.of_stored(one.started) or here.next()
            added += (one.minutes or 0) if semester >= max(begins, here) else 0
        elif span is not None and one.answer != "no" and span.began <= last and (span.ended or last) >= first:
            minutes[one.origin if one.origin in minutes else ""] += one.minutes or 0
    return SemesterLoad(semester, minutes["statutory"], minutes["chosen"], minutes[""], added)


def first_day_told(today: str) -> str:
    """The first day of the months that hops are told over."""
    return f"{moved_by_months(today, -MONTHS)[:7]}-01"


def hops(school: School, today: str) -> tuple[Hop, ...]:
    """What ran at some time in the last months, the earliest first."""
    since = first_day_told(today)
    found = []
    for one in school.of(Initiative):
        span = span_of(one)
        if span is not None and span.began <= today and not one.put_away and not (span.ended and span.ended < since):
            found.append(Hop(one, span._replace(ended=span.ended if span.ended and span.ended <= today else "")))
    return tuple(sorted(found, key=lambda hop: (hop.span.began, hop.record.id)))


def met_before(school: School, one: Initiative, most: int = 4) -> tuple[Record, ...]:
    """Entries at the gate and other initiatives that share a long word with the name, the latest first."""
    wanted = _long_words(one.name)
    if not wanted:
        return ()
    found: list[tuple[str, Record]] = []
    beginnings = tuple({word[:_BEGINNING] for word in wanted})
    for entry in school.of(GateEntry):
        what = entry.what.casefold()
        # Thousands of entries are looked through each time somebody writes in the form: cheaply first.
        if any(one in what for one in beginnings) and wanted & _long_words(entry.what):
            found.append((entry.signed or entry.came, entry))
    for other in school.of(Initiative):
        if other.id != one.id and wanted & _long_words(other.name):
            found.append((other.decided or other.started, other))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(record for _, record in found[:most])


@lru_cache(maxsize=20_000)
def _long_words(text: str) -> frozenset[str]:
    stems = {_bare(word) for word in words_of(text) if len(word) >= _LONG_WORD}
    return frozenset(stems - {_bare(alike(word)) for word in _OFTEN})


def _bare(word: str) -> str:
    """A word without its ending, and without the letter that is doubled before one."""
    found = stem(word)
    return found[:-1] if found[-2:-1] == found[-1:] else found
