"""Forms on paper: boxes, what is filled in already, and room to write that stands with its item."""

import pytest

from fosdesk.reports.inline_text import FormField, FormItem
from tests.reports.pdf.placed import pages_of
from tests.reports.reading import Reading
from tests.reports.samples import started


def test_what_is_done_is_ticked_and_what_is_not_is_a_box() -> None:
    book = started()
    book.form([FormItem("Lag mandat", ticked=True), FormItem("Avtal tid")])
    with Reading(book.to_bytes()) as reading:
        assert [words for role, words in reading.blocks() if role == "Lbl"] == ["☑", "☐"]


def test_a_value_stands_on_its_line_and_an_empty_field_is_a_line() -> None:
    book = started()
    book.form_fields(FormField("Hvem", "Rektor"), FormField("Når"))
    pages = pages_of(book.to_bytes())
    filled, empty = pages.rules()
    prompt, value = pages.line("Hvem"), pages.line("Rektor")
    assert prompt.x < value.x == pytest.approx(filled.left)
    assert abs(value.y - filled.top) < 12
    assert empty.left > pages.line("Når").x > filled.right
    assert empty.right - empty.left > 100


def test_fields_share_the_line_as_they_are_told_to() -> None:
    book = started()
    book.form_fields(FormField("A", share=3), FormField("B", share=1))
    first, second = pages_of(book.to_bytes()).rules()
    assert (first.right - first.left) / (second.right - second.left) == pytest.approx(3, rel=0.2)


def test_an_item_stands_with_its_note_its_fields_and_its_lines() -> None:
    for lines in range(34, 46):
        book = started()
        book.paragraph("\n".join(["linje"] * lines))
        book.form([FormItem("Lag mandat", below="Hva gruppen skal", fields=(FormField("Hvem"),), lines=2)])
        pages = pages_of(book.to_bytes())
        item = pages.line("Lag mandat")
        assert {pages.line(words).page for words in ("Hva gruppen skal", "Hvem")} == {item.page}
        assert len(pages.rules(item.page)) == 3, "the line of the field, and two to write on"
        assert min(one.top for one in pages.rules()) > item.y
