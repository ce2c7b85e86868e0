"""Time use: minutes asked for and freed in each semester, meetings, and the gaps between them."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import ExistingGroup, Meeting, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.time_and_meetings import TIME_PLAN_ID
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, school_weeks_between, weeks_between
from fosdesk.domain.values.semester import Semester

SCHOOL_WEEKS = 19  # of a semester: 190 school days a year
_WINDOW = 12  # semesters around today; a mistyped year must not make the picture endless
_OURS = ("work_group", "staff", "")


class SemesterTime(NamedTuple):
    """What one semester asks of people's time, and what has been freed."""

    semester: Semester
    asked: int
    freed: int

    @property
    def balance(self) -> int:
        """Minutes freed beyond those asked for; negative when more is asked than freed."""
        return self.freed - self.asked


class Gap(NamedTuple):
    """The time from one meeting to the next; `weeks` are calendar weeks, `school_weeks` without the long holidays."""

    first: Meeting
    last: Meeting
    weeks: int
    school_weeks: int


def minutes_asked(slot: TimeSlot) -> int:
    """The minutes that a recurring slot takes in its semester."""
    times = slot.times
    if times is None:
        times = SCHOOL_WEEKS // slot.every_weeks if slot.every_weeks and slot.every_weeks > 0 else 1
    return max(slot.minutes or 0, 0) * max(times, 0)


def time_by_semester(school: School, today: str) -> tuple[SemesterTime, ...]:
    """Each semester from the first with anything in it to the last, this one included; empty when nobody wrote any."""
    now = Semester.of_date(today)
    asked: dict[Semester, int] = {}
    for slot in school.of(TimeSlot):
        semester = Semester.known(slot.semester) or now
        asked[semester] = asked.get(semester, 0) + minutes_asked(slot)
    freed: dict[Semester | None, int] = {}
    freeings: list[StopItem | ExistingGroup] = [*school.of(StopItem), *school.of(ExistingGroup)]
    for freeing in freeings:
        if freeing.freed and freeing.freed > 0:
            begins = Semester.known(freeing.semester)
            freed[begins] = freed.get(begins, 0) + freeing.freed
    known = [*asked, *(semester for semester in freed if semester)]
    if not known and not freed:
        return ()
    known = [semester for semester in (*known, now) if abs(semester.since(now)) <= _WINDOW]
    first, last = min(known), max(known)
    found = []
    for number in range(last.since(first) + 1):
        semester = first.plus(number)
        # What was freed once stays freed.
        sum_freed = sum(minutes for begins, minutes in freed.items() if begins is None or begins <= semester)
        found.append(SemesterTime(semester, asked.get(semester, 0), sum_freed))
    return tuple(found)


def meetings(school: School, who: Iterable[str] = _OURS) -> tuple[Meeting, ...]:
    """The meetings that have a day, in order; those with externals alone are left out by default."""
    wanted = tuple(who)
    dated = [m for m in school.of(Meeting) if m.who in wanted and known_day(m.day)]
    return tuple(sorted(dated, key=lambda m: (m.day, m.id)))


def next_meeting(school: School, today: str) -> Meeting | None:
    """The first meeting from today on."""
    return next((m for m in meetings(school) if m.day >= today), None)


def gaps(school: School) -> tuple[Gap, ...]:
    """The gap between each meeting and the next."""
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
