"""The agenda of a meeting: its lines in order, their minutes, places and numbers, and which meeting comes next."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from fosdesk.domain.records import AgendaLine, Meeting, TimeSlot
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import in_long_holiday, known_day, plus_days
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.text_folding import folded

_NUMBER = re.compile(r"([0-9]{1,6})/([0-9]{2})", re.ASCII)
_WEEKS, _MOST_WEEKS = 2, 12  # between two meetings where nothing says how many, and the most that count as a rhythm
_TRIES = 60
LineChange = tuple[AgendaLine, AgendaLine]  # before and after


class AgendaTime(NamedTuple):
    """The minutes of all lines together, and how many lines have none."""

    minutes: int
    untimed: int


def lines_of_meeting(school: School, meeting_id: str) -> tuple[AgendaLine, ...]:
    """The agenda of a meeting in its order."""
    return lines_by_meeting(school).get(meeting_id, ())


def lines_by_meeting(school: School) -> Mapping[str, tuple[AgendaLine, ...]]:
    """The agenda of each meeting that has one, by the meeting's id."""
    return school.cached(_lines_by_meeting, AgendaLine)


def _lines_by_meeting(school: School) -> dict[str, tuple[AgendaLine, ...]]:
    found: dict[str, list[AgendaLine]] = {}
    for line in school.of(AgendaLine):
        found.setdefault(line.meeting, []).append(line)
    return {meeting: tuple(lines) for meeting, lines in found.items()}


def agenda_time(lines: Sequence[AgendaLine]) -> AgendaTime:
    """How long the lines take."""
    return AgendaTime(sum(max(line.minutes or 0, 0) for line in lines), sum(not line.minutes for line in lines))


def ends_at(meeting: Meeting, lines: Sequence[AgendaLine], place: int) -> str:
    """The time of day (HH:MM) at which a line ends, by the start and the minutes so far; empty where these lack."""
    so_far = lines[: place + 1]
    if not re.fullmatch(r"\d\d:\d\d", meeting.start) or not all(line.minutes for line in so_far):
        return ""
    ends = int(meeting.start[:2]) * 60 + int(meeting.start[3:]) + agenda_time(so_far).minutes
    return f"{ends // 60 % 24:02}:{ends % 60:02}"


def place_after(lines: Sequence[AgendaLine]) -> str:
    """The place of a new line at the end."""
    return between(lines[-1].pos if lines else "", "")


def numbered(school: School, meeting: Meeting) -> tuple[LineChange, ...]:
    """The lines of a meeting that have no number yet, with one: «12/26» is the twelfth of the year 2026.

    Numbers that were given stay, also two alike that two laptops gave. Nothing for a meeting without a day.
    """
    if not known_day(meeting.day):
        return ()
    year = meeting.day[2:4]
    found = (_NUMBER.fullmatch(line.number) for line in school.of(AgendaLine))
    last = max((int(one[1]) for one in found if one and one[2] == year), default=0)
    blank = [line for line in lines_of_meeting(school, meeting.id) if not line.number]
    return tuple(
        (line, msgspec.structs.replace(line, number=f"{last + n}/{year}")) for n, line in enumerate(blank, start=1)
    )


def coming_meetings(school: School, today: str) -> tuple[Meeting, ...]:
    """The meetings of every kind from today on, the nearest first."""
    return tuple(one for one in _dated(school) if one.day >= today)


def earlier_meetings(school: School, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings before this one that belong together with it, the latest first.

    They are of its series; where it has none or is the first of it, those with the same people.
    """
    before = [
        one for one in school.of(Meeting) if known_day(one.day) and one.id != meeting.id and _before(one, meeting)
    ]
    series = _series(meeting)
    found = [one for one in before if series and _series(one) == series]
    found = found or [one for one in before if meeting.who and one.who == meeting.who]
    return tuple(sorted(found, key=_when, reverse=True))


def meeting_to_plan(school: School, today: str) -> Meeting:
    """A meeting to propose where none is coming: as the last one was, in its rhythm, from tomorrow on.

    Without any, the work group meets in a week. Never in the summer or Christmas holidays.
    """
    held = [one for one in _dated(school) if one.day < today]
    if not held:
        return Meeting(day=_out_of_holidays(plus_days(today, 7), 7), who="work_group", minutes=60)
    last = held[-1]
    before = earlier_meetings(school, last)
    step = 7 * _rhythm(school, last, before[0].day if before else "")
    day = plus_days(last.day, step)
    for _ in range(_TRIES):
        if day > today:
            break
        day = plus_days(day, step)
    day = max(day, plus_days(today, 7)) if day <= today else day
    return Meeting(
        what=last.what if last.series.strip() else "",
        day=_out_of_holidays(day, 7),
        start=last.start,
        who=last.who,
        minutes=last.minutes,
        place=last.place,
        series=last.series,
    )


def _rhythm(school: School, last: Meeting, before: str) -> int:
    """The weeks between two meetings: as between the last two, else as the time set aside for them says."""
    one, other = known_day(before), known_day(last.day)
    weeks = round((other - one).days / 7) if one and other else 0
    if 0 < weeks <= _MOST_WEEKS:
        return weeks
    slots = [slot for slot in school.of(TimeSlot) if slot.who == last.who and slot.every_weeks]
    return max(max(slots, key=lambda slot: slot.semester).every_weeks or _WEEKS, 1) if slots else _WEEKS


def _out_of_holidays(day: str, step: int) -> str:
    for _ in range(_TRIES):
        if not in_long_holiday(day):
            break
        day = plus_days(day, step)
    return day


def _dated(school: School) -> tuple[Meeting, ...]:
    return school.cached(_in_order, Meeting)


def _in_order(school: School) -> tuple[Meeting, ...]:
    return tuple(sorted((one for one in school.of(Meeting) if known_day(one.day)), key=_when))


@lru_cache(256)
def _folded(series: str) -> str:
    return " ".join(folded(series).split())


def _series(meeting: Meeting) -> str:
    return _folded(meeting.series)


def _when(meeting: Meeting) -> tuple[str, str, str]:
    return meeting.day, meeting.start, meeting.id


def _before(one: Meeting, meeting: Meeting) -> bool:
    return not meeting.day or _when(one) < _when(meeting)
