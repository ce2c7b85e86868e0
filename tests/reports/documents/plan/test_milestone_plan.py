"""The milestone plan tells what, how, content and who, what was moved and why, and leaves blanks to be seen."""

from pathlib import Path

from fosdesk.domain.records import Milestone, SchoolProfile
from fosdesk.domain.rules.plan.rebasing import rebased
from fosdesk.domain.values.semester import Semester
from tests.reports.telling import FRAMEWORK, said, school_of

PLAN = rebased(FRAMEWORK, school_of(), Semester.parse("2026H"), FRAMEWORK.suggested_pace).lacking


def test_the_plan_stands_with_its_start_and_where_it_comes_from(tmp_path: Path) -> None:
    text = said(tmp_path, "milestone_plan", SchoolProfile("school", start="2026H", pace="steady"), *PLAN)
    assert "Start: autumn 2026 · Steady pace" in text
    assert "told in our own words" in text
    assert text.count("not settled") == 2


def test_what_was_moved_says_from_when_and_why(tmp_path: Path) -> None:
    moved = Milestone("m1", what="Adults who see", semester="2028H", row="group_drives", planned="2027V",
                      moved_because="We opened phase 1 again")  # fmt: skip
    text = said(tmp_path, "milestone_plan", moved)
    assert "Moved from spring 2027: We opened phase 1 again" in text
    own = Milestone("m2", what="Adults who see", semester="2028H", moved_because="There was no time")
    assert "Moved: There was no time" in said(tmp_path, "milestone_plan", own)


def test_a_school_without_milestones_is_told_so(tmp_path: Path) -> None:
    assert "No milestones have been written down." in said(tmp_path, "milestone_plan")
