"""The checklists on paper: every item with its box and room to write, nothing cut, and the hidden ones left out."""

import re
from pathlib import Path

import pytest

from fosdesk.domain.framework import Phase
from fosdesk.domain.records import Answer, OwnItem, PhaseState
from tests.reports.reading import Reading
from tests.reports.telling import FRAMEWORK, in_order, make, said, school_of


@pytest.mark.parametrize("phase", FRAMEWORK.phases, ids=lambda phase: phase.id)
def test_every_item_has_a_box_a_place_for_a_name_and_one_for_a_day(phase: Phase, tmp_path: Path) -> None:
    _, written = make(tmp_path, f"checklist_{phase.id.lower()}", school_of())
    with Reading(written) as reading:
        blocks = reading.blocks()
    text = "\n".join(words for _, words in blocks)
    for item in phase.items:
        assert item.text in text
        assert item.why in text
    boxes = [words for role, words in blocks if role == "Lbl"]
    assert boxes.count("☐") == len(phase.items) + 2 + len(phase.signs)
    assert "☑" not in text
    for asked in ("Responsible", "Date"):
        assert sum(words == asked for _, words in blocks) >= len(phase.items) + 2
    for question in (*phase.reflection, *phase.signs):
        assert question in text


def test_own_items_own_words_and_answers_stand_on_the_sheet(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "checklist_f1",
        PhaseState("phase:F1", own_title="Getting ready"),
        Answer("answer:F1-01", own_text="Our own wording"),
        Answer("answer:F1-02", status="done", responsible="Deputy", due="2026-10-01"),
        Answer("answer:F1-03", status="not_applicable", reason="We have done it before"),
        Answer("answer:F1-04", responsible="Principal", due="2026-12-01", status="in_progress"),
        Answer("answer:F1-05", put_away=True),
        OwnItem("own", phase="F1", own_text="Ask the caretaker", why="He sees the yard"),
        OwnItem("other", phase="F2", own_text="Belongs elsewhere"),
    )
    items = {item.id: item.text for item in FRAMEWORK.items}
    assert "Phase 1: Getting ready" in text
    assert "Our own wording" in text
    assert items["F1-01"] not in text
    assert in_order(text, "☑", items["F1-02"], "Done, Deputy, 1 Oct 2026.")
    assert in_order(text, "☑", items["F1-03"], "Not applicable. We have done it before")
    assert re.search(r"Responsible\nPrincipal\nDate\n1 Dec 2026", text)
    assert items["F1-05"] not in text
    assert in_order(text, "Ask the caretaker", "He sees the yard")
    assert "Belongs elsewhere" not in text


def test_a_long_answer_is_not_cut(tmp_path: Path) -> None:
    long = "Everybody who works with the youngest children " * 12
    text = said(tmp_path, "checklist_f1", Answer("answer:F1-01", own_text=long * 20, responsible=long))
    assert " ".join((long * 20).split()) in text
    assert f"Responsible: {' '.join(long.split())}" in text
