"""Erasing in the tables: values go, while ids, order and what replaces what stay, so that merging goes on."""

import sqlite3
import time
from typing import TYPE_CHECKING

from fosdesk.domain.erasure import Erasure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.journal import checksum

if TYPE_CHECKING:
    from sqlalchemy import Connection

BLANK = "null"
_ROWS = (
    "SELECT change.writer, number, lamport, at, step, record, field, replaces FROM change "
    "JOIN writer ON writer.id = change.writer WHERE writer.school = ? AND field <> ''"
)
_BLANK = "UPDATE change SET value = 'null', blanked = 1, checksum = ? WHERE writer = ? AND number = ?"
_TRIES = 20


def erasures(connection: sqlite3.Connection, sid: int) -> Erasure:
    """What was erased in a school on this laptop."""
    records = connection.execute("SELECT record FROM erased WHERE school = ?", (sid,))
    changes = connection.execute(
        "SELECT uid, number FROM redacted JOIN writer ON writer.id = redacted.writer WHERE writer.school = ?", (sid,)
    )
    return Erasure(frozenset(row[0] for row in records), frozenset(changes))


def erase(
    sql: "Connection", raw: sqlite3.Connection, sid: int, erasure: Erasure, now: int, pace: Pace = NO_HURRY
) -> int:
    """Blank values within a transaction of the caller's, and remember it; how many values that is."""
    writers = dict(raw.execute("SELECT uid, id FROM writer WHERE school = ?", (sid,)))
    rows = [row for record in sorted(erasure.records) for row in raw.execute(f"{_ROWS} AND record = ?", (sid, record))]
    single = [(writers[uid], number) for uid, number in sorted(erasure.changes) if uid in writers]
    for key in single:
        rows += raw.execute(f"{_ROWS} AND change.writer = ? AND number = ?", (sid, *key))
    pace()
    blanks = [
        (checksum(writer, number, lamport, at, step, record, field, BLANK, replaces), writer, number)
        for writer, number, lamport, at, step, record, field, replaces in rows
    ]
    if blanks:
        sql.exec_driver_sql(_BLANK, blanks)
    if erasure.records:
        remembered = [(sid, record, now) for record in sorted(erasure.records)]
        sql.exec_driver_sql("INSERT OR IGNORE INTO erased VALUES (?,?,?)", remembered)
    if single:
        sql.exec_driver_sql("INSERT OR IGNORE INTO redacted VALUES (?,?,?)", [(*key, now) for key in single])
    return len(blanks)


def sweep(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that nothing is left in its unused parts; outside any transaction."""
    for attempt in range(_TRIES):
        try:
            connection.execute("VACUUM")
            return
        except sqlite3.OperationalError as why:
            # Another thread may just be reading; SQLite has no code of its own for that.
            if attempt == _TRIES - 1 or "statements in progress" not in str(why):
                raise
            time.sleep(0.05)
