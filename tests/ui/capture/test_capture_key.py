"""Ctrl+Shift+N from anywhere: pages, fields, dialogs and another school; not while something is projected."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Captured, CoreComponent
from fosdesk.ui.capture.capture_dialog import CaptureDialog
from fosdesk.ui.capture.capture_key import PROJECTED
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.window.go_to_dialog import GoToDialog
from tests.ui.acts import bring_to_front, desk_of, journal_in, open_beside, page_of, settle, take_cursor
from tests.ui.capture.test_capture_dialog import CONTROL, SHIFT, noted


def press_key(widget: QWidget) -> CaptureDialog | None:
    """The window that the key opens, if it does."""
    QTest.keyClick(widget, Qt.Key.Key_N, CONTROL | SHIFT)
    settle()
    found = QApplication.activeModalWidget()
    return found if isinstance(found, CaptureDialog) else None


def note(widget: QWidget, thought: str) -> None:
    """Note a thought by keyboard alone."""
    dialog = press_key(widget)
    assert dialog is not None
    bring_to_front(dialog)
    QTest.keyClicks(dialog.line, thought)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()


def test_it_opens_on_every_page(fresh_school: Fosdesk) -> None:
    for place in PAGES:
        fresh_school.window.go(place.key, "")
        bring_to_front(fresh_school.window)
        note(fresh_school.window, place.key)
    assert [text for text, _ in noted(fresh_school)] == [place.key for place in PAGES]


@pytest.mark.parametrize("leaves", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_cursor_goes_back_into_the_field_where_it_was(fresh_school: Fosdesk, leaves: Qt.Key) -> None:
    page = page_of(fresh_school.window, "overview", OverviewPage)
    page.direction.edit()
    assert page.direction.editor is not None
    line = page.direction.editor.editor
    assert isinstance(line, QWidget)
    take_cursor(line)
    QTest.keyClicks(line, "Alle skal ")
    dialog = press_key(line)
    assert dialog is not None
    bring_to_front(dialog)
    QTest.keyClicks(dialog.line, "Ring PPT")
    QTest.keyClick(dialog.line, leaves)
    settle()
    assert line.isVisible()
    assert line.hasFocus()
    QTest.keyClicks(line, "bli sett")
    assert fresh_school.window.release()
    assert desk_of(fresh_school).school.profile.direction == "Alle skal bli sett"


@pytest.mark.parametrize("name", ["name", "why"])
def test_a_text_goes_on_where_it_was_left_for_another_window(fresh_school: Fosdesk, name: str) -> None:
    desk = desk_of(fresh_school)
    component = desk.workspace.add(CoreComponent(name="Voksne", why="Voksne"))
    desk.go_to_field(component.id, name)
    bring_to_front(fresh_school.window)
    field = fresh_school.window.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(field, " som ")
    note(field, "Ring PPT")
    QTest.keyClicks(field, "ser")
    assert desk.release()
    assert getattr(desk.school.find(component.id), name) == "Voksne som ser"
    assert noted(fresh_school) == [("Ring PPT", "")]


def test_it_opens_over_a_dialog_and_the_cursor_goes_back_there(fresh_school: Fosdesk) -> None:
    bring_to_front(fresh_school.window)
    QTest.keyClick(fresh_school.window, Qt.Key.Key_K, CONTROL)
    settle()
    search = QApplication.activeModalWidget()
    assert isinstance(search, GoToDialog)
    bring_to_front(search)
    QTest.keyClicks(search.typed, "tid")
    note(search.typed, "Ring PPT")
    assert search.isVisible()
    assert isinstance(search.typed, QLineEdit)
    assert search.typed.hasFocus()
    assert search.typed.text() == "tid"
    assert noted(fresh_school) == [("Ring PPT", "")]


def test_it_opens_once(fresh_school: Fosdesk) -> None:
    bring_to_front(fresh_school.window)
    first = press_key(fresh_school.window)
    assert first is not None
    bring_to_front(first)
    assert press_key(first.line) is first
    assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, CaptureDialog)]) == 1


def test_the_button_at_the_foot_does_the_same(fresh_school: Fosdesk) -> None:
    bring_to_front(fresh_school.window)
    QTest.mouseClick(fresh_school.window.note, Qt.MouseButton.LeftButton)
    settle()
    assert isinstance(QApplication.activeModalWidget(), CaptureDialog)


def test_not_while_projecting(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    window = fresh_school.window
    bring_to_front(window)
    window.setProperty(PROJECTED, True)
    assert press_key(window) is None
    window.setProperty(PROJECTED, False)
    beside = QDialog(window)
    qtbot.addWidget(beside)
    beside.showFullScreen()
    settle()
    assert press_key(window) is None
    beside.close()
    settle()
    bring_to_front(window)
    assert press_key(window) is not None


def test_over_another_school_the_line_goes_to_ones_own(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    bring_to_front(window)
    assert window.desk is not None
    before = window.desk.school
    note(window, "Spør dem om fellestid")
    assert noted(fresh_school) == [("Spør dem om fellestid", "")]
    assert window.desk.school is before
    assert before.of(Captured) == ()
