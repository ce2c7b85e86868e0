"""A page to print and keep: the password of a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fosdesk.reports.inline_text import Bold
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.sections.sheet_properties import sheet_properties
from fosdesk.reports.writer import WriteResult
from fosdesk.words import Words

_MAX_LENGTH = 24  # letters in a row that fit on a line, also wide ones


@own_faults_apart
def write_password_sheet(
    path: Path, words: Words, *, school: str, file: str, password: str, day: date, is_example: bool = False
) -> WriteResult:
    """Write the sheet as a PDF to `path`; OSError when it cannot be written, which leaves what was there."""
    title = words("Password for a school file")
    writer = PdfDocument(sheet_properties(words, title, school, day, is_example=is_example)._replace(running_head=""))
    writer.masthead(school, title)
    writer.facts([(words("File"), file), (words("Date"), words.date(day.isoformat()))])
    writer.heading(1, words("Password"))
    # A word that fills more than a line would be broken with a hyphen, which the password does not have.
    pieces = [word[at : at + _MAX_LENGTH] for word in password.split() for at in range(0, len(word), _MAX_LENGTH)]
    writer.lead(Bold(" ".join(pieces)))
    writer.paragraph(words("Write it just like this, with the same letters. Spaces do not matter."))
    writer.heading(1, words("Keep this sheet"))
    writer.paragraph(words("Without the password the file is lost. Nobody can find it again."))
    writer.bullets(
        [
            words("Print the sheet, and put it where you keep other important papers."),
            words("Then delete it from the computer, so that it does not lie beside the file."),
            words("Those who are to read the file get the password by phone or on paper."),
        ]
    )
    writer.heading(1, words("How to read the file"))
    writer.paragraph(
        words(
            "Open fosdesk, go to “{page}” and choose “{act}”. The password is asked for there.",
            page=words("Schools"),
            act=words("Read a school file"),
        )
    )
    return writer.write(path)
