"""Minutes asked and freed by semester, and gaps between meetings."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import ExistingGroup, Meeting, StopItem, TimePlan, TimeSlot
from fosdesk.domain.rules import time_use
from fosdesk.domain.rules.time_use import Gap
from fosdesk.domain.values.semester import Semester
from tests.domain.schools import FRAMEWORK, TODAY, school_of


def asked_and_freed(*records: Record) -> dict[str, list[tuple[str, int, int]]]:
    found = time_use.time_by_group(school_of(*records), TODAY)
    return {group.who: [(str(one.semester), one.asked, one.freed) for one in group.semesters] for group in found}


def test_minutes_are_asked_by_semester_of_each_group_and_never_added_up_over_groups() -> None:
    assert asked_and_freed(
        TimeSlot("a", who="work_group", semester="2026H", minutes=90, times=10),
        TimeSlot("b", who="work_group", semester="2026H", minutes=60, every_weeks=2),
        TimeSlot("c", who="staff", semester="2027V", minutes=45),
        TimeSlot("d", who="staff", semester="2026H", times=4),
    ) == {"work_group": [("2026H", 900 + 9 * 60, 0)], "staff": [("2026H", 0, 0), ("2027V", 45, 0)]}


def test_what_was_freed_stays_freed_for_those_it_was_freed_for() -> None:
    assert asked_and_freed(
        StopItem("a", who="staff", freed=300, semester="2026V"),
        StopItem("b", who="staff", freed=100, semester="2026H"),
        TimeSlot("t", who="work_group", semester="2027V", minutes=100, times=1),
    ) == {
        "work_group": [("2026H", 0, 0), ("2027V", 100, 0)],
        "staff": [("2026V", 0, 300), ("2026H", 0, 400)],
    }


def test_what_nobody_said_for_whom_it_is_and_what_groups_free_is_in_no_sum() -> None:
    slot, stop = TimeSlot("t", semester="2026H", minutes=60), StopItem("s", freed=60, who="from a newer version")
    group, other = ExistingGroup("g", freed=60), ExistingGroup("h", freed=-5)
    without = (TimeSlot("u", semester="2026H"), StopItem("v", what="Temauka"))
    school = school_of(slot, stop, group, other, *without)
    assert time_use.time_by_group(school, TODAY) == ()
    assert time_use.time_for_nobody_named(school) == (slot, stop)
    assert time_use.groups_that_free_time(school) == (group,)


def test_a_stop_without_a_semester_counts_from_the_start_and_odd_values_do_no_harm() -> None:
    assert asked_and_freed(
        StopItem("a", who="staff", freed=60),
        StopItem("b", who="staff", freed=-60, semester="2026H"),
        StopItem("c", who="staff", freed=10, semester="9999H"),
        TimeSlot("d", who="staff", semester="1000V", minutes=10),
        TimeSlot("e", who="staff", semester="whenever", minutes=-5, every_weeks=-2),
    ) == {"staff": [("2026H", 0, 60)]}


def test_a_semester_beyond_those_with_anything_in_them_asks_nothing() -> None:
    (group,) = time_use.time_by_group(school_of(TimeSlot("t", who="staff", semester="2026H", minutes=9)), TODAY)
    assert group.at(Semester.of_date(TODAY)).asked == 9
    assert group.at(Semester.of_date(TODAY).next()).asked == 0


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
