"""The school's own calendar: whether there is school on a day, and the school year that a day belongs to."""

from collections.abc import Sequence
from typing import NamedTuple

from fosdesk.domain.records import SchoolCalendar
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import in_long_holiday, known_day, plus_days

_LONGEST = 400  # days; a mistyped year must not make every day a holiday
_NEW_YEAR = "08-01"


class DayOff(NamedTuple):
    """Why pupils are off on a day: `what` is «free» or «planning», `name` what the school calls it, or empty."""

    what: str
    name: str


def days_off(school: School) -> dict[str, tuple[DayOff, ...]]:
    """The days of the school's calendar (YYYY-MM-DD) that are free or for planning, and why."""
    return school.cached(_days_off, SchoolCalendar)


def _days_off(school: School) -> dict[str, tuple[DayOff, ...]]:
    found: dict[str, tuple[DayOff, ...]] = {}
    for one in sorted(school.of(SchoolCalendar), key=lambda one: (one.first, one.last, one.name, one.id)):
        for day in days_of(one):
            off = DayOff(one.what, one.name)
            found[day] = tuple(dict.fromkeys((*found.get(day, ()), off)))
    return found


def days_of(one: SchoolCalendar) -> Sequence[str]:
    """The days from the first to the last; the first alone where the last is none, lies before it or far off."""
    first, last = known_day(one.first), known_day(one.last)
    if first is None:
        return ()
    days = (last - first).days if last is not None else 0
    return [plus_days(one.first, step) for step in range(days + 1 if 0 <= days <= _LONGEST else 1)]


def has_calendar(school: School, day: str) -> bool:
    """Whether the school has written anything of its calendar for the school year that a day belongs to."""
    year = school_year(day)
    return any(school_year(one.first) == year for one in school.of(SchoolCalendar) if known_day(one.first))


def school_year(day: str) -> int:
    """The calendar year in which the school year of a day (YYYY-MM-DD) began; 0 when it is no day."""
    known = known_day(day)
    if known is None:
        return 0
    return known.year - (day[5:] < _NEW_YEAR)


def day_off(school: School, day: str) -> DayOff | None:
    """Why there is no school for pupils on a day; planning counts before free. None on a school day.

    The summer and Christmas holidays that are the same everywhere count where the calendar says nothing of the day.
    """
    known = days_off(school).get(day)
    if known:
        return next((one for one in known if one.what == "planning"), known[0])
    return DayOff("free", "") if in_long_holiday(day) else None


def planning_days(school: School, first: str, last: str) -> Sequence[str]:
    """The planning days from one day to another, both included, in order."""
    found = days_off(school).items()
    return sorted(day for day, why in found if first <= day <= last and any(one.what == "planning" for one in why))
