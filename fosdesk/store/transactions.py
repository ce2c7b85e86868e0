"""The one way to write into the file: one connection, one transaction at a time, trouble told in a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from fosdesk.errors import FosdeskError, mark_unsaved
from fosdesk.store.database import close_database, moved, sentence_for, told

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Transactions:
    """An open file; what reads and writes in it is built upon this."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take a connection that nobody else uses, to the file at `path`."""
        self._connection = connection
        self._path = path
        self._file = _identity(path)
        self._engine: Engine | None = None
        self._pen_is_taken = Lock()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    def close(self, *, look: bool = True) -> None:
        """Let go of the file; with a look whether it is whole, so that the next start need not."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        if look:
            close_database(self._connection, self._path)
        else:
            self._connection.close()

    def prepare(self) -> None:
        """Import what writing needs; the first write does it otherwise."""
        from fosdesk.store.schema import engine_on

        if self._engine is None:
            self._engine = engine_on(self._connection)

    @contextmanager
    def _writing(self) -> Iterator["Connection"]:
        """A transaction; trouble with the disk or the file becomes a sentence, and nothing was written."""
        self.prepare()
        assert self._engine is not None
        from sqlalchemy.exc import DBAPIError

        if _identity(self._path) != self._file:
            raise moved(self._path)
        if not self._pen_is_taken.acquire(blocking=False):
            raise FosdeskError("fosdesk is busy with something else right now, so try again in a moment.")
        try:
            with told(self._path), self._engine.begin() as sql:
                yield sql
        except DBAPIError as error:
            trouble = sentence_for(error.orig, self._path)
            if trouble is None:
                mark_unsaved(error)
                raise
            raise trouble from error
        except BaseException as fault:
            mark_unsaved(fault)
            raise
        finally:
            self._pen_is_taken.release()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees only what is committed; a file that was taken away is read while it is open here."""
        if _identity(self._path) != self._file:
            yield self._connection
            return
        source = sqlite3.connect(self._path, isolation_level=None)
        try:
            for pragma in ("trusted_schema = OFF", "query_only = ON", "busy_timeout = 2000"):
                source.execute(f"PRAGMA {pragma}")
            yield source
        finally:
            source.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there now: a sync client may put another one in its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
