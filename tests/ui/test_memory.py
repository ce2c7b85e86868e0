"""Windows that were replaced, and programs that have ended, do not gather in memory."""

import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fosdesk.app import Fosdesk, build
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.window.main_window import MainWindow
from tests.program import NOON, TODAY, Start

TIMES = 4


def alive(kind: type) -> int:
    """How many objects of a class there are, once Qt has deleted what it was asked to and Python what nobody holds."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(type(one) is kind for one in gc.get_objects())


def see_all_pages(program: Fosdesk) -> None:
    """Build every third page of the window that is shown."""
    for page in PAGES[::3]:
        program.window.go(page.key, "")


def act_again_and_again(qtbot: QtBot, kinds: tuple[type, ...], act: Callable[[], None]) -> None:
    """Fail when there are more of some class once `act` was done TIMES times more, as soon as timers let go."""
    act()  # the first of all may be known for good
    before = [alive(kind) + 1 for kind in kinds]  # and the last one as well
    for _ in range(TIMES):
        act()
    qtbot.waitUntil(lambda: all(alive(kind) <= was for kind, was in zip(kinds, before, strict=True)))


def test_programs_that_have_ended_do_not_gather(example_folder: Path, qtbot: QtBot) -> None:
    def run_once() -> None:
        program = build(example_folder, "nb", clock=lambda: NOON, today=lambda: TODAY)
        with qtbot.waitSignal(program.opened):
            program.window.show()
        see_all_pages(program)
        program._open_backup_schedule().check_rows()
        QApplication.processEvents()  # Qt keeps what a timer calls that is deleted before its time
        program.window.close()
        program.close()
        delete(program.window)

    act_again_and_again(qtbot, (Fosdesk, MainWindow, Desk), run_once)


def test_windows_that_were_replaced_do_not_gather(started: Start, example_folder: Path, qtbot: QtBot) -> None:
    program = started(example_folder)

    def restart() -> None:
        see_all_pages(program)
        old = program.window
        with qtbot.waitSignal(old.destroyed):
            program.restart()
        qtbot.waitUntil(lambda: program.window.desk is not None)

    act_again_and_again(qtbot, (MainWindow, Desk), restart)


def test_windows_of_other_schools_that_were_closed_do_not_gather(
    started: Start, example_folder: Path, qtbot: QtBot
) -> None:
    program = started(example_folder)
    assert program.window.desk is not None
    school = program.window.desk.school.id  # any school will do

    def look_at_it() -> None:
        program.open_school(school)
        window = program.school_window(school)
        assert window is not None
        window.go("history", "")
        with qtbot.waitSignal(window.destroyed):
            window.close()
        assert program.school_window(school) is None

    act_again_and_again(qtbot, (MainWindow, Desk), look_at_it)
