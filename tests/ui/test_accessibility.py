"""Every control that the keyboard reaches can be named by a screen reader, on every page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.frame.page_registry import PAGES

NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
}


def nameless(window: QWidget) -> list[str]:
    """Visible controls that can have the keyboard and have no name."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        face: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
        if face is None or face.role() not in NAMED:
            continue
        named = widget.accessibleName() if isinstance(widget, QComboBox) else face.text(QAccessible.Text.Name)
        if not named and not face.relations():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_control_has_a_name(with_example: Fosdesk) -> None:
    for place in PAGES:
        with_example.window.go(place.key, "")
        QApplication.processEvents()
        assert nameless(with_example.window) == [], place.key


def test_the_keyboard_reaches_a_table_and_leaves_it_again(qtbot: QtBot, with_example: Fosdesk) -> None:
    window = with_example.window
    window.go("gatekeeping", "")
    QApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.page("gatekeeping").search()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached: list[QWidget | None] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in reached:
            break
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        QApplication.processEvents()
    kinds = [type(widget).__name__ for widget in reached]
    assert any("Table" in kind for kind in kinds)
    assert len(set(map(id, reached))) > 12  # the page's own controls and the navigation's, not a table's cells for ever
