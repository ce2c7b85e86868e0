"""Lines of a short list that are painted, pressed by their words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.line_button import LineButton
from tests.ui.acts import settle


def line_on(within: QWidget, title: str) -> LineButton:
    """The visible line with a title."""
    settle()
    (found,) = (one for one in within.findChildren(LineButton) if one.isVisible() and one.title == title)
    return found


def press_line(within: QWidget, title: str) -> None:
    """Click the line with a title."""
    QTest.mouseClick(line_on(within, title), Qt.MouseButton.LeftButton)
    settle()
