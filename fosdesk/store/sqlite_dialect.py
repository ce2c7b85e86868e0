"""Everything specific to SQLite: pragmas, opening connections, integrity check, migrations, copying and VACUUM."""

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


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables, sorted."""
    return sorted(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def integrity_error(connection: sqlite3.Connection) -> str:
    """The first error that PRAGMA integrity_check finds; empty when the file is intact."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if found == "ok" else str(found)


# -- what is done to a whole file


def migrate(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    """Apply numbered migrations in one exclusive transaction; on an exception the file stays as it was."""
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
