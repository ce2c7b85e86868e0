"""Bookmarks lead to the headings whose names and levels they have."""

from typing import Any

from tests.reports.pdf.placed import pages_of
from tests.reports.reading import Reading
from tests.reports.samples import empty_book


def test_a_bookmark_leads_to_its_heading_below_that_of_its_chapter() -> None:
    book = empty_book()
    book.cover("", "Valgbeskrivelse")
    for chapter in (1, 2):
        book.heading(1, f"Kapittel {chapter}")
        book.paragraph("linje\n" * 60)
        book.heading(2, f"Del {chapter}")
        book.heading(3, f"Dypere {chapter}")
    written = book.to_bytes()
    pages = pages_of(written)
    with Reading(written) as reading, reading.pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(reading.pdf.pages)}
        assert [entry.title for entry in outline.root] == ["Kapittel 1", "Kapittel 2"]
        for chapter, entry in enumerate(outline.root, 1):
            (below,) = entry.children
            (deeper,) = below.children
            for one, kind in ((entry, "Kapittel"), (below, "Del"), (deeper, "Dypere")):
                heading = pages.line(f"{kind} {chapter}")
                assert one.title == heading.words
                there: Any = one.destination
                assert numbers[there[0].objgen] == heading.page
                top = 841.89 - float(there[3])
                assert 0 < heading.y - top < 40, "the heading is in view"
