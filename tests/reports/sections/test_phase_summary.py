"""Phase by phase: what is planned is not told as what was done."""

from pathlib import Path

import pytest

from fosdesk.domain.records import Answer, OwnItem
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.research_filter import text_place
from tests.reports.telling import in_order, lines, make, said

PLAN = "We are going to ask every team."


@pytest.mark.parametrize(
    ("status", "mark"), [("", "Not started."), ("not_started", "Not started."), ("in_progress", "In progress.")]
)
@pytest.mark.parametrize("phase", ["F1", "F2"])
def test_what_is_not_settled_stands_by_itself_and_says_so(phase: str, status: str, mark: str, tmp_path: Path) -> None:
    done = OwnItem("a", phase=phase, own_text="Choose sources", status="done", how="We chose three.")
    plan = OwnItem("b", phase=phase, own_text="Ask the teams", status=status, how=PLAN)
    text = said(tmp_path, "description", done, plan)
    title = "How we did it" if phase == "F1" else "Across the tracks"
    assert in_order(
        text, title, "Choose sources", "We chose three.", "In progress and planned", "Ask the teams", mark, PLAN
    )
    assert "We did it" not in text


def test_where_nothing_is_done_there_is_no_heading_that_says_how_it_was_done(tmp_path: Path) -> None:
    text = said(tmp_path, "description", Answer("answer:F1-03", status="in_progress", how=PLAN))
    assert "How we did it" not in text
    assert in_order(text, "In progress and planned", "In progress.", PLAN)


def test_a_plan_that_is_ticked_for_research_is_labelled_as_one(tmp_path: Path) -> None:
    plan, done = Answer("answer:F1-03", how=PLAN), Answer("answer:F1-04", status="done", how="We met twice.")
    school = School("s", {one.id: one for one in (plan, done)}, {})
    ticked = [text_place("answer", "how", one.id) for one in (plan, done)]
    text = "\n".join(lines(make(tmp_path, "research", school, audience=Audience.RESEARCH, ticked=ticked)[1]))
    assert f"So far, or planned {PLAN}" in text
    assert "This is how we did it We met twice." in text
