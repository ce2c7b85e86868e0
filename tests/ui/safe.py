"""What tests of backups and of damaged stores ask of the window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.backup_schedule import BackupSchedule
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.start.trouble_page import TroublePage
from tests.program import NOON
from tests.ui.acts import desk_of, page_of

DAY = 24 * 3_600_000


def backups(program: Fosdesk) -> BackupsPage:
    return page_of(program.window, "backups", BackupsPage)


def keeping(program: Fosdesk) -> BackupSchedule:
    return desk_of(program).backup_schedule


def at_rest(program: Fosdesk, qtbot: QtBot) -> None:
    """Long work has come to its end."""
    desk = program.window.desk
    qtbot.waitUntil(lambda: desk is None or not desk.long_work.under_way, timeout=20_000)
    QApplication.processEvents()


def what(program: Fosdesk) -> set[str]:
    return {entry.what for entry in desk_of(program).school.of(GateEntry)}


def yesterday(program: Fosdesk) -> Path:
    """A backup from the day before, of what there is now."""
    assert program.store is not None
    return program.store.backup(program.folder / "backups", NOON - DAY, "close")


def trouble_on(program: Fosdesk, qtbot: QtBot) -> TroublePage:
    found = program.window.findChildren(TroublePage)[-1]
    mending = program.recovery
    assert mending is not None
    qtbot.waitUntil(lambda: not mending.work.under_way, timeout=20_000)
    QApplication.processEvents()
    return found
