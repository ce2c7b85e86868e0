"""Figures on the page: as large as they are, smaller where they must be, larger where the page is theirs."""

import pytest

from fosdesk.display.shapes import Area, Figure, Label
from fosdesk.reports.pdf.style import LEFT
from fosdesk.reports.writer import A4
from tests.reports.pdf.placed import Drawn, pages_of
from tests.reports.reading import Reading
from tests.reports.samples import started

WIDTH = A4[0] - 2 * LEFT


def square(side: float) -> Figure:
    return Figure(side, side, (Area(((0, 0), (side, 0), (side, side), (0, side)), "sand"),), "En firkant")


def drawn(side: float, *, fill_page: bool = False) -> Drawn:
    book = started()
    book.figure(square(side), fill_page=fill_page)
    return next(one for one in pages_of(book.to_bytes()).shapes[::-1] if one.filled)


def test_a_figure_is_as_large_as_it_is_and_never_wider_than_the_text() -> None:
    small, large = drawn(100), drawn(2000)
    assert (small.right - small.left, small.left) == pytest.approx((100, LEFT))
    assert large.right - large.left == pytest.approx(WIDTH, abs=0.1)
    assert large.bottom - large.top == pytest.approx(WIDTH, abs=0.1)


def test_a_figure_that_may_fill_the_page_does() -> None:
    filled = drawn(100, fill_page=True)
    assert filled.right - filled.left == pytest.approx(WIDTH, abs=0.1)


def test_a_figure_stands_with_its_caption_and_says_what_it_shows() -> None:
    for lines in range(20, 34):
        book = started()
        book.paragraph("\n".join(["linje"] * lines))
        book.figure(square(260), "Under figuren")
        written = book.to_bytes()
        pages = pages_of(written)
        shape = next(one for one in pages.shapes[::-1] if one.filled)
        below = pages.line("Under figuren")
        assert shape.page == below.page
        assert below.y > shape.bottom
        with Reading(written) as reading:
            (figure,) = (one for one in reading.top.walk() if one.role == "Figure")
            assert str(figure.thing.Alt) == "En firkant"


def test_labels_begin_end_or_lie_on_either_side_of_their_place() -> None:
    labels = (
        Label("til høyre for", 200, 20),
        Label("midt på", 200, 40, anchor="middle"),
        Label("til venstre for", 200, 60, anchor="right"),
    )
    book = started()
    book.figure(Figure(400, 80, labels, "Tre ord"))
    pages = pages_of(book.to_bytes())
    right, middle, left = (pages.line(label.text).x for label in labels)
    assert right == pytest.approx(LEFT + 200)
    assert left < middle < right
    assert 10 < right - middle < 40 < right - left < 100
