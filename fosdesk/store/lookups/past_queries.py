"""Queries of the past: changes since a day or from a file, deleted records, and the common ancestor of a conflict."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.store import arrivals
from fosdesk.store.arrivals import Arrival
from fosdesk.store.lookups.reading import ChangeKey, ChangeRange, Row, decode_replaces, rows_of
from fosdesk.store.schools import Schools
from fosdesk.store.step_draft import decode_value, is_deletion, live_without, with_replaced_deletions
from fosdesk.store.transactions import Transactions

MOST_CHANGES = 2000  # changes that are looked at
_AT_A_TIME = 200  # records that are looked at by one statement
_NEVER = 2**60  # a moment after all others
_BLANKS = "'null', '\"\"', 'false'"
# Which of some records are deleted for everybody, and held any value.
_GONE = (
    "SELECT record FROM (SELECT DISTINCT record FROM change WHERE record IN ({})) AS own "
    "WHERE NOT EXISTS (SELECT 1 FROM change AS other WHERE other.record = own.record AND other.live = 1 "
    "AND (other.field <> '' AND other.value <> 'null' OR other.field = '' AND substr(other.value, 1, 2) <> '\"!')) "
    "AND EXISTS (SELECT 1 FROM change AS other WHERE other.record = own.record AND other.live = 0 "
    f"AND other.field <> '' AND other.value NOT IN ({_BLANKS}))"
)


class FieldKeys(NamedTuple):
    """The keys of the first and the last of several changes of one field."""

    first: ChangeKey
    last: ChangeKey


class PastLine(NamedTuple):
    """What one role changed in one record on one day; `birth` is set when the record was created or deleted then."""

    record: str
    role: str
    at: int  # the last of it
    birth: str
    fields: dict[str, FieldKeys]


class Past(NamedTuple):
    """Lines, the latest first; `cut` when there are earlier changes beyond the limit of MOST_CHANGES."""

    lines: tuple[PastLine, ...]
    cut: bool


class Deleted(NamedTuple):
    """Records that were deleted in one step, as (id, noun)."""

    at: int
    role: str
    records: tuple[tuple[str, str], ...]


_ChangeRow = tuple[
    int, int, int, int, str, str, str | None, str
]  # at, lamport, writer, number, record, field, birth, role


def _since(
    connection: sqlite3.Connection,
    sid: int,
    moment: int,
    ranges: Sequence[ChangeRange],
    day_of: Callable[[int], object],
) -> Past:
    """What was written since a time (ms since 1970), and what came in `ranges`, whenever it was written."""
    writers = connection.execute(
        "SELECT id, role, (SELECT at FROM change WHERE writer = writer.id ORDER BY number DESC LIMIT 1) AS last "
        "FROM writer WHERE school = ? AND last IS NOT NULL ORDER BY last DESC",
        (sid,),
    ).fetchall()
    found: dict[ChangeKey, _ChangeRow] = {}
    cut = False
    for writer, role, last in writers:
        if last < moment:
            break
        if (
            len(found) >= MOST_CHANGES
            and last < sorted((row[0] for row in found.values()), reverse=True)[MOST_CHANGES - 1]
        ):
            cut = True
            break
        rows = _change_rows(connection, writer, role, "at >= ?", (moment,))
        found.update(((row[2], row[3]), row) for row in rows)
        cut = cut or len(rows) == MOST_CHANGES
    roles = {writer: role for writer, role, _ in writers}
    for writer, first, last in ranges:
        if len(found) >= 2 * MOST_CHANGES:
            cut = True
            break
        rows = _change_rows(connection, writer, roles.get(writer, ""), "number BETWEEN ? AND ?", (first, last))
        found.update(((row[2], row[3]), row) for row in rows)
        cut = cut or len(rows) == MOST_CHANGES
    latest = sorted(found.values(), reverse=True)
    return Past(_lines(latest[:MOST_CHANGES], day_of), cut or len(latest) > MOST_CHANGES)


def _change_rows(
    connection: sqlite3.Connection, writer: int, role: str, which: str, wanted: tuple[int, ...]
) -> list[_ChangeRow]:
    rows = connection.execute(
        f"SELECT at, lamport, writer, number, record, field, CASE WHEN field = '' THEN value END FROM change "
        f"WHERE writer = ? AND {which} ORDER BY number DESC LIMIT {MOST_CHANGES}",
        (writer, *wanted),
    )
    return [(*row, role) for row in rows]


def _lines(latest: Iterable[_ChangeRow], day_of: Callable[[int], object]) -> tuple[PastLine, ...]:
    found: dict[tuple[object, str, str], PastLine] = {}
    for at, _, writer, number, record, field, birth, role in latest:
        place = (day_of(at), record, role)
        line = found.get(place)
        if line is None:
            line = found[place] = PastLine(record, role, at, "", {})
        if field == BIRTH:
            if not line.birth:
                found[place] = line._replace(birth=str(decode_value(birth or '""') or ""))
            continue
        keys = line.fields.get(field)
        line.fields[field] = FieldKeys((writer, number), keys.last if keys else (writer, number))
    return tuple(found.values())


def _values_before_and_after(connection: sqlite3.Connection, keys: FieldKeys) -> tuple[Scalar, Scalar]:
    """The value of a field before the first of some changes, and after the last."""
    before: Scalar = None
    first = _change_values(connection, keys.first)
    if first is not None:
        for key in decode_replaces(first[1]):
            replaced = _change_values(connection, key)
            if replaced is not None and replaced[2] == first[2]:
                before = decode_value(replaced[0])
    last = _change_values(connection, keys.last)
    return before, None if last is None else decode_value(last[0])


def _change_values(connection: sqlite3.Connection, key: ChangeKey) -> tuple[str, str, str] | None:
    found: tuple[str, str, str] | None = connection.execute(
        "SELECT value, replaces, field FROM change WHERE writer = ? AND number = ?", key
    ).fetchone()
    return found


# -- the bin


def _deletions(connection: sqlite3.Connection, sid: int) -> list[Any]:
    """The deletions of records that held any value, latest first; read in batches."""
    asked = (
        "SELECT change.writer, step, at, role, record, value, lamport, number FROM change "
        "CROSS JOIN writer ON writer.id = change.writer "
        "WHERE (change.record, change.writer, number) > (?, ?, ?) "
        "AND live = 1 AND field = '' AND substr(value, 1, 2) = '\"!' AND writer.school = ? "
        "ORDER BY change.record, change.writer, number LIMIT ?"
    )
    rows: list[Any] = []
    known: dict[str, bool] = {}  # once for each record, which a file can have deleted any number of times
    last = ("", 0, 0)
    while some := connection.execute(asked, (*last, sid, _AT_A_TIME)).fetchall():
        new = [record for record in dict.fromkeys(row[4] for row in some) if record not in known]
        found = {row[0] for row in connection.execute(_GONE.format(",".join("?" * len(new))), new).fetchall()}
        known.update((record, record in found) for record in new)
        rows += [row for row in some if known[row[4]]]
        last = some[-1][4], some[-1][0], some[-1][7]
    rows.sort(key=lambda row: (row[2], row[6]), reverse=True)
    return rows


def _in_steps(rows: Iterable[Any]) -> tuple[Deleted, ...]:
    """Deletions grouped by step, the latest first."""
    found: dict[ChangeKey, Deleted] = {}
    seen: set[str] = set()
    for writer, step, at, role, record, value, _, _ in rows:
        if record in seen:
            continue
        seen.add(record)
        group = found.get((writer, step), Deleted(at, role, ()))
        noun = str(decode_value(value)).removeprefix(GONE)
        found[writer, step] = group._replace(records=(*group.records, (record, noun)))
    # Within a step in the order in which they were deleted: what it was about comes first.
    return tuple(group._replace(records=group.records[::-1]) for group in found.values())


def last_values_of(connection: sqlite3.Connection, sid: int, record: str) -> dict[str, Scalar]:
    """The values that the fields of a deleted record had when it was deleted."""
    rows = rows_of(connection, sid, [record], live=False)[record]
    deletions = [row for row in rows if row.live and row.field == BIRTH and is_deletion(row.value)]
    left = sorted(live_without(rows, with_replaced_deletions(rows, deletions)), key=lambda row: row.rank)
    return {row.field: decode_value(row.value) for row in left if row.field != BIRTH}


# -- conflicts


def _ancestor_value(connection: sqlite3.Connection, sid: int, record: str, field: str) -> tuple[Scalar, ...]:
    """The value that all conflicting values of a field descend from, in a tuple; empty when there is none."""
    rows = rows_of(connection, sid, [record], live=False)[record]
    by_key = {row.key: row for row in rows}
    ancestors = [set(_ancestors(row, by_key)) for row in rows if row.live and row.field == field]
    shared = set.intersection(*ancestors) if len(ancestors) > 1 else set()
    known = [by_key[key] for key in shared if by_key[key].field == field]
    return (decode_value(max(known, key=lambda row: row.rank).value),) if known else ()


def _ancestors(row: Row, by_key: dict[ChangeKey, Row]) -> Iterator[ChangeKey]:
    waiting, seen = list(row.replaces), set[ChangeKey]()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            yield key
            waiting += by_key[key].replaces


# -- what may be asked


class PastQueries:
    """Read-only; every method may be called from any thread."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools

    def ancestor_value(self, school: str, record: str, field: str) -> tuple[Scalar, ...]:
        """The value that all conflicting values of a field descend from, in a tuple; empty when there is none."""
        with self._transactions.reading() as connection:
            return _ancestor_value(connection, self._schools.number_of(school), record, field)

    def arrivals(self, school: str) -> tuple[Arrival, ...]:
        """The files merged into a school, the latest first."""
        sid = self._schools.number_of(school)
        return self._transactions.read_consistently(lambda connection: arrivals.arrivals(connection, sid))

    def changed_since(self, school: str, moment: int, day_of: Callable[[int], object]) -> Past:
        """What was written since a time (ms since 1970), or came with a file since; `day_of` gives a time's day."""
        sid = self._schools.number_of(school)

        def read(connection: sqlite3.Connection) -> Past:
            came = arrivals.arrivals(connection, sid)
            here = [a.id for a in came if a.at >= moment and (a.again or not a.taken_back)]
            ranges = [range_ for one in here for range_ in arrivals.ranges_of(connection, sid, one)]
            return _since(connection, sid, moment, ranges, day_of)

        return self._transactions.read_consistently(read)

    def changes_from_arrival(self, school: str, arrival: int, day_of: Callable[[int], object]) -> Past:
        """The changes that one merged file brought."""
        sid = self._schools.number_of(school)

        def read(connection: sqlite3.Connection) -> Past:
            return _since(connection, sid, _NEVER, arrivals.ranges_of(connection, sid, arrival), day_of)

        return self._transactions.read_consistently(read)

    def values_before_and_after(self, keys: FieldKeys) -> tuple[Scalar, Scalar]:
        """The value of a field before the first of some changes, and after the last."""
        with self._transactions.reading() as connection:
            return _values_before_and_after(connection, keys)

    def deleted(self, school: str) -> tuple[Deleted, ...]:
        """The deleted records, step by step, the latest first."""
        sid = self._schools.number_of(school)
        return _in_steps(self._transactions.read_consistently(lambda connection: _deletions(connection, sid)))

    def last_values(self, school: str, record: str) -> dict[str, Scalar]:
        """The values that the fields of a deleted record had when it was deleted."""
        with self._transactions.reading() as connection:
            return last_values_of(connection, self._schools.number_of(school), record)
