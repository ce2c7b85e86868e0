"""Days for a series of meetings: around the school's calendar, each that does not suit with its reason."""

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Meeting, SchoolCalendar
from fosdesk.domain.records.meetings import MEETING_WHO_OPTIONS
from fosdesk.domain.rules.meeting_days import MOST, days_between, proposed_days, weeks_apart
from fosdesk.domain.rules.school_days import DayOff
from fosdesk.domain.school import School

AUTUMN = SchoolCalendar("a", "2026-10-05", "2026-10-09", "free", "Høstferie")
PLANNING = SchoolCalendar("b", "2026-11-20", what="planning", name="Planleggingsdag")


def school(*records: Record) -> School:
    return School("s", {one.id: one for one in records}, {})


def said(known: School, who: str, first: str, last: str, weeks: int = 1) -> list[tuple[str, str]]:
    return [(one.day, one.reason) for one in proposed_days(known, who, first, last, weeks)]


def test_days_are_never_endless() -> None:
    assert len(days_between("2026-01-01", "2200-01-01", 1)) == MOST
    assert days_between("2026-01-01", "2026-01-01", 0) == ["2026-01-01"]
    assert days_between("", "2026-01-01", 2) == ()


GROUPS = [option.key for option in MEETING_WHO_OPTIONS if option.key != "staff"] + [""]


@pytest.mark.parametrize("who", GROUPS)
def test_every_group_keeps_clear_of_days_off_and_planning_days(who: str) -> None:
    known = school(AUTUMN, PLANNING)
    assert said(known, who, "2026-10-02", "2026-10-16") == [
        ("2026-10-02", ""),
        ("2026-10-09", "off"),
        ("2026-10-16", ""),
    ]
    (found,) = proposed_days(known, who, "2026-10-09", "2026-10-09", 1)
    assert found.off == DayOff("free", "Høstferie"), "the reason is known"
    assert said(known, who, "2026-11-13", "2026-11-20") == [("2026-11-13", ""), ("2026-11-20", "off")]


def test_the_staff_are_offered_planning_days_first_and_no_second_meeting_that_week() -> None:
    known = school(AUTUMN, PLANNING)
    assert said(known, "staff", "2026-11-10", "2026-11-24") == [
        ("2026-11-20", ""),
        ("2026-11-10", ""),
        ("2026-11-17", "same_week"),
        ("2026-11-24", ""),
    ]
    assert said(known, "staff", "2026-10-02", "2026-10-09")[1] == ("2026-10-09", "off")


@pytest.mark.parametrize("who", ["", "staff", "work_group", "leadership"])
def test_without_a_calendar_no_meeting_is_proposed_in_july_or_at_christmas(who: str) -> None:
    days = proposed_days(school(), who, "2026-12-01", "2027-08-31", 1)
    suiting = [one.day for one in days if one.suits]
    assert suiting
    assert [day for day in suiting if day[5:7] == "07" or "12-21" <= day[5:] <= "12-31"] == []
    assert all(one.off == DayOff("free", "") for one in days if not one.suits)


def test_a_day_on_which_they_meet_already_does_not_suit() -> None:
    known = school(
        Meeting("m", day="2026-11-10", who="work_group"), PLANNING, Meeting("n", day="2026-11-20", who="staff")
    )
    assert said(known, "work_group", "2026-11-10", "2026-11-17") == [("2026-11-10", "taken"), ("2026-11-17", "")]
    assert said(known, "staff", "2026-11-10", "2026-11-10") == [("2026-11-10", "")]
    assert said(known, "staff", "2026-11-20", "2026-11-20") == [("2026-11-20", "taken")]


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("Hver 3. uke", 3),
        ("kvar 6. veke", 6),
        ("annenhver uke på Teams", 2),
        ("Annankvar veke", 2),
        ("hver uke", 1),
        ("månedlig", 4),
        ("ein gong i månaden", 4),
        ("ved behov", None),
        ("", None),
        ("uke 41", None),
        ("0 uker", None),
    ],
)
def test_the_weeks_between_touchpoints_are_read_where_they_are_said(text: str, weeks: int | None) -> None:
    assert weeks_apart(text) == weeks
