"""Letting another file become the store: what lay beside the old one goes along with it, and nothing is overwritten."""

from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.store.copies.backups import backups_in, file_timestamp, newest_backup, replace_store_file

NOW = 1_800_000_000_000


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An old store with the journal that a crash left beside it, and a finished file that is to become the store."""
    (tmp_path / "fosdesk.db").write_bytes(b"old")
    (tmp_path / "fosdesk.db-journal").write_bytes(b"half a commit to the old one")
    (tmp_path / "fosdesk.restored.db").write_bytes(b"new")
    return tmp_path / "fosdesk.db"


def test_the_journal_of_a_crash_goes_with_the_store_that_it_belongs_to(store: Path) -> None:
    """SQLite would roll it back into the new file, and ruin that."""
    beside = replace_store_file(store.with_name("fosdesk.restored.db"), store, "replaced")
    assert store.read_bytes() == b"new"
    assert beside is not None
    assert beside.read_bytes() == b"old"
    assert not store.with_name("fosdesk.db-journal").exists()
    assert beside.with_name(beside.name + "-journal").read_bytes() == b"half a commit to the old one"


def test_a_store_that_was_set_aside_in_the_same_second_stays(store: Path) -> None:
    replace_store_file(store.with_name("fosdesk.restored.db"), store, "replaced")
    store.with_name("fosdesk.restored.db").write_bytes(b"newest")
    replace_store_file(store.with_name("fosdesk.restored.db"), store, "replaced")
    assert store.read_bytes() == b"newest"
    aside = {path.read_bytes() for path in store.parent.glob("fosdesk replaced*.db")}
    assert aside == {b"old", b"new"}


def test_the_old_store_is_back_when_the_new_one_cannot_take_its_place(store: Path) -> None:
    with pytest.raises(FosdeskError):
        replace_store_file(store.with_name("not there.db"), store, "replaced")
    assert store.read_bytes() == b"old"


def test_of_the_same_second_the_later_backup_is_the_newer_one(tmp_path: Path) -> None:
    names = [f"fosdesk {file_timestamp(NOW)} asked{count}.db" for count in ("", " (2)", " (10)")]
    for name in names:
        (tmp_path / name).touch()
    assert [backup.path.name for backup in backups_in(tmp_path, "fosdesk")] == names[::-1]
    newest = newest_backup(tmp_path, "fosdesk")
    assert newest is not None
    assert newest.name == names[-1]
