"""Header and footer: whose it is, what it is, whether it is a draft, and which page."""

import pytest

from fosdesk.reports.pdf.style import LEFT
from fosdesk.reports.writer import A4
from tests.reports.pdf.placed import Placed, pages_of
from tests.reports.samples import empty_book, started

RIGHT = A4[0] - LEFT


def margins(written: bytes, page: int) -> list[Placed]:
    return [one for one in pages_of(written).texts if one.page == page and one.artifact]


def test_every_page_says_whose_it_is_what_it_is_and_which_page() -> None:
    book = empty_book(running_foot="Utkast")
    book.masthead("", "Valgbeskrivelse")
    book.paragraph("linje\n" * 120)
    written = book.to_bytes()
    assert [one.words for one in margins(written, 0)] == ["Utkast", "Side 1 av 3"], "the title stands there in large"
    author, title, foot, page = margins(written, 1)
    assert [one.words for one in (author, title, foot, page)] == [
        "Fjordvik skole", "Valgbeskrivelse", "Utkast", "Side 2 av 3"
    ]  # fmt: skip
    assert author.y == title.y < 60
    assert foot.y == page.y > A4[1] - 60
    assert author.x == foot.x == pytest.approx(LEFT)
    assert RIGHT - 100 < title.x < RIGHT
    assert RIGHT - 80 < page.x < RIGHT


def test_a_cover_has_nothing_in_its_margins() -> None:
    book = empty_book(running_foot="Utkast")
    book.cover("", "Valgbeskrivelse")
    book.paragraph("Etter omslaget")
    written = book.to_bytes()
    assert margins(written, 0) == []
    assert [one.words for one in margins(written, 1)][-1] == "Side 2 av 2"


def test_what_is_too_long_for_a_margin_is_cut_with_a_mark_and_meets_nothing() -> None:
    book = empty_book(running_head="En svært lang tittel " * 20, running_foot="Et svært langt merke " * 20)
    book.cover("", "Valgbeskrivelse")
    book.paragraph("Etter omslaget")
    author, title, foot, page = margins(book.to_bytes(), 1)
    assert title.words.endswith("…")
    assert foot.words.endswith("…")
    assert title.x > author.x + 80
    assert page.x > LEFT + 0.7 * (RIGHT - LEFT)
    wide = len(foot.words) * 8.5 * 0.4
    assert foot.x + wide < page.x + 40


def test_a_running_head_of_its_own_replaces_the_title() -> None:
    book = empty_book(running_head="Til skoleeier")
    book.cover("", "Valgbeskrivelse")
    book.paragraph("Etter omslaget")
    assert [one.words for one in margins(book.to_bytes(), 1)][1] == "Til skoleeier"
    assert started().to_bytes()
