"""What runs beside the work and what it costs, as the time sheet, the hand-over and the status tell it."""

from pathlib import Path

import pytest

from fosdesk.domain.records import Expense, Initiative, PhaseState
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, said

OPEN = PhaseState("phase:F2", opened="2026-08-17")
READING = Initiative(
    "a",
    name="Reading plan",
    origin="statutory",
    from_whom="The owner",
    carried_by="Deputy",
    minutes=600,
    started="2025-08-18",
    displaces="Theme weeks",
    loses_time="Years 5 to 7",
    answer="yes",
    reason="Two things went out.\n\nOnly this year.",
    decided="2026-09-16",
    revisit="2027-05-01",
    reply="NOT HERE",
)
OUTDOOR = Initiative("b", name="Outdoor school", origin="chosen", answer="wait", reason="It can wait.")
OVER = Initiative("c", name="A network", ended="2026-01-10")
DIGITAL = Initiative("d", name="Digital plan", answer="no")


@pytest.mark.parametrize("key", ["time_sheet", "hand_over"])
def test_each_stands_with_what_it_takes_and_the_whole_reason(key: str, tmp_path: Path) -> None:
    text = said(tmp_path, key, OPEN, OVER, READING, OUTDOOR, audience=Audience.OWNER)
    told = text[text.rindex("What runs beside the work") :]
    assert in_order(
        *(told, "Reading plan", "Required by law or by the owner, from the owner", "Started on 18 Aug 2025"),
        *("Who carries it: Deputy", "Minutes each semester: 10 h", "Who loses time: Years 5 to 7"),
        *("What it takes the place of: Theme weeks", "Yes. Two things went out.", "Only this year."),
        *("16 Sep 2026", "1 May 2027", "Outdoor school", "Wait. It can wait.", "A network", "10 Jan 2026"),
    )
    assert "NOT HERE" not in text, "a reply is written to somebody else"


def test_expenses_stand_by_semester_with_the_sum_of_those_that_have_several(tmp_path: Path) -> None:
    some = (
        Expense("c", what="Without"),
        Expense("a", what="Substitutes", kroner=24000, semester="2026H"),
        Expense("b", what="Assistants", kroner=11000, semester="2026H"),
        Expense("d", what="Earlier", kroner=18000, semester="2026V"),
    )
    text = said(tmp_path, "time_sheet", *some)
    assert in_order(
        *(text, "What it costs in kroner", "Spring 2026", "Earlier", "Autumn 2026", "Substitutes", "24,000"),
        *("Assistants", "Without", "Together", "Autumn 2026:", "35,000"),
    )
    assert "Spring 2026:" not in text
    assert "Together" not in said(tmp_path, "time_sheet", *some[:2])


def test_the_status_names_what_runs_and_nothing_else(tmp_path: Path) -> None:
    ahead = Initiative("e", name="Next year", started="2027-08-01")
    text = said(tmp_path, "status", OPEN, READING, OUTDOOR, OVER, DIGITAL, ahead)
    assert in_order(text, "Runs beside it", "Reading plan")
    for other in ("Outdoor school", "A network", "Digital plan", "Next year"):
        assert other not in text


@pytest.mark.parametrize("key", ["time_sheet", "hand_over", "status"])
def test_nothing_written_has_no_heading(key: str, tmp_path: Path) -> None:
    text = said(tmp_path, key, OPEN)
    for title in ("What runs beside", "Runs beside", "kroner"):
        assert title not in text
