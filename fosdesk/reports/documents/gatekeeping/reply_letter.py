"""A reply to whoever brought something in, as a letter on one sheet to print."""

from datetime import date

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.sections.sheet_properties import sheet_properties
from fosdesk.words import Words


@own_faults_apart
def reply_letter(
    words: Words, school: str, about: str, reply: str, day: date, *, is_example: bool = False, pace: Pace = NO_HURRY
) -> bytes:
    """The bytes of a PDF; `about` is what it answers, `school` the name of the school. Stopped by `pace`."""
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    title = words("Reply: {what}", what=" ".join(about.split()))
    writer = PdfDocument(sheet_properties(words, title, school, day, is_example=is_example))
    writer.masthead(school, title, facts=[words.date(day.isoformat())])
    for paragraph in paragraphs(reply):
        writer.paragraph(paragraph)
    return writer.to_bytes(pace)
