"""Widths without a font: never too narrow for the words that we draw, and lines that break well."""

import pytest

from fosdesk.content import LANGUAGES, read_framework
from fosdesk.display.figures.text_width import fits, text_width, truncated, wrapped
from fosdesk.display.shapes import Label
from tests.display.figures.drawn import true_width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bold", [False, True])
def test_the_guess_is_never_too_narrow_and_not_far_too_wide(language: str, bold: bool) -> None:
    framework = read_framework(language)
    phases = [name for phase in framework.phases for name in (phase.title, phase.plan_name, phase.aim)]
    for text in (*phases, *(item.text for item in framework.items), "10 000", "«Ja» – 2026/27 (A & B): 100 t 45 min"):
        true = true_width(Label(text, 0, 0, size=13, bold=bold))
        assert true <= text_width(text, 13, bold=bold) <= true * 1.12


def test_lines_are_about_equally_long_and_hold_every_word() -> None:
    lines = wrapped("Kjernekomponenter og grensevokting", 13, 190, 2, bold=True)
    assert lines == ("Kjernekomponenter", "og grensevokting")
    assert wrapped("Retning og rigging", 13, 190, 2) == ("Retning og rigging",)


def test_what_has_no_room_ends_in_an_ellipsis() -> None:
    assert not fits("Et langt navn som ikke får plass", 13, 60, 2)
    first, last = wrapped("Et langt navn som ikke får plass", 13, 60, 2)
    assert (first, last[-1]) == ("Et langt", "…")
    assert truncated("Kjernekomponenter", 13, 50).endswith("…")
    assert all(text_width(line, 13) <= 60 for line in (first, last))


@pytest.mark.parametrize(
    "text", ["", "   ", "\n", "Å" * 500, "a b " * 500, "😀" * 50, "1\N{NO-BREAK SPACE}" + "å" * 90]
)
def test_odd_texts_stay_within_their_room(text: str) -> None:
    assert all(text_width(line, 12) <= 80 for line in wrapped(text, 12, 80, 2))
    assert text_width(truncated(text, 12, 80), 12) <= 80


def test_a_number_stays_with_its_name() -> None:
    assert wrapped("1\N{NO-BREAK SPACE}Klargjøring nå", 13, 95, 2)[0].startswith("1\N{NO-BREAK SPACE}K")
