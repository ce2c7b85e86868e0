"""School days of the example: a fixed today, breaks, and the story moved by whole school years."""

from datetime import date, timedelta
from functools import cache

from fosdesk.domain.values.semester import Semester

TODAY = date(2026, 11, 23)
_EPOCH = date(1970, 1, 1).toordinal()
_TOLD_YEARS = 3  # the story is told for the three school years that end with today's
_YEAR = timedelta(weeks=52)  # a school year later on the same weekday


class Calendar:
    """Reads the story's days and semesters as they fall when the example covers so many school years."""

    def __init__(self, years: int) -> None:
        """`years` school years, counting the one that today is in."""
        self._moved = _TOLD_YEARS - years

    def day(self, told: str) -> date:
        """When a day of the story falls."""
        return date.fromisoformat(told) + self._moved * _YEAR

    def semester(self, told: str) -> Semester:
        """Which semester one of the story's semesters is."""
        return Semester.parse(told).plus(2 * self._moved)


def milliseconds(day: date, seconds: int) -> int:
    """A moment so many seconds into a day, in milliseconds since 1970."""
    return ((day.toordinal() - _EPOCH) * 86_400 + seconds) * 1000


@cache
def is_school_day(day: date) -> bool:
    """Whether there is school: no weekend, holiday, summer, Christmas, Easter week, or break in autumn and winter."""
    if day.weekday() > 4 or (6, 19) < (day.month, day.day) < (8, 14):
        return False
    if not (1, 3) < (day.month, day.day) < (12, 21) or day.isocalendar().week in (9, 41):
        return False
    since_easter = (day - _easter(day.year)).days
    return not (-7 <= since_easter <= 1 or since_easter in (39, 50) or (day.month, day.day) in ((5, 1), (5, 17)))


def next_school_day(day: date, after: int = 0) -> date:
    """The first school day at least `after` days later."""
    day += timedelta(days=after)
    while not is_school_day(day):
        day += timedelta(days=1)
    return day


@cache
def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (epact - weekday + 40) // 44
    return date(year, month, epact - weekday + 28 - 31 * (month // 4))
