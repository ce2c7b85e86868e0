"""Colours and sizes as they reach the screen: nothing in the style sheet is left open, and sizes follow the text."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fosdesk import paths
from fosdesk.ui.style.theme import Theme, chosen_theme

THEMES = pytest.mark.parametrize("name", ["light", "dark"])


@THEMES
@pytest.mark.parametrize("text_size", [50, 100, 300])
def test_every_colour_and_size_of_the_style_sheet_is_filled_in(name: str, text_size: int) -> None:
    sheet = Theme(name, text_size).style_sheet()
    assert re.findall(r"@\w+", sheet) == []
    assert Theme(name).colours["accent"] in sheet


def test_sizes_follow_the_size_of_the_text() -> None:
    assert [Theme("light", size).px(40) for size in (50, 100, 150)] == [20, 40, 60]
    assert Theme("light", 50).px(0.5) == 1, "nothing vanishes"
    assert Theme("light", 200).font(15).pixelSize() == 30
    assert "font-size: 30px" in Theme("light", 200).style_sheet()


def test_both_themes_have_the_same_icons(qapp: QGuiApplication) -> None:
    light, dark = ({path.name for path in paths.resource("icons", name).iterdir()} for name in ("light", "dark"))
    assert light == dark
    assert {name for name in light if Theme("dark").icon(name.removesuffix(".svg")).isNull()} == set()


@THEMES
def test_what_the_style_sheet_does_not_reach_has_the_same_colours(name: str) -> None:
    theme = Theme(name)
    palette = theme.palette()
    for role, colour in ((QPalette.ColorRole.Window, "paper"), (QPalette.ColorRole.Text, "ink")):
        assert palette.color(role) == theme.colour(colour)


@pytest.mark.parametrize(("wish", "name"), [("dark", "dark"), ("light", "light")])
def test_a_theme_that_was_chosen_counts_before_that_of_the_computer(qapp: QApplication, wish: str, name: str) -> None:
    for scheme in Qt.ColorScheme:
        assert chosen_theme(qapp, wish, 120, scheme).name == name
        assert chosen_theme(qapp, wish, 120, scheme).text_size == 120


def test_as_the_computer_means_as_the_computer_says(qapp: QApplication) -> None:
    names = {scheme: chosen_theme(qapp, "system", 100, scheme).name for scheme in Qt.ColorScheme}
    assert names[Qt.ColorScheme.Dark] == "dark"
    assert names[Qt.ColorScheme.Light] == "light"
    assert names[Qt.ColorScheme.Unknown] == "light", "as the style of this platform is"
