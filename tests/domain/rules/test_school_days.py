"""Which days the school's own calendar takes out, and what holds where it says nothing."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import SchoolCalendar
from fosdesk.domain.rules.school_days import DayOff, day_off, days_of, has_calendar, planning_days, school_year
from fosdesk.domain.school import School


def school(*records: Record) -> School:
    return School("s", {one.id: one for one in records}, {})


AUTUMN = SchoolCalendar("a", "2026-10-05", "2026-10-09", "free", "Høstferie")
PLANNING = SchoolCalendar("b", "2026-08-17", what="planning")


def test_the_days_from_the_first_to_the_last_are_off() -> None:
    known = school(AUTUMN, PLANNING)
    assert day_off(known, "2026-10-05") == day_off(known, "2026-10-09") == DayOff("free", "Høstferie")
    assert day_off(known, "2026-10-10") is None
    assert day_off(known, "2026-08-17") == DayOff("planning", "")
    assert planning_days(known, "2026-08-01", "2026-12-31") == ["2026-08-17"]
    assert planning_days(known, "2026-08-18", "2026-12-31") == []


def test_a_planning_day_in_a_holiday_counts_as_one() -> None:
    known = school(AUTUMN, SchoolCalendar("c", "2026-10-05", what="planning", name="Kurs"))
    assert day_off(known, "2026-10-05") == DayOff("planning", "Kurs")


def test_without_a_calendar_the_long_holidays_are_off_and_with_one_too() -> None:
    assert day_off(school(), "2027-07-06") == DayOff("free", "")
    assert day_off(school(AUTUMN), "2026-12-24") == DayOff("free", "")
    assert day_off(school(), "2026-10-06") is None
    assert has_calendar(school(AUTUMN), "2027-03-01")
    assert not has_calendar(school(AUTUMN), "2026-03-01")


def test_the_school_year_begins_in_august() -> None:
    assert [school_year(day) for day in ("2026-07-31", "2026-08-01", "2027-01-01", "")] == [2025, 2026, 2026, 0]


def test_a_mistyped_day_never_makes_every_day_a_holiday() -> None:
    assert days_of(SchoolCalendar("x", "2026-10-05", "2062-10-09")) == ["2026-10-05"]
    assert days_of(SchoolCalendar("x", "2026-10-05", "2026-10-01")) == ["2026-10-05"]
    assert days_of(SchoolCalendar("x", "", "2026-10-01")) == ()
