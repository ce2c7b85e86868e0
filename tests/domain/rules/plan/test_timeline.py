"""What stands on the time line: filled what happened, open what is intended, and nothing twice."""

import msgspec

from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    Evaluation,
    Initiative,
    Meeting,
    Milestone,
    PhaseState,
    SchoolProfile,
    TransitionNote,
)
from fosdesk.domain.rules.plan.timeline import TimelineItem, timeline_items, years_shown
from fosdesk.domain.values.semester import Semester
from tests.domain.schools import FRAMEWORK, TODAY, school_of


def items(*records: Record) -> tuple[TimelineItem, ...]:
    """What the line shows of these records."""
    return timeline_items(FRAMEWORK, school_of(*records), TODAY)


def spans(*records: Record) -> list[tuple[str, str, bool]]:
    """From when to when each thing lasts, and whether it happened."""
    return [(one.first, one.last, one.happened) for one in items(*records)]


def test_an_open_phase_is_filled_up_to_today_and_goes_on_as_planned() -> None:
    profile = SchoolProfile("school", start="2026V", pace="steady")
    open_one = [one for one in items(profile, PhaseState("phase:F2", opened="2026-09-01")) if one.record == "phase:F2"]
    assert [(one.first, one.last, one.happened, one.marked) for one in open_one] == [
        ("2026-09-01", TODAY, True, True),
        ("2026-11-24", "2026-12-31", False, False),
    ]


def test_a_closed_phase_is_over_and_one_without_end_has_none() -> None:
    profile = SchoolProfile("school", start="2026V", pace="steady")
    closed = PhaseState("phase:F1", opened="2026-01-10", closed="2026-06-01")
    found = {one.record: one for one in items(profile, closed)}
    assert (found["phase:F1"].last, found["phase:F1"].marked) == ("2026-06-01", False)
    assert (found["phase:F4"].first, found["phase:F4"].last) == ("2028-01-01", "")
    assert "phase:F0" not in found  # what was planned for the past and never opened


def test_a_phase_that_was_open_before_stands_twice() -> None:
    note = {"phase": "F1", "written": "2025-02-01", "occasion": "opens"}
    closing = {"phase": "F1", "written": "2025-05-01", "occasion": "closes"}
    found = spans(
        TransitionNote("n1", **note), TransitionNote("n2", **closing), PhaseState("phase:F1", opened="2026-01-10")
    )
    assert found == [("2025-02-01", "2025-05-01", True), ("2026-01-10", TODAY, True)]


def test_a_milestone_stands_on_its_day_in_its_semester_or_where_it_was_reached() -> None:
    found = items(
        Milestone("m1", semester="2027V"),
        Milestone("m2", semester="2027V", day="2027-05-12"),
        Milestone("m3", semester="2027V", day="2027-05-12", reached="2026-10-01"),
        Milestone("m4", what="en dag"),
        msgspec.structs.replace(Milestone("m5", semester="2027V"), put_away=True),
    )
    assert [(one.record, one.first, one.semester, one.happened) for one in found] == [
        ("m3", "2026-10-01", "", True),
        ("m1", "2027-04-15", "2027V", False),
        ("m2", "2027-05-12", "", False),
    ]


def test_meetings_initiatives_and_evaluations_have_their_marks() -> None:
    found = items(
        Meeting("a", day="2026-10-01", who="staff"),
        Meeting("b", day="2027-10-01"),
        Meeting("c", day="someday"),
        Initiative("i", started="2025-01-01", origin="statutory", ended="2024-01-01"),
        Initiative("j"),
        Evaluation("e", day="2027-01-15"),
    )
    assert [(one.lane, one.record, one.happened, one.marked) for one in found] == [
        ("meetings", "a", True, True),
        ("meetings", "b", False, False),
        ("initiatives", "i", True, True),
        ("evaluations", "e", False, False),
    ]
    assert found[2].last == ""  # it ended before it began


def test_the_years_reach_from_the_first_to_the_last_thing_and_past_today() -> None:
    assert years_shown((), TODAY) == (Semester(2026, True), Semester(2027, True))
    far = items(Meeting("a", day="1850-01-01"), Meeting("b", day="2024-10-01"), Milestone("m", semester="2030V"))
    assert years_shown(far, TODAY) == (Semester(2024, True), Semester(2030, False))
