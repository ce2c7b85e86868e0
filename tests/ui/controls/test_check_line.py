"""A tick whose words wrap: a click on the words ticks as well, and a screen reader hears them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from fosdesk.ui.controls.check_line import CheckLine
from tests.ui.controls.conftest import Show

WORDS = "Be kolleger slette personen også, når de leser skolefilen deres <i>neste</i> gang"


@pytest.fixture
def line(show: Show) -> CheckLine:
    made = CheckLine(WORDS)
    show(made, 220, 160)
    return made


def test_a_click_anywhere_on_the_line_ticks_and_unticks(line: CheckLine) -> None:
    words = line.findChild(QLabel)
    assert words is not None
    for wanted in (True, False):
        QTest.mouseClick(words, Qt.MouseButton.LeftButton)
        assert line.tick.isChecked() is wanted
    QTest.mouseClick(line.tick, Qt.MouseButton.LeftButton)
    assert line.tick.isChecked(), "the box itself ticks once, not twice"


def test_only_the_left_button_and_only_on_the_line(line: CheckLine) -> None:
    QTest.mouseClick(line, Qt.MouseButton.RightButton)
    QTest.mousePress(line, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() + 50, 5))
    assert not line.tick.isChecked()


def test_the_words_are_plain_and_belong_to_the_tick(line: CheckLine) -> None:
    words = line.findChild(QLabel)
    assert words is not None
    assert line.tick.accessibleName() == words.text() == WORDS
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.height() > 2 * words.fontMetrics().height(), "they wrap"
