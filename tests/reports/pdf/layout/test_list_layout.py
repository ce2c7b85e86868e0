"""Lists on the page: numbers that count from one, a bullet for each depth, and text clear of its label."""

import pytest

from fosdesk.reports.inline_text import Item
from tests.reports.pdf.placed import pages_of
from tests.reports.reading import Reading
from tests.reports.samples import started


def test_numbers_count_from_one_and_leave_room_for_the_widest() -> None:
    book = started()
    book.numbered([f"punkt {number}" for number in range(1, 121)])
    pages = pages_of(book.to_bytes())
    labels = [one for one in pages.texts if one.words.rstrip(".").isdigit()]
    assert [one.words for one in labels] == [f"{number}." for number in range(1, 121)]
    texts = [one for one in pages.texts if one.words.startswith("punkt")]
    assert len({one.x for one in texts}) == 1
    assert texts[0].x - labels[0].x > 24, "«120.» must not run into its text"
    assert [(one.page, one.y) for one in labels] == [(one.page, one.y) for one in texts]


def test_each_depth_has_a_bullet_and_an_indent_of_its_own() -> None:
    book = started()
    book.bullets([Item("ytterst", [Item("inni", [Item("innerst", ["dypere enn det finnes tegn"])])])])
    pages = pages_of(book.to_bytes())
    bullets = [one for one in pages.texts if one.words in "•–·"]
    assert [one.words for one in bullets] == ["•", "–", "·", "·"]
    steps = [after.x - before.x for before, after in zip(bullets, bullets[1:], strict=False)]
    assert steps == pytest.approx([16, 16, 16])
    for bullet, words in zip(bullets, ("ytterst", "inni", "innerst", "dypere"), strict=True):
        assert pages.line(words).x == pytest.approx(bullet.x + 16)


def test_a_list_says_how_it_is_numbered() -> None:
    book = started()
    book.bullets(["a"])
    book.numbered(["b"])
    book.checklist(["c"])
    with Reading(book.to_bytes()) as reading:
        lists = [one for one in reading.top.walk() if one.role == "L"]
        assert [str(one.thing.A.ListNumbering) for one in lists] == ["/Disc", "/Decimal", "/None"]
        assert [words for role, words in reading.blocks() if role == "Lbl"] == ["•", "1.", "☐"]
