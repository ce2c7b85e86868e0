"""Numbers for new writers, never reused, because stored ranges may still name a removed writer."""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

WRITER, ARRIVAL = "writer", "arrival"  # the names of the counters


def counted(raw: sqlite3.Connection, name: str) -> int:
    """The value of a counter in the table `counter`."""
    (found,) = raw.execute("SELECT value FROM counter WHERE name = ?", (name,)).fetchone()
    return int(found)


def new_writer_numbers(sql: "Connection", raw: sqlite3.Connection, count: int) -> range:
    """Reserve `count` numbers above all that were ever given, within a transaction of the caller's."""
    from fosdesk.store.schema import SET_COUNTER

    (greatest,) = raw.execute("SELECT coalesce(max(id), 0) FROM writer").fetchone()
    last = max(counted(raw, WRITER), greatest)
    sql.execute(SET_COUNTER, {"of_name": WRITER, "to": last + count})
    return range(last + 1, last + count + 1)
