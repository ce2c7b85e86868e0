"""Backups: whole when they have a name, and never half there."""

from datetime import datetime
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from tests.store.copies import Copy, assert_sound

NOW = int(datetime(2026, 11, 23, 14, 5, 9).timestamp() * 1000)


def test_a_backup_opens_as_the_school_was(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    copy.write("entry", "what", "a")
    made = copy.store.backup(tmp_path / "deep" / "backups", NOW)
    journal = copy.journal()
    copy.write("entry", "what", "b")
    again = copy.store.backup(tmp_path / "deep" / "backups", NOW)
    assert [made.name, again.name] == ["fosdesk 2026-11-23 14.05.09.db", "fosdesk 2026-11-23 14.05.09 (2).db"]
    assert {path.name for path in made.parent.iterdir()} == {made.name, again.name}
    kept = Copy(made)
    assert kept.journal() == journal
    assert_sound(kept)
    assert kept.undo()  # the steps are in it, too
    kept.close()
    assert copy.shown("entry", "what") == "b"
    copy.close()


def test_a_backup_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    (tmp_path / "file").touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        copy.store.backup(tmp_path / "file" / "backups", NOW)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "fosdesk 2026-11-23 14.05.09.db.part").mkdir()
    with pytest.raises(FosdeskError, match="No backup could be written in the folder"):
        copy.store.backup(folder, NOW)
    copy.close()


def test_a_damaged_store_gives_no_backup(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    for number in range(60):
        copy.write("entry", "what", f"text {number}")
    whole = copy.path.read_bytes()
    at = len(whole) * 2 // 3 // 4096 * 4096
    copy.path.write_bytes(whole[:at] + b"\xa5" * 300 + whole[at + 300 :])
    copy.store._connection.execute("PRAGMA shrink_memory")
    with pytest.raises(FosdeskError, match="No backup could be written"):
        copy.store.backup(tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").iterdir()) == []
    copy.close()
