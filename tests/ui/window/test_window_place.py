"""The window is never larger than its screen, and comes back as it was left, where it can be seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.window.window_place import fitted, keep_place, left_place, restore_place
from tests.ui.acts import settle

LAPTOP, WALL = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("wanted", "screens", "found", "too_large"),
    [
        (QRect(1400, 100, 1366, 728), [LAPTOP, WALL], QRect(1400, 100, 1366, 728), False),
        (QRect(1400, 100, 1366, 728), [LAPTOP], QRect(0, 32, 1366, 696), True),
        (QRect(2800, 900, 800, 600), [LAPTOP, WALL], QRect(2486, 440, 800, 600), False),
        (QRect(-5000, -5000, 800, 600), [LAPTOP, WALL], QRect(0, 32, 800, 600), False),
        (QRect(200, 0, 800, 600), [LAPTOP], QRect(200, 32, 800, 600), False),
        (QRect(0, 0, 1366, 728), [QRect(0, 0, 683, 344)], QRect(0, 32, 683, 312), True),
        (QRect(100, 100, 500, 300), [QRect(0, 0, 683, 344)], QRect(100, 44, 500, 300), False),
    ],
)
def test_a_window_is_seen_whole_on_a_screen_that_is_there(
    wanted: QRect, screens: list[QRect], found: QRect, too_large: bool
) -> None:
    assert fitted(wanted, screens) == (found, too_large)
    assert any(screen.contains(found) for screen in screens)


def window_of(qtbot: QtBot, size: QSize) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(size)
    made.setMinimumSize(640, 420)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path)


def test_the_first_time_it_fills_a_screen_that_is_too_small_and_stands_in_the_middle_of_others(
    qtbot: QtBot, settings: SettingsFile
) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    large = window_of(qtbot, QSize(1366, 728))
    restore_place(large, settings)
    assert large.windowState() & Qt.WindowState.WindowMaximized
    assert room.contains(large.geometry())
    small = window_of(qtbot, QSize(660, 430))
    restore_place(small, settings)
    assert not small.windowState() & Qt.WindowState.WindowMaximized
    assert small.size() == QSize(660, 430)
    assert (small.geometry().center() - room.center()).manhattanLength() <= 2


@pytest.mark.parametrize("maximised", [False, True])
def test_it_comes_back_as_it_was_left(qtbot: QtBot, settings: SettingsFile, maximised: bool) -> None:
    usual = QRect(QPoint(40, 60), QSize(700, 500))
    left = window_of(qtbot, QSize(660, 430))
    left.setGeometry(usual)
    left.show()
    if maximised:
        left.showMaximized()
    settle()
    keep_place(left, settings)
    again = window_of(qtbot, QSize(660, 430))
    restore_place(again, SettingsFile(settings.folder))
    assert bool(again.windowState() & Qt.WindowState.WindowMaximized) is maximised
    assert again.geometry() == usual


@pytest.mark.parametrize("written", ["", "x", "1 2 3", "9999999 0 1 1", "0 0 700 500 upside down"])
def test_what_nobody_can_read_counts_as_nothing(qtbot: QtBot, settings: SettingsFile, written: str) -> None:
    settings.change(window=written)
    window = window_of(qtbot, QSize(660, 430))
    restore_place(window, settings)
    assert window.size() == QSize(660, 430)


def test_a_window_that_is_built_anew_stands_where_the_old_one_stood(fresh_school: Fosdesk) -> None:
    fresh_school.window.setGeometry(30, 40, 700, 500)
    fresh_school.window.showMaximized()
    settle()
    fresh_school.restart()
    settle()
    assert fresh_school.window.isMaximized()
    assert left_place(fresh_school.window)[0] == QRect(30, 40, 700, 500)
