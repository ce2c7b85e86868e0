"""While the store is damaged no backup goes: an older one may hold what the newer ones have lost."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.store.copies.backups import backups_in, file_timestamp
from tests.program import NOON
from tests.ui.acts import desk_of
from tests.ui.safe import DAY, keeping
from tests.ui.start.test_store_recovery import spoil


def old_backups(folder: Path) -> set[str]:
    """Sixty backups of sixty days, of which the rule keeps about a third."""
    folder.mkdir(exist_ok=True)
    names = {f"fosdesk {file_timestamp(NOON - day * DAY)} time.db" for day in range(1, 61)}
    for name in names:
        (folder / name).touch()
    return names


def there(folder: Path) -> set[str]:
    return {backup.path.name for backup in backups_in(folder, "fosdesk")}


@pytest.fixture
def kept_twice(fresh_school: Fosdesk, tmp_path: Path) -> Fosdesk:
    """A school whose backups are kept in a second folder as well."""
    desk_of(fresh_school).workspace.add(GateEntry(what="Leseløftet"))
    keeping(fresh_school)._settings.change(second_backups=str(tmp_path / "second"))
    return fresh_school


@pytest.fixture
def second(kept_twice: Fosdesk, tmp_path: Path) -> Path:
    """That folder, as the schedule knows it."""
    folder = keeping(kept_twice).second
    assert folder == tmp_path / "second"
    return folder


@pytest.fixture
def old(kept_twice: Fosdesk, second: Path) -> set[str]:
    """The old backups that lie in both folders."""
    names = old_backups(keeping(kept_twice).folder)
    assert old_backups(second) == names
    return names


def test_no_backup_goes_while_the_store_is_damaged(
    kept_twice: Fosdesk, second: Path, old: set[str], qtbot: QtBot
) -> None:
    keeper = keeping(kept_twice)
    spoil(kept_twice.folder / STORE_NAME, "Leseløftet")
    with qtbot.waitSignal(keeper.damage_found, timeout=60_000):
        keeper.check_rows()
    keeper.save("asked")
    assert old < there(keeper.folder)
    assert old < there(second)
    desk_of(kept_twice).workspace.add(GateEntry(what="Skrevet etterpå"))
    assert kept_twice.window.close()
    assert {name for name in there(keeper.folder) if name.endswith(" close.db")}, "there is a last backup"
    assert old < there(keeper.folder)
    assert old < there(second)


def test_backups_go_by_the_rule_while_the_store_is_whole(
    kept_twice: Fosdesk, second: Path, old: set[str], qtbot: QtBot
) -> None:
    keeper = keeping(kept_twice)
    with qtbot.waitSignal(keeper.changed, timeout=60_000):
        keeper.check_rows()
    assert 15 < len(old & there(keeper.folder)) < 30
    assert 15 < len(old & there(second)) < 30
