"""Stores that released programs wrote: nothing in them is lost, and what was left to do with them can still be done."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from tests.released import (
    ERASED,
    FILES,
    FOLDER,
    LAST_FILE,
    REUSED,
    SECOND,
    SECOND_FILE,
    SHIELDED,
    STAYS,
    STORE,
    THIRD_FILE,
    arrival_of,
    journal_of,
    own_school,
    picture_of_all,
    standing,
    told,
)

NOW = 1_795_000_000_000
JUST_BEFORE = "fosdesk 2026-10-07 08.00.54 import.db"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store of the released data folder, with its backups beside it."""
    shutil.copytree(FOLDER, tmp_path / "copy")
    store = Store.open(tmp_path / "copy" / STORE)
    yield store
    store.close()


def opened(path: Path, folder: Path) -> Store:
    """A store where it may be written in."""
    folder.mkdir(exist_ok=True)
    shutil.copy(path, folder / STORE)
    return Store.open(folder / STORE)


def texts_of(folder: Path) -> bytes:
    """All bytes of all files in a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    ("files", "name"), [(FILES / "store-1.db", "picture-1"), (FOLDER / STORE, "picture-2"), (REUSED, "reused-2")]
)
def test_nothing_is_lost(files: Path, name: str, tmp_path: Path) -> None:
    then = told(name)
    opened(files, tmp_path / "copy").close()
    store = Store.open(tmp_path / "copy" / STORE)  # once more, after whatever the first opening made of it
    now = picture_of_all(store)
    store.close()
    assert now.keys() == then.keys()
    for school, was in then.items():
        for part, values in was.items():
            assert now[school][part] == values, part


def test_what_a_file_brought_is_still_taken_back_exactly(store: Store, tmp_path: Path) -> None:
    own, then = own_school(store), told("afterwards-2")["taken back"]
    trail = store.undo_label(own), store.redo_label(own)
    taken = store.take_back(own, arrival_of(store, LAST_FILE), role="principal", app="test", now=NOW)
    assert taken.exactly
    assert list(taken) == then.pop("taken")
    assert standing(store, own) == then
    assert (store.undo_label(own), store.redo_label(own)) == trail
    before = opened(FOLDER / "backups" / JUST_BEFORE, tmp_path / "before")
    assert journal_of(store, own) == journal_of(before, own)
    before.close()
    standing_now = {arrival.file: (arrival.taken_back, arrival.again) for arrival in store.arrivals(own)}
    assert standing_now[LAST_FILE] == (True, False)


def test_what_was_taken_back_by_a_step_is_still_brought_in_again(store: Store) -> None:
    own, then = own_school(store), told("afterwards-2")["again"]
    brought = store.bring_again(own, arrival_of(store, SECOND_FILE), role="principal", app="test", now=NOW)
    assert list(brought) == then.pop("taken")
    assert standing(store, own) == then
    found = {arrival.file: (arrival.taken_back, arrival.again) for arrival in store.arrivals(own)}
    assert found[SECOND_FILE] == (False, False)
    assert found[THIRD_FILE] == (True, False)


def test_a_span_that_means_own_work_by_now_takes_nothing(tmp_path: Path) -> None:
    store = opened(REUSED, tmp_path / "copy")
    own, before = own_school(store), picture_of_all(store)
    with pytest.raises(FosdeskError):
        store.take_back(own, arrival_of(store, THIRD_FILE), role="principal", app="test", now=NOW)
    assert picture_of_all(store) == before
    store.close()


def test_who_was_erased_stays_so_in_all_copies() -> None:
    for folder in (FOLDER, SECOND):
        written = texts_of(folder)
        for name in ERASED.split():
            assert name.encode() not in written
    assert STAYS.encode() in texts_of(FOLDER)


def test_who_was_erased_and_who_is_shielded_stay_so(store: Store) -> None:
    own = own_school(store)
    erased = store.erased(own)
    assert len(erased.records) == 3
    assert len(erased.changes) == 3
    assert all(version.value is None for r in erased.records for version in store.history(own, r) if version.field)
    assert store.last_erased() > 0
    school = store.snapshot(own)
    names = [getattr(record, "name", "") for record in school.shielded.values()]
    assert [name for name in names if name] == [SHIELDED]
    assert not any(getattr(record, "name", "") == SHIELDED for record in school.records.values())


@pytest.mark.parametrize("backup", sorted((FOLDER / "backups").glob("*.db")), ids=lambda path: path.stem[8:])
def test_each_backup_opens_as_a_store_of_this_school(backup: Path, tmp_path: Path) -> None:
    then = told("picture-2")
    store = opened(backup, tmp_path / "copy")
    (own,) = (school.id for school in store.schools() if school.own)
    was = journal_of(store, own)
    assert own in then
    assert was["changes"]
    # A backup is an earlier state: each of its changes is in the store, too, unless it was taken back exactly later.
    known = then[own]["journal"]["changes"]
    different = {key for key, change in was["changes"].items() if known.get(key) != change}
    assert {was["writers"][key.partition(":")[0]][0] for key in different} <= {"deputy"}
    assert store.bad_rows() == 0
    store.close()


def test_the_files_are_left_alone() -> None:
    assert not [path.name for path in FILES.rglob("*") if path.suffix in (".part", ".lock") or "-journal" in path.name]
