"""Empty lines to write on: as many as were asked for, far enough apart for a hand."""

from tests.reports.pdf.placed import pages_of
from tests.reports.samples import started


def test_there_are_as_many_lines_as_asked_for_with_room_for_a_hand() -> None:
    book = started()
    book.paragraph("Vi ble enige om:")
    book.writing_lines(5)
    book.paragraph("etter")
    pages = pages_of(book.to_bytes())
    rules = pages.rules()
    assert len(rules) == 5
    gaps = [after.top - before.top for before, after in zip(rules, rules[1:], strict=False)]
    assert min(gaps) > 20
    assert all(rule.right - rule.left > 400 for rule in rules)
    assert pages.line("Vi ble").y < rules[0].top < rules[-1].top < pages.line("etter").y


def test_lines_go_on_overleaf() -> None:
    book = started()
    book.writing_lines(50)
    pages = pages_of(book.to_bytes())
    assert (len(pages.rules()), pages.total) == (50, 2)
