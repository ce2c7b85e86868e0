"""What comes round in a school year, from August on, in the months and semesters that a routine has."""

import msgspec

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Adjustment, Evaluation, Meeting, Milestone, Routine, SchoolCalendar
from fosdesk.domain.rules.plan.year_wheel import months_in, reminders_left, routine_from, wheel_items
from fosdesk.domain.values.months import stored_months
from tests.domain.schools import FRAMEWORK, school_of


def rings(*records: Record, year: int = 2026) -> list[tuple[str, str]]:
    """The ring and the record of each thing on the wheel."""
    return [(one.ring, one.record) for one in wheel_items(school_of(*records), year)]


def test_a_routine_lies_on_the_ring_that_it_names_and_else_among_routines() -> None:
    found = rings(
        Routine("r1", months="3"),
        Routine("r2", months="3", ring="deadline"),
        Routine("r3", months="3", ring="talk"),
        Routine("r4", months="3", ring="review"),
        Routine("r5", months="3", ring="something of a newer version"),
        Routine("r6", months=""),
        msgspec.structs.replace(Routine("r7", months="3"), put_away=True),
    )
    assert found == [("deadlines", "r2"), ("routines", "r1"), ("routines", "r5"), ("talks", "r3"), ("reviews", "r4")]


def test_a_year_goes_from_august_to_july() -> None:
    found = rings(
        Milestone("m1", day="2026-07-31"),
        Milestone("m2", day="2026-08-01"),
        Milestone("m3", day="2027-07-31"),
        Milestone("m4", semester="2027V"),
        Adjustment("a1", due="2027-01-10"),
        SchoolCalendar("c1", first="2026-08-13", last="2026-08-14", what="planning"),
        SchoolCalendar("c2", first="2026-10-05", what="free"),
        Evaluation("e1", day="2027-06-10"),
        Meeting("t1", day="2026-12-01", who="staff"),
        Meeting("t2", day="en dag"),
    )
    assert [record for _, record in found] == ["m2", "c1", "a1", "m3", "e1", "t1"]


def test_things_come_in_the_order_of_the_year() -> None:
    found = rings(Routine("r1", months="2,9", pos="b"), Routine("r2", months="1"), Routine("r3", months="9", pos="a"))
    assert [record for _, record in found] == ["r3", "r1", "r2"]


def test_a_routine_has_its_months_only_while_it_goes_on() -> None:
    one = Routine(months="9,3", since="2026H", until="2027H")
    assert [months_in(one, year) for year in (2025, 2026, 2027, 2028)] == [(), (9, 3), (9,), ()]
    assert months_in(Routine(months="9,3", since="2027V"), 2026) == (3,)
    assert months_in(Routine(months="9", since="en gang", until="aldri"), 2026) == (9,)


def test_the_frameworks_reminders_are_offered_until_they_are_taken_in() -> None:
    school = school_of()
    left = reminders_left(FRAMEWORK, school)
    assert [one.id for one in left] == [one.id for one in FRAMEWORK.yearly]
    made = routine_from(left[0])
    assert (made.name, made.months, made.suggested) == (left[0].text, stored_months(left[0].months), left[0].id)
    assert made.id == routine_from(left[0]).id
    assert [one.id for one in reminders_left(FRAMEWORK, school_of(made))] == [one.id for one in left[1:]]
    assert {routine_from(one).ring for one in left} <= {"routine", "deadline", "talk", "review"}
