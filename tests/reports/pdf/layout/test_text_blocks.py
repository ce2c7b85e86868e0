"""Paragraphs on the page: headings with what follows, lines of a length one can read, notes and quotes set apart."""

import pytest

from fosdesk.reports.inline_text import Bold, Italic
from fosdesk.reports.pdf.style import LEFT, MEASURE
from fosdesk.reports.writer import PAPER_SIZES
from tests.reports.pdf.placed import pages_of
from tests.reports.samples import TEXT, empty_book, started


@pytest.mark.parametrize("brief", [True, False])
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_of_any_level_stands_with_what_follows(level: int, brief: bool) -> None:
    for lines in range(34, 46):
        book = empty_book()
        if brief:
            book.masthead("", "Valgbeskrivelse")
        else:
            book.cover("", "Valgbeskrivelse")
        for above in range(1, level):
            book.heading(above, f"Over {above}")
        book.paragraph("\n".join(["linje"] * lines))
        book.heading(level, "Overskriften")
        book.paragraph("\n".join(f"følger {number}" for number in range(6)))
        pages = pages_of(book.to_bytes())
        assert pages.line("Overskriften").page == pages.line("følger 0").page == pages.line("følger 1").page


def test_headings_are_smaller_the_deeper_they_are() -> None:
    book = empty_book()
    book.cover("", "Valgbeskrivelse")
    for level in (1, 2, 3, 4):
        book.heading(level, f"Nivå {level}")
    pages = pages_of(book.to_bytes())
    sizes = [pages.line(f"Nivå {level}").size for level in (1, 2, 3, 4)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4


def test_no_line_of_running_text_grows_wider_than_one_can_read() -> None:
    book = empty_book(size=PAPER_SIZES["A3 on its side"])
    book.masthead("", "Valgbeskrivelse")
    book.paragraph(TEXT * 3)
    longest = max(len(one.words) for one in pages_of(book.to_bytes()).texts)
    assert 70 < longest < MEASURE / 4


def test_a_note_stands_on_a_tint_and_a_quote_beside_a_bar() -> None:
    book = started()
    book.note(TEXT, title="Verdt å vite")
    book.quote(TEXT, source="Personalet")
    pages = pages_of(book.to_bytes())
    title, text, quote = pages.line("Verdt å vite"), pages.line("Arbeidsgruppen"), None
    assert "SemiBold" in title.font
    assert title.y < text.y
    quote = next(one for one in pages.texts if "Italic" in one.font)
    tints = [one for one in pages.shapes if one.filled and one.left == pytest.approx(LEFT) and one.right > 400]
    assert any(one.top < title.y < text.y < one.bottom for one in tints)
    assert title.x > LEFT + 8
    bars = [one for one in pages.shapes if one.filled and one.right - one.left < 4]
    assert any(one.top < quote.y < one.bottom and one.right < quote.x for one in bars)
    assert pages.line("Personalet").y > quote.y


def test_a_quote_stands_with_its_source() -> None:
    for lines in range(38, 48):
        book = started()
        book.paragraph("\n".join(["linje"] * lines))
        book.quote("Kort sagt", source="Personalet")
        pages = pages_of(book.to_bytes())
        assert pages.line("Kort sagt").page == pages.line("Personalet").page


def test_no_word_of_a_title_stands_alone_below() -> None:
    book = started("Alle elever skal kjenne at noen savner dem når de er hjemme")
    lines = [one.words for one in pages_of(book.to_bytes()).texts if one.size > 20]
    assert len(lines) == 2
    assert min(map(len, lines)) > 0.6 * max(map(len, lines))


def test_bold_and_italic_are_seen() -> None:
    book = started()
    book.paragraph(Bold("fet skrift"))
    book.paragraph(Italic("kursiv skrift"))
    pages = pages_of(book.to_bytes())
    assert pages.line("fet skrift").font == "SourceSans3-SemiBold"
    assert pages.line("kursiv skrift").font == "SourceSans3-Italic"


@pytest.mark.parametrize("length", [1, 3, 5])
def test_the_source_of_a_quote_stands_below_its_last_lines(length: int) -> None:
    for above in range(26, 46):
        book = empty_book()
        book.masthead("", "Valgbeskrivelse")
        book.paragraph("\n".join(["linje"] * above))
        book.quote("\n".join(f"sitat {number}" for number in range(length)), source="Mandatet")
        pages = pages_of(book.to_bytes())
        source = pages.line("Mandatet")
        assert source.page == pages.line(f"sitat {length - 1}").page, f"after {above} lines"
        if length > 1:
            assert source.page == pages.line(f"sitat {length - 2}").page, f"after {above} lines"
