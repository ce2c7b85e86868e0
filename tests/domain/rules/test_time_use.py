"""Minutes asked and freed by semester, and gaps between meetings."""

from fosdesk.domain.records import ExistingGroup, Meeting, StopItem, TimePlan, TimeSlot
from fosdesk.domain.rules import time_use
from fosdesk.domain.rules.time_use import Gap
from tests.domain.schools import FRAMEWORK, TODAY, school_of


def test_minutes_are_asked_by_semester() -> None:
    school = school_of(
        TimeSlot("a", semester="2026H", minutes=90, times=10),
        TimeSlot("b", semester="2026H", minutes=60, every_weeks=2),
        TimeSlot("c", semester="2027V", minutes=45), TimeSlot("d", semester="2026H", times=4),
    )  # fmt: skip
    assert [(str(t.semester), t.asked) for t in time_use.time_by_semester(school, TODAY)] == [
        ("2026H", 900 + 9 * 60), ("2027V", 45),
    ]  # fmt: skip


def test_what_was_freed_stays_freed() -> None:
    school = school_of(
        StopItem("a", freed=300, semester="2026V"), ExistingGroup("g", freed=200, semester="2026H"),
        TimeSlot("t", semester="2027V", minutes=100, times=1),
    )  # fmt: skip
    found = time_use.time_by_semester(school, TODAY)
    assert [(str(t.semester), t.freed) for t in found] == [("2026V", 300), ("2026H", 500), ("2027V", 500)]
    assert found[-1].balance == 400


def test_a_stop_without_a_semester_counts_from_the_start_and_odd_values_do_no_harm() -> None:
    school = school_of(
        StopItem("a", freed=60), StopItem("b", freed=-60, semester="2026H"), StopItem("c", freed=10, semester="9999H"),
        TimeSlot("d", semester="1000V", minutes=10), TimeSlot("e", semester="whenever", minutes=-5, every_weeks=-2),
    )  # fmt: skip
    assert [(str(t.semester), t.asked, t.freed) for t in time_use.time_by_semester(school, TODAY)] == [("2026H", 0, 60)]


def test_nothing_written_gives_no_picture() -> None:
    assert time_use.time_by_semester(school_of(StopItem("a", what="Temauka")), TODAY) == ()


def test_the_next_meeting_counts_from_today() -> None:
    today, before, externals = (
        Meeting("t", day=TODAY),
        Meeting("b", day="2026-11-22"),
        Meeting("x", day=TODAY, who="externals"),
    )
    assert time_use.next_meeting(school_of(before, externals, today), TODAY) == today
    assert time_use.next_meeting(school_of(before, Meeting("n")), TODAY) is None
    assert time_use.next_meeting(school_of(externals), TODAY) is None


def test_gaps_leave_out_the_long_holidays_but_say_what_a_calendar_shows() -> None:
    autumn, winter = Meeting("a", day="2026-12-14"), Meeting("b", day="2027-01-11")
    assert time_use.gaps(school_of(winter, autumn)) == (Gap(autumn, winter, 4, 2),)
    assert time_use.gaps(school_of(autumn, Meeting("e", day="2027-01-08")))[0].school_weeks == 1
    spring, late = Meeting("c", day="2026-06-15", who="staff"), Meeting("d", day="2026-08-24", who="work_group")
    assert time_use.gaps(school_of(spring, late)) == (Gap(spring, late, 10, 2),)


def test_long_gaps_are_those_beyond_the_schools_own_number_that_are_not_over() -> None:
    days = ("2026-01-10", "2026-05-10", "2026-11-01", "2026-12-10", "2027-02-28")
    meetings = [Meeting(day, day=day) for day in days]
    assert [(g.first.day, g.last.day) for g in time_use.long_gaps(FRAMEWORK, school_of(*meetings), TODAY)] == [
        days[-2:]
    ]
    patient = school_of(*meetings, TimePlan("time_plan", gap_weeks=12))
    assert time_use.long_gaps(FRAMEWORK, patient, TODAY) == ()
    assert time_use.gap_limit(FRAMEWORK, patient) == 12
    assert time_use.gap_limit(FRAMEWORK, school_of(TimePlan("time_plan", gap_weeks=0))) == 6
