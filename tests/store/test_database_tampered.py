"""One's own store that somebody tampered with, or a disk spoiled: it opens or it is told, and never hangs."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import product
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file
from fosdesk.store import Store
from fosdesk.store.copies.backups import state_in
from fosdesk.store.copies.recovery import rescue
from fosdesk.store.copies.row_check import is_good
from fosdesk.store.database import DamagedStore
from fosdesk.store.step_draft import checksum
from tests.sampling import sampled
from tests.store.processes import told
from tests.store.store_copies import SCHOOL, Copy, assert_sound

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, x AS school, 1 AS own FROM n"
OPEN = """
import sys
from pathlib import Path
from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.copies.backups import state_in
from fosdesk.store.copies.row_check import is_good
path = Path(sys.argv[1])
try:
    store = Store.open(path)
    print(len(store.snapshot(store.schools()[0].id).records))
    store.backup(path.parent / "backups", 1_800_000_000_000)
    store.close()
except FosdeskError as trouble:
    print(trouble)
print(is_good(path), state_in(path) is not None)
"""
PLANTED = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM writer; END",
    "trigger that empties texts": "CREATE TRIGGER t AFTER INSERT ON step BEGIN UPDATE change SET value = 'null'; END",
    "view": f"CREATE VIEW v AS {ENDLESS}",
    "view with a name in quotes": f'CREATE VIEW "a ""b"" ; DROP TABLE change" AS {ENDLESS}',
    "index": "CREATE INDEX i ON change (value)",
    "unique index": "CREATE UNIQUE INDEX i ON change (field, value, lamport)",
    "index that takes long": "CREATE INDEX i ON change (value LIKE '%e%e%e%e%e%e%e%e%e%e%e%e%e%e%e%e%x')",
    "partial index": "CREATE INDEX i ON change (value) WHERE record GLOB '*a*'",
    "statistics": "ANALYZE",
}
IN_PLACE_OF_OURS = {
    "endless view for a table": f"DROP TABLE erased; CREATE VIEW erased AS {ENDLESS}",
    "endless view for the schools": f"PRAGMA foreign_keys = OFF; DROP TABLE school; CREATE VIEW school AS {ENDLESS}",
    "table with a generated column": (
        "DROP TABLE kept; CREATE TABLE kept (school INTEGER, record TEXT, at INTEGER AS (hex(record)))"
    ),
    "index of another kind": "DROP INDEX change_by_record; CREATE INDEX change_by_record ON change (hex(value))",
    "missing index": "DROP INDEX change_by_record",
    "missing table": "DROP TABLE arrival",
    "schema that was forged": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'writer'"
    ),
}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    copy = Copy(tmp_path / "filled.db")
    for number in range(20):
        copy.write("entry", "what", f"text number {number} {'e' * 500}")
    copy.undo()
    copy.close()
    return copy.path


def plant(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.executescript(sql)


@pytest.mark.parametrize("sql", PLANTED.values(), ids=PLANTED)
def test_what_was_planted_is_ignored_and_all_texts_are_there(filled: Path, sql: str) -> None:
    plant(filled, sql)
    copy = Copy(filled)
    assert str(copy.shown("entry", "what")).startswith("text number 18")
    assert copy.write("entry", "what", "after it")
    assert copy.undo()
    assert_sound(copy)
    copy.close()
    with closing(sqlite3.connect(filled)) as raw:
        assert not [row for row in raw.execute("SELECT name FROM sqlite_master WHERE name IN ('t', 'v', 'i')")]
        assert not [row for row in raw.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat%'")]


@pytest.mark.parametrize("sql", IN_PLACE_OF_OURS.values(), ids=IN_PLACE_OF_OURS)
def test_what_stands_in_the_place_of_our_tables_is_told_and_there_is_a_way_on(
    filled: Path, sql: str, tmp_path: Path
) -> None:
    plant(filled, sql)
    before = filled.read_bytes()
    with pytest.raises(DamagedStore, match="is damaged"):
        Store.open(filled)
    assert filled.read_bytes() == before
    found = rescue(filled, None, tmp_path / "rescued.db", role="principal", app="t", now=1)
    if "DROP TABLE school" not in sql:
        assert found.brought > 0
        store = Store.open(found.store)
        assert "entry" in store.snapshot(SCHOOL).records
        store.close()


@pytest.mark.parametrize("sql", {**PLANTED, **IN_PLACE_OF_OURS}.values(), ids=[*PLANTED, *IN_PLACE_OF_OURS])
def test_the_start_does_not_hang(filled: Path, sql: str) -> None:
    """In a process of its own, which is ended when it takes too long; also where such a file lies among the backups."""
    plant(filled, sql)
    lines = told(OPEN, filled).splitlines()
    assert len(lines) == 2
    assert lines[0] == "1" or "is damaged" in lines[0]


@pytest.mark.parametrize("sql", [*PLANTED.values(), *IN_PLACE_OF_OURS.values()])
def test_such_a_backup_counts_as_damaged(filled: Path, sql: str) -> None:
    assert is_good(filled)
    plant(filled, sql)
    assert not is_good(filled)
    assert state_in(filled) is None


# -- what stands in the columns

BROKEN = ("", "{", "null", "[]", "[1]", '[["a", 1]]', "[[1,2,3,4]]", "{}", '"', "NaN", "1e999", '"\\ud800"', "[" * 2000)
COLUMNS = [
    *product(("change",), ("value", "replaces", "record", "field")),
    *product(("step",), ("label", "restores")),
    *product(("arrival",), ("came", "file", "backup")),
    *product(("writer",), ("uid", "role", "app")),
    *product(("school",), ("school",)),
]


@pytest.fixture
def with_arrival(tmp_path: Path) -> Path:
    copy, colleague = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db", role="teacher")
    copy.write("entry", "what", "a")
    colleague.write("member", "motivation", "m")
    copy.store.merge(read_school_file(colleague.file()).journal, own=True, now=next(copy.clock), file="file")
    copy.write("entry", "what", "b")
    copy.write("entry", "what", "c")
    copy.undo()
    copy.close()
    colleague.close()
    return copy.path


def checksums(raw: sqlite3.Connection) -> None:
    """Somebody who tampers can reckon them, too."""
    asked = "SELECT writer, number, lamport, at, step, record, field, CAST(value AS TEXT), replaces FROM change"
    for row in raw.execute(asked).fetchall():
        raw.execute("UPDATE change SET checksum = ? WHERE writer = ? AND number = ?", (checksum(*row), *row[:2]))


def uses(copy: Copy) -> list[Callable[[], object]]:
    """Everything that a page asks of the store, and what a person does."""
    store = copy.store
    return [
        lambda: store.schools(),
        lambda: store.snapshot(SCHOOL),
        lambda: store.snapshot_of(SCHOOL, ["entry"]),
        lambda: store.preload(SCHOOL),
        lambda: store.journal(SCHOOL),
        lambda: store.history(SCHOOL, "entry"),
        lambda: store.recent(SCHOOL, 5),
        lambda: store.changed_since(SCHOOL, 0, int),
        lambda: store.arrivals(SCHOOL),
        lambda: [store.changes_from_arrival(SCHOOL, one.id, int) for one in store.arrivals(SCHOOL)],
        lambda: store.deleted(SCHOOL),
        lambda: store.last_values(SCHOOL, "entry"),
        lambda: store.ancestor_value(SCHOOL, "entry", "what"),
        lambda: list(store.all_texts(SCHOOL, lambda _: True)),
        lambda: list(store.values_in_fields(SCHOOL, {("gate_entry", "what")})),
        lambda: store.values_in_record(SCHOOL, "entry"),
        lambda: store.undo_label(SCHOOL),
        lambda: store.bad_rows(),
        lambda: store.mend_gaps(),
        lambda: store.undo(SCHOOL, **copy.by()),
        lambda: store.redo(SCHOOL, **copy.by()),
        lambda: copy.write("entry", "what", "d"),
        lambda: copy.delete("entry"),
        lambda: [store.take_back(SCHOOL, one.id, **copy.by()) for one in store.arrivals(SCHOOL)],
        lambda: [store.bring_again(SCHOOL, one.id, **copy.by()) for one in store.arrivals(SCHOOL)],
        lambda: store.backup(copy.path.parent / "backups", 1_800_000_000_000),
    ]


@pytest.mark.parametrize(("table", "column"), sampled(COLUMNS), ids=[".".join(one) for one in COLUMNS])
def test_broken_text_in_any_column_is_told_in_a_sentence_or_does_no_harm(
    with_arrival: Path, table: str, column: str, tmp_path: Path
) -> None:
    sound, faults = with_arrival.read_bytes(), []
    for number, (text, which) in enumerate(product((*BROKEN, b"\xff\xfe"), ("min", "max"))):
        path = tmp_path / f"{number}.db"
        path.write_bytes(sound)
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            key = "number" if table == "change" else "rowid" if table in ("arrival", "writer", "school") else "step"
            where = f"{key} = (SELECT {which}({key}) FROM {table})"
            with suppress(sqlite3.IntegrityError):
                cast = "CAST(? AS TEXT)" if isinstance(text, bytes) else "?"
                raw.execute(f"UPDATE {table} SET {column} = {cast} WHERE {where}", (text,))
            with suppress(sqlite3.OperationalError, UnicodeError):
                checksums(raw)
        try:
            store = Store.open(path)
        except FosdeskError:
            continue
        copy = Copy.__new__(Copy)
        copy.path, copy.role, copy.clock, copy.store = path, "principal", iter(range(1_900_000_000_000, 2**53)), store
        for use in uses(copy):
            try:
                use()
            except FosdeskError:
                pass
            except Exception as fault:
                if not (isinstance(fault, KeyError) and column == "school"):  # nobody has a school of that name
                    faults.append((text, which, fault))
        store.close()
        with suppress(FosdeskError):
            rescue(path, None, tmp_path / "rescued.db", role="principal", app="t", now=1)
    assert faults == []


@pytest.mark.parametrize("column", ["label", "restores"])
def test_a_broken_step_ends_what_can_be_undone_and_nothing_else(with_arrival: Path, column: str) -> None:
    with closing(sqlite3.connect(with_arrival, isolation_level=None)) as raw:
        raw.execute(f"UPDATE step SET {column} = '{{' WHERE step = (SELECT max(step) FROM step)")
    copy = Copy(with_arrival)
    assert copy.shown("entry", "what") == "b"
    assert copy.store.undo_label(SCHOOL) is None
    assert copy.store.bad_rows() == 1, "and is told with what the disk has spoiled"
    assert copy.write("entry", "what", "d")
    assert copy.undo()
    assert copy.shown("entry", "what") == "b"
    copy.close()


def test_a_broken_arrival_is_counted_as_damaged(with_arrival: Path) -> None:
    with closing(sqlite3.connect(with_arrival, isolation_level=None)) as raw:
        raw.execute("UPDATE arrival SET came = '[[1,'")
    copy = Copy(with_arrival)
    (arrival,) = copy.store.arrivals(SCHOOL)
    assert copy.store.bad_rows() == 1
    with pytest.raises(FosdeskError, match="can no longer be told"):
        copy.store.take_back(SCHOOL, arrival.id, **copy.by())
    copy.close()


def test_a_change_with_a_value_that_is_no_value_is_counted_as_damaged(with_arrival: Path) -> None:
    """Also where the checksum is right."""
    with closing(sqlite3.connect(with_arrival, isolation_level=None)) as raw:
        raw.execute("UPDATE change SET value = ? WHERE field = 'what' AND live = 0", (json.dumps([1, 2]),))
        checksums(raw)
    copy = Copy(with_arrival)
    assert copy.store.bad_rows() >= 1
    copy.close()
