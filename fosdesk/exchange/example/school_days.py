"""Dates of the example: a fixed today, school days, and the story's dates moved by whole school years."""

from datetime import date, timedelta
from functools import cache

from fosdesk.domain.values.dates import easter
from fosdesk.domain.values.semester import Semester

TODAY = date(2026, 11, 23)
_EPOCH = date(1970, 1, 1).toordinal()
STORY_YEARS = 4  # of the story, today's school year the last; the first is told only where all are
YEARS_WITH_ENTRIES = STORY_YEARS - 1
_YEAR = timedelta(weeks=52)  # a school year later on the same weekday


class Calendar:
    """Converts the dates and semesters of the story to those of an example that covers `years` school years."""

    def __init__(self, years: int) -> None:
        """`years` is the number of school years, with the current one."""
        self._years_shift = YEARS_WITH_ENTRIES - years if years < STORY_YEARS else STORY_YEARS - years

    def day(self, story_day: str) -> date:
        """The date of a day of the story."""
        return date.fromisoformat(story_day) + self._years_shift * _YEAR

    def semester(self, story_day: str) -> Semester:
        """The semester of a semester of the story."""
        return Semester.parse(story_day).plus(2 * self._years_shift)


def milliseconds(day: date, seconds: int) -> int:
    """The moment `seconds` into a day, in milliseconds since 1970."""
    return ((day.toordinal() - _EPOCH) * 86_400 + seconds) * 1000


@cache
def is_school_day(day: date) -> bool:
    """Whether there is school: no weekend, holiday, summer, Christmas, Easter week, autumn or winter break."""
    if day.weekday() > 4 or (6, 19) < (day.month, day.day) < (8, 14):
        return False
    if not (1, 3) < (day.month, day.day) < (12, 21) or day.isocalendar().week in (9, 41):
        return False
    since_easter = (day - easter(day.year)).days
    return not (-7 <= since_easter <= 1 or since_easter in (39, 50) or (day.month, day.day) in ((5, 1), (5, 17)))


def next_school_day(day: date, after: int = 0) -> date:
    """The first school day at least `after` days later."""
    day += timedelta(days=after)
    while not is_school_day(day):
        day += timedelta(days=1)
    return day
