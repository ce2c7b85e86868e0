"""One translation card as a sheet to print, for the school itself."""

from datetime import date

from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.composition import Composition
from fosdesk.reports.documents.translation import translation_cards
from fosdesk.reports.documents.translation.entries import TRANSLATION_DOCUMENTS
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.words import Words


@own_faults_apart
def one_card(
    school: School,
    framework: Framework,
    words: Words,
    day: date,
    *,
    names: NameDetector,
    is_example: bool = False,
    pace: Pace = NO_HURRY,
) -> bytes:
    """The bytes of a PDF with the translations of a school that has one; it is no draft. Stopped by `pace`."""
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    (kind,) = (one for one in TRANSLATION_DOCUMENTS if one.key == "translation_cards")
    composition = Composition(
        translation_cards,
        kind,
        school,
        framework,
        words,
        Audience.SCHOOL,
        day,
        names=names,
        draft=False,
        pace=pace,
        is_example=is_example,
    )
    return composition.written_with(PdfDocument, composition.room(is_laid_out=True)).to_bytes(pace)
