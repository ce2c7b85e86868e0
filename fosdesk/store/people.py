"""What is held about people, and what was erased."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.database import told
from fosdesk.store.schools import Schools

if TYPE_CHECKING:
    from fosdesk.domain.held import Saying, Worth


class People(Schools):
    """The questions a person may ask, and the answers that a laptop has given to its colleagues."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take a connection that nobody else uses, to the file at `path`."""
        super().__init__(connection, path)
        self._erasures: dict[int, Erasure] = {}

    def erased(self, school: str) -> Erasure:
        """What was erased in a school on this laptop; no file brings it back."""
        return self._erased(self._sid(school))

    def _erased(self, sid: int) -> Erasure:
        if sid not in self._erasures:
            from fosdesk.store.erasing import erasures

            with told(self._path):
                self._erasures[sid] = erasures(self._connection, sid)
        return self._erasures[sid]

    def last_erased(self) -> int:
        """When something was erased last in any school (ms); 0 when nothing ever was."""
        with told(self._path):
            (found,) = self._connection.execute(
                "SELECT max(at) FROM (SELECT at FROM erased UNION ALL SELECT at FROM redacted)"
            ).fetchone()
        return found or 0

    def keep(self, school: str, record: str, now: int) -> None:
        """Answer a colleague's wish to erase somebody with no."""
        with self._writing() as sql:
            sql.exec_driver_sql("INSERT OR IGNORE INTO kept VALUES (?,?,?)", (self._sid(school), record, now))

    def answered(self, school: str) -> frozenset[str]:
        """The people whom a colleague may wish to erase, and about whom this laptop has decided."""
        sid = self._sid(school)
        with told(self._path):
            kept = self._connection.execute("SELECT record FROM kept WHERE school = ?", (sid,)).fetchall()
        return self._erased(sid).records | {row[0] for row in kept}

    def deleted_of(self, school: str, noun: str) -> tuple[str, ...]:
        """The records of a noun that lie deleted, in the order in which they went."""
        from fosdesk.store import holding

        with told(self._path):
            return holding.deleted_of(self._connection, self._sid(school), noun)

    def said_in(self, school: str, record: str) -> "tuple[Saying, ...]":
        """What was ever said in one record, oldest first, and is not erased."""
        from fosdesk.store import holding

        with told(self._path):
            return holding.said_in(self._connection, self._sid(school), record)

    def all_said(self, school: str, worth: "Worth", pace: Pace = NO_HURRY) -> "Iterator[Saying]":
        """The texts that were ever written, are not erased and are worth looking at; also from another thread."""
        from fosdesk.store import holding

        with told(self._path), self._reader() as reader:
            yield from holding.all_said(reader, self._sid(school), worth, pace)
