"""Where schools chose differently, side by side on paper: what each said, never how far anybody has come."""

from collections.abc import Sequence
from datetime import date

from fosdesk.display.sharing.choice_words import difference_words, said_words
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.sharing.school_choices import Difference
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import Text
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.sections.sheet_properties import sheet_properties
from fosdesk.reports.writer import PAPER_SIZES
from fosdesk.words import Words

_SIDEWAYS = 3  # schools from which on the page lies on its side


@own_faults_apart
def side_by_side(
    words: Words,
    framework: Framework,
    schools: Sequence[str],
    found: Sequence[Difference],
    day: date,
    *,
    is_example: bool = False,
    pace: Pace = NO_HURRY,
) -> bytes:
    """The bytes of a PDF with a column for each of the `schools`, in the order of what they said. Stopped by `pace`."""
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    title = words("Side by side")
    size = PAPER_SIZES["A4 on its side" if len(schools) >= _SIDEWAYS else "A4"]
    writer = PdfDocument(sheet_properties(words, title, schools[0], day, is_example=is_example)._replace(size=size))
    writer.masthead(words.joined(list(schools)), title, facts=[words.date(day.isoformat())])
    writer.paragraph(
        words("Only where the schools chose differently. It says nothing of how far anybody has come, or who is best.")
    )
    for one in found:
        pace()
        writer.heading(1, difference_words(words, framework, one))
        told: list[Text] = ["\n".join(said_words(words, said) for said in of_one) for of_one in one.said]
        writer.table(list(schools), [told], (1 / len(schools),) * len(schools), row_heads=False)
    return writer.to_bytes(pace)
