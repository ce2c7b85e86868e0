"""A month in whole weeks, with what comes up on its days."""

from datetime import date, timedelta

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import FollowUp, Meeting, SchoolCalendar
from fosdesk.domain.rules.month import MonthEntry, moved_by_months, weeks_of_month
from fosdesk.domain.rules.school_days import DayOff
from fosdesk.domain.school import School


def school(*records: Record) -> School:
    return School("s", {one.id: one for one in records}, {})


@pytest.mark.parametrize("day", ["2026-12-08", "2026-02-01", "2027-02-28", "2024-02-29", "2026-01-31", "2100-12-31"])
def test_a_month_is_shown_in_whole_weeks_from_monday(day: str) -> None:
    weeks = weeks_of_month(school(), day)
    days = [date.fromisoformat(one.day) for week in weeks for one in week]
    assert days == [days[0] + timedelta(step) for step in range(len(days))]
    assert (days[0].isoweekday(), days[-1].isoweekday()) == (1, 7)
    inside = [one.day for week in weeks for one in week if one.is_inside]
    assert inside == [d.isoformat() for d in days if d.isoformat()[:7] == day[:7]]
    assert inside[0].endswith("-01")
    assert (date.fromisoformat(inside[-1]) + timedelta(1)).day == 1
    assert all(any(one.is_inside for one in week) for week in weeks)


def test_meetings_come_first_by_their_time_then_what_is_due() -> None:
    known = school(
        FollowUp("f", what="Ring", due="2026-12-08"),
        FollowUp("done", what="Ferdig", due="2026-12-08", done="2026-12-01"),
        Meeting("late", day="2026-12-08", start="14:30"),
        Meeting("early", day="2026-12-08", start="08:15"),
        Meeting("never", day="en gang"),
        SchoolCalendar("a", "2026-12-07", "2026-12-08", "planning", "Kurs"),
    )
    found = {one.day: one for week in weeks_of_month(known, "2026-12-01") for one in week}
    assert found["2026-12-08"].entries == (
        MonthEntry("early", "happens", "08:15"),
        MonthEntry("late", "happens", "14:30"),
        MonthEntry("f", "due"),
    )
    assert found["2026-12-07"].off == found["2026-12-08"].off == (DayOff("planning", "Kurs"),)
    assert (found["2026-12-09"].off, found["2026-12-09"].entries) == ((), ())


def test_going_by_months_keeps_the_day_where_there_is_one() -> None:
    assert moved_by_months("2026-12-31", 1) == "2027-01-31"
    assert moved_by_months("2027-01-31", 1) == "2027-02-28"
    assert moved_by_months("2027-03-31", -1) == "2027-02-28"
    assert moved_by_months("2026-12-08", -12) == "2025-12-08"
    assert moved_by_months("2200-12-08", 1) == "2200-12-08"
    assert moved_by_months("1900-01-08", -1) == "1900-01-08"
    assert moved_by_months("ingen", 1) == "ingen"
