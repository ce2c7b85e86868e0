"""Days in their stored form (YYYY-MM-DD), and distances between them; anything else counts as no day."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise

from fosdesk.errors import FosdeskError

_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # of a document
_STORED = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# School holidays as (month, day): long enough everywhere in the country, and known without asking anybody.
_HOLIDAYS = (((6, 20), (8, 15)), ((12, 21), (1, 2)))


@lru_cache(maxsize=10_000)  # thousands of records share the days of some years
def known_day(text: str) -> date | None:
    """The day stored as YYYY-MM-DD; None for any other text, such as a form of a newer version."""
    try:
        return date.fromisoformat(text) if _STORED.fullmatch(text) else None
    except ValueError:
        return None


def plus_days(day: str, days: int) -> str:
    """The day `days` later (YYYY-MM-DD); the text itself when it is no day, or the result leaves the calendar."""
    known = known_day(day)
    try:
        return (known + timedelta(days=days)).isoformat() if known else day
    except OverflowError:
        return day


def shifted(day: date, days: int) -> date:
    """The day `days` later, or earlier when negative, limited to the calendar of Python."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


@cache
def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (epact - weekday + 40) // 44
    return date(year, month, epact - weekday + 28 - 31 * (month // 4))


def last_weekday_before(day: date) -> date:
    """The last Monday to Friday before a day."""
    found = shifted(day, -1)
    return shifted(found, min(5 - found.isoweekday(), 0))


def weeks_between(first: str, last: str) -> int:
    """Whole calendar weeks from one day to a later one; 0 when either is no day."""
    one, other = known_day(first), known_day(last)
    return (other - one).days // 7 if one and other else 0


def months_between(first: str, last: str) -> int:
    """Whole months from one day to a later one; 0 when either is no day."""
    one, other = known_day(first), known_day(last)
    if one is None or other is None:
        return 0
    return (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day)


def school_weeks_between(first: str, last: str) -> int:
    """Whole weeks between two days without the summer and Christmas holidays, in which no school meets."""
    one, other = known_day(first), known_day(last)
    if one is None or other is None or other <= one:
        return 0
    days = (other - one).days
    for year in range(max(one.year - 1, 1), min(other.year, 9998) + 1):
        for (from_month, from_day), (to_month, to_day) in _HOLIDAYS:
            begins, ends = date(year, from_month, from_day), date(year + (to_month < from_month), to_month, to_day)
            days -= max((min(ends, other) - max(begins, one)).days, 0)
    return days // 7


def in_long_holiday(day: str) -> bool:
    """Whether a day lies in the summer or Christmas holidays, in which no school meets."""
    return any(
        first <= day[5:] <= last if first <= last else day[5:] >= first or day[5:] <= last
        for first, last in (tuple(f"{month:02}-{number:02}" for month, number in holiday) for holiday in _HOLIDAYS)
    )


def spaced_days(days: list[str], apart: int) -> list[str]:
    """The first day of each run of days that lie closer than `apart` days: many small changes of a text count once."""
    known = sorted(day for day in days if known_day(day))
    return known[:1] + [later for earlier, later in pairwise(known) if plus_days(earlier, apart) <= later]


def document_day(text: str) -> date:
    """The day of a document, given as YYYY-MM-DD; FosdeskError for any other text, and before 1990 or after 2100."""
    day = known_day(text)
    if day is None:
        raise FosdeskError("“{text}” is not a day; write it as in 2026-11-23.", text=text)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise FosdeskError(
            "The day of a document lies between {first} and {last}, not on {text}.",
            first=_FIRST_YEAR,
            last=_LAST_YEAR,
            text=text,
        )
    return day
