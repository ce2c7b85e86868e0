"""A field with an icon: its text begins beside the icon, as quiet as the words that say what to type."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.search_line import IconLine, SearchLine
from fosdesk.ui.style.palettes import contrast_ratio
from fosdesk.ui.style.theme import Theme, apply_theme

THEMES = pytest.mark.parametrize("name", ["light", "dark", "contrast"])


def drawn(qtbot: QtBot, field: IconLine) -> QImage:
    qtbot.addWidget(field)
    field.resize(300, 40)
    with qtbot.waitExposed(field):
        field.show()
    return field.grab().toImage()


def colours_in(picture: QImage, left: int, right: int) -> set[str]:
    return {QColor(picture.pixel(x, y)).name() for x in range(left, right) for y in range(8, picture.height() - 8)}


@THEMES
def test_the_icon_is_as_quiet_as_the_words_that_say_what_to_type(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme = Theme(name)
    apply_theme(qapp, theme)
    field = SearchLine("Søk")
    quiet = theme.colours["quiet"]
    assert quiet in colours_in(drawn(qtbot, field), 10, 27)
    assert field.palette().placeholderText().color() == theme.colour("quiet"), "not Qt's half-transparent ink"
    assert contrast_ratio(quiet, theme.colours["raised"]) >= 4.5
    assert field.accessibleName() == "Søk"


@pytest.mark.parametrize("size", [100, 200])
def test_what_is_typed_never_covers_the_icon(qtbot: QtBot, qapp: QApplication, size: int) -> None:
    theme = Theme("light", size)
    apply_theme(qapp, theme)
    field = IconLine("plus")
    before = drawn(qtbot, field)
    field.setText("M" * 200)
    field.setCursorPosition(200)
    after = field.grab().toImage()
    wide = field.textMargins().left() - 6
    assert wide >= theme.px(15)
    area = (10, 6, wide, field.height() - 12)
    assert before.copy(*area) == after.copy(*area)
