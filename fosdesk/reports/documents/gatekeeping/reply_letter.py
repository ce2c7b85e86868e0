"""A reply to whoever brought something in, as a letter on one sheet to print."""

from datetime import date

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.sections.document_opening import example_mark
from fosdesk.reports.writer import DocumentProperties, Phrases
from fosdesk.words import Words


@own_faults_apart
def reply_letter(
    words: Words, school: str, about: str, reply: str, day: date, *, is_example: bool = False, pace: Pace = NO_HURRY
) -> bytes:
    """The bytes of a PDF; `about` is what it answers, `school` the name of the school. Stopped by `pace`."""
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    title = words("Reply: {what}", what=" ".join(about.split()))
    writer = PdfDocument(
        DocumentProperties(
            title,
            language=words.pdf_language,
            day=day,
            phrases=Phrases.from_words(words),
            author=school,
            every_page=example_mark(words) if is_example else "",
        )
    )
    writer.masthead(school, title, facts=[words.date(day.isoformat())])
    for paragraph in paragraphs(reply):
        writer.paragraph(paragraph)
    return writer.to_bytes(pace)
