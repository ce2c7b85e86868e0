"""The schools in the file: one's own, and those of colleagues to read."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.store.database import told
from fosdesk.store.transactions import Transactions

if TYPE_CHECKING:
    from sqlalchemy import Connection


class StoredSchool(NamedTuple):
    """A school in the store: its id, whether it is one's own, and since when (ms)."""

    id: str
    own: bool
    added: int


class Schools(Transactions):
    """Which schools there are, and the number that each has in this file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take a connection that nobody else uses, to the file at `path`."""
        super().__init__(connection, path)
        self._schools: dict[str, int] = {}

    def schools(self) -> tuple[StoredSchool, ...]:
        """The schools in the store, in the order in which they came."""
        with told(self._path):
            rows = self._connection.execute("SELECT school, own, added FROM school ORDER BY id").fetchall()
        return tuple(StoredSchool(school, bool(own), added) for school, own, added in rows)

    def add_school(self, school: str, own: bool, now: int) -> None:
        """Begin with a school of which nothing is written yet; nothing happens when it is there already."""
        with self._writing() as sql:
            self._add(sql, school, own, now)

    def _add(self, sql: "Connection", school: str, own: bool, now: int) -> int:
        from fosdesk.store.schema import ADD_SCHOOL

        found = self._connection.execute("SELECT id, own FROM school WHERE school = ?", (school,)).fetchone()
        if found is None:
            sql.execute(ADD_SCHOOL, {"school": school, "own": int(own), "added": now})
            found = self._connection.execute("SELECT id, own FROM school WHERE school = ?", (school,)).fetchone()
        elif bool(found[1]) != own:
            raise FosdeskError(
                "This school is here already as a colleague's, so remove it first."
                if own
                else "This is your own school, so it cannot also be a colleague's."
            )
        return int(found[0])

    def remove_reference(self, school: str) -> None:
        """Take away a colleague's school as a whole; one's own stays whatever happens."""
        sid = self._sid(school)
        if next(s.own for s in self.schools() if s.id == school):
            raise FosdeskError("This is your own school, so it is not removed.")
        writers = "(SELECT id FROM writer WHERE school = ?)"
        with self._writing() as sql:
            for table in ("step", "redacted", "change"):
                sql.exec_driver_sql(f"DELETE FROM {table} WHERE writer IN {writers}", (sid,))
            for table in ("erased", "kept", "arrival"):
                sql.exec_driver_sql(f"DELETE FROM {table} WHERE school = ?", (sid,))
            sql.exec_driver_sql("DELETE FROM writer WHERE school = ?", (sid,))
            sql.exec_driver_sql("DELETE FROM school WHERE id = ?", (sid,))
        self._forget(sid)
        del self._schools[school]

    def set_aside(self, school: str) -> None:
        """Keep a school as one to read, so that another can become one's own."""
        with self._writing() as sql:
            sql.exec_driver_sql("UPDATE school SET own = 0 WHERE id = ?", (self._sid(school),))

    def _sid(self, school: str) -> int:
        if school not in self._schools:
            with told(self._path):
                found = self._connection.execute("SELECT id FROM school WHERE school = ?", (school,)).fetchone()
            if found is None:
                raise KeyError(school)
            self._schools[school] = found[0]
        return self._schools[school]

    def _forget(self, sid: int) -> None:
        """Let go of what is remembered about a school that is no longer there."""
