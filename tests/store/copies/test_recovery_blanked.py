"""A store that is put together leaves blank what was erased, and misses none of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fosdesk.store.copies.recovery import rescue
from fosdesk.store.copies.row_check import is_good
from tests.store.erasing import changes_saying, erase
from tests.store.store_copies import SCHOOL, Copy, content

NOW = 1_800_000_000_000
SECRET = "Ola Planteskog er usikker"


def put_together(store: Path, backup: Path | None = None) -> tuple[Copy, int]:
    """The school as it was rescued, and how many changes were lost."""
    made = rescue(store, backup, store.with_name("rescued.db"), role="principal", app="test", now=NOW)
    return Copy(made.store), made.lost


def test_what_was_erased_is_blank_afterwards_and_not_missed(copy: Copy) -> None:
    for value in ("a", SECRET, "b"):
        copy.write("entry", "what", value)
    erase(copy, changes=changes_saying(copy, SECRET))
    journal = copy.journal()
    assert len(journal.blanked) == 1
    assert copy.store.bad_rows() == 0, "its checksum is that of a blank row"
    copy.close()
    rescued, lost = put_together(copy.path)
    assert lost == 0
    assert content(rescued.journal()) == content(journal)
    assert len(rescued.journal().blanked) == 1
    assert rescued.store.bad_rows() == 0
    rescued.close()


def test_an_erased_value_whose_predecessor_is_lost_is_not_written_anew(copy: Copy) -> None:
    """The row says that nothing is there; written anew it would take away what the backup says."""
    copy.write("entry", "what", "fra kopien")
    backup = copy.store.backup(copy.path.parent / "backups", NOW)
    copy.write("entry", "reason", "the disk takes this")
    copy.write("entry", "what", SECRET)
    erase(copy, changes=changes_saying(copy, SECRET))
    copy.close()
    whole = copy.path.read_bytes()
    assert whole.count(b"the disk takes this") == 1
    copy.path.write_bytes(whole.replace(b"the disk takes", b"The disk takes"))
    rescued, lost = put_together(copy.path, backup)
    assert rescued.shown("entry", "what") == "fra kopien"
    assert [step for step in rescued.store.recent(SCHOOL, 10) if step.at == NOW] == []
    assert lost == 2
    rescued.close()


def test_bit_rot_in_a_row_that_was_erased_is_noticed(copy: Copy) -> None:
    """What it replaces and where it belongs are still needed for merging."""
    copy.write("entry", "what", SECRET)
    erase(copy, changes=changes_saying(copy, SECRET))
    with closing(sqlite3.connect(copy.path)) as raw:
        raw.execute("UPDATE change SET lamport = lamport + 1 WHERE blanked = 1")
        raw.commit()
    assert copy.store.bad_rows() == 1
    copy.close()
    assert not is_good(copy.path)
