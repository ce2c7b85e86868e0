"""A damaged store: what can be read comes in, what the backup had stays, and the damaged file is only looked at."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.copies.recovery import Rescue, rescue
from fosdesk.store.copies.row_check import bad_rows, is_good
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content

NOW = 1_800_000_000_000
FIELDS = ("what", "reason")


def write(copy: Copy, first: int, last: int) -> None:
    for number in range(first, last):
        copy.write("entry", FIELDS[number % 2], f"text {number} " + "x" * 700)


@pytest.fixture
def store(copy: Copy) -> Path:
    """A store of some pages, with a backup from half-way in it, and a step that reaches over several pages."""
    write(copy, 0, 20)
    copy.store.backup(copy.path.parent / "backups", NOW)
    write(copy, 20, 40)
    copy.write("group", "name", "g" * 20_000)
    copy.close()
    return copy.path


def backup_of(store: Path) -> Path:
    (found,) = (store.parent / "backups").glob("*.db")
    return found


def put_together(store: Path, backup: Path | None) -> tuple[Rescue, Copy]:
    before = store.read_bytes()
    made = rescue(store, backup, store.with_name("rescued.db"), role="principal", app="test", now=NOW)
    assert store.read_bytes() == before, "nothing is repaired in place"
    copy = Copy(made.store)
    assert_sound(copy)
    return made, copy


def spoil(path: Path, text: str, *, by: bytes = b"\x00") -> None:
    """Let the disk change a letter of a text."""
    whole = path.read_bytes()
    at = whole.index(text.encode())
    path.write_bytes(whole[:at] + by + whole[at + 1 :])


def journal_of(path: Path) -> dict[tuple[str, int], tuple[object, ...]]:
    store = Store.open(path)
    try:
        return content(store.journal(SCHOOL))
    finally:
        store.close()


def test_a_whole_store_comes_back_as_it_was(store: Path) -> None:
    before = journal_of(store)
    for backup in (None, backup_of(store)):
        made, copy = put_together(store, backup)
        assert content(copy.journal()) == before
        assert made.lost == 0
        assert made.in_backup + made.brought == len(before)
        copy.close()


def test_103_bit_rot_in_a_row_is_noticed_and_the_backup_has_the_row(store: Path) -> None:
    before = journal_of(store)
    spoil(store, "text 7 ", by=b"T")
    with closing(sqlite3.connect(store)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",), "SQLite sees nothing"
        assert bad_rows(raw) == 1
    opened = Store.open(store)
    assert opened.bad_rows() == 1
    opened.close()
    made, copy = put_together(store, backup_of(store))
    assert content(copy.journal()) == before
    assert (made.lost, made.brought) == (0, 22)
    copy.close()


def test_103_what_was_written_after_the_rotten_row_is_kept_without_a_backup(store: Path) -> None:
    spoil(store, "text 7 ", by=b"T")
    made, copy = put_together(store, None)
    assert str(copy.shown("entry", "what")).startswith("text 38 ")
    assert str(copy.shown("entry", "reason")).startswith("text 39 ")
    assert copy.shown("group", "name") == "g" * 20_000
    assert made.lost > 0
    copy.close()


def test_104_damage_that_only_a_whole_look_sees(store: Path) -> None:
    """An index says less than its table does."""
    with closing(sqlite3.connect(store, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = sql || ' WHERE live = 1' WHERE name = 'change_by_record'")
    with closing(sqlite3.connect(store, isolation_level=None)) as raw:
        raw.execute("REINDEX change_by_record")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = replace(sql, ' WHERE live = 1', '')")
    with pytest.raises(FosdeskError, match="is damaged and has not been touched"):
        Store.open(store)
    assert not is_good(store)
    made, copy = put_together(store, None)
    assert made.lost == 0
    assert str(copy.shown("entry", "what")).startswith("text 38 ")
    copy.close()


def page_with(path: Path, text: str) -> int:
    return path.read_bytes().index(text.encode()) // 4096 * 4096


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_page_of_new_texts_that_is_gone_takes_only_its_own_texts_along(store: Path, with_backup: bool) -> None:
    at = page_with(store, "text 30 ")
    whole = store.read_bytes()
    store.write_bytes(whole[:at] + bytes(4096) + whole[at + 4096 :])
    made, copy = put_together(store, backup_of(store) if with_backup else None)
    assert str(copy.shown("entry", "what")).startswith("text 38 ")
    assert copy.shown("group", "name") == "g" * 20_000
    assert made.lost > 0
    if with_backup:
        assert journal_of(backup_of(store)).items() <= content(copy.journal()).items()
    copy.close()


def test_a_first_page_that_is_gone_loses_nothing(store: Path) -> None:
    before, whole = journal_of(store), store.read_bytes()
    store.write_bytes(bytes(4096) + whole[4096:])
    with pytest.raises(FosdeskError):
        Store.open(store)
    made, copy = put_together(store, None)
    assert content(copy.journal()) == before
    assert made.lost == 0
    copy.close()


def test_a_store_that_was_cut_gives_what_is_left(store: Path) -> None:
    whole = store.read_bytes()
    store.write_bytes(whole[: len(whole) * 2 // 3])
    made, copy = put_together(store, backup_of(store))
    assert journal_of(backup_of(store)).items() <= content(copy.journal()).items()
    copy.close()
    store.write_bytes(b"")
    made, copy = put_together(store, backup_of(store))
    assert (made.brought, made.lost) == (0, 0)
    assert content(copy.journal()) == journal_of(backup_of(store))
    copy.close()


def test_what_was_deleted_stays_deleted_and_what_was_born_is_born(copy: Copy) -> None:
    write(copy, 0, 10)
    copy.write("member", "motivation", "m")
    copy.store.backup(copy.path.parent / "backups", NOW)
    copy.write("group", "name", "lost with its page")
    copy.reopen()
    copy.delete("member")
    copy.write("odd", "unheard of", "x")
    copy.close()
    spoil(copy.path, "lost with its page")
    made, rescued = put_together(copy.path, backup_of(copy.path))
    assert "member" not in rescued.alive()
    assert rescued.shown("odd", "unheard of") == "x"
    assert str(rescued.shown("entry", "what")).startswith("text 8 ")
    assert made.lost == 1
    rescued.close()


def test_a_rescued_store_and_a_colleagues_copy_meet_without_loss(store: Path, colleague: Copy) -> None:
    mine = Copy(store)
    colleague.take_in(mine.file())
    mine.close()
    colleague.write("entry", "reason", "from the colleague")
    spoil(store, "text 25 ")
    _, rescued = put_together(store, backup_of(store))
    rescued.take_in(colleague.file())
    assert content(colleague.journal()).items() <= content(rescued.journal()).items()
    assert_sound(rescued)
    rescued.close()


def test_no_damage_at_random_keeps_a_backup_from_being_put_together(store: Path) -> None:
    whole, backup, chance = store.read_bytes(), backup_of(store), random.Random(20261125)
    there = journal_of(backup)
    for _ in range(25):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 4, 16))):
            at, long = chance.randrange(len(damaged)), chance.choice((1, 1, 200, 5000))
            damaged[at : at + long] = chance.randbytes(min(long, len(damaged) - at))
        store.write_bytes(damaged)
        _, copy = put_together(store, backup)
        assert there.items() <= content(copy.journal()).items()
        copy.close()


def test_a_backup_is_good_only_when_each_row_is(store: Path) -> None:
    backup = backup_of(store)
    assert is_good(backup)
    spoil(backup, "text 7 ", by=b"T")
    assert not is_good(backup)
    backup.write_bytes(b"SQLite format 3\0")
    assert not is_good(backup)
    assert not is_good(backup.with_name("nowhere.db"))
