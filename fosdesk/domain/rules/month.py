"""A month as a calendar shows it: whole weeks of days, with meetings, dates that come up, and days off."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from fosdesk.domain.fields import Surfaces
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.school_days import DayOff, days_off
from fosdesk.domain.rules.surfacing_dates import surfacing
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day

FIRST_YEAR, LAST_YEAR = 1900, 2200
_KINDS: tuple[Surfaces, ...] = ("happens", "due", "revisit", "ends")


class MonthEntry(NamedTuple):
    """A record on a day: as what it comes up, and at what time (HH:MM) where it has one."""

    record: str
    kind: Surfaces
    start: str = ""


class MonthDay(NamedTuple):
    """One day of the weeks of a month, which begin and end in the months beside it."""

    day: str
    is_inside: bool
    off: tuple[DayOff, ...]
    entries: tuple[MonthEntry, ...]


def weeks_of_month(school: School, day: str) -> tuple[tuple[MonthDay, ...], ...]:
    """The weeks of the month of a day (YYYY-MM-DD), Monday first; empty when it is no day."""
    known = known_day(day)
    if known is None:
        return ()
    first = known.replace(day=1)
    monday = first - timedelta(first.weekday())
    entries, off = entries_by_day(school), days_off(school)
    weeks: list[tuple[MonthDay, ...]] = []
    while not weeks or (monday.year, monday.month) == (known.year, known.month):
        days = [monday + timedelta(step) for step in range(7)]
        weeks.append(
            tuple(
                MonthDay(
                    one.isoformat(),
                    one.month == known.month,
                    off.get(one.isoformat(), ()),
                    entries.get(one.isoformat(), ()),
                )
                for one in days
            )
        )
        monday += timedelta(7)
    return tuple(weeks)


def entries_by_day(school: School) -> Mapping[str, tuple[MonthEntry, ...]]:
    """What comes up on each day, meetings by their time, what is due and the rest after them."""
    found: dict[str, list[tuple[bool, str, int, str, MonthEntry]]] = {}
    for place, kind in enumerate(_KINDS):
        for one in surfacing(school, kind):
            record = school.find(one.record)
            start = record.start if isinstance(record, Meeting) else ""
            entry = MonthEntry(one.record, kind, start)
            found.setdefault(one.day, []).append((kind != "happens", start, place, one.record, entry))
    return {day: tuple(entry for *_, entry in sorted(some)) for day, some in found.items()}


def moved_by_months(day: str, months: int) -> str:
    """The same day some months later, or earlier when negative; the month's last where it is shorter.

    Never beyond FIRST_YEAR and LAST_YEAR; the text itself when it is no day.
    """
    known = known_day(day)
    if known is None:
        return day
    number = known.year * 12 + known.month - 1 + months
    number = min(max(number, FIRST_YEAR * 12), LAST_YEAR * 12 + 11)
    year, month = divmod(number, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(1)).day
    return date(year, month + 1, min(known.day, last)).isoformat()
