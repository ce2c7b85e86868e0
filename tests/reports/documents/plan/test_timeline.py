"""The time line tells each thing in its table, and the days of meetings by semester."""

from pathlib import Path

from fosdesk.domain.records import Evaluation, Initiative, Meeting, Milestone, PhaseState
from tests.reports.telling import said


def test_everything_on_the_line_is_told_in_words(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "timeline",
        PhaseState("phase:F1", opened="2026-01-10"),
        Milestone("m1", what="Adults who see", semester="2027V"),
        Initiative("i1", name="New reading plan", started="2025-08-19"),
        Evaluation("e1", what="Half-year", day="2026-06-10"),
        Meeting("t1", what="NOT HERE", day="2026-10-01"),
        Meeting("t2", day="2026-10-08"),
        Meeting("t3", day="2027-01-12"),
    )
    for told in (
        "Spring 2027 Adults who see Milestones intended",
        "from 19 Aug 2025 New reading plan Initiatives begun",
    ):
        assert told in " ".join(text.split())
    assert "Half-year Evaluations held" in " ".join(text.split())
    assert "1 Oct and 8 Oct" in text
    assert "The drawing is our own." in text
    assert "NOT HERE" not in text


def test_a_school_without_days_is_told_so(tmp_path: Path) -> None:
    assert "Nothing with a day has been written down yet." in said(tmp_path, "timeline")
