"""Page flow: breaks and distances; a heading stands on the page of what follows it, however much comes in between."""

from itertools import product

import pytest

from fosdesk.reports.writer import FileWriter
from tests.reports.pdf.placed import pages_of
from tests.reports.reading import lone_titles
from tests.reports.samples import TEXT, started

SHAPES = {
    "title and small line": lambda book, n: (book.heading(3, f"Title {n}"), book.small("Small line.")),
    "titles only": lambda book, n: book.heading(3, f"Title {n}"),
    "two levels and a small line": lambda book, n: (
        book.heading(2, f"Chapter {n}"),
        book.heading(3, f"Title {n}"),
        book.small("Small line."),
    ),
    "small line and text": lambda book, n: (book.heading(3, f"Title {n}"), book.small("Small"), book.paragraph(TEXT)),
    "title and list": lambda book, n: (book.heading(3, f"Title {n}"), book.bullets([TEXT, "Short"])),
    "title and facts": lambda book, n: (book.heading(3, f"Title {n}"), book.small("Small"), book.facts([("A", TEXT)])),
}


def book_of(shape: str, offset: int) -> FileWriter:
    book = started()
    for level in (1, 2):
        book.heading(level, f"Level {level}")
    book.paragraph("Text.")
    book.space(offset)
    for number in range(70):
        SHAPES[shape](book, number)
    if shape == "titles only":
        book.paragraph("Something at last.")
    return book


@pytest.mark.parametrize(("shape", "offset"), list(product(SHAPES, (0, 7, 19))))
def test_no_page_ends_with_a_title(shape: str, offset: int) -> None:
    found = lone_titles(book_of(shape, offset).to_bytes())
    if shape == "titles only":
        assert len(found) <= 4, "a page of titles alone has to end with one"
    else:
        assert found == []


ENDING = {
    "list": lambda book: book.bullets(["Short", TEXT, "Short"]),
    "list of long items": lambda book: book.bullets([TEXT, TEXT]),
    "text": lambda book: book.paragraph("Short"),
    "table": lambda book: book.table(["Head"], [["Short"]] * 6, [1.0]),
}


@pytest.mark.parametrize("ending", list(ENDING))
def test_a_small_line_never_stands_alone_on_the_page_after_what_it_is_about(ending: str) -> None:
    """Such as how many more there are; at every distance from the top of a page."""
    crossed = 0
    for points in range(300, 700, 6):
        book = started()
        book.paragraph("Text.")
        book.space(points)
        ENDING[ending](book)
        book.small("and 52 more")
        pages = pages_of(book.to_bytes())
        number = pages.line("and 52 more").page
        first = next(one for one in pages.texts if one.page == number and not one.artifact)
        assert not first.words.startswith("and"), points
        crossed += pages.line("and 52 more").page
    assert crossed, "none of them came to the end of the page"


def test_a_break_begins_a_page_and_two_in_a_row_leave_none_empty() -> None:
    book = started()
    book.paragraph("foran")
    book.page_break()
    book.page_break()
    book.paragraph("etter")
    pages = pages_of(book.to_bytes())
    assert (pages.line("foran").page, pages.line("etter").page, pages.total) == (0, 1, 2)


def test_a_space_is_as_high_as_it_is_told_and_goes_at_the_top_of_a_page() -> None:
    def distance(points: float) -> float:
        book = started()
        book.paragraph("foran")
        book.space(points)
        book.paragraph("etter")
        pages = pages_of(book.to_bytes())
        return pages.line("etter").y - pages.line("foran").y

    assert distance(80) - distance(30) == pytest.approx(50)
    tops = []
    for points in (0, 80):
        book = started()
        book.page_break()
        book.space(points)
        book.paragraph("øverst")
        tops.append(pages_of(book.to_bytes()).line("øverst").y)
    assert tops[0] == tops[1]


def test_of_two_distances_that_meet_the_larger_counts() -> None:
    book = started()
    for number in range(3):
        book.paragraph(f"avsnitt {number}")
    book.heading(1, "Overskrift")
    pages = pages_of(book.to_bytes())
    rows = [pages.line(f"avsnitt {number}").y for number in range(3)]
    assert rows[1] - rows[0] == pytest.approx(rows[2] - rows[1]) == pytest.approx(14 + 8)
    assert pages.line("Overskrift").y - rows[2] > 14 + 18
