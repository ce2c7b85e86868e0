"""Breaks and distances: a page is begun where it is asked for, and never an empty one."""

import pytest

from tests.reports.pdf.placed import pages_of
from tests.reports.samples import started


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
