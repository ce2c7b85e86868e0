"""Rows of cells as they stand on the page: columns, rules, rows to write in, and heads on every page."""

import pytest

from fosdesk.reports.pdf.style import LEFT, TABLE_STYLE
from fosdesk.reports.writer import A4
from tests.reports.pdf.placed import pages_of
from tests.reports.samples import started

WIDTH = A4[0] - 2 * LEFT


def test_columns_stand_at_their_shares_with_a_gutter_between() -> None:
    book = started()
    book.table(["Første", "Andre", "Tredje"], [("a1", "a2", "a3")], (1, 3, 2))
    pages = pages_of(book.to_bytes())
    inner = WIDTH - 2 * TABLE_STYLE.gutter
    wanted = [LEFT, LEFT + inner / 6 + TABLE_STYLE.gutter, LEFT + inner * 4 / 6 + 2 * TABLE_STYLE.gutter]
    for words in (("Første", "Andre", "Tredje"), ("a1", "a2", "a3")):
        assert [pages.line(one).x for one in words] == pytest.approx(wanted, abs=0.01)


def test_a_rule_stands_below_the_head_and_every_row_over_the_whole_width() -> None:
    book = started()
    book.table(["Navn", "Verdi"], [(f"Rad {number}", "ja") for number in range(4)], (1, 1))
    pages = pages_of(book.to_bytes())
    rules = pages.rules()
    assert [one.left for one in rules] == pytest.approx([LEFT] * 5)
    assert [one.right for one in rules] == pytest.approx([LEFT + WIDTH] * 5)
    lines = [pages.line(words).y for words in ("Navn", *(f"Rad {number}" for number in range(4)))]
    for rule, above, below in zip(rules, lines, [*lines[1:], 1000], strict=True):
        assert above < rule.top < below


def test_a_row_to_write_in_has_its_height_and_stands_on_one_page() -> None:
    for lines in (0, 38, 40, 42, 44):
        book = started()
        book.paragraph("\n".join(["linje"] * lines))
        book.table(["Hva", "Når"], [(f"Punkt {number}", "") for number in range(3)], (1, 1), min_row_height=60)
        pages = pages_of(book.to_bytes())
        rules = pages.rules()
        tops = [rule for rule in rules if rule.right - rule.left > 400]
        for before, after in zip(tops, tops[1:], strict=False):
            if before.page == after.page:
                assert after.top - before.top == pytest.approx(60)
        for number in range(3):
            item = pages.line(f"Punkt {number}")
            below = min(one.top for one in tops if one.page == item.page and one.top > item.y)
            assert below - item.y > 40, "its room is below it, on the same page"


def test_a_row_to_write_in_is_not_divided_where_it_fits_on_half_a_page() -> None:
    for lines in (14, 26, 38):
        book = started()
        book.paragraph("\n".join(["linje"] * lines))
        rows = [("\n".join(f"{row} linje {number}" for number in range(20)), "") for row in ("a", "b", "c")]
        book.table(["Hva", "Når"], rows, (1, 1), min_row_height=40)
        pages = pages_of(book.to_bytes())
        for row in ("a", "b", "c"):
            assert len({one.page for one in pages.texts if one.words.startswith(f"{row} linje")}) == 1


def test_the_head_stands_again_above_the_rows_of_each_page() -> None:
    book = started()
    book.table(["Navn", "Verdi"], [(f"Rad {number:03}", "ja") for number in range(80)], (1, 1))
    pages = pages_of(book.to_bytes())
    assert pages.total > 2
    for page in range(1, pages.total):
        heads = [one for one in pages.texts if one.page == page and one.words == "Navn"]
        first = min(one.y for one in pages.texts if one.page == page and one.words.startswith("Rad"))
        assert [one.artifact for one in heads] == [True]
        assert heads[0].y + 12 < first
        assert any(heads[0].y < rule.top < first for rule in pages.rules(page))


def test_a_head_that_would_fill_the_page_is_not_repeated() -> None:
    book = started()
    head = "\n".join(f"hode {number}" for number in range(30))
    book.table([head, "Verdi"], [(f"Rad {number:03}", "ja") for number in range(60)], (1, 1))
    pages = pages_of(book.to_bytes())
    assert pages.total > 2
    assert [one.page for one in pages.texts if one.words == "hode 0"] == [0]
