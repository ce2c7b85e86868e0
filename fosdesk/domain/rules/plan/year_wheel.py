"""What comes round in a school year, ring by ring: fixed dates, routines, regular talks, evaluations and meetings."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from fosdesk.domain.fields import Record
from fosdesk.domain.framework import Framework, YearlyReminder
from fosdesk.domain.records import Adjustment, Evaluation, Meeting, Milestone, Routine, SchoolCalendar
from fosdesk.domain.rules.school_days import school_year
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.derived_ids import derived_id
from fosdesk.domain.values.months import SCHOOL_YEAR, known_months, stored_months
from fosdesk.domain.values.semester import Semester

Ring = Literal["deadlines", "routines", "talks", "reviews", "meetings"]
RINGS: tuple[Ring, ...] = ("deadlines", "routines", "talks", "reviews", "meetings")
_RING_OF: dict[str, Ring] = {"deadline": "deadlines", "talk": "talks", "review": "reviews"}
_STAFF = "staff"


# The day that each of these stands on, and in which ring.
_DAYS: tuple[tuple[type[Record], str, Ring], ...] = (
    (Milestone, "day", "deadlines"),
    (Adjustment, "due", "deadlines"),
    (Evaluation, "day", "reviews"),
    (Meeting, "day", "meetings"),
)


class WheelItem(NamedTuple):
    """One thing on a ring: in `months`, from August on, or on `day` (YYYY-MM-DD) where there are none.

    `marked` sets meetings of the whole staff apart.
    """

    ring: Ring
    record: str
    months: tuple[int, ...] = ()
    day: str = ""
    marked: bool = False

    @property
    def first_month(self) -> int:
        """The month in which it comes first."""
        return self.months[0] if self.months else int(self.day[5:7])


def wheel_items(school: School, year: int) -> tuple[WheelItem, ...]:
    """What comes round in the school year that begins in August of `year`, ring by ring and month by month."""
    found = (*_routines(school, year), *_dated(school, year))
    return tuple(
        sorted(
            found,
            key=lambda one: (RINGS.index(one.ring), SCHOOL_YEAR.index(one.first_month), one.day, _place(school, one)),
        )
    )


def months_in(one: Routine, year: int) -> tuple[int, ...]:
    """The months of a routine in a school year, as far as it has begun and is not over."""
    since, until = Semester.known(one.since), Semester.known(one.until)
    return tuple(
        month
        for month in known_months(one.months)
        if (since is None or since <= semester_of(year, month)) and (until is None or semester_of(year, month) <= until)
    )


def semester_of(year: int, month: int) -> Semester:
    """The semester of a month in the school year that begins in August of `year`."""
    return Semester(year, autumn=True) if month >= SCHOOL_YEAR[0] else Semester(year + 1, autumn=False)


def reminders_left(framework: Framework, school: School) -> tuple[YearlyReminder, ...]:
    """What the framework suggests to come back to every year, and no routine was made from."""
    taken = {one.suggested for one in school.of(Routine)}
    return tuple(one for one in framework.yearly if one.id not in taken)


def routine_from(reminder: YearlyReminder) -> Routine:
    """The routine that a reminder becomes; the same one on every laptop."""
    return Routine(
        id=derived_id("routine", reminder.id),
        name=reminder.text,
        months=stored_months(reminder.months),
        ring=reminder.ring,
        suggested=reminder.id,
    )


def _routines(school: School, year: int) -> Iterator[WheelItem]:
    for one in school.of(Routine):
        months = () if one.put_away else months_in(one, year)
        if months:
            yield WheelItem(_RING_OF.get(one.ring, "routines"), one.id, months)


def _dated(school: School, year: int) -> Iterator[WheelItem]:
    for off in school.of(SchoolCalendar):
        if off.what == "planning" and school_year(off.first) == year and not off.put_away:
            yield WheelItem("deadlines", off.id, day=off.first)
    for kind, name, ring in _DAYS:
        for one in school.of(kind):
            day = getattr(one, name)
            if _is_in(day, year) and not one.put_away:
                marked = isinstance(one, Meeting) and one.who == _STAFF
                yield WheelItem(ring, one.id, day=day, marked=marked)


def _is_in(day: str, year: int) -> bool:
    return bool(known_day(day)) and school_year(day) == year


def _place(school: School, one: WheelItem) -> tuple[str, str]:
    return getattr(school.find(one.record), "pos", ""), one.record
