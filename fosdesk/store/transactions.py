"""Connections and transactions: one writing connection, and read-only ones for other threads."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

from fosdesk.errors import FosdeskError, mark_unsaved
from fosdesk.store import sweeping
from fosdesk.store.database import (
    FileChanged,
    FileState,
    close_database,
    error_for_user,
    file_state,
    sqlite_errors_translated,
)
from fosdesk.store.known_content import KnownContent
from fosdesk.store.sqlite_dialect import data_version, drop_cache, has_open_queries, open_reader

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
        self.known = KnownContent()
        self._engine: Engine | None = None
        self._earlier: list[tuple[Engine | None, sqlite3.Connection]] = []  # whose file was replaced
        self._is_writing = Lock()
        self._writes_in = self._opened_in = current_thread()
        self._file: FileState | None = None
        self._identity: tuple[int, int] | None = None  # of the file that the connection has open
        self._version = 0
        self._is_closed = False
        self.look_again()

    def close(self, *, look: bool = True) -> None:
        """Close the connection. With `look`, the file is checked, so that the next start can skip that."""
        self._is_closed = True
        for engine, connection in self._earlier:
            if engine is not None:
                engine.dispose()
            connection.close()
        self._earlier.clear()
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
            if not self._is_closed and has_open_queries(self.connection):
                gc.collect()  # one that could not be read to its end stays open for as long as its error lives
            self._engine = engine_on(self.connection)

    # -- writing

    @contextmanager
    def writing(self, *, is_step: bool = False) -> Iterator["Connection"]:
        """A write transaction; rolled back when the block raises. SQLite errors become FosdeskError.

        FosdeskError at once when another thread is writing; FileChanged before the block is entered when the file is
        not as this opening left it. With `is_step`, the caller notes in `known` what was written.
        """
        self.prepare()
        assert self._engine is not None
        from sqlalchemy.exc import DBAPIError

        with self.alone():
            if self.is_changed():
                raise FileChanged(self.path)
            self._writes_in = current_thread()
            try:
                with sqlite_errors_translated(self.path), self._engine.begin() as sql:
                    if data_version(self.connection) != self._version:
                        raise FileChanged(self.path)
                    yield sql
                self.commits += 1
                self.look_again(content=not is_step)
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

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile; FosdeskError at once when another thread is writing."""
        if not self._is_writing.acquire(blocking=False):
            raise FosdeskError("fosdesk is busy with something else right now, so try again in a moment.")
        try:
            yield
        finally:
            self._is_writing.release()

    def is_busy(self) -> bool:
        """Whether somebody is writing just now."""
        return self._is_writing.locked()

    def sweep(self) -> bool:
        """Rewrite the file so that it holds no old values; False where that fails, as while another program reads."""
        with self._is_writing:
            swept = sweeping.sweep(self.connection, self.path)
            self.look_again(content=False)
        return swept

    # -- a file that others change

    def is_changed(self) -> bool:
        """Whether others wrote in the file, overwrote, replaced, moved or removed it; False once it is closed."""
        if self._is_closed:
            return False
        if self._file is None or file_state(self.path) != self._file:
            return True
        try:
            return data_version(self.connection) != self._version
        except sqlite3.DatabaseError as why:
            return getattr(why, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)

    def is_only_touched(self) -> bool:
        """Whether nothing but the file's time tells of a change, as some systems note it late."""
        there = file_state(self.path)
        if self._file is None or there is None or there._replace(written=0) != self._file._replace(written=0):
            return False
        try:
            return data_version(self.connection) == self._version
        except sqlite3.DatabaseError:
            return False

    def has_same_file(self) -> bool:
        """Whether the file at the path is the one that the connection has open."""
        return _identity(self.path) == self._identity

    def forget_cache(self) -> None:
        """Read the file anew from now on, whoever wrote in it."""
        drop_cache(self.connection)

    def go_on_with(self, connection: sqlite3.Connection) -> None:
        """Use a connection to the file that lies at the path now; the earlier one is closed at the end."""
        self._earlier.append((self._engine, self.connection))
        self._engine, self.connection = None, connection

    def look_again(self, *, content: bool = True) -> None:
        """Remember the state of the file, and with `content` what it holds, as what this opening knows of it."""
        try:
            self._file = file_state(self.path)
            self._identity = None if self._file is None else self._file.identity
            self._version = data_version(self.connection)
            if content:
                self.known.read(self.connection)
        except sqlite3.Error:
            if not self.commits:
                raise
            self._file = None  # what was committed is; the next one who writes looks at the file

    # -- reading

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for queries; in a thread other than the GUI's, a read-only one of its own.

        The thread that writes sees its own uncommitted changes. A file that was moved is read through the
        writing connection, which still has it open.
        """
        with sqlite_errors_translated(self.path):
            if current_thread() in (main_thread(), self._writes_in) or not self.has_same_file():
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
            if not self.has_same_file():
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
    found = file_state(path)
    return None if found is None else found.identity
