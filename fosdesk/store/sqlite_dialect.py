"""Everything specific to SQLite: pragmas, opening connections, integrity check, migrations, copying and VACUUM."""

import math
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path, PurePath
from urllib.parse import quote

APPLICATION_ID = 0x466F7344  # «FosD»
IN_JSON_LIST = "IN (SELECT value FROM json_each(?))"  # the parameter is a list as JSON
MAGIC = b"SQLite format 3\0"  # the first bytes of every file of SQLite's
BEGIN_WRITING = "BEGIN IMMEDIATE"  # asks for the right to write at once, and not at the first word
_PATIENCE = 2000  # ms that a statement waits for others
_PATIENCE_OF_READERS = 10_000  # ms; nobody waits at the screen for a thread that only reads
_WRITER = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    # A sync client that copies only the main file must not get a stale one, as it does with a write-ahead log.
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    f"busy_timeout = {_PATIENCE}",
    "cache_size = -16000",
)
_READER = ("trusted_schema = OFF", "query_only = ON", f"busy_timeout = {_PATIENCE_OF_READERS}")
_CLEANER = ("trusted_schema = OFF", "secure_delete = ON", "journal_mode = DELETE")
_SWEEPS = 20
SchemaRow = tuple[str, str, str, str | None]
_MOST_OBJECTS = 1000
_DROPPED_IN_ORDER = {"trigger": 0, "view": 1, "index": 2}


def prepare_writer(connection: sqlite3.Connection) -> None:
    """Set the pragmas of the writing connection: durable commits, foreign keys, deleted bytes overwritten."""
    _set(connection, _WRITER)


def prepare_cleaner(connection: sqlite3.Connection) -> None:
    """Set the pragmas for erasing values in a copy."""
    _set(connection, _CLEANER)


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection to a file that another connection may be writing in."""
    connection = sqlite3.connect(read_only_address(path.absolute()), uri=True, isolation_level=None)
    try:
        _set(connection, _READER)
    except BaseException:
        connection.close()
        raise
    return connection


def read_only_address(path: PurePath) -> str:
    """The SQLite URI that opens a file read-only; `path` as for `file_address`."""
    return file_address(path, "ro")


def file_address(path: PurePath, mode: str) -> str:
    """The SQLite URI that opens a file; `path` must be absolute, on a drive or a server (UNC), `mode` ro or rw."""
    # Not as_uri: SQLite refuses an address that names a server, and takes one as the beginning of a path.
    place = path.as_posix()
    return "file://" + ("" if place.startswith("/") else "/") + quote(place, safe="/:") + f"?mode={mode}"


def open_copy(path: Path) -> sqlite3.Connection:
    """A query-only connection to a copy; sqlite3.OperationalError when the file does not exist."""
    if not path.is_file():
        raise sqlite3.OperationalError("there is no such file")
    copy = sqlite3.connect(path, isolation_level=None)
    copy.execute("PRAGMA query_only = ON")
    return copy


def _set(connection: sqlite3.Connection, pragmas: Iterable[str]) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


# -- what a file says of itself


def kind_and_version(connection: sqlite3.Connection) -> tuple[object, object]:
    """The file's application_id (APPLICATION_ID for ours) and user_version, the number of the last migration."""
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return kind, version


def data_version(connection: sqlite3.Connection) -> int:
    """PRAGMA data_version: differs once another connection has committed; comparable on one connection only."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)


def schema_rows(connection: sqlite3.Connection) -> set[SchemaRow]:
    """What the file says that it holds: kind, name, table and SQL of each table, index, view and trigger.

    Nothing of it is run by asking. sqlite3.DatabaseError when there is too much of it.
    """
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchmany(_MOST_OBJECTS + 1)
    if len(found) > _MOST_OBJECTS:
        raise sqlite3.DatabaseError("more tables than any store has")
    return set(found)


@cache
def schema_after(scripts: tuple[str, ...]) -> frozenset[SchemaRow]:
    """The same for a file in which some scripts were run one after the other; tried out once for a process."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for sql in scripts:
            for statement in statements(sql):
                fresh.execute(statement)
        return frozenset(schema_rows(fresh))


def drop_objects(connection: sqlite3.Connection, rows: Iterable[SchemaRow]) -> None:
    """Drop triggers, views, indexes and the statistics of ANALYZE; a table of any other name is left as it is."""
    with _exclusive(connection):
        for kind, name, _, sql in sorted(rows, key=lambda row: _DROPPED_IN_ORDER.get(row[0], 0)):
            if sql is not None and (kind in _DROPPED_IN_ORDER or name.startswith("sqlite_stat")):
                quoted = name.replace('"', '""')
                connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')


@contextmanager
def _exclusive(connection: sqlite3.Connection) -> Iterator[None]:
    """An exclusive transaction; rolled back when the block raises."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def integrity_error(connection: sqlite3.Connection) -> str:
    """The first error that PRAGMA integrity_check finds; empty when the file is intact."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if found == "ok" else str(found)


def has_open_queries(connection: sqlite3.Connection) -> bool:
    """Whether a query was not read to its end; SQLAlchemy cannot take over a connection then, and would close it."""
    try:
        connection.create_function("floor", 1, math.floor, deterministic=True)  # as SQLAlchemy does
    except sqlite3.OperationalError:
        return True
    return False


def drop_cache(connection: sqlite3.Connection) -> None:
    """Make a connection read the file anew, also where others wrote without SQLite and it cannot see that."""
    connection.execute("PRAGMA shrink_memory")


# -- what is done to a whole file


def migrate(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    """Apply numbered migrations in one exclusive transaction; on an exception the file stays as it was."""
    with _exclusive(connection):
        for number, sql in steps:
            for statement in statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def statements(sql: str) -> Iterator[str]:
    """Split a script into single statements."""
    # Not executescript: that would commit first.
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""


def copy_pages(source: sqlite3.Connection, target: Path, pages: int, progress: Callable[[int, int], object]) -> None:
    """Copy the committed content to a new file, `pages` at a time; `progress` gets (pages left, pages in all).

    A writer waits for no more than one such part, and SQLite then starts the copy over.
    """
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        source.backup(copy, pages=pages, progress=lambda _, left, of: progress(left, of))
    finally:
        copy.close()


def replace_content(source: sqlite3.Connection, connection: sqlite3.Connection, path: Path) -> None:
    """Put the content of another database in the place of what the file at `path` holds, through its connection.

    One transaction where the file is a database. Not renamed, so that it may be open elsewhere. sqlite3.Error when
    another program does not let it go.
    """
    refused = iter(range(_SWEEPS))

    def progress(status: int, left: int, of: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and next(refused, None) is None:
            raise sqlite3.OperationalError("database is locked")

    try:
        source.backup(connection, progress=progress, sleep=0.05)
    except sqlite3.DatabaseError as why:
        if isinstance(why, sqlite3.OperationalError):
            raise
        os.truncate(path, 0)  # it is so damaged that SQLite does not write in it
        source.backup(connection, progress=progress, sleep=0.05)


def vacuum(connection: sqlite3.Connection) -> None:
    """Run VACUUM, which rewrites the file so that freed pages hold no old values; not inside a transaction.

    Retried for up to 1 s while another thread is reading on the same connection.
    """
    for attempt in range(_SWEEPS):
        try:
            connection.execute("VACUUM")
            return
        except sqlite3.OperationalError as why:
            # Another thread may just be reading; SQLite has no code of its own for that.
            if attempt == _SWEEPS - 1 or "statements in progress" not in str(why):
                raise
            time.sleep(0.05)
