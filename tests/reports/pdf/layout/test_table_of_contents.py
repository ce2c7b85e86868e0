"""The table of contents: headings by their level, page numbers in a column, all of it links."""

import pytest

from fosdesk.reports.writer import FileWriter
from tests.reports.pdf.placed import pages_of
from tests.reports.reading import Reading
from tests.reports.samples import empty_book


def book_of(levels: int, chapters: int = 12) -> FileWriter:
    book = empty_book()
    book.cover("", "Valgbeskrivelse")
    book.contents(lambda headings: levels)
    for chapter in range(1, chapters + 1):
        book.heading(1, f"Kapittel {chapter}")
        book.paragraph("linje\n" * 20)
        book.heading(2, f"Del {chapter}")
        book.paragraph("linje\n" * 20)
        book.heading(3, f"Dypere {chapter}")
        book.paragraph("linje\n" * 20)
    return book


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_it_goes_as_deep_as_it_is_told_and_each_level_is_indented(levels: int) -> None:
    pages = pages_of(book_of(levels, 5).to_bytes())
    there = [one for one in pages.texts if one.page == 1 and not one.artifact]
    kinds = ("Kapittel", "Del", "Dypere")[:levels]
    names = [one for one in there if one.words.split()[0] in ("Kapittel", "Del", "Dypere")]
    assert {one.words.split()[0] for one in names} == set(kinds)
    for depth, kind in enumerate(kinds):
        assert {one.x for one in names if one.words.startswith(kind)} == {80 + 14 * depth}
    assert pages.line("Kapittel 1", page=2), "the text begins on a page of its own"


def test_page_numbers_end_at_one_edge_and_are_those_of_the_headings() -> None:
    written = book_of(1).to_bytes()
    pages = pages_of(written)
    numbers = {one.y: one for one in pages.texts if one.page == 1 and one.words.isdigit()}
    for chapter in range(1, 13):
        name = next(one for one in pages.texts if one.page == 1 and one.words == f"Kapittel {chapter}")
        heading = next(one for one in pages.texts if one.page > 1 and one.words == f"Kapittel {chapter}")
        assert numbers[name.y].words == str(heading.page + 1)
    narrow, wide = ({one.x for one in numbers.values() if len(one.words) == digits} for digits in (1, 2))
    assert len(narrow) == len(wide) == 1
    assert 4 < min(narrow) - min(wide) < 7, "a digit more begins a digit further to the left"


def test_a_line_is_a_link_that_says_where_it_leads_and_keeps_its_number_apart() -> None:
    with Reading(book_of(1).to_bytes()) as reading:
        areas = list(reading.pdf.pages[1].obj.Annots)
        assert [str(area.Contents) for area in areas[:2]] == ["Gå til Kapittel 1", "Gå til Kapittel 2"]
        assert areas[1].Dest[0].objgen != areas[0].Dest[0].objgen
        assert [words for role, words in reading.blocks() if role == "Reference"][0] == "Kapittel 1 3"
