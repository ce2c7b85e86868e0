"""Connections and transactions: one writing connection, and read-only ones for other threads."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

from fosdesk.errors import FosdeskError, mark_unsaved
from fosdesk.store.database import close_database, error_for_user, file_moved_error, sqlite_errors_translated
from fosdesk.store.sqlite_dialect import data_version, open_reader

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

T = TypeVar("T")


class Transactions:
    """Shared by the parts of the store for all reading and writing; SQLite errors are raised as FosdeskError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take over the connection to the file at `path`; nobody else may use it."""
        self.connection = connection
        self.path = path
        self.commits = 0  # how many transactions of this store are on the disk
        self._file = _identity(path)
        self._engine: Engine | None = None
        self._is_writing = Lock()
        self._writes_in = self._opened_in = current_thread()

    def close(self, *, look: bool = True) -> None:
        """Close the connection. With `look`, the file is checked, so that the next start can skip that."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        if look:
            close_database(self.connection, self.path)
        else:
            self.connection.close()

    def prepare(self) -> None:
        """Import SQLAlchemy and make the engine in advance; the first write does it otherwise."""
        from fosdesk.store.schema import engine_on

        if self._engine is None:
            self._engine = engine_on(self.connection)

    # -- writing

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """A write transaction; rolled back when the block raises. SQLite errors become FosdeskError.

        FosdeskError at once when another thread is writing, or the file was moved.
        """
        self.prepare()
        assert self._engine is not None
        from sqlalchemy.exc import DBAPIError

        if _identity(self.path) != self._file:
            raise file_moved_error(self.path)
        if not self._is_writing.acquire(blocking=False):
            raise FosdeskError("fosdesk is busy with something else right now, so try again in a moment.")
        self._writes_in = current_thread()
        try:
            with sqlite_errors_translated(self.path), self._engine.begin() as sql:
                yield sql
            self.commits += 1
        except DBAPIError as error:
            trouble = error_for_user(error.orig, self.path)
            if trouble is None:
                mark_unsaved(error)
                raise
            raise trouble from error
        except BaseException as fault:
            mark_unsaved(fault)
            raise
        finally:
            self._writes_in = self._opened_in
            self._is_writing.release()

    def is_being_written(self) -> bool:
        """Whether a thread is within a write transaction, so that the store must not be closed."""
        return self._is_writing.locked()

    # -- reading

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for queries; in a thread other than the GUI's, a read-only one of its own.

        The thread that writes sees its own uncommitted changes. A file that was moved is read through the
        writing connection, which still has it open.
        """
        with sqlite_errors_translated(self.path):
            if current_thread() in (main_thread(), self._writes_in) or _identity(self.path) != self._file:
                yield self.connection
                return
            reader = open_reader(self.path)
            try:
                yield reader
            finally:
                reader.close()

    @contextmanager
    def committed_reader(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees only committed changes, whichever thread writes."""
        with sqlite_errors_translated(self.path):
            if _identity(self.path) != self._file:
                yield self.connection
                return
            reader = open_reader(self.path)
            try:
                yield reader
            finally:
                reader.close()

    def read_consistently(self, read: Callable[[sqlite3.Connection], T]) -> T:
        """The result of `read`, repeated until nobody committed while it ran.

        `read` fetches all rows of each statement before the next, so that no read transaction lasts longer than
        a statement and a commit waits for no more than that.
        """
        with self.reading() as connection:
            while True:
                before = data_version(connection), self.commits
                found = read(connection)
                if (data_version(connection), self.commits) == before:
                    return found


def _identity(path: Path) -> tuple[int, int] | None:
    """The device and inode of the file at a path; they change when a sync client replaces the file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
