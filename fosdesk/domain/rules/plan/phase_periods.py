"""When each phase was open, as its record and the notes on it tell."""

from collections.abc import Iterator
from typing import NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import PhaseState, TransitionNote
from fosdesk.domain.rules.progress import pace_of
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester


class OpenPeriod(NamedTuple):
    """Days (YYYY-MM-DD) on which a phase was opened and closed; `closed` is empty while it is open."""

    opened: str
    closed: str


def open_periods(school: School, phase_id: str) -> Iterator[OpenPeriod]:
    """The times in which a phase was open, the earliest first."""
    # The record knows the latest time only; the notes remember that a phase was open before.
    state = school.get(PhaseState, f"phase:{phase_id}")
    notes = sorted(
        (note.written, note.occasion)
        for note in school.of(TransitionNote)
        if note.phase == phase_id and known_day(note.written) and (not state.opened or note.written < state.opened)
    )
    begun = ""
    for day, occasion in notes:
        if occasion in ("opens", "reopens"):
            begun = begun or day
        elif occasion == "closes" and begun:
            yield OpenPeriod(begun, day)
            begun = ""
    if known_day(state.opened):
        yield OpenPeriod(state.opened, state.closed if known_day(state.closed) else "")


def planned_semesters(framework: Framework, school: School, phase_id: str) -> tuple[Semester, Semester | None] | None:
    """The first and the last semester of a phase by the chosen pace; no last one where it never ends.

    None without a start, or for a phase that the pace does not know.
    """
    start = Semester.known(school.profile.start)
    span = next((one for one in pace_of(framework, school).spans if one.phase == phase_id), None)
    if start is None or span is None:
        return None
    return start.plus(span.first), start.plus(span.last) if span.last is not None else None
