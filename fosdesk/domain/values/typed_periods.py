"""Periods as people write them: a school year, a semester, a day, or from one of these to another."""

import re
from datetime import date

from fosdesk.domain.values.period import Period
from fosdesk.domain.values.semester import Semester
from fosdesk.domain.values.typed_days import parse_day
from fosdesk.errors import FosdeskError

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LONGEST = 100  # characters
_SCHOOL_YEAR = re.compile(
    r"(?:skoleåret |skuleåret |skoleår |skuleår |the school year |school year )?([0-9]{4}) ?[-/–] ?([0-9]{4}|[0-9]{2})"
)
_AUTUMN, _SPRING = "høsten|høst|hausten|haust|autumn|fall|h", "våren|vår|spring|v"
_SEMESTER = re.compile(rf"(?:the )?(?:({_AUTUMN})|{_SPRING}) ?(?:of )?([0-9]{{4}})|([0-9]{{4}}) ?(?:(h)|v)")
_FROM = re.compile(r"(?:fra og med|fra|frå og med|frå|from) ")
_BETWEEN = re.compile(r" ?(?:\.\.+|[-–—]) ?| (?:til og med|til|to) ")


def parse_period(typed: str, today: date) -> Period:
    """The period; a day without a year is the nearest that was. FosdeskError for what is none between 1990 and 2100."""
    said = " ".join(typed.lower().split())
    found = None
    if len(said) <= _LONGEST:
        found = _single(said, today) or _from_one_to_another(_FROM.sub("", said, count=1), today)
    if found is None:
        raise FosdeskError(
            "“{text}” is not a period. Write a school year, a semester or days, such as 2025/26, autumn 2025 or "
            "1.8.2025–31.12.2025.",
            text=typed,
        )
    if found.first_day > found.last_day:
        raise FosdeskError("The period “{text}” ends before it begins.", text=typed)
    return found


def _single(said: str, today: date) -> Period | None:
    """A school year, a semester or a day; None for any other text."""
    if match := _SCHOOL_YEAR.fullmatch(said):
        autumn, ends = int(match[1]), int(match[2])
        follows = ends in (autumn + 1, (autumn + 1) % 100)
        return Period.school_year(autumn) if follows and _FIRST_YEAR <= autumn <= _LAST_YEAR else None
    if match := _SEMESTER.fullmatch(said):
        year = int(match[2] or match[3])
        semester = Semester(year, autumn=bool(match[1] or match[4]))
        return Period(semester, semester) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    day = parse_day(said, today, "past")
    return Period.of_days(day, day) if day and _FIRST_YEAR <= int(day[:4]) <= _LAST_YEAR else None


def _from_one_to_another(said: str, today: date) -> Period | None:
    """From the beginning of what stands before a dash or «til» to the end of what stands after it."""
    for between in _BETWEEN.finditer(said):
        first, last = _single(said[: between.start()], today), _single(said[between.end() :], today)
        if first is not None and last is not None:
            return Period(first.first, last.last, first.from_day, last.to_day)
    return None
