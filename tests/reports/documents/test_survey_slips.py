"""The sheet of slips as a PDF: whole, on one page, and without faults."""

from datetime import date
from pathlib import Path

import pytest

from fosdesk.display.figures.slip_figure import SlipQuestion
from fosdesk.reports.documents.survey_slips import write_survey_slips
from fosdesk.words import LANGUAGES, read_words
from tests.reports.pdf.structure_gate import faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_page_without_faults(language: str, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    questions = [SlipQuestion("Jeg vil være med.", ("Ja", "Nei"))] * 4
    made = write_survey_slips(
        path, read_words(language), school="Fjordvik", title="Trivsel", questions=questions, day=date(2026, 11, 30)
    )
    assert (made.pages, made.missing, made.findings) == (1, 0, ())
    assert faults(path.read_bytes()) == []
