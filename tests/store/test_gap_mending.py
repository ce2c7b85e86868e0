"""A journal in which changes are missing is mended: all that is left is kept, and a school file can be read again."""

import json
import sqlite3
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import BIRTH, heads
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file
from fosdesk.store.gap_mending import causally_closed, has_gaps, mend, moved
from fosdesk.store.journal_check import check_whole
from fosdesk.store.known_content import by_global_key, journal_of
from tests.store.store_copies import SCHOOL, Copy, assert_sound, meet, workplace


def told(copy: Copy) -> None:
    """Two laptops' work with a conflict, a deletion and an undo in it."""
    copy.write("entry", "what", "a")
    copy.write("entry", "what", "b")
    copy.write("member", "motivation", "m")
    copy.delete("member")
    copy.undo()
    copy.write("entry", "reason", "because")


def remove(raw: sqlite3.Connection, which: str, *values: object) -> None:
    """What an older copy that was put over an open file took away, in the fosdesk before."""
    raw.execute(f"DELETE FROM change WHERE {which}", values)
    rows = raw.execute("SELECT writer, number, replaces FROM change").fetchall()
    replaced = {tuple(key) for row in rows for key in json.loads(row[2])}
    for writer, number, _ in rows:
        raw.execute(
            "UPDATE change SET live = ? WHERE writer = ? AND number = ?",
            ((writer, number) not in replaced, writer, number),
        )


def rows_told(copy: Copy) -> list[tuple[Any, ...]]:
    """What is in the history: when, by whom, in which field, and what."""
    asked = (
        "SELECT at, role, record, field, value FROM change JOIN writer ON writer.id = change.writer ORDER BY 1, 3, 4"
    )
    return copy.store._connection.execute(asked).fetchall()


def test_a_gap_that_exists_is_mended_and_nothing_of_what_is_left_is_lost(copy: Copy, colleague: Copy) -> None:
    told(copy)
    copy.reopen()
    copy.write("entry", "what", "c")
    remove(copy.store._connection, "number BETWEEN 4 AND 5 AND writer = 1")
    copy.store.close(look=False)
    copy.reopen()
    with pytest.raises(FosdeskError):
        read_school_file(copy.file())
    before, seen = rows_told(copy), copy.school()
    assert copy.store.mend_gaps() > 0
    assert rows_told(copy) == before
    assert copy.school().records == seen.records
    assert_sound(copy)
    colleague.take_in(copy.file())
    assert colleague.school().records == seen.records
    assert copy.store.mend_gaps() == 0, "and that was all"
    assert copy.write("entry", "what", "d")
    meet(copy, colleague)
    assert copy.values("entry", "what") == colleague.values("entry", "what") == {"d"}


def test_what_can_be_undone_stays_so(copy: Copy) -> None:
    told(copy)
    copy.write("entry", "what", "c")
    copy.undo()
    remove(copy.store._connection, "number = 4 AND writer = 1")
    copy.store.close(look=False)
    copy.reopen()
    assert copy.store.mend_gaps() > 0
    assert copy.shown("entry", "what") == "b"
    assert copy.redo()
    assert copy.shown("entry", "what") == "c"
    assert copy.undo()
    assert copy.undo()
    assert copy.shown("entry", "reason") == ""
    assert_sound(copy)


def test_what_was_erased_stays_so_in_what_is_moved(copy: Copy) -> None:
    told(copy)
    copy.store.erase(SCHOOL, Erasure(frozenset({"member"})), **copy.by())
    key = next(
        (w.uid, c.number)
        for j in [copy.journal()]
        for c in j.changes
        for w in [j.writers[c.writer]]
        if c.field == "reason"
    )
    copy.store.erase(SCHOOL, Erasure(changes=frozenset({key})), **copy.by())
    remove(copy.store._connection, "number = 2 AND writer = 1")
    copy.store.close(look=False)
    copy.reopen()
    assert copy.store.mend_gaps() > 0
    assert_sound(copy)
    assert "member" not in copy.alive()
    (erased,) = copy.store.erased(SCHOOL).changes
    assert erased in by_global_key(copy.journal())
    assert by_global_key(copy.journal())[erased].field == "reason"
    assert read_school_file(copy.file()).journal.blanked


def test_a_store_without_gaps_is_left_alone(copy: Copy) -> None:
    told(copy)
    before = copy.path.read_bytes()
    assert copy.store.mend_gaps() == 0
    assert copy.path.read_bytes() == before
    with copy.store._transactions.writing() as sql:
        assert not has_gaps(copy.store._connection, 1)
        assert mend(sql, copy.store._connection, 1, copy.journal()) == 0


def test_whatever_is_missing_the_rest_fits_together() -> None:
    """Every choice of missing changes: 4096 of twelve."""
    with workplace() as folder:
        one, other = Copy(folder / "a.db"), Copy(Path(folder / "b.db"), role="teacher")
        told(one)
        meet(one, other)
        one.write("entry", "what", "ours")
        other.write("entry", "what", "theirs")
        meet(one, other)
        one.settle("entry", "what", "settled")
        journal = one.journal()
        one.close()
        other.close()
    rows = by_global_key(journal)
    writers = {writer.uid: writer for writer in journal.writers}
    assert len(rows) == 12
    sizes = range(len(rows) + 1)
    choices = [set(choice) for size in sizes for choice in combinations(sorted(rows), size)]
    assert len(choices) == 4096
    for gone in choices:
        there = {key: row for key, row in rows.items() if key not in gone}
        kept = causally_closed(there)
        left = {key: row for key, row in there.items() if key not in kept}
        found = moved(kept, left, writers)
        mended = journal_of(SCHOOL, {**writers, **found.writers}, [*kept.values(), *found.rows.values()])
        check_whole(mended)
        assert sorted((c.at, c.record, c.field, json.dumps(c.value)) for c in mended.changes) == sorted(
            (row.at, row.record, row.field, json.dumps(row.value)) for row in there.values()
        )
        replaced = {key for row in there.values() for key in row.replaces}
        live = {(row.record, row.field, row.value) for key, row in there.items() if key not in replaced}
        shown = {(head.record, head.field, head.value) for head in heads(mended)}
        assert live <= shown, "what nothing replaces is shown"
        assert not gone or {field for _, field, _ in shown} <= {BIRTH, "what", "reason", "motivation"}
