"""Days for a series of meetings, around the school's own calendar, and why some of them do not suit."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.school_days import DayOff, day_off, planning_days
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, plus_days

MOST = 60
_STAFF = "staff"  # who meets on planning days
Reason = Literal["", "taken", "off", "same_week"]
_WEEKS = re.compile(r"(?<![0-9])([0-9]{1,2})\.?\s*(?:uke|veke|week)", re.IGNORECASE)
_SAID = (
    (re.compile(r"annenhver\s+uke|hver\s+annen\s+uke|annankvar\s+veke|kvar\s+andre\s+veke", re.IGNORECASE), 2),
    (re.compile(r"ukentlig|vekentleg|kvar\s+veke|hver\s+uke|weekly", re.IGNORECASE), 1),
    (
        re.compile(r"månedlig|månadleg|hver\s+måned|kvar\s+månad|gang\s+i\s+måneden|gong\s+i\s+månaden", re.IGNORECASE),
        4,
    ),
)


class ProposedDay(NamedTuple):
    """A day for a meeting. `reason` says why it does not suit, empty when it does; `off` why pupils are off then."""

    day: str
    reason: Reason = ""
    off: DayOff | None = None

    @property
    def suits(self) -> bool:
        """Whether the meeting is proposed for this day."""
        return not self.reason


def days_between(first: str, last: str, weeks: int) -> Sequence[str]:
    """The days (YYYY-MM-DD) from `first` to `last`, `weeks` apart; at most MOST, none when reversed."""
    if known_day(first) is None or known_day(last) is None:
        return ()
    found: list[str] = []
    day, before = first, ""
    while before < day <= last and len(found) < MOST:  # the calendar ends, and then a later day is the same day
        found.append(day)
        day, before = plus_days(day, 7 * max(1, weeks)), day
    return found


def proposed_days(school: School, who: str, first: str, last: str, weeks: int) -> Sequence[ProposedDay]:
    """The days from `first` to `last`, `weeks` apart, each with the reason why it does not suit; at most MOST.

    Groups keep clear of days off and of planning days. The staff are offered the planning days of the whole time
    first, and no other meeting in the same week. A day on which the same people meet already does not suit.
    """
    taken = {one.day for one in school.of(Meeting) if one.who == who}
    days = days_between(first, last, weeks)
    planned = planning_days(school, first, last)[:MOST] if who == _STAFF and days else ()
    found = [ProposedDay(day, "taken" if day in taken else "", day_off(school, day)) for day in planned]
    planned_weeks = {_week(day) for day in planned}
    for day in days:
        if day in planned:
            continue
        off = day_off(school, day)
        reason: Reason = "taken" if day in taken else "off" if off is not None else ""
        found.append(ProposedDay(day, reason or ("same_week" if _week(day) in planned_weeks else ""), off))
    return found[:MOST]


def weeks_apart(said: str) -> int | None:
    """The weeks between meetings that a text names, such as «hver 3. uke», «månedlig»; None where it names none."""
    for pattern, weeks in _SAID:
        if pattern.search(said):
            return weeks
    found = _WEEKS.search(said)
    return int(found[1]) or None if found else None


def _week(day: str) -> tuple[int, int]:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return year, week
