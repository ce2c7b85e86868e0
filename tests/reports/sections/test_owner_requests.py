"""Talks with the owner in the brief for the steering group: the latest first, and none of another time or company."""

from pathlib import Path

from fosdesk.domain.records import Meeting, TimePlan, WorkGroup
from tests.reports.telling import said


def test_what_was_said_with_the_owner_and_what_came_of_it_is_told(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "steering_brief",
        Meeting("a", what="Early", day="2026-03-02", who="owner", notes="Money", changed="Asked for"),
        Meeting("b", what="Late", day="2026-10-02", who="steering_group", groups="Principals", changed="Granted"),
        Meeting("c", what="Long ago", day="2024-10-02", who="owner", notes="Forgotten"),
        Meeting("d", what="Coming", day="2027-01-02", who="owner", notes="Prepared"),
        Meeting("e", what="Silent", day="2026-10-03", who="owner"),
        Meeting("f", what="Ourselves", day="2026-10-04", who="work_group", notes="Among us"),
        Meeting("g", what="Leaders", day="2026-10-05", who="leadership", notes="At home"),
    )
    assert "Talks with the owner" in text
    assert text.index("Late") < text.index("Early")
    for told in ("Principals", "Granted", "Money", "Asked for"):
        assert told in text
    for other in ("Forgotten", "Prepared", "Silent", "Among us", "At home"):
        assert other not in text


def test_a_school_that_talked_with_nobody_has_no_such_heading(tmp_path: Path) -> None:
    assert "Talks with the owner" not in said(tmp_path, "steering_brief", Meeting("e", day="2026-10-03", who="owner"))


def test_the_interval_that_is_wanted_and_what_speaks_for_the_size_are_told(tmp_path: Path) -> None:
    sheet = said(tmp_path, "time_sheet", TimePlan("time_plan", gap_weeks=4))
    assert "There should not be more than 4 weeks between two meetings." in sheet
    group = WorkGroup("work_group", size_for="Enough for each year", size_against="Hard to gather")
    for key in ("mandate", "description"):
        text = said(tmp_path, key, group)
        assert "Enough for each year" in text
        assert "Hard to gather" in text
