"""What a PDF says of itself: whose it is, about what, of which day and in which language, and where its links lead."""

import pytest

from fosdesk.reports.inline_text import Link
from fosdesk.reports.pdf.pdf_document import PdfDocument
from fosdesk.reports.writer import DocumentProperties
from tests.reports.reading import Reading
from tests.reports.samples import DAY, PHRASES, started


@pytest.mark.parametrize("language", ["nb-NO", "nn-NO", "en-GB"])
def test_the_metadata_are_those_of_the_document(language: str) -> None:
    said = ("Årets <valg> & (litt) \\ mer", "Skolen & <vi>", "Hva som ble valgt & hvorfor")
    book = PdfDocument(DocumentProperties(said[0], language, DAY, PHRASES, author=said[1], subject=said[2]))
    book.masthead("", said[0])
    with Reading(book.to_bytes()) as reading:
        info, root = reading.pdf.docinfo, reading.pdf.Root
        assert tuple(str(info[key]) for key in ("/Title", "/Author", "/Subject")) == said
        assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20261123000000Z"
        assert str(root.Lang) == language
        with reading.pdf.open_metadata() as xmp:
            assert (xmp["dc:title"], list(xmp["dc:creator"]), xmp["dc:description"]) == (said[0], [said[1]], said[2])
            assert set(xmp["dc:language"]) == {language}
            assert str(xmp["xmp:CreateDate"]).startswith("2026-11-23")


def test_an_address_with_brackets_is_kept_whole() -> None:
    book = started()
    book.paragraph(Link("https://a.no/(b)/c?d=(e", "Dit"))
    with Reading(book.to_bytes()) as reading:
        (area,) = reading.pdf.pages[0].obj.Annots
        assert str(area.A.URI) == "https://a.no/(b)/c?d=(e"
