"""How a phase goes: how long it has lasted, what is open of what is suggested first, and who has taken part."""

from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Involvement, Meeting, PhaseState
from fosdesk.domain.rules.advice import Changed
from fosdesk.domain.rules.checklist import lines_of
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, school_weeks_between

_STANDS_STILL = 8  # school weeks without a word
_AT_MEETINGS = {"staff": "staff", "unions": "unions", "parents": "parents", "pupils_council": "pupils"}
_EARLY, _LATER = ("staff", "unions"), ("staff", "pupils", "parents", "unions")  # whom the framework speaks of


class PhasePace(NamedTuple):
    """What is to be seen together before one goes on, or when nothing moves; the groups are keys of `Involvement`."""

    opened: str
    closed: str
    weeks: int  # school weeks
    open_first: tuple[str, ...]  # items that are suggested first and not settled
    took_part: tuple[str, ...]
    not_written_of: tuple[str, ...]
    still_since: str  # the last day on which something was written, where that is long ago


def phase_pace(framework: Framework, school: School, phase: str, today: str, changed: Changed) -> PhasePace:
    """The pace of a phase; of one that was never opened, nothing is known but what is open."""
    state = school.get(PhaseState, f"phase:{phase}")
    opened = state.opened if known_day(state.opened) else ""
    closed = state.closed if known_day(state.closed) else ""
    until = min(closed or today, today)
    lines = [one for one in lines_of(framework, school, phase) if not one.put_away]
    waiting = tuple(one.record_id for one in lines if one.key and not one.settled)
    took_part = _took_part(school, opened, until) if opened else ()
    expected = _EARLY if phase in ("F0", "F1") else _LATER
    still = ""
    if state.is_open and opened:
        days = [opened, *(day for one in lines for day in changed(one.record_id, ""))]
        last = max(day for day in days if known_day(day))
        still = last if school_weeks_between(last, today) >= _STANDS_STILL else ""
    return PhasePace(
        opened,
        closed,
        school_weeks_between(opened, until) if opened else 0,
        waiting,
        took_part,
        tuple(one for one in expected if one not in took_part) if opened else (),
        still,
    )


def _took_part(school: School, opened: str, until: str) -> tuple[str, ...]:
    """The groups that took part in a conversation or a meeting between two days, in the order of the definition."""
    found = {one.who for one in school.of(Involvement) if one.who and opened <= (one.day or opened) <= until}
    found |= {_AT_MEETINGS.get(one.who, "") for one in school.of(Meeting) if opened <= one.day <= until}
    order = ("staff", "pupils", "parents", "unions", "safety_representative", "others")
    return tuple(one for one in order if one in found)
