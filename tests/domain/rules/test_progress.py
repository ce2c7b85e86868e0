"""Phases, milestones and what to do next."""

from fosdesk.domain.records import Answer, Decision, FollowUp, GateEntry, Meeting, OwnItem, PhaseState, SchoolProfile
from fosdesk.domain.rules.progress import (
    MOST_STEPS,
    milestones,
    next_steps,
    open_phases,
    phase_status,
    phase_to_start,
    planned_phases,
)
from fosdesk.domain.school import School
from fosdesk.domain.values.semester import Semester
from tests.domain.schools import FRAMEWORK, TODAY, school_of

F1, F2, F3 = (PhaseState(f"phase:F{n}", opened="2026-08-20") for n in (1, 2, 3))


def steps(*kinds: str, of: School) -> list[tuple[str, str]]:
    return [(s.kind, s.record) for s in next_steps(FRAMEWORK, of, TODAY) if not kinds or s.kind in kinds]


def test_phases_open_and_close_independently() -> None:
    closed = PhaseState("phase:F1", opened="2026-01-10", closed="2026-06-01")
    school = school_of(F3, closed, F2)
    assert open_phases(FRAMEWORK, school) == ("F2", "F3")
    assert [phase_status(school, p) for p in ("F0", "F1", "F2")] == ["not_open", "closed", "open"]


def test_a_new_school_is_offered_phase_1_and_nothing_else() -> None:
    assert steps(of=school_of()) == [("start_phase", "phase:F1")]


def test_the_next_phase_is_offered_when_none_is_open() -> None:
    closed = PhaseState("phase:F1", opened="2026-01-10", closed="2026-06-01")
    assert phase_to_start(FRAMEWORK, school_of(closed)) == "F2"
    assert phase_to_start(FRAMEWORK, school_of(F1)) == ""
    everything = [PhaseState(f"phase:F{n}", opened="2020-01-10", closed="2026-06-01") for n in range(1, 5)]
    assert phase_to_start(FRAMEWORK, school_of(*everything)) == ""


def test_what_is_late_and_what_comes_soon() -> None:
    school = school_of(
        F1,
        Answer("answer:F1-02", due="2026-11-20"),
        Answer("answer:F1-03", due="2026-11-23"),
        Answer("answer:F1-04", due="2027-03-01"),
        Answer("answer:F1-05", due="2026-11-20", status="done"),
        OwnItem("a1", phase="F1", due="2026-11-01"),
        OwnItem("b1", phase="F1", due="someday"),
    )
    assert steps("overdue", "due_soon", of=school) == [
        ("overdue", "answer:F1-02"), ("overdue", "a1"), ("due_soon", "answer:F1-03"),
    ]  # fmt: skip


def test_key_items_of_open_phases_are_offered_those_begun_first() -> None:
    school = school_of(F1, Answer("answer:F1-09", status="in_progress"), Answer("answer:F1-01", put_away=True))
    found = steps("key_item", of=school)
    assert found[0] == ("key_item", "answer:F1-09")
    assert ("key_item", "answer:F1-01") not in found
    assert all(record.startswith("answer:F1-") for _, record in found)


def test_an_item_with_a_day_is_said_once() -> None:
    found = next_steps(FRAMEWORK, school_of(F1, Answer("answer:F1-01", due="2026-11-20")), TODAY)
    assert [s.kind for s in found if s.record == "answer:F1-01"] == ["overdue"]


def test_entries_to_look_at_again_until_they_are_decided_anew() -> None:
    school = school_of(
        F1,
        GateEntry("due", decision="parked", signed="2026-09-01", revisit="2026-11-20"),
        GateEntry("soon", decision="parked", signed="2026-09-01", revisit="2026-11-28"),
        GateEntry("later", decision="parked", signed="2026-09-01", revisit="2027-02-01"),
        GateEntry("looked_at", decision="kept_out", signed="2026-11-20", revisit="2026-11-20"),
    )
    assert steps("revisit", of=school) == [("revisit", "due"), ("revisit", "soon")]


def test_what_has_lain_undecided_for_a_while() -> None:
    school = school_of(
        F1, GateEntry("old", came="2026-10-01"), GateEntry("new", came="2026-11-20"),
        GateEntry("older", came="2026-09-01", decision="undecided"),
    )  # fmt: skip
    assert steps("undecided", of=school) == [("undecided", "older"), ("undecided", "old")]


def test_follow_ups_are_due_like_checklist_items_until_they_are_done() -> None:
    school = school_of(
        F1,
        Answer("answer:F1-02", due="2026-11-20"),
        FollowUp("late", due="2026-11-21"),
        FollowUp("soon", due="2026-12-14"),
        FollowUp("far", due="2026-12-15"),
        FollowUp("done", due="2026-11-21", done="2026-11-22"),
    )
    assert steps("overdue", "due_soon", of=school) == [
        ("overdue", "late"), ("overdue", "answer:F1-02"), ("due_soon", "soon"),
    ]  # fmt: skip


def test_decisions_are_looked_at_again_like_entries() -> None:
    school = school_of(Decision("d", day="2026-03-01", revisit="2026-11-30"), Decision("far", revisit="2026-12-01"))
    assert steps("revisit", of=school) == [("revisit", "d")]


def test_meetings_are_no_step_as_they_have_a_place_of_their_own() -> None:
    for school in (school_of(F1, Meeting("m1", day="2026-11-01")), school_of(F1, Meeting("m2", day="2026-12-01"))):
        assert {kind for kind, _ in steps(of=school)} == {"key_item"}


def test_a_crowded_school_gets_a_few_of_each_and_never_a_wall() -> None:
    late = [OwnItem(f"late{n}", phase="F1", due="2026-11-01") for n in range(30)]
    lying = [GateEntry(f"entry{n}", came="2026-01-01") for n in range(60)]
    again = [GateEntry(f"again{n}", decision="parked", revisit="2026-11-01") for n in range(60)]
    school = school_of(F1, F2, F3, *late, *lying, *again)
    found = next_steps(FRAMEWORK, school, TODAY)
    assert len(found) == MOST_STEPS
    assert {s.kind for s in found} == {"overdue", "revisit", "undecided", "key_item"}


def test_room_that_is_left_is_used() -> None:
    late = [OwnItem(f"late{n}", phase="F4", due="2026-11-01") for n in range(30)]
    found = next_steps(FRAMEWORK, school_of(PhaseState("phase:F4", opened="2026-01-01"), *late), TODAY)
    assert len(found) == MOST_STEPS
    assert sum(s.kind == "overdue" for s in found) == MOST_STEPS - sum(s.kind == "key_item" for s in found)


def test_milestones_follow_start_and_pace() -> None:
    school = school_of(SchoolProfile("school", start="2026H", pace="original"))
    found = [(m.id, str(m.semester), m.when) for m in milestones(FRAMEWORK, school, TODAY)]
    assert found[0] == ("leadership_training", "2026V", "past")
    assert ("school_starts", "2026H", "now") in found
    assert ("routines_in_place", "2027H", "ahead") in found
    assert milestones(FRAMEWORK, school_of(), TODAY) == ()


def test_the_pace_says_which_phases_belong_to_this_semester() -> None:
    assert planned_phases(FRAMEWORK, school_of(SchoolProfile("school", start="2026H")), TODAY) == ("F0", "F1")
    later = school_of(SchoolProfile("school", start="2016H", pace="calm"))
    assert planned_phases(FRAMEWORK, later, TODAY) == ("F4",)
    before = str(Semester.of_date(TODAY).plus(5))
    assert planned_phases(FRAMEWORK, school_of(SchoolProfile("school", start=before)), TODAY) == ()
