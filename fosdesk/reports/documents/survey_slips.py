"""Slips of a survey to print and cut, four on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fosdesk.display.figures.slip_figure import SlipQuestion, slip_figure
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.sections.document_opening import example_mark
from fosdesk.reports.writer import DocumentProperties, Phrases, WriteResult
from fosdesk.words import Words


@own_faults_apart
def write_survey_slips(
    path: Path,
    words: Words,
    *,
    school: str,
    title: str,
    questions: Sequence[SlipQuestion],
    day: date,
    is_example: bool = False,
) -> WriteResult:
    """Write the sheet as a PDF to `path`; OSError when it cannot be written, which leaves what was there."""
    writer = PdfDocument(
        DocumentProperties(
            words("{title}, {school}", title=title, school=school),
            language=words.pdf_language,
            day=day,
            phrases=Phrases.from_words(words),
            author=school,
            running_head="",
            every_page=example_mark(words) if is_example else "",
        )
    )
    writer.masthead(school, title)
    writer.figure(slip_figure(title, questions, words), fill_page=True)
    return writer.write(path)
