"""What was changed in the model is told in the description, with its reason and the other names."""

from pathlib import Path

from fosdesk.domain.records import Answer, OwnItem, PhaseState
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

SOME = (
    PhaseState("phase:F2", own_title="Where do we go?", own_title_why="All understand it.", opened="2026-01-12"),
    Answer("answer:F4-14", moved_to="F3", adapted_why="New ones each autumn.", status="done"),
    OwnItem("own", phase="F1", own_text="Hang it up"),
)


def test_each_change_stands_with_its_reason_and_the_names_side_by_side(tmp_path: Path) -> None:
    text = said(tmp_path, "description", *SOME)
    chapter = text[text.rindex("What was changed in the model") :]
    assert in_order(
        *(chapter, "Hang it up", "Added", "Where do we go?", "In our own words", "All understand it."),
        *("Moved from phase 4", "New ones each autumn.", "What each phase is called", "Organisational development"),
        *("Implementation", "2 Implementation", "Where do we go?"),
    )
    assert "The drawing is our own." in text


def test_an_unchanged_model_has_no_chapter(tmp_path: Path) -> None:
    assert "What was changed in the model" not in said(
        tmp_path, "description", PhaseState("phase:F1", opened="2026-01-12")
    )


def test_word_has_the_same_in_nynorsk(tmp_path: Path) -> None:
    made = make(tmp_path, "description", school_of(*SOME), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Det som er endra i modellen", "New ones each autumn.", "Det kvar fase heiter")
