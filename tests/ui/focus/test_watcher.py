"""After every act the cursor is somewhere, seen, and where the eye is: a walk over pages and their buttons."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.focus.watcher import watch_focus
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.style.theme import Theme
from tests.sampling import often
from tests.ui.acts import bring_to_front, desk_of, settle
from tests.ui.gate_log import GateLog

# Pages whose buttons ask the system for a file, or build the window anew.
LEFT_OUT = {"documents", "schools", "backups", "privacy", "settings"}
# Buttons that lead away, to a file of the system's, or to paper.
LEADING_AWAY = ("…", "fil", "Skriv ut", "PDF", "Word", "Start med", "Åpne", "Lag ", "Hent", "Les inn", "Lagre")
MOST = 25  # buttons of a page
PAUSE = 40  # ms: some pages lay their lists in several turns


def buttons(page: QWidget) -> list[QAbstractButton]:
    return [
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def fault() -> str:
    """What is wrong with the place of the cursor; empty where nothing is."""
    cursor = QApplication.focusWidget()
    if cursor is None:
        return "nothing has the cursor"
    if not cursor.isVisible():
        return f"{cursor} is hidden"
    around = cursor.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            viewport = around.viewport()
            place = QRect(cursor.mapTo(viewport, QPoint(0, 0)), cursor.size())
            fits = place.height() <= viewport.height()
            if not (viewport.rect().contains(place) if fits else viewport.rect().intersects(place)):
                return f"{cursor} is at {place} of {viewport.rect()}"
        around = around.parentWidget()
    return ""


def rest() -> None:
    settle()
    QTest.qWait(PAUSE)
    settle()


def leave_dialogs() -> str:
    """Close what was opened over the window; returns what was wrong inside."""
    for _ in range(3):
        top = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if top is None:
            break
        if why := fault():
            return f"in a dialog {why}"
        QTest.keyClick(top, Qt.Key.Key_Escape)
        rest()
    return ""


# The phases' pages are alike; all but one are tried in the long tests.
WALKED = [place.key for place in PAGES if place.key not in LEFT_OUT]
PHASES = [key for key in WALKED if key.startswith("phase:")]


@pytest.mark.parametrize("key", often(WALKED, set(WALKED).difference(PHASES[1:])))
def test_after_every_button_of_a_page_the_cursor_is_seen(with_example: Fosdesk, key: str) -> None:
    window = with_example.window
    window.go(key, "")
    bring_to_front(window)
    rest()
    faults, tried = [], 0
    for place in range(MOST):
        there = buttons(window.page(key))
        if place >= len(there):
            break
        said = there[place].text() or there[place].accessibleName()
        if any(words in said for words in LEADING_AWAY):
            continue
        there[place].setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        QTest.keyClick(there[place], Qt.Key.Key_Space)
        rest()
        tried += 1
        faults += [(said, why) for why in (leave_dialogs(), fault()) if why]
        if window.current_key != key:
            window.go(key, "")
            rest()
    assert faults == []
    assert tried > 0


class Lines(QWidget):
    """A window with a list of lines, each with a field and a button, in an area that shows a few of them."""

    def __init__(self) -> None:
        super().__init__()
        self.area, self.inside = QScrollArea(), QWidget()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.inside)
        self.column = QVBoxLayout(self.inside)
        self.lines = [QPushButton(f"Line {number}") for number in range(30)]
        for one in self.lines:
            self.column.addWidget(one)
        self.field = QLineEdit()
        whole = QVBoxLayout(self)
        whole.addWidget(self.area)
        whole.addWidget(self.field)
        self.resize(300, 240)

    def take_away(self, place: int) -> None:
        gone = self.lines.pop(place)
        gone.hide()
        gone.setParent(None)
        gone.deleteLater()


@pytest.fixture
def lines(qtbot: QtBot) -> Lines:
    watch_focus(Theme("light"))
    made = Lines()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_where_a_line_is_taken_away_the_next_one_has_the_cursor(lines: Lines) -> None:
    for place in (3, 3, 0):
        lines.lines[place].setFocus()
        rest()
        lines.take_away(place)
        rest()
        assert QApplication.focusWidget() is lines.lines[place]
        assert fault() == ""
    lines.lines[-1].setFocus()
    rest()
    lines.take_away(len(lines.lines) - 1)
    rest()
    assert QApplication.focusWidget() is lines.lines[-1]


def test_a_line_that_cannot_be_used_any_more_gives_the_cursor_to_the_nearest(lines: Lines) -> None:
    lines.lines[5].setFocus()
    rest()
    lines.lines[5].setEnabled(False)
    rest()
    assert QApplication.focusWidget() in (lines.lines[4], lines.lines[6])


def test_what_a_page_chooses_stands(lines: Lines) -> None:
    lines.lines[3].setFocus()
    rest()
    lines.take_away(3)
    lines.field.setFocus()
    rest()
    assert QApplication.focusWidget() is lines.field


def test_what_has_the_cursor_is_scrolled_into_view(lines: Lines) -> None:
    for place in (25, 2, 29):
        lines.lines[place].setFocus()
        rest()
        assert fault() == ""
    lines.lines[0].setFocus()
    for _ in range(8):
        lines.column.insertWidget(0, QPushButton("above"))
    rest()
    assert fault() == "", "also where something comes above it"


def test_a_dialog_gives_the_cursor_back_to_what_opened_it(qtbot: QtBot, lines: Lines) -> None:
    for is_gone in (False, True):
        lines.lines[4].setFocus()
        rest()
        dialog = QDialog(lines)
        QLineEdit(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        rest()
        if is_gone:
            lines.take_away(4)
        dialog.reject()
        rest()
        assert fault() == ""
        assert is_gone or QApplication.focusWidget() is lines.lines[4]


def test_undo_stands_at_what_came_back(with_example: Fosdesk) -> None:
    desk, window = desk_of(with_example), with_example.window
    entry = desk.school.of(GateEntry)[0]
    window.go("gatekeeping", "")
    bring_to_front(window)
    rest()
    desk.workspace.delete([entry])
    rest()
    window.undo()
    rest()
    assert desk.school.find(entry.id) is not None
    assert window.current_key == "gatekeeping"
    assert fault() == ""
    page = GateLog(window)
    assert page.list.open_id == entry.id


def test_a_page_that_has_come_has_the_cursor_at_its_title(with_example: Fosdesk) -> None:
    window = with_example.window
    bring_to_front(window)
    for place in PAGES[:8]:
        window.go(place.key, "")
        rest()
        cursor = QApplication.focusWidget()
        assert cursor is not None
        assert cursor is window.page(place.key).title or window.navigation.isAncestorOf(cursor)
        assert window.windowTitle().startswith(window.page(place.key).accessibleName())
