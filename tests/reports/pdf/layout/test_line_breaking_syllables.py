"""A word too long for its line is divided where it may be: before a syllable, never within what is one sound."""

import pytest

from fosdesk.reports.pdf.fonts import REGULAR, font_face
from fosdesk.reports.pdf.layout.line_breaking import HYPHEN, Run, break_lines


def divided(word: str, width: float) -> list[str]:
    """The parts of a word in a line of that width, with «-» for the hyphen that is drawn."""
    lines = break_lines([Run(word, font_face(REGULAR), 10, "#000000")], width)
    return ["".join(text for _, text in line).replace(HYPHEN, "-") for line in lines]


@pytest.mark.parametrize("sound", ["sk", "sj", "kj", "tj", "gj", "ng", "ch"])
def test_letters_that_are_one_sound_stay_together(sound: str) -> None:
    word = f"ba{sound}a" * 12
    for width in range(40, 90, 3):
        parts = divided(word, width)
        assert len(parts) > 2
        assert "".join(part.removesuffix("-") for part in parts) == word
        for before, after in zip(parts, parts[1:], strict=False):
            assert before.endswith("-")
            assert before[-2] + after[0] != sound


def test_a_part_begins_with_a_consonant_before_a_vowel() -> None:
    parts = divided("samarbeidspartnerne" * 4, 60)
    assert len(parts) > 3
    for part in parts[1:]:
        assert part[0] not in "aeiouyæøå"
        assert part[1] in "aeiouyæøå"


def test_an_address_is_divided_after_a_slash_and_without_a_hyphen() -> None:
    parts = divided("https://skole.kommune.no/utvikling/plan/2026/grensevokting", 110)
    assert len(parts) > 2
    assert all(part.endswith(("/", ".", ":")) for part in parts[:-1])
