"""What calendars may know of meetings: from every change of them, and from what was kept of removed ones."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fosdesk.domain.journal import GONE
from fosdesk.domain.rules.calendar_revisions import (
    CALENDAR_FIELDS,
    MEETING,
    READ_FIELDS,
    CalendarChange,
    Removed,
    Revision,
    revisions,
)
from fosdesk.store.lookups.reading import ChangeRange
from fosdesk.store.schools import Schools
from fosdesk.store.step_draft import decode_value, encode_value
from fosdesk.store.transactions import Transactions

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Names of counters. The first goes on with the school's id, the writer's, the change's number and the record's id, and
# counts the change's order; the second with the school's id and the record's, and holds a day as YYYYMMDD.
_CHANGE, _DAY = "calendar:", "calendar day:"
_BIRTHS = (encode_value(MEETING), encode_value(GONE + MEETING))
_MEETINGS = (
    "SELECT DISTINCT change.record FROM change JOIN writer ON writer.id = change.writer "
    "WHERE writer.school = ? AND field = '' AND value IN (?, ?)"
)
_CHANGES = (
    "SELECT change.record, field, value, lamport, uid, number FROM change JOIN writer ON writer.id = change.writer "
    f"WHERE writer.school = ? AND field IN ({','.join('?' * len(READ_FIELDS))}) AND change.record IN ({_MEETINGS})"
)


class CalendarQueries:
    """Read-only; may be called from any thread."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools

    def calendar_revisions(self, school: str) -> dict[str, Revision]:
        """The revision of each meeting that was ever known here, also of those that are gone; by the record's id."""
        sid = self._schools.number_of(school)
        return self._transactions.read_consistently(lambda connection: _revisions(connection, sid, school))

    def calendar_changes(self, school: str) -> list[Removed]:
        """Every change that `calendar_revisions` counts, each with the meeting's last day."""
        sid = self._schools.number_of(school)
        return self._transactions.read_consistently(lambda connection: _counted(connection, sid, school))


def _revisions(connection: sqlite3.Connection, sid: int, school: str) -> dict[str, Revision]:
    known = revisions(_changes(connection, sid), _removed(connection, school))
    erased = _erased(connection, sid)
    return {record: one for record, one in known.items() if record not in erased}


def _changes(connection: sqlite3.Connection, sid: int) -> list[CalendarChange]:
    return [
        CalendarChange(record, field, decode_value(value), (lamport, uid, number))
        for record, field, value, lamport, uid, number in connection.execute(
            _CHANGES, (sid, *READ_FIELDS, sid, *_BIRTHS)
        )
    ]


def _erased(connection: sqlite3.Connection, sid: int) -> set[str]:
    return {record for (record,) in connection.execute("SELECT record FROM erased WHERE school = ?", (sid,))}


def _counted(connection: sqlite3.Connection, sid: int, school: str) -> list[Removed]:
    changes, gone = _changes(connection, sid), list(_removed(connection, school))
    days = {record: one.day for record, one in revisions(changes, gone).items()}
    here = [Removed(one.record, one.rank) for one in changes if one.field in CALENDAR_FIELDS]
    erased = _erased(connection, sid)
    return [one._replace(day=days[one.record]) for one in (*here, *gone) if one.record not in erased]


def _removed(connection: sqlite3.Connection, school: str) -> Iterator[Removed]:
    days = dict(_counters(connection, f"{_DAY}{school}:"))
    for name, order in _counters(connection, f"{_CHANGE}{school}:"):
        uid, number, record = name.split(":", 2)
        day = f"{days.get(record, 0):08}"
        yield Removed(record, (order, uid, int(number)), f"{day[:4]}-{day[4:6]}-{day[6:]}" if record in days else "")


def _counters(connection: sqlite3.Connection, begins: str) -> list[tuple[str, int]]:
    """The counters whose name begins so, by the rest of the name."""
    rows = connection.execute(
        "SELECT substr(name, ?), value FROM counter WHERE substr(name, 1, ?) = ?",
        (len(begins) + 1, len(begins), begins),
    )
    return rows.fetchall()


def keep_removed(sql: "Connection", raw: sqlite3.Connection, sid: int, ranges: Sequence[ChangeRange]) -> None:
    """Remember the changes of meetings in some ranges, without their texts, before these ranges are removed.

    Else a calendar that heard of them would take everything later for older. Within a transaction of the caller's.
    """
    meetings = {record for (record,) in raw.execute(_MEETINGS, (sid, *_BIRTHS))}
    (school,) = raw.execute("SELECT school FROM school WHERE id = ?", (sid,)).fetchone()
    kept: list[Removed] = []
    for writer, first, last in ranges:
        rows = raw.execute(
            "SELECT uid, number, record, lamport FROM change JOIN writer ON writer.id = change.writer WHERE writer = ? "
            f"AND number BETWEEN ? AND ? AND field IN ({','.join('?' * len(CALENDAR_FIELDS))})",
            (writer, first, last, *CALENDAR_FIELDS),
        )
        kept += [Removed(record, (order, uid, number)) for uid, number, record, order in rows if record in meetings]
    known = _revisions(raw, sid, school) if kept else {}
    _keep(sql, school, [one._replace(day=known[one.record].day) for one in kept if one.record in known])


def _keep(sql: "Connection", school: str, kept: Sequence[Removed]) -> None:
    from fosdesk.store.schema import ADD_COUNTER, REMOVE_COUNTER

    counters = {f"{_CHANGE}{school}:{one.rank[1]}:{one.rank[2]}:{one.record}": one.rank[0] for one in kept}
    counters |= {f"{_DAY}{school}:{one.record}": int(one.day.replace("-", "")) for one in kept if one.day}
    for name, value in counters.items():
        sql.execute(REMOVE_COUNTER, {"of_name": name})
        sql.execute(ADD_COUNTER, {"name": name, "value": value})


def keep_known(sql: "Connection", raw: sqlite3.Connection, school: str, known: Sequence[Removed]) -> None:
    """Remember those of some changes that are not in this store, as `keep_removed` does; nothing for a school not here.

    Within a transaction of the caller's.
    """
    found = raw.execute("SELECT id FROM school WHERE school = ?", (school,)).fetchone()
    if found is not None:
        here = {(one.rank, one.record) for one in _counted(raw, found[0], school)}
        _keep(sql, school, [one for one in known if (one.rank, one.record) not in here])
