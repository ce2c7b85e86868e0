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


@given(st.lists(st.text("abcdeæøå -/.\n\u00a0😀", max_size=80), min_size=1, max_size=4), st.floats(30, 200))
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
    assert together.replace(HYPHEN, "").split() == "".join(run.text for run in runs).split()
