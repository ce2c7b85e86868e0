"""Removes the changes that one merged file brought, so that the store equals the backup made before the merge."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.pace import Pace
from fosdesk.store.lookups.calendar_queries import keep_removed
from fosdesk.store.lookups.reading import ChangeKey, ChangeRange, decode_replaces, rows_of
from fosdesk.store.sqlite_dialect import open_reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PART = 2000


class DiffersFromBackup(Exception):
    """Without the removed changes, the store differs from the backup made before the merge."""


def remove(
    sql: "Connection", raw: sqlite3.Connection, sid: int, ranges: Sequence[ChangeRange], backup: Path, pace: Pace
) -> None:
    """Remove ranges of changes within a transaction of the caller's.

    DiffersFromBackup when the result is not what the backup says, or something among them was erased.
    """
    from fosdesk.store.schema import REMOVE_CHANGES, REMOVE_STEPS, REMOVE_WRITER

    replaced: set[ChangeKey] = set()
    for place, (writer, first, last) in enumerate(ranges):
        pace(place, 2 * len(ranges))
        redacted = "SELECT 1 FROM redacted WHERE writer = ? AND number BETWEEN ? AND ?"
        if raw.execute(redacted, (writer, first, last)).fetchone():
            raise DiffersFromBackup  # what was erased must be known when the file is read again
        for (text,) in raw.execute(
            "SELECT replaces FROM change WHERE writer = ? AND number BETWEEN ? AND ? AND replaces <> '[]'",
            (writer, first, last),
        ):
            replaced.update(decode_replaces(text))
    keep_removed(sql, raw, sid, ranges)
    for place, (writer, first, last) in enumerate(ranges):
        pace(len(ranges) + place, 2 * len(ranges))
        sql.execute(REMOVE_CHANGES, {"of_writer": writer, "first": first, "last": last})
        if first == 1:
            sql.execute(REMOVE_STEPS, {"of_writer": writer})
            sql.execute(REMOVE_WRITER, {"of_writer": writer})
    _restore_replaced(sql, raw, sid, replaced, pace)
    if backup.is_file():
        _compare(raw, sid, backup, pace)


def _restore_replaced(
    sql: "Connection", raw: sqlite3.Connection, sid: int, replaced: set[ChangeKey], pace: Pace
) -> None:
    """Make live again the changes that nothing else replaces."""
    from fosdesk.store.schema import REVIVE

    records: set[str] = set()
    for part in pace.in_parts(sorted(replaced), _PART):
        for key in part:
            records.update(r for (r,) in raw.execute("SELECT record FROM change WHERE writer = ? AND number = ?", key))
    for some in pace.in_parts(sorted(records), _PART):
        for rows in rows_of(raw, sid, some, live=False).values():
            elsewhere = {key for row in rows for key in row.replaces}
            back = [row.key for row in rows if row.key in replaced and row.key not in elsewhere]
            if back:
                sql.execute(REVIVE, [{"of_writer": writer, "of_number": number} for writer, number in back])


def _compare(raw: sqlite3.Connection, sid: int, backup: Path, pace: Pace) -> None:
    query = (
        "SELECT change.* FROM writer CROSS JOIN change ON change.writer = writer.id "
        "WHERE writer.school = ? ORDER BY writer.id, number"
    )
    try:
        with closing(open_reader(backup)) as copy:
            ours, theirs = raw.execute(query, (sid,)), copy.execute(query, (sid,))
            for one, other in zip_longest(_parts(ours, pace), _parts(theirs, pace)):
                if one != other:
                    raise DiffersFromBackup
    except sqlite3.DatabaseError as why:
        raise DiffersFromBackup from why


def _parts(rows: sqlite3.Cursor, pace: Pace) -> Iterator[list[object]]:
    while part := rows.fetchmany(_PART):
        pace()
        yield part
