"""Colour marks before words: round, in the colour of their role, filled or not; and how wide words are."""

import pytest
from PySide6.QtGui import QColor, QPixmap

from fosdesk.ui.controls.color_dots import dot, words_width
from fosdesk.ui.style.theme import Theme


def at(picture: QPixmap, across: float, down: float) -> QColor:
    """The colour at a place, as shares of the width and height."""
    image = picture.toImage()
    return image.pixelColor(int(across * image.width()), int(down * image.height()))


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("role", ["accent", "ochre", "plum"])
@pytest.mark.usefixtures("qapp")
def test_a_mark_is_round_and_has_the_colour_of_its_role(name: str, role: str) -> None:
    theme = Theme(name)
    picture = dot(theme, role)
    assert at(picture, 0.45, 0.5) == theme.colour(role)
    assert {at(picture, *corner).alpha() for corner in ((0, 0), (0.99, 0), (0, 0.99), (0.99, 0.99))} == {0}


@pytest.mark.usefixtures("qapp")
def test_a_mark_that_is_not_filled_is_a_ring() -> None:
    theme = Theme("light")
    picture = dot(theme, "accent", filled=False)
    assert at(picture, 0.45, 0.5).alpha() == 0
    ring = [at(picture, share / 40, 0.5) for share in range(40)]
    assert sum(colour == theme.colour("accent") for colour in ring) in range(2, 12)


@pytest.mark.usefixtures("qapp")
def test_a_mark_grows_with_the_text_and_is_sharp_on_a_fine_screen() -> None:
    small, large = dot(Theme("light", 100), "accent"), dot(Theme("light", 200), "accent")
    assert large.width() == 2 * small.width()
    assert small.devicePixelRatio() == 2
    assert small.deviceIndependentSize().width() == Theme("light", 100).px(14)


@pytest.mark.usefixtures("qapp")
def test_words_are_as_wide_as_their_letters_in_the_size_of_the_text() -> None:
    normal, large = Theme("light", 100), Theme("light", 200)
    assert words_width(normal, "") == 0
    assert words_width(normal, "Parkert, og tas opp igjen") > words_width(normal, "Parkert") > 20
    assert words_width(large, "Parkert") == pytest.approx(2 * words_width(normal, "Parkert"), rel=0.1)
