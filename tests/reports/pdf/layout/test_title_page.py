"""Covers and mastheads: the title on a page of its own with its facts at the foot, or on top of the text."""

from fosdesk.reports.pdf.style import BOTTOM
from fosdesk.reports.writer import A4
from tests.reports.pdf.placed import pages_of
from tests.reports.samples import empty_book


def test_a_cover_is_a_page_of_its_own_with_its_facts_at_the_foot() -> None:
    book = empty_book()
    book.cover("Slag", "Alle elever", "Under", [("Skole", "Fjordvik skole"), ("Dato", "I dag")], "Utkast")
    book.paragraph("Etter omslaget")
    pages = pages_of(book.to_bytes())
    order = ("Slag", "Alle elever", "Under", "Utkast", "Fjordvik skole", "I dag")
    lines = [pages.line(words) for words in order]
    assert [one.page for one in lines] == [0] * 6
    assert [one.y for one in lines] == sorted(one.y for one in lines)
    assert A4[1] - BOTTOM - 20 < lines[-1].y < A4[1] - BOTTOM
    assert lines[1].size > 2 * lines[0].size
    assert pages.line("Etter omslaget").page == 1


def test_a_masthead_shares_its_page_and_its_facts_stand_beside_the_mark() -> None:
    book = empty_book()
    book.masthead("Slag", "Alle elever", "Under", "Utkast", ["Fjordvik skole", "I dag"])
    book.paragraph("Rett under")
    pages = pages_of(book.to_bytes())
    mark, facts = pages.line("Utkast"), pages.line("Fjordvik skole · I dag")
    assert facts.x > mark.x + 20
    assert abs(facts.y - mark.y) < 2
    assert pages.line("Rett under").page == 0
    assert pages.line("Rett under").y > mark.y
    tint = [one for one in pages.shapes if one.filled and one.top < mark.y < one.bottom and one.left <= mark.x]
    assert tint, "the mark stands on a tint"


def test_without_a_mark_the_facts_stand_on_a_line_of_their_own() -> None:
    book = empty_book()
    book.masthead("", "Alle elever", facts=["Fjordvik skole", "", "I dag"])
    assert pages_of(book.to_bytes()).line("Fjordvik skole · I dag").x == 80
