"""Page flow: a heading stands on the page of what follows it, whatever comes in between and however much of it."""

from itertools import product

import pytest

from fosdesk.reports.writer import FileWriter
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
