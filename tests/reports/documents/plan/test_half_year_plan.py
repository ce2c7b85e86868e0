"""The plan for the half-year is one page on what is to be reached, what gives way, and what comes in each month."""

from pathlib import Path

import pytest

from fosdesk.domain.records import FollowUp, Meeting, Milestone, Routine, StopItem
from fosdesk.reports.documents.plan.half_year_plan import planned_semester
from tests.reports.telling import make, said, school_of

SOME = (
    Milestone("m1", what="Adults who see", semester="2026H", responsible="Principal"),
    Milestone("m2", what="NOT HERE", semester="2027V"),
    StopItem("s1", what="Written reports", semester="2026H"),
    FollowUp("f1", what="Call the parents", responsible="Deputy", due="2026-12-01"),
    FollowUp("f2", what="NOT THIS", due="2026-12-01", done="2026-11-01"),
    Routine("r1", name="We ask the pupils", months="10,11"),
    Meeting("t1", what="On the direction", day="2026-09-02"),
)


@pytest.mark.parametrize(
    ("day", "semester"),
    [("2026-11-23", "2026H"), ("2026-12-01", "2027V"), ("2027-06-30", "2027V"), ("2027-07-10", "2027H")],
)
def test_the_last_month_of_a_half_year_plans_the_next(day: str, semester: str) -> None:
    assert str(planned_semester(day)) == semester


def test_the_page_tells_what_is_reached_gives_way_comes_and_was_agreed(tmp_path: Path) -> None:
    text = " ".join(said(tmp_path, "half_year_plan", *SOME).split())
    for told in (
        "Autumn 2026",
        "Adults who see (Principal)",
        "Written reports",
        "Call the parents (Deputy, 1 Dec 2026)",
    ):
        assert told in text
    assert "September 2 Sep: On the direction" in text
    assert "October We ask the pupils" in text
    assert "NOT" not in text


def test_it_is_one_page_also_where_there_is_much(tmp_path: Path) -> None:
    many = [Routine(f"x{n}", name=f"Routine {n} with many words", months="8,9,10,11,12") for n in range(40)]
    milestones = [Milestone(f"y{n}", what="A milestone with many words " * 8, semester="2026H") for n in range(20)]
    result, _ = make(tmp_path, "half_year_plan", school_of(*SOME, *many, *milestones))
    assert result.pages == 1


def test_an_empty_half_year_says_so(tmp_path: Path) -> None:
    assert "Nothing has been written down for this half-year." in said(tmp_path, "half_year_plan")
