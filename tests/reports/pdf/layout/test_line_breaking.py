"""Lines: no word is lost or glued, long words are divided where a reader can bear it."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.line_breaking import HYPHEN, Run, break_lines

REGULAR = fonts.font_face(fonts.REGULAR)


def run(text: str, size: float = 10.0, name: str = fonts.REGULAR) -> Run:
    return Run(text, fonts.font_face(name), size, "#000000")


def written(runs: Sequence[Run], width: float) -> list[str]:
    return ["".join(text for _, text in line) for line in break_lines(runs, width)]


def test_words_fill_the_line_and_no_more() -> None:
    width = REGULAR.widths["en to tre"] * 10
    assert written([run("en to tre fire fem")], width) == ["en to tre ", "fire fem"]
    assert written([run("en to tre fire fem")], width - 0.1) == ["en to ", "tre fire ", "fem"]


def test_line_breaks_stay_and_spaces_are_one() -> None:
    assert written([run("  en   to\n\ntre ")], 500) == ["en to ", "", "tre"]
    assert written([run("en "), run("to\n"), run("\n tre")], 500) == ["en to ", "", "tre"]


def test_words_in_several_fonts_stay_whole() -> None:
    runs = [run("halv"), run("fet", name=fonts.STRONG), run(", og videre")]
    assert written(runs, 44) == ["halvfet, ", "og videre"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbeidsgruppemedlemmer", ["arbeidsgruppe", "medlemmer"]),
        ("kjernekomponentbeskrivelse", ["kjernekompo", "nentbeskrivelse"]),
        ("profesjonsfellesskapet", ["profesjonsfel", "lesskapet"]),
    ],
)
def test_long_words_are_divided_at_a_syllable(word: str, parts: list[str]) -> None:
    assert written([run(word)], 66) == [*(part + HYPHEN for part in parts[:-1]), parts[-1]]


def test_addresses_are_divided_at_a_stroke_and_without_a_hyphen() -> None:
    assert written([run("https://www.udir.no/laring-og-trivsel/skolemiljo")], 95) == [
        "https://www.udir.no/",
        "laring-og-trivsel/",
        "skolemiljo",
    ]


SPACES = [chr(code) for code in (0x9, 0x1680, *range(0x2000, 0x200B), 0x205F, 0x3000)]


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_a_space_of_any_width_breaks_a_line(space: str) -> None:
    text = fonts.displayable(f"en{space}to{space}tre fire fem")
    width = REGULAR.widths["en to tre"] * 10
    assert written([run(text)], width) == ["en to tre ", "fire fem"]
    assert written([run(text)], width - 0.1) == ["en to ", "tre fire ", "fem"]


def test_a_zero_width_space_breaks_a_line_and_leaves_nothing_in_it() -> None:
    text = fonts.displayable("sam\u200bmen\u200bsatt ord")
    assert written([run(text)], 500) == ["sammensatt ord"]
    assert written([run(text)], REGULAR.widths["sammen"] * 10) == ["sammen", "satt ord"]
    assert written([run(text)], REGULAR.widths["men"] * 10) == ["sam", "men", "satt ", "ord"]
    several = [run("sam\u200b"), run("men", name=fonts.STRONG), run("\u200bsatt ord")]
    assert written(several, 500) == ["sammensatt ord"]
    assert written(several, 38) == ["sammen", "satt ord"]
    assert written([run("en \u200b to")], 500) == ["en to"]


def test_what_is_held_together_and_too_long_for_a_line_breaks_at_its_hard_spaces() -> None:
    words = "Skolen har møtt personalet fire ganger dette semesteret"
    for hard in "\u00a0\u202f":
        held = words.replace(" ", hard)
        assert [line.rstrip() for line in written([run(held)], 120)] == [
            line.replace(" ", hard).rstrip() for line in written([run(words)], 120)
        ]
        assert written([run(f"en {held[:10]} to")], 48) == ["en ", f"{held[:10]} ", "to"], "it fits on a line"
    (first, *rest) = written([run("kort\u00a0arbeidsgruppemedlemmer")], 66)
    assert (first, rest) == ("kort\u00a0", [f"arbeidsgruppe{HYPHEN}", "medlemmer"])


def test_a_very_long_run_is_divided_in_no_time() -> None:
    for text in ("x" * 200_000, "ab\u00a0" * 60_000):
        lines = written([run(text)], 400)
        assert "".join(lines).replace(HYPHEN, "") == text


@given(st.lists(st.text("abcdeæøå -/.\n\u00a0\u202f\u200b😀", max_size=80), min_size=1, max_size=4), st.floats(30, 200))
def test_nothing_is_lost_and_no_line_is_too_wide(texts: list[str], width: float) -> None:
    runs = [
        Run(stretch, face, 10, "#000000")
        for text in texts
        for face, stretch in fonts.font_runs(text, fonts.REGULAR, Counter())
    ]
    lines = break_lines(runs, width)
    for line in lines:
        wide = sum(runs[number].face.widths[text] * 10 for number, text in line)
        space = runs[line[-1][0]].face.widths[" "] * 10 if line else 0  # at its end, as wide as in the last face
        assert wide <= width + space + 0.2
    together = "".join(text for line in lines for _, text in line)
    assert together.replace(HYPHEN, "").split() == "".join(run.text for run in runs).replace("\u200b", "").split()
