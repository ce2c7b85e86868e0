"""The open file: one connection that writes, one transaction at a time, and read-only ones for threads that read."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

from fosdesk.errors import FosdeskError, mark_unsaved
from fosdesk.store.database import close_database, moved, sentence_for, told
from fosdesk.store.sqlite_dialect import data_version, open_reader

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

T = TypeVar("T")


class Transactions:
    """Handed to each part of the store, which reads and writes through it; trouble is told in a sentence."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take a connection that nobody else uses, to the file at `path`."""
        self.connection = connection
        self.path = path
        self.commits = 0  # how many transactions of this store are on the disk
        self._file = _identity(path)
        self._engine: Engine | None = None
        self._is_writing = Lock()
        self._writes_in = self._opened_in = current_thread()

    def close(self, *, look: bool = True) -> None:
        """Let go of the file; with a look whether it is whole, so that the next start need not."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        if look:
            close_database(self.connection, self.path)
        else:
            self.connection.close()

    def prepare(self) -> None:
        """Import what writing needs; the first write does it otherwise."""
        from fosdesk.store.schema import engine_on

        if self._engine is None:
            self._engine = engine_on(self.connection)

    # -- writing

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """A transaction; trouble with the disk or the file becomes a sentence, and nothing was written."""
        self.prepare()
        assert self._engine is not None
        from sqlalchemy.exc import DBAPIError

        if _identity(self.path) != self._file:
            raise moved(self.path)
        if not self._is_writing.acquire(blocking=False):
            raise FosdeskError("fosdesk is busy with something else right now, so try again in a moment.")
        self._writes_in = current_thread()
        try:
            with told(self.path), self._engine.begin() as sql:
                yield sql
            self.commits += 1
        except DBAPIError as error:
            trouble = sentence_for(error.orig, self.path)
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

    # -- reading

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for questions: a read-only one of its own for a thread beside the screen's.

        The thread that writes sees what it has written so far. A file that was taken away is read through the one
        connection that still has it open.
        """
        with told(self.path):
            if current_thread() in (main_thread(), self._writes_in) or _identity(self.path) != self._file:
                yield self.connection
                return
            reader = open_reader(self.path)
            try:
                yield reader
            finally:
                reader.close()

    @contextmanager
    def committed(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees only what is committed, also while this thread or another one writes."""
        with told(self.path):
            if _identity(self.path) != self._file:
                yield self.connection
                return
            reader = open_reader(self.path)
            try:
                yield reader
            finally:
                reader.close()

    def consistently(self, read: Callable[[sqlite3.Connection], T]) -> T:
        """What `read` finds by several statements as if by one: anew when somebody committed between two of them.

        `read` fetches all rows of a statement before it goes on, so that no transaction outlasts a statement, and
        whoever commits meanwhile waits for no more than that.
        """
        with self.reading() as connection:
            while True:
                before = data_version(connection), self.commits
                found = read(connection)
                if (data_version(connection), self.commits) == before:
                    return found


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there now: a sync client may put another one in its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
