"""Checks the checksum of each change, to find rows that the disk has altered."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.copies.backups import check_copy
from fosdesk.store.sqlite_dialect import open_copy
from fosdesk.store.step_draft import checksum

_OF_CHANGE = "writer, number, lamport, at, step, record, field, value, replaces, checksum"
_BATCH = 500


def bad_rows(connection: sqlite3.Connection, pace: Pace = NO_HURRY) -> int:
    """The number of changes whose checksum does not match."""
    (of,) = connection.execute("SELECT count(*) FROM change").fetchone()
    # A part at a time: whoever wants to write waits while a question is being answered.
    asked = f"SELECT {_OF_CHANGE} FROM change WHERE (writer, number) > (?, ?) ORDER BY writer, number LIMIT {_BATCH}"
    bad = done = 0
    last = (-1, 0)
    while some := connection.execute(asked, last).fetchall():
        bad += sum(checksum(*row[:9]) != row[9] for row in some)
        last = some[-1][:2]
        done += len(some)
        pace(done, of)
    return bad


def is_good(backup: Path, pace: Pace = NO_HURRY) -> bool:
    """Whether a backup passes SQLite's integrity check and each change its checksum."""
    try:
        check_copy(backup, pace)
        with closing(open_copy(backup)) as copy:
            return bad_rows(copy, pace) == 0
    except (sqlite3.Error, UnicodeError):
        return False
