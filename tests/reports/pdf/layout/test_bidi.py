"""Letters from right to left: joined, in the order that the eye expects, and read back as they were written."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.fonts import unshaped_arabic
from fosdesk.reports.pdf.layout import bidi
from fosdesk.reports.pdf.layout.line_breaking import Run
from tests.reports import samples
from tests.reports.reading import Reading

LETTERS = st.text("אבגدهلاإمرسة‎()، 12ab.-\u200c\u200d\u064e\u05b8", max_size=40)


def line(text: str) -> tuple[list[tuple[int, str]], list[Run]]:
    found = fonts.font_runs(text, fonts.REGULAR, samples.no_count())
    runs = [Run(stretch, face, 10, "#000000") for face, stretch in found]
    return [(number, run.text) for number, run in enumerate(runs)], runs


def drawn(text: str, *, back: bool = False) -> str:
    """What stands on the paper, from left to right."""
    parts = bidi.directed_runs(*line(bidi.shape_arabic(text)), right_to_left=back)
    return "".join(part.visual_text for part in sorted(parts, key=lambda part: part.x))


def test_a_stretch_from_right_to_left_is_turned_and_all_else_stands() -> None:
    assert drawn("ord שלום עולם ord") == "ord םלוע םולש ord"
    assert drawn("se (שלום) 12 og") == "se (םולש) 12 og"
    assert drawn("שלום 12 ord", back=True) == "ord 12 םולש"
    assert drawn("שלום (2026)", back=True) == "(2026) םולש"


def test_arabic_letters_take_the_form_that_joins_their_neighbours() -> None:
    assert drawn("سلام") == "\ufee1\ufefc\ufeb3"
    assert fonts.unshaped_arabic(bidi.shape_arabic("سلام وَحْدَهُ، لا إله")) == "سلام وَحْدَهُ، لا إله"


def test_each_stretch_stands_beside_the_next() -> None:
    parts = bidi.directed_runs(*line("ord שלום og 12 עולם ord"), right_to_left=False)
    places = sorted((part.x, part.x + part.width) for part in parts)
    assert all(abs(end - start) < 0.01 for (_, end), (start, _) in zip(places, places[1:], strict=False))
    assert places[0][0] == 0


@given(LETTERS, st.booleans())
def test_nothing_is_lost_and_all_is_read_in_its_order(text: str, back: bool) -> None:
    shaped = bidi.shape_arabic(fonts.displayable(text))
    parts = bidi.directed_runs(*line(shaped), right_to_left=back)
    assert "".join(part.actual_text or part.visual_text for part in parts) == fonts.displayable(text)


def test_a_text_that_begins_from_the_right_stands_to_the_right() -> None:
    book = samples.started()
    book.paragraph("שלום")
    book.paragraph("norsk שלום")
    with Reading(book.to_bytes()) as reading:
        assert reading.blocks()[-2:] == [("P", "שלום"), ("P", "norsk שלום")]
        content = reading.pdf.pages[0].obj.Contents.read_bytes()
    lefts = [float(row.split(b" 1 0 0 1 ")[1].split()[0]) for row in content.splitlines() if b"/ActualText" in row]
    assert lefts[0] > 400
    assert 80 < lefts[1] < 200


def test_what_turns_letters_is_loaded_only_where_there_are_any() -> None:
    code = """
import sys
from tests.reports import samples
book = samples.started()
book.paragraph("Bare norsk, čáppa og 😀")
book.to_bytes()
print([name for name in ("bidi", "arabic_reshaper") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
@pytest.mark.parametrize(
    "text", ["نمی{}خواهم", "ه{}", "{}ه", "لا{}لا", "{}لا", "ﷺ{}ﷺ", "ب{}{}ب", "قَرَ{}أَ", "a{}b", "لا {} لا"]
)
def test_joiners_stay_where_they_were(text: str, joiner: str) -> None:
    whole = text.replace("{}", joiner)
    assert unshaped_arabic(bidi.shape_arabic(unshaped_arabic(whole))) == unshaped_arabic(whole)


def test_a_joiner_shapes_the_letters_beside_it() -> None:
    alone, joined = bidi.shape_arabic("ه"), bidi.shape_arabic("ه\u200d")
    assert joined.endswith("\u200d")
    assert joined[0] != alone
    persian = bidi.shape_arabic("نمی\u200cخواهم")
    assert bidi.shape_arabic("نمی") + "\u200c" + bidi.shape_arabic("خواهم") == persian
