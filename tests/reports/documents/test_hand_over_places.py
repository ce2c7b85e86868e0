"""Where the hand-over says that things lie is where the program has them."""

from pathlib import Path

import pytest

from fosdesk.domain.records import GateEntry, PhaseState
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.ui.frame.page_registry import page_names
from fosdesk.words import read_words
from tests.reports.telling import lines, make, school_of


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_that_is_named_is_there(tmp_path: Path, language: str) -> None:
    school = school_of(PhaseState("phase:F1", opened="2026-08-20"), GateEntry("g", what="Kurs"))
    said = " ".join(lines(make(tmp_path, "hand_over", school, language=language)[1]))
    words = read_words(language)
    assert words.quoted(page_names(words)["backups"]) in said


def test_no_document_says_that_private_notes_can_never_be_let_in(tmp_path: Path) -> None:
    """They can be ticked in for one document, so that none may promise otherwise."""
    school = school_of(PhaseState("phase:F1", opened="2026-08-20"), GateEntry("g", what="Kurs"))
    for key in DOCUMENTS:
        said = " ".join(lines(make(tmp_path, key, school)[1]))
        assert "stands in no document." not in said, key
