"""A line to search in: Escape empties it, arrow down leaves it, and Ctrl+Z is never the program's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.search_line import SearchLine
from tests.ui.acts import take_cursor
from tests.ui.controls.conftest import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(show: Show) -> SearchLine:
    around = QDialog()
    made = SearchLine("Søk i innspill")
    made.around = around  # type: ignore[attr-defined]  # else nothing holds it
    column(around).addWidget(made)
    show(around)
    take_cursor(made)
    return made


def test_escape_empties_the_line_first_and_closes_afterwards(line: SearchLine) -> None:
    QTest.keyClicks(line, "lese")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), line.window().isVisible()) == ("", True)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.window().isVisible()


def test_arrow_down_goes_to_what_was_found(line: SearchLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.down_pressed):
        QTest.keyClick(line, Qt.Key.Key_Down)
    assert (line.placeholderText(), line.accessibleName()) == ("Søk i innspill", "Søk i innspill")


def test_undo_takes_back_what_was_typed_here_and_nothing_else(line: SearchLine) -> None:
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), line.window())
    shortcut.activated.connect(lambda: undone.append(True))
    QTest.keyClicks(line, "lese")
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert (line.text(), undone) == ("", [])
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert undone == []
