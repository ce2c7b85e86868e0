"""Colours and sizes as they reach the screen: nothing in the style sheet is left open, and sizes follow the text."""

import re
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from fosdesk import paths
from fosdesk.ui.style.palettes import CONTRAST, PALETTES
from fosdesk.ui.style.theme import Theme, chosen_theme

THEMES = pytest.mark.parametrize("name", ["light", "dark", "contrast"])


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


@THEMES
def test_the_icons_of_the_style_sheet_are_the_shipped_ones_in_the_colours_of_the_palette(name: str) -> None:
    for drawn, source, role in (("chevron-down", "chevron-down", "quiet"), ("check-on", "check", "on_accent")):
        shown = paths.resource("icons", name, f"{drawn}.svg").read_text(encoding="utf-8")
        whole = paths.resource("icons", f"{source}.svg").read_text(encoding="utf-8")
        assert shown == whole.replace("currentColor", PALETTES[name][role])


@THEMES
def test_what_the_style_sheet_does_not_reach_has_the_same_colours(name: str) -> None:
    theme = Theme(name)
    palette = theme.palette()
    for role, colour in ((QPalette.ColorRole.Window, "paper"), (QPalette.ColorRole.Text, "ink")):
        assert palette.color(role) == theme.colour(colour)


@pytest.mark.parametrize(("wish", "name"), [("dark", "dark"), ("light", "light"), ("contrast", "contrast")])
def test_a_theme_that_was_chosen_counts_before_that_of_the_computer(qapp: QApplication, wish: str, name: str) -> None:
    for scheme in Qt.ColorScheme:
        assert chosen_theme(qapp, wish, 120, scheme).name == name
        assert chosen_theme(qapp, wish, 120, scheme).text_size == 120


def test_as_the_computer_means_as_the_computer_says(qapp: QApplication) -> None:
    names = {scheme: chosen_theme(qapp, "system", 100, scheme).name for scheme in Qt.ColorScheme}
    assert names[Qt.ColorScheme.Dark] == "dark"
    assert names[Qt.ColorScheme.Light] == "light"
    assert names[Qt.ColorScheme.Unknown] == "light", "as the style of this platform is"


def test_high_contrast_of_the_computer_is_shown_in_its_own_colours(qapp: QApplication) -> None:
    before = qapp.palette()
    assert chosen_theme(qapp, "system", 100, Qt.ColorScheme.Dark, is_contrast_high=True).name == "contrast"
    assert chosen_theme(qapp, "contrast", 100, Qt.ColorScheme.Dark, is_contrast_high=True).name == "contrast"
    assert chosen_theme(qapp, "light", 100, Qt.ColorScheme.Dark, is_contrast_high=True).name == "light", "was chosen"
    assert qapp.palette() == before


def test_high_contrast_on_a_light_ground_has_icons_that_are_seen_there() -> None:
    white = {**CONTRAST, "paper": "#ffffff", "ink": "#000000"}
    assert "/icons/light/" in Theme("contrast", 100, white).style_sheet()
    assert "/icons/contrast/" in Theme("contrast").style_sheet()


def test_an_icon_follows_the_colour_of_its_role_and_the_size_of_the_text(qapp: QApplication) -> None:
    for size in (100, 150):
        theme = Theme("dark", size)
        picture = theme.icon("plus", "accent", 24).pixmap(theme.px(24), theme.px(24)).toImage()
        assert picture.width() >= theme.px(24)
        colours = {QColor(picture.pixel(x, y)).name() for x in range(picture.width()) for y in range(picture.height())}
        assert theme.colours["accent"] in colours
    with pytest.raises(KeyError):
        Theme("dark").icon("../styles/fosdesk")


def test_letters_on_windows_keep_their_widths_at_a_hundred_per_cent(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = QFont().hintingPreference()
    assert Theme("light").font().hintingPreference() == usual
    monkeypatch.setattr(sys, "platform", "win32")
    assert Theme("light").font().hintingPreference() == QFont.HintingPreference.PreferVerticalHinting
