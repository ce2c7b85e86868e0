"""Everything that was ever written, one saying after the other: for whoever asks what is held about them."""

import sqlite3
from collections.abc import Iterator

from fosdesk.domain.held import Saying, Worth
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.journal import written
from fosdesk.store.reading import values

_ALL = (
    "SELECT uid, number, record, field, value, at, role, live FROM writer CROSS JOIN change "
    "ON change.writer = writer.id WHERE writer.school = ? AND blanked = 0 AND value LIKE '\"_%'"
)
_ONE = (
    "SELECT uid, number, record, field, value, at, role, live FROM change "
    "CROSS JOIN writer ON writer.id = change.writer "
    "WHERE record = ? AND writer.school = ? AND blanked = 0 ORDER BY lamport, uid, number"
)
_PART = 500  # what is read at a time, so that the screen is never kept waiting
_BIRTHS = (
    "SELECT record, value FROM writer CROSS JOIN change ON change.writer = writer.id WHERE school = ? AND field = ''"
)


# Through the index that holds only what lies deleted.
_DELETED = (
    "SELECT record FROM change CROSS JOIN writer ON writer.id = change.writer "
    "WHERE live = 1 AND field = '' AND substr(value, 1, 2) = '\"!' AND value = ? AND school = ? ORDER BY at"
)


def deleted_of(connection: sqlite3.Connection, sid: int, noun: str) -> tuple[str, ...]:
    """The records of a noun that lie deleted."""
    found = connection.execute(_DELETED, (written(GONE + noun), sid))
    return tuple(dict.fromkeys(row[0] for row in found))


def said_in(connection: sqlite3.Connection, sid: int, record: str) -> tuple[Saying, ...]:
    """What was ever said in one record, oldest first."""
    rows = connection.execute(_ONE, (record, sid)).fetchall()
    return tuple(_sayings(rows, _nouns(rows)))


def all_said(connection: sqlite3.Connection, sid: int, worth: Worth, pace: Pace = NO_HURRY) -> Iterator[Saying]:
    """The texts that were ever written in a school and are worth looking at."""
    nouns = {}
    for record, value in connection.execute(_BIRTHS, (sid,)):
        nouns[record] = value.strip('"').removeprefix(GONE)
    (total,) = connection.execute(
        "SELECT count(*) FROM writer CROSS JOIN change ON change.writer = writer.id WHERE school = ?", (sid,)
    ).fetchone()
    rows = connection.execute(_ALL, (sid,))
    done = 0
    while some := rows.fetchmany(_PART):
        pace(done, total)
        done += len(some)
        yield from _sayings([row for row in some if worth(row[4])], nouns)


def _nouns(rows: list[tuple[str, int, str, str, str, int, str, int]]) -> dict[str, str]:
    return {row[2]: row[4].strip('"').removeprefix(GONE) for row in rows if row[3] == BIRTH}


def _sayings(rows: list[tuple[str, int, str, str, str, int, str, int]], nouns: dict[str, str]) -> Iterator[Saying]:
    for (uid, number, record, field, _, at, role, live), value in zip(rows, values([r[4] for r in rows]), strict=True):
        yield Saying((uid, number), record, nouns.get(record, ""), field, value, at, role, bool(live))
