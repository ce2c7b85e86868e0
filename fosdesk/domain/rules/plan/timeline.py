"""What stands on the time line of years: phases, milestones, meetings, initiatives and evaluations, with their days."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Evaluation, Initiative, Meeting, Milestone
from fosdesk.domain.rules.plan.phase_periods import open_periods, planned_semesters
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, plus_days
from fosdesk.domain.values.semester import Semester

Lane = Literal["phases", "milestones", "meetings", "initiatives", "evaluations"]
LANES: tuple[Lane, ...] = ("phases", "milestones", "meetings", "initiatives", "evaluations")
_STAFF = "staff"


class TimelineItem(NamedTuple):
    """One thing on a lane, from `first` to `last` (YYYY-MM-DD), both included; one day when they are the same.

    `last` is empty where there is no end. `happened` when it is so already, else it is intended. `semester` when only
    that much is known of the day. `marked` sets some apart: phases that are open now, meetings of the whole staff, and
    what is required of a school.
    """

    lane: Lane
    record: str
    first: str
    last: str
    happened: bool
    semester: str = ""
    marked: bool = False


def timeline_items(framework: Framework, school: School, today: str) -> tuple[TimelineItem, ...]:
    """Everything with a day, lane by lane, the earliest first; what is put away is left out.

    Milestones with a semester alone stand in its middle, and those that were reached on the day when they were.
    """
    found = (
        *_phases(framework, school, today),
        *(_milestones(school)),
        *(_meetings(school, today)),
        *(_initiatives(school, today)),
        *(_evaluations(school, today)),
    )
    return tuple(sorted(found, key=lambda one: (LANES.index(one.lane), one.first, one.record, one.happened)))


def years_shown(items: tuple[TimelineItem, ...], today: str, *, most: int = 20) -> tuple[Semester, Semester]:
    """The first and the last semester of the time line, with the one after today, and no further than `most` away."""
    now = Semester.of_date(today)
    days = [day for one in items for day in (one.first, one.last) if day]
    seen = [found for day in days if (found := Semester.of_stored(day)) is not None]
    near = [one for one in seen if abs(one.since(now)) <= most]
    return min([*near, now]), max([*near, now.plus(2)])


def middle_of(semester: Semester) -> str:
    """The day on which what is known to be in a semester is drawn."""
    return f"{semester.year:04}-{'10-15' if semester.autumn else '04-15'}"


def _phases(framework: Framework, school: School, today: str) -> Iterator[TimelineItem]:
    tomorrow = plus_days(today, 1)
    for phase in framework.phases:
        record = f"phase:{phase.id}"
        periods = list(open_periods(school, phase.id))
        for one in periods:
            ends = one.closed or max(today, one.opened)
            yield TimelineItem("phases", record, one.opened, ends, happened=True, marked=not one.closed)
        planned = planned_semesters(framework, school, phase.id)
        is_open = any(not one.closed for one in periods)
        if planned is None or (periods and not is_open):  # one that is over goes on no longer, whatever was planned
            continue
        ends = planned[1].last_day if planned[1] is not None else ""
        begins = tomorrow if is_open else max(planned[0].first_day, tomorrow)
        if not ends or ends > begins:
            yield TimelineItem("phases", record, begins, ends, happened=False)


def _milestones(school: School) -> Iterator[TimelineItem]:
    for one in school.of(Milestone):
        semester = Semester.known(one.semester)
        day = next((day for day in (one.reached, one.day) if known_day(day)), "")
        if not one.put_away and (day or semester is not None):
            at = day or middle_of(semester)  # type: ignore[arg-type]  # there is one without a day
            yield TimelineItem("milestones", one.id, at, at, bool(one.reached), "" if day else one.semester)


def _meetings(school: School, today: str) -> Iterator[TimelineItem]:
    for one in school.of(Meeting):
        if known_day(one.day) and not one.put_away:
            yield TimelineItem("meetings", one.id, one.day, one.day, one.day <= today, marked=one.who == _STAFF)


def _initiatives(school: School, today: str) -> Iterator[TimelineItem]:
    for one in school.of(Initiative):
        if known_day(one.started) and not one.put_away:
            last = one.ended if known_day(one.ended) and one.ended >= one.started else ""
            marked = one.origin == "statutory"
            yield TimelineItem("initiatives", one.id, one.started, last, one.started <= today, marked=marked)


def _evaluations(school: School, today: str) -> Iterator[TimelineItem]:
    for one in school.of(Evaluation):
        if known_day(one.day) and not one.put_away:
            yield TimelineItem("evaluations", one.id, one.day, one.day, one.day <= today)
