"""Columns stand beside each other at their shares, and what follows stands below the longest."""

import pytest

from fosdesk.reports.pdf.style import COLUMN_GAP, LEFT
from fosdesk.reports.writer import A4
from tests.reports.pdf.placed import pages_of
from tests.reports.samples import started


def test_columns_have_the_shares_they_are_given() -> None:
    book = started()
    book.columns(lambda: book.paragraph("venstre"), lambda: book.paragraph("høyre"), widths=(3, 1))
    pages = pages_of(book.to_bytes())
    left, right = pages.line("venstre"), pages.line("høyre")
    assert left.y == right.y
    assert left.x == pytest.approx(LEFT)
    inner = A4[0] - 2 * LEFT - COLUMN_GAP
    assert right.x == pytest.approx(LEFT + inner * 0.75 + COLUMN_GAP, abs=0.01)


@pytest.mark.parametrize("longest", [0, 1])
def test_what_follows_stands_below_the_longest_column(longest: int) -> None:
    def column(name: int) -> None:
        book.paragraph("\n".join(f"{name} linje {number}" for number in range(30 if name == longest else 2)))

    book = started()
    book.columns(lambda: column(0), lambda: column(1))
    book.paragraph("under begge")
    pages = pages_of(book.to_bytes())
    assert pages.line("under begge").y > pages.line(f"{longest} linje 29").y


def test_text_is_broken_to_the_width_of_its_column() -> None:
    book = started()
    book.columns(lambda: book.paragraph("ord " * 60), lambda: book.paragraph("ord " * 60), widths=(3, 1))
    pages = pages_of(book.to_bytes())
    wide, narrow = (
        max(len(one.words) for one in pages.texts if one.words.startswith("ord") and (one.x > 200) is right)
        for right in (False, True)
    )
    assert 2 < wide / narrow < 4
