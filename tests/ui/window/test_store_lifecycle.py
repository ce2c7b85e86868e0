"""The open store and what belongs to it: made when first asked for, and given up in order."""

from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.lock import Lock
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.window.store_lifecycle import StoreLifecycle
from tests.program import NOON


def held(folder: Path) -> StoreLifecycle:
    lifecycle = StoreLifecycle(lambda: NOON)
    path = folder / "fosdesk.db"
    lock = Lock(path)
    lock.acquire()
    lifecycle.hold(Store.open(path), lock, SettingsFile(folder))
    return lifecycle


def test_closing_lets_the_next_program_have_the_folder(qtbot: object, tmp_path: Path) -> None:
    lifecycle = held(tmp_path)
    with pytest.raises(FosdeskError):
        Lock(tmp_path / "fosdesk.db").acquire()
    lifecycle.close()
    lifecycle.close()
    assert lifecycle.store is None
    following = held(tmp_path)
    assert following.store is not None
    following.close()


def test_there_is_one_backup_schedule_until_it_ends(qtbot: object, tmp_path: Path) -> None:
    lifecycle = held(tmp_path)
    started: list[object] = []
    lifecycle.backups_started.connect(started.append)
    assert lifecycle.store is not None
    lifecycle.store.add_school("school-1", own=True, now=NOON)
    settings = SettingsFile(tmp_path)
    schedule = lifecycle.open_backup_schedule(tmp_path / "fosdesk.db", settings)
    assert lifecycle.open_backup_schedule(tmp_path / "fosdesk.db", settings) is schedule
    assert started == [schedule]
    lifecycle.end_backups()
    lifecycle.end_backups()
    assert lifecycle.backup_schedule is None
    assert list((tmp_path / "backups").glob("fosdesk * close.db")), "the last backup is made at the end"
    lifecycle.close()
