"""All that only SQLite has: its pragmas, its own tables, and how a file of its is opened, checked, copied and swept."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from urllib.parse import quote

APPLICATION_ID = 0x466F7344  # «FosD»
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


def prepare_writer(connection: sqlite3.Connection) -> None:
    """Make a connection the one that writes: every commit lasts through a power cut, and what is deleted is gone."""
    _set(connection, _WRITER)


def prepare_cleaner(connection: sqlite3.Connection) -> None:
    """Make a connection to a copy one through which values are erased."""
    _set(connection, _CLEANER)


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection to a file that another connection may write in."""
    connection = sqlite3.connect(read_only_address(path.absolute()), uri=True, isolation_level=None)
    try:
        _set(connection, _READER)
    except BaseException:
        connection.close()
        raise
    return connection


def read_only_address(path: PurePath) -> str:
    """The address by which SQLite opens a file to read it alone; `path` is absolute, on a drive or on a server."""
    # Not as_uri: SQLite refuses an address that names a server, and takes one as the beginning of a path.
    place = path.as_posix()
    return "file://" + ("" if place.startswith("/") else "/") + quote(place, safe="/:") + "?mode=ro"


def open_copy(path: Path) -> sqlite3.Connection:
    """A connection that only reads a copy; sqlite3.OperationalError when there is none."""
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
    """Whose file it is (APPLICATION_ID for ours), and the number of the last migration applied to it."""
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return kind, version


def data_version(connection: sqlite3.Connection) -> int:
    """A number that differs once another connection has committed; it means nothing to other connections."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables, in order."""
    return sorted(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def fault_in(connection: sqlite3.Connection) -> str:
    """The first thing that SQLite finds wrong anywhere in the file; empty when it is whole."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if found == "ok" else str(found)


# -- what is done to a whole file


def migrate(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    """Apply migrations, each with its number, in one transaction: either the newest shape, or the file as it was."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for number, sql in steps:
            for statement in statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, one at a time."""
    # Not executescript: that would commit first.
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""


def copy_pages(source: sqlite3.Connection, target: Path, pages: int, told: Callable[[int, int], object]) -> None:
    """Copy what is committed to a new file, so many pages at a time; `told` hears how many are left, and of how many.

    Whoever writes meanwhile waits for no more than one such part, and SQLite begins anew then.
    """
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        source.backup(copy, pages=pages, progress=lambda _, left, of: told(left, of))
    finally:
        copy.close()


def sweep(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that nothing is left in its unused parts; outside any transaction."""
    for attempt in range(_SWEEPS):
        try:
            connection.execute("VACUUM")
            return
        except sqlite3.OperationalError as why:
            # Another thread may just be reading; SQLite has no code of its own for that.
            if attempt == _SWEEPS - 1 or "statements in progress" not in str(why):
                raise
            time.sleep(0.05)
