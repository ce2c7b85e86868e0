"""The brief for the steering group: what was open long ago is not sold as open now."""

from pathlib import Path

import pytest

from fosdesk.domain.records import PhaseState, TransitionNote
from tests.reports.telling import in_order, said

OPEN = PhaseState("phase:F2", opened="2025-08-18")


def note(key: str, day: str, still_open: str, occasion: str = "opens") -> TransitionNote:
    return TransitionNote(key, phase="F2", occasion=occasion, written=day, still_open=still_open)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2025-08-18", False), ("2025-12-31", False), ("2026-01-01", True), ("2026-11-23", True), ("2026-11-24", False)],
)
def test_a_question_is_open_for_this_semester_and_the_one_before(day: str, told: bool, tmp_path: Path) -> None:
    text = said(tmp_path, "steering_brief", OPEN, note("n", day, "How many may join?"))
    assert ("How many may join?" in text) is told
    assert ("Questions for the meeting" in text) is told
    assert ("Written down as open in phase 2" in text) is told


def test_a_later_note_of_the_same_phase_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    earlier = note("a", "2026-08-18", "How many may join?")
    assert "How many" not in said(tmp_path, "steering_brief", OPEN, earlier, note("b", "2026-10-01", "", "reopens"))
    both = said(tmp_path, "steering_brief", OPEN, earlier, note("b", "2026-10-01", "Who leads?", "reopens"))
    assert "How many" not in both
    assert in_order(both, "on 1 October 2026:", "Who leads?")


def test_the_hand_over_says_when_a_question_was_written_down(tmp_path: Path) -> None:
    text = said(tmp_path, "hand_over", OPEN, note("n", "2025-08-18", "How many may join?"))
    assert in_order(text, "written down as open on 18 August 2025", "How many may join?")
