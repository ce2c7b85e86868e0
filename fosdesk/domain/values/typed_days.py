"""Days as people type or paste them: in words or numbers, with or without a year, and as Excel writes them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from fosdesk.domain.fields import Expects

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
MONTHS: Final = (
    ("januar", "january"),
    ("februar", "february"),
    ("mars", "march"),
    ("april",),
    ("mai", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("desember", "december"),
)
WEEKDAYS: Final = (
    ("mandag", "måndag", "monday"),
    ("tirsdag", "tysdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "laurdag", "saturday"),
    ("søndag", "sundag", "sunday"),
)
_SHORTEST = 3  # letters of a name: «nov», «man»
_TIME = re.compile(r"(?:(?<=[0-9])t|[\s,]+(?:kl\.?\s*)?)[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?z?$")
_YEAR = r"([0-9]{4}|'?[0-9]{2})"
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_NUMBERS = re.compile(rf"([0-9]{{1,2}})\s?[-./]\s?([0-9]{{1,2}})(?:\s?[-./]\s?{_YEAR})?\.?")
_DAY_MONTH = re.compile(rf"([0-9]{{1,2}})(?:\.|st|nd|rd|th)?[\s-]*(?:of )?([^\W\d_]+)\.?(?:[\s,-]*{_YEAR})?")
_MONTH_DAY = re.compile(rf"([^\W\d_]+)\.?\s*([0-9]{{1,2}})(?:\.|st|nd|rd|th)?(?:[\s,]+{_YEAR})?")
_EIGHT, _SIX = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})"), re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_SERIAL = re.compile(r"[0-9]{5}")
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of Excel's count, from March 1900 on
_SERIALS = range(32_874, 73_051)  # 1990 to 2099
# What was usually written down afterwards lies ahead by a week at most, and what is planned back by a month.
_SLACK_AHEAD, _SLACK_BACK = 7, 31
_WEEKDAY_NEAR = 550  # a weekday that fits no day this near was mistaken
_YEARS_NEAR = 8  # from one 29 February to the next, also over a year such as 2100


def parse_day(typed: str, today: date, expects: Expects = "") -> str | None:
    """The day as YYYY-MM-DD, empty for no input, None for what is no day between 1900 and 2200.

    Without a year, the nearest one: in the past or ahead where the field expects that, and with the weekday that is
    named, if one is. Day comes before month.
    """
    words = " ".join(typed.lower().split())
    if not words:
        return ""
    for said in dict.fromkeys((words, _TIME.sub("", words))):  # «torsdag 3.12» ends like a time and is a day
        bare, weekday = _without_weekday(said)
        for day, month, year in _readings(bare):
            found = _nearest(day, month, weekday, today, expects) if year is None else _dated(year, month, day)
            if found is not None:
                return found.isoformat()
    words = _TIME.sub("", words)
    if _SERIAL.fullmatch(words) and int(words) in _SERIALS:
        return (_SERIAL_ZERO + timedelta(int(words))).isoformat()
    return None


def month_number(word: str) -> int:
    """The month (1 to 12) that a word or its first letters name, in bokmål, nynorsk or English; 0 for any other."""
    return _place(MONTHS, word.lower())


def weekday_number(word: str) -> int:
    """The weekday (1 for Monday to 7) that a word or its first letters name; 0 for any other."""
    return _place(WEEKDAYS, word.lower())


def _readings(words: str) -> Iterator[tuple[int, int, int | None]]:
    """Day, month and year, in the order in which they are tried."""
    if match := _YEAR_FIRST.fullmatch(words):
        yield int(match[3]), int(match[2]), int(match[1])
    elif match := _NUMBERS.fullmatch(words):
        yield int(match[1]), int(match[2]), _year(match[3])
        if "/" in words and match[3]:  # no month 23: an American day
            yield int(match[2]), int(match[1]), _year(match[3])
    elif match := _DAY_MONTH.fullmatch(words):
        yield int(match[1]), _place(MONTHS, match[2]), _year(match[3])
    elif match := _MONTH_DAY.fullmatch(words):
        yield int(match[2]), _place(MONTHS, match[1]), _year(match[3])
    elif match := _EIGHT.fullmatch(words):
        yield int(match[1]), int(match[2]), int(match[3])
        yield int(words[6:]), int(words[4:6]), int(words[:4])
    elif match := _SIX.fullmatch(words):
        yield int(match[1]), int(match[2]), _year(match[3])


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    digits = digits.removeprefix("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _place(names: tuple[tuple[str, ...], ...], word: str) -> int:
    """The place of a name or its beginning, counted from 1; 0 when it is none."""
    if len(word) < _SHORTEST:
        return 0
    return next((place for place, said in enumerate(names, 1) if any(one.startswith(word) for one in said)), 0)


def _without_weekday(words: str) -> tuple[str, int]:
    """The words without a weekday at their beginning, and its place from 1; 0 without one."""
    first, _, rest = words.partition(" ")
    weekday = _place(WEEKDAYS, first.rstrip(".,")) if rest else 0
    words = rest if weekday else words
    return words.removeprefix("den ").removeprefix("the ").removeprefix("d. "), weekday


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _nearest(day: int, month: int, weekday: int, today: date, expects: Expects) -> date | None:
    years = range(today.year - _YEARS_NEAR, today.year + _YEARS_NEAR + 1)
    found = [known for year in years if (known := _dated(year, month, day)) is not None]
    if expects == "past":
        found = [one for one in found if (one - today).days <= _SLACK_AHEAD] or found
    elif expects == "ahead":
        found = [one for one in found if (today - one).days <= _SLACK_BACK] or found
    if weekday:
        found = [
            one for one in found if one.isoweekday() == weekday and abs((one - today).days) <= _WEEKDAY_NEAR
        ] or found
    return min(found, key=lambda one: abs((one - today).days), default=None)
