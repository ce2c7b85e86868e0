"""The past: what changed since a day or with a file, what lies deleted, and from what a conflict grew."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.store import arrivals
from fosdesk.store.arrivals import Arrival
from fosdesk.store.journal import is_gone, left_by, read
from fosdesk.store.reading import ChangeKey, Row, Span, pairs, rows_of
from fosdesk.store.schools import Schools
from fosdesk.store.transactions import Transactions

MOST = 2000  # changes that are looked at
_AT_A_TIME = 200  # records that are looked at by one statement
_NEVER = 2**60  # a moment after all others
_BLANKS = "'null', '\"\"', 'false'"


class FieldKeys(NamedTuple):
    """The first and the last of several changes of one field."""

    first: ChangeKey
    last: ChangeKey


class PastLine(NamedTuple):
    """What one role did to one record on one day; `birth` is what it says of the record itself, when it does."""

    record: str
    role: str
    at: int  # the last of it
    birth: str
    fields: dict[str, FieldKeys]


class Past(NamedTuple):
    """Lines, the latest first; and whether there are earlier ones that were not looked at."""

    lines: tuple[PastLine, ...]
    cut: bool


class Deleted(NamedTuple):
    """Records that were deleted in one step, with the nouns they were."""

    at: int
    role: str
    records: tuple[tuple[str, str], ...]


_Light = tuple[int, int, int, int, str, str, str | None, str]  # at, lamport, writer, number, record, field, birth, role


def _since(
    connection: sqlite3.Connection, sid: int, moment: int, spans: Sequence[Span], day_of: Callable[[int], object]
) -> Past:
    """What was written since a moment (ms), or came with a file since then whenever it was written."""
    writers = connection.execute(
        "SELECT id, role, (SELECT at FROM change WHERE writer = writer.id ORDER BY number DESC LIMIT 1) AS last "
        "FROM writer WHERE school = ? AND last IS NOT NULL ORDER BY last DESC",
        (sid,),
    ).fetchall()
    found: dict[ChangeKey, _Light] = {}
    cut = False
    for writer, role, last in writers:
        if last < moment:
            break
        if len(found) >= MOST and last < sorted((row[0] for row in found.values()), reverse=True)[MOST - 1]:
            cut = True
            break
        rows = _light(connection, writer, role, "at >= ?", (moment,))
        found.update(((row[2], row[3]), row) for row in rows)
        cut = cut or len(rows) == MOST
    roles = {writer: role for writer, role, _ in writers}
    for writer, first, last in spans:
        if len(found) >= 2 * MOST:
            cut = True
            break
        rows = _light(connection, writer, roles.get(writer, ""), "number BETWEEN ? AND ?", (first, last))
        found.update(((row[2], row[3]), row) for row in rows)
        cut = cut or len(rows) == MOST
    latest = sorted(found.values(), reverse=True)
    return Past(_lines(latest[:MOST], day_of), cut or len(latest) > MOST)


def _light(connection: sqlite3.Connection, writer: int, role: str, which: str, wanted: tuple[int, ...]) -> list[_Light]:
    rows = connection.execute(
        f"SELECT at, lamport, writer, number, record, field, CASE WHEN field = '' THEN value END FROM change "
        f"WHERE writer = ? AND {which} ORDER BY number DESC LIMIT {MOST}",
        (writer, *wanted),
    )
    return [(*row, role) for row in rows]


def _lines(latest: Iterable[_Light], day_of: Callable[[int], object]) -> tuple[PastLine, ...]:
    found: dict[tuple[object, str, str], PastLine] = {}
    for at, _, writer, number, record, field, birth, role in latest:
        place = (day_of(at), record, role)
        line = found.get(place)
        if line is None:
            line = found[place] = PastLine(record, role, at, "", {})
        if field == BIRTH:
            if not line.birth:
                found[place] = line._replace(birth=str(read(birth or '""') or ""))
            continue
        keys = line.fields.get(field)
        line.fields[field] = FieldKeys((writer, number), keys.last if keys else (writer, number))
    return tuple(found.values())


def _values_around(connection: sqlite3.Connection, keys: FieldKeys) -> tuple[Scalar, Scalar]:
    """What a field said before the first of some changes, and after the last."""
    before: Scalar = None
    first = _said(connection, keys.first)
    if first is not None:
        for key in pairs(first[1]):
            replaced = _said(connection, key)
            if replaced is not None and replaced[2] == first[2]:
                before = read(replaced[0])
    last = _said(connection, keys.last)
    return before, None if last is None else read(last[0])


def _said(connection: sqlite3.Connection, key: ChangeKey) -> tuple[str, str, str] | None:
    found: tuple[str, str, str] | None = connection.execute(
        "SELECT value, replaces, field FROM change WHERE writer = ? AND number = ?", key
    ).fetchone()
    return found


# -- the bin


def _deletions(connection: sqlite3.Connection, sid: int) -> list[Any]:
    """What lies deleted and ever said anything, some records at a time, the latest first."""
    asked = (
        "SELECT change.writer, step, at, role, record, value, lamport, number FROM change "
        "CROSS JOIN writer ON writer.id = change.writer "
        "WHERE (change.record, change.writer, number) > (?, ?, ?) "
        "AND live = 1 AND field = '' AND substr(value, 1, 2) = '\"!' AND writer.school = ? "
        "AND NOT EXISTS (SELECT 1 FROM change AS other WHERE other.record = change.record AND other.live = 1 "
        "AND (other.field <> '' AND other.value <> 'null' OR other.field = '' AND substr(other.value, 1, 2) <> '\"!')) "
        "AND EXISTS (SELECT 1 FROM change AS other WHERE other.record = change.record AND other.live = 0 "
        f"AND other.field <> '' AND other.value NOT IN ({_BLANKS})) "
        "ORDER BY change.record, change.writer, number LIMIT ?"
    )
    rows: list[Any] = []
    last = ("", 0, 0)
    while some := connection.execute(asked, (*last, sid, _AT_A_TIME)).fetchall():
        rows += some
        last = some[-1][4], some[-1][0], some[-1][7]
    rows.sort(key=lambda row: (row[2], row[6]), reverse=True)
    return rows


def _in_steps(rows: Iterable[Any]) -> tuple[Deleted, ...]:
    """Deletions step by step, the latest first."""
    found: dict[ChangeKey, Deleted] = {}
    seen: set[str] = set()
    for writer, step, at, role, record, value, _, _ in rows:
        if record in seen:
            continue
        seen.add(record)
        group = found.get((writer, step), Deleted(at, role, ()))
        noun = str(read(value)).removeprefix(GONE)
        found[writer, step] = group._replace(records=(*group.records, (record, noun)))
    # Within a step in the order in which they were deleted: what it was about comes first.
    return tuple(group._replace(records=group.records[::-1]) for group in found.values())


def _last_words(connection: sqlite3.Connection, sid: int, record: str) -> dict[str, Scalar]:
    """What the fields of a deleted record said when it was deleted."""
    rows = rows_of(connection, sid, [record], live=False)[record]
    deletions = [row for row in rows if row.live and row.field == BIRTH and is_gone(row.value)]
    left = sorted(left_by(rows, deletions), key=lambda row: row.rank)
    return {row.field: read(row.value) for row in left if row.field != BIRTH}


# -- conflicts


def _predecessor(connection: sqlite3.Connection, sid: int, record: str, field: str) -> tuple[Scalar, ...]:
    """The value from which all that stand in a field now have grown; empty when there is none."""
    rows = rows_of(connection, sid, [record], live=False)[record]
    by_key = {row.key: row for row in rows}
    behind = [set(_behind(row, by_key)) for row in rows if row.live and row.field == field]
    shared = set.intersection(*behind) if len(behind) > 1 else set()
    known = [by_key[key] for key in shared if by_key[key].field == field]
    return (read(max(known, key=lambda row: row.rank).value),) if known else ()


def _behind(row: Row, by_key: dict[ChangeKey, Row]) -> Iterator[ChangeKey]:
    waiting, seen = list(row.replaces), set[ChangeKey]()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            yield key
            waiting += by_key[key].replaces


# -- what may be asked


class PastQueries:
    """Reads, and writes nothing; may be asked by any thread."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools

    def predecessor(self, school: str, record: str, field: str) -> tuple[Scalar, ...]:
        """The value from which all that stand in a field now have grown; empty when there is none."""
        with self._transactions.reading() as connection:
            return _predecessor(connection, self._schools.number_of(school), record, field)

    def arrivals(self, school: str) -> tuple[Arrival, ...]:
        """The files that came into a school, the latest first."""
        sid = self._schools.number_of(school)
        return self._transactions.consistently(lambda connection: arrivals.arrivals(connection, sid))

    def changed_since(self, school: str, moment: int, day_of: Callable[[int], object]) -> Past:
        """What was written since a moment (ms), or has come with a file since then."""
        sid = self._schools.number_of(school)

        def read(connection: sqlite3.Connection) -> Past:
            came = arrivals.arrivals(connection, sid)
            here = [a.id for a in came if a.at >= moment and (a.again or not a.taken_back)]
            spans = [span for one in here for span in arrivals.spans_of(connection, sid, one)]
            return _since(connection, sid, moment, spans, day_of)

        return self._transactions.consistently(read)

    def brought_by(self, school: str, arrival: int, day_of: Callable[[int], object]) -> Past:
        """What one file brought."""
        sid = self._schools.number_of(school)

        def read(connection: sqlite3.Connection) -> Past:
            return _since(connection, sid, _NEVER, arrivals.spans_of(connection, sid, arrival), day_of)

        return self._transactions.consistently(read)

    def values_around(self, keys: FieldKeys) -> tuple[Scalar, Scalar]:
        """What a field said before the first of some changes, and after the last."""
        with self._transactions.reading() as connection:
            return _values_around(connection, keys)

    def deleted(self, school: str) -> tuple[Deleted, ...]:
        """What lies deleted, step by step, the latest first."""
        sid = self._schools.number_of(school)
        return _in_steps(self._transactions.consistently(lambda connection: _deletions(connection, sid)))

    def last_words(self, school: str, record: str) -> dict[str, Scalar]:
        """What the fields of a deleted record said when it was deleted."""
        with self._transactions.reading() as connection:
            return _last_words(connection, self._schools.number_of(school), record)
