"""Slips of a survey to print and cut, four on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fosdesk.display.figures.slip_figure import SlipQuestion, slip_figure
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.sections.sheet_properties import sheet_properties
from fosdesk.reports.writer import WriteResult
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
    named = words("{title}, {school}", title=title, school=school)
    writer = PdfDocument(sheet_properties(words, named, school, day, is_example=is_example)._replace(running_head=""))
    writer.masthead(school, title)
    writer.figure(slip_figure(title, questions, words), fill_page=True)
    return writer.write(path)
