"""Time use: minutes asked of and freed for each group of people in a semester, meetings, and the gaps between them."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import ExistingGroup, Meeting, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.protected_time import TIME_PLAN_ID, WHO_OPTIONS
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, school_weeks_between, weeks_between
from fosdesk.domain.values.semester import Semester

SCHOOL_WEEKS = 19  # of a semester: 190 school days a year
_WINDOW = 12  # semesters around today; a mistyped year must not make the picture endless
_OURS = ("work_group", "staff", "")


class SemesterTime(NamedTuple):
    """What one semester asks of the time of one group, and what has been freed for it, in minutes for each person."""

    semester: Semester
    asked: int
    freed: int


class GroupTime(NamedTuple):
    """The semesters of one group (a key of `WHO_OPTIONS`), from the first with anything in it to the last."""

    who: str
    semesters: tuple[SemesterTime, ...]

    def at(self, semester: Semester) -> SemesterTime:
        """What one semester asks and has freed; nothing for a semester that is not among them."""
        return next((one for one in self.semesters if one.semester == semester), SemesterTime(semester, 0, 0))


class Gap(NamedTuple):
    """The time from one meeting to the next; `weeks` are calendar weeks, `school_weeks` without the long holidays."""

    first: Meeting
    last: Meeting
    weeks: int
    school_weeks: int


def times_of(slot: TimeSlot) -> int:
    """How often a recurring slot comes in its semester."""
    times = slot.times
    if times is None:
        times = SCHOOL_WEEKS // slot.every_weeks if slot.every_weeks and slot.every_weeks > 0 else 1
    return max(times, 0)


def minutes_asked(slot: TimeSlot) -> int:
    """The minutes that a recurring slot takes of each person in its semester."""
    return max(slot.minutes or 0, 0) * times_of(slot)


def time_by_group(school: School, today: str) -> tuple[GroupTime, ...]:
    """The time of each group that any was written for, in the order of the options; this semester included.

    Minutes of different people are never added up. What nobody said for whom it is may be anybody's time and is in
    none of them, and so is what a changed group freed for those who were in it.
    """
    now = Semester.of_date(today)
    found = []
    for option in WHO_OPTIONS:
        asked: dict[Semester, int] = {}
        for slot in school.of(TimeSlot):
            if slot.who == option.key:
                semester = Semester.known(slot.semester) or now
                asked[semester] = asked.get(semester, 0) + minutes_asked(slot)
        freed: dict[Semester | None, int] = {}
        for stop in school.of(StopItem):
            if stop.who == option.key and stop.freed and stop.freed > 0:
                begins = Semester.known(stop.semester)
                freed[begins] = freed.get(begins, 0) + stop.freed
        if asked or freed:
            found.append(GroupTime(option.key, _semesters(asked, freed, now)))
    return tuple(found)


def _semesters(
    asked: Mapping[Semester, int], freed: Mapping[Semester | None, int], now: Semester
) -> tuple[SemesterTime, ...]:
    known = [*asked, *(semester for semester in freed if semester)]
    known = [semester for semester in (*known, now) if abs(semester.since(now)) <= _WINDOW]
    first, last = min(known), max(known)
    found = []
    for number in range(last.since(first) + 1):
        semester = first.plus(number)
        # What was freed once stays freed.
        sum_freed = sum(minutes for begins, minutes in freed.items() if begins is None or begins <= semester)
        found.append(SemesterTime(semester, asked.get(semester, 0), sum_freed))
    return tuple(found)


def time_for_nobody_named(school: School) -> tuple[TimeSlot | StopItem, ...]:
    """The slots and stops with minutes for which nobody said whose time it is."""
    known = {option.key for option in WHO_OPTIONS}
    slots: list[TimeSlot | StopItem] = [one for one in school.of(TimeSlot) if one.who not in known and one.minutes]
    return (*slots, *(one for one in school.of(StopItem) if one.who not in known and one.freed))


def groups_that_free_time(school: School) -> tuple[ExistingGroup, ...]:
    """The school's other groups that free time, each for those who were in it."""
    return tuple(one for one in school.of(ExistingGroup) if one.freed and one.freed > 0)


def meetings(school: School, who: Iterable[str] = _OURS) -> tuple[Meeting, ...]:
    """The meetings that have a day, in order; those with externals alone are left out by default."""
    return school.cached(_ours, Meeting) if who is _OURS else _dated(school, tuple(who))


def _ours(school: School) -> tuple[Meeting, ...]:
    return _dated(school, _OURS)


def _dated(school: School, wanted: tuple[str, ...]) -> tuple[Meeting, ...]:
    dated = [m for m in school.of(Meeting) if m.who in wanted and known_day(m.day)]
    return tuple(sorted(dated, key=lambda m: (m.day, m.id)))


def next_meeting(school: School, today: str) -> Meeting | None:
    """The first meeting from today on."""
    return next((m for m in meetings(school) if m.day >= today), None)


def gaps(school: School) -> tuple[Gap, ...]:
    """The gap between each meeting and the next."""
    return school.cached(_gaps, Meeting)


def _gaps(school: School) -> tuple[Gap, ...]:
    return tuple(
        Gap(first, last, weeks_between(first.day, last.day), school_weeks_between(first.day, last.day))
        for first, last in pairwise(meetings(school))
    )


def gap_limit(framework: Framework, school: School) -> int:
    """From how many school weeks a gap counts as long: the school's own number, else the framework's."""
    own = school.get(TimePlan, TIME_PLAN_ID).gap_weeks
    return own if own is not None and own > 0 else framework.warning("W9").limit or 6


def long_gaps(framework: Framework, school: School, today: str) -> tuple[Gap, ...]:
    """The gaps beyond the limit that are not over yet, the longest first."""
    limit = gap_limit(framework, school)
    found = [gap for gap in gaps(school) if gap.school_weeks > limit and gap.last.day >= today]
    return tuple(sorted(found, key=lambda gap: (-gap.school_weeks, gap.first.day)))
