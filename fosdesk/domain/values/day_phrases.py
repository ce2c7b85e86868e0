"""Days that a line of text names: «neste tysdag», «uke 43», «før jul», «innen 15.9», in bokmål, nynorsk and English."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from fosdesk.domain.values.dates import easter, last_weekday_before, shifted
from fosdesk.domain.values.typed_days import MONTHS, WEEKDAYS, parse_day

_LONGEST: Final = 2_000  # characters of a line that are read
_YEARS: Final = range(1900, 2201)
_FRIDAY: Final = 5  # of an ISO week: what is due in a week is due by then


class FoundDay(NamedTuple):
    """A day (YYYY-MM-DD), and where in the text the words for it begin and end."""

    start: int
    end: int
    day: str


def days_in(text: str, today: date) -> tuple[FoundDay, ...]:
    """The days from `today` on that a text names, in the order of the text.

    What has no year is the nearest that comes. «Før» means the day before, or the last school day before a holiday; a
    week means its Friday. Numbers without a year count only behind such a word as «innen», as «3.2» may be a chapter.
    """
    found: list[FoundDay] = []
    for pattern, meaning in _PHRASES:
        for match in pattern.finditer(text[:_LONGEST]):
            try:
                day = meaning(match, today)
            except (ValueError, OverflowError):  # no such day, week or month, or beyond the calendar
                continue
            if day is not None and day >= today and day.year in _YEARS:
                found.append(FoundDay(match.start(), match.end(), day.isoformat()))
    taken: list[FoundDay] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not taken or one.start >= taken[-1].end:
            taken.append(one)
    return tuple(taken)


# -- words

_NUMBERS: Final = {
    **dict.fromkeys(("en", "én", "ei", "et", "ett", "ein", "eit", "eitt", "a", "one"), 1),
    **{"to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6},
}
_DAY = "|".join(name for names in WEEKDAYS for name in names)
_PLACE_OF_DAY: Final = {name: place for place, names in enumerate(WEEKDAYS, 1) for name in names}
_SHORT = {name[:3] for names in MONTHS for name in names} | {"sept"}
_MONTH = "|".join([*(name for names in MONTHS for name in names), *sorted(_SHORT, key=len, reverse=True)])
_BEGIN, _END = r"(?<![\w§.,/-])", r"(?!\w)"
_BEFORE = r"(?P<before>før|before)"
_UNTIL = r"(?P<until>innen|innan|senest|seinast|til|by|på|on|due|frist:?)"
_LEAD = rf"(?:(?:{_BEFORE}|{_UNTIL})\s+(?:den\s+|the\s+)?)"
_NOT_PAST = r"(?<!hver )(?<!kvar )(?<!every )(?<!forrige )(?<!førre )(?<!sist )(?<!siste )(?<!last )"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_BEGIN + pattern + _END, re.IGNORECASE)


def _moved(match: re.Match[str], day: date) -> date:
    """The day that is meant, where «before» may stand in front of its name."""
    return shifted(day, -1) if match.groupdict().get("before") else day


# -- meanings


def _near(match: re.Match[str], today: date) -> date:
    said = match["near"].lower()
    return _moved(match, shifted(today, 2 if "over" in said or "after" in said else 1 if "mor" in said else 0))


def _weekday(match: re.Match[str], today: date) -> date:
    place = _PLACE_OF_DAY[match["day"].lower()]
    if match["next"] or match["week"]:
        day = shifted(today, 7 - today.isoweekday() + place)
    else:
        day = shifted(today, (place - today.isoweekday() - 1) % 7 + 1)
    return _moved(match, day)


def _numbered_week(match: re.Match[str], today: date) -> date:
    year, week = today.isocalendar().year, int(match["week"])
    if match["year"]:
        year = int(match["year"])
    elif date.fromisocalendar(year, week, 7) < today:
        year += 1
    return _in_week(match, date.fromisocalendar(year, week, 1), today)


def _in_week(match: re.Match[str], monday: date, today: date) -> date:
    if match["before"]:
        return shifted(monday, -3)
    return max(shifted(monday, _FRIDAY - 1), today)


def _this_or_next(match: re.Match[str], today: date) -> date:
    later = match["which"].lower() in ("neste", "next")
    if match["unit"].lower()[0] in "uvw":
        return _in_week(match, shifted(today, (7 if later else 0) + 1 - today.isoweekday()), today)
    first = today.replace(day=1)
    for _ in range((0 if match["before"] else 1) + later):
        first = (first + timedelta(days=31)).replace(day=1)
    return shifted(first, -1)  # the last day of that month, or of the one before


def _in_some_time(match: re.Match[str], today: date) -> date:
    said = match["n"].lower()
    count = _NUMBERS[said] if said in _NUMBERS else int(said)
    unit = match["unit"].lower()
    if unit[0] == "d":
        return shifted(today, count)
    if unit[0] in "uvw":
        return shifted(today, 7 * count)
    months = today.month - 1 + count
    year, month = today.year + months // 12, months % 12 + 1
    return min(date(year, month, 1) + timedelta(days=today.day - 1), _last_of(year, month))


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _holiday(match: re.Match[str], today: date) -> date:
    said = match["holiday"].lower()

    def last_before(year: int) -> date:
        if said.startswith(("p", "e")):
            return last_weekday_before(shifted(easter(year), -7))
        return last_weekday_before(date(year, 12, 21) if said.startswith(("j", "c")) else date(year, 6, 20))

    day = last_before(today.year)
    return day if day >= today else last_before(today.year + 1)


def _dated(match: re.Match[str], today: date) -> date | None:
    """A day with a number; «innen» and «før» always mean the one that comes."""
    parsed = parse_day(match["date"], today, "ahead")
    if not parsed:
        return None
    day, said = date.fromisoformat(parsed), match.groupdict()
    if day < today and (said.get("before") or said.get("until")) and not _YEAR.search(match["date"]):
        day = day.replace(year=day.year + 1)
    return _moved(match, day)


_YEAR = re.compile(r"[0-9]{4}|[./]\s?[0-9]+[./]\s?[0-9]")  # in a day
_NAMED = rf"[0-9]{{1,2}}(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?:{_MONTH})\b(?:\.?,?\s+[0-9]{{4}}\b)?"
_NAMED_FIRST = rf"(?:{_MONTH})\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?![.:/][0-9])(?:,?\s+[0-9]{{4}}\b)?"
_WHOLE = r"[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?(?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})"
_WITH_YEAR = rf"(?:{_WHOLE}|[0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?![.:/-]?[0-9])"
_BARE = r"(?:[0-9]{1,2}\.\s?[0-9]{1,2}\b\.?|[0-9]{1,2}/[0-9]{1,2})(?![.:/-]?[0-9]|\s?%)"
_WEEKS = r"uken?|uka|uker|veken?|veka|veker|weeks?"
_MONTHS = r"måned(?:en|er)?|månad(?:en|er|ar)?|months?"
_DAYS = r"dag(?:er|ar)?|days?"
_COUNT = "|".join(_NUMBERS)
_PHRASES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...]] = (
    (
        _compiled(
            rf"{_LEAD}?(?P<near>i ?dag|today|i ?morg[eo]n|tomorrow|i ?overmorg[eo]n|(?:the )?day after tomorrow)"
        ),
        _near,
    ),
    (
        _compiled(
            rf"{_LEAD}?{_NOT_PAST}(?:(?P<next>neste|next)\s+|(?:førstkommende|førstkomande|coming|this)\s+)?"
            rf"(?P<day>{_DAY})(?:\s+(?P<week>(?:i )?neste (?:uke|veke)|next week))?"
        ),
        _weekday,
    ),
    (
        _compiled(
            rf"{_LEAD}?(?:(?:i|in)\s+)?(?:{_WEEKS})\s*(?:nr\.?\s*)?(?P<week>[0-9]{{1,2}})"
            r"(?![.:/-]?[0-9])(?:(?:\s+(?:i\s+)?|[/,]\s*)(?P<year>[0-9]{4}))?"
        ),
        _numbered_week,
    ),
    (
        _compiled(rf"{_LEAD}?(?:(?:i|in)\s+)?(?P<which>neste|next|denne|denna|this)\s+(?P<unit>{_WEEKS}|{_MONTHS})"),
        _this_or_next,
    ),
    (
        _compiled(
            rf"(?:om|in|innen|innan|within)\s+(?P<n>{_COUNT}|[0-9]{{1,3}})\s+(?P<unit>{_WEEKS}|{_MONTHS}|{_DAYS})"
        ),
        _in_some_time,
    ),
    (
        _compiled(
            r"(?:før|innen|innan|til|before|by)\s+(?:the\s+)?(?P<holiday>jul(?:a|en|eferien?)?|påske(?:n|a|ferien?)?|"
            r"somm[ae]r(?:en|ferien?)?|(?:christmas|easter|summer)(?: holidays?)?)"
        ),
        _holiday,
    ),
    (_compiled(rf"{_LEAD}?(?P<date>(?:(?:{_DAY}),?\s+(?:den\s+)?)?(?:{_NAMED}|{_NAMED_FIRST}|{_WITH_YEAR}))"), _dated),
    (_compiled(rf"{_LEAD}(?P<date>(?:(?:{_DAY}),?\s+(?:den\s+)?)?{_BARE})"), _dated),
    (_compiled(rf"(?P<date>(?:{_DAY}),?\s+(?:den\s+)?{_BARE})"), _dated),
)
