"""Queries for privacy: every value ever written, what was erased, and which requests to erase are answered."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.lookups.reading import FROM_RANGE, row_ranges, values
from fosdesk.store.schools import Schools
from fosdesk.store.step_draft import encode_value
from fosdesk.store.transactions import Transactions

if TYPE_CHECKING:
    from fosdesk.domain.changes.written_value import TextFilter, WrittenValue

_WHAT = "uid, number, record, field, value, at, role, live"
_ALL = f"SELECT {_WHAT} {FROM_RANGE} AND blanked = 0 AND value LIKE '\"_%' ORDER BY uid, number"
_IN_RECORD = (
    f"SELECT {_WHAT} FROM change CROSS JOIN writer ON writer.id = change.writer "
    "WHERE record = ? AND writer.school = ? AND blanked = 0 ORDER BY lamport, uid, number"
)
# Through the index that holds only what lies deleted.
_DELETED = (
    "SELECT record FROM change CROSS JOIN writer ON writer.id = change.writer "
    "WHERE live = 1 AND field = '' AND substr(value, 1, 2) = '\"!' AND value = ? AND school = ? ORDER BY at"
)
_LAST_ERASED = "SELECT max(at) FROM (SELECT at FROM erased UNION ALL SELECT at FROM redacted)"


class PersonQueries:
    """Every method but `keep` reads only and may be called from any thread."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools
        self._erasures: dict[int, Erasure] = {}

    # -- what was erased

    def erased(self, school: str) -> Erasure:
        """What was erased in a school on this laptop; merging does not bring it back."""
        return self.erased_in(self._schools.number_of(school))

    def erased_in(self, sid: int) -> Erasure:
        """The same by the school's number in this store; cached."""
        while sid not in self._erasures:
            commits = self._transactions.commits
            found = self._transactions.read_consistently(lambda connection: _erasures(connection, sid))
            if self._transactions.commits == commits:
                return self._erasures.setdefault(sid, found)
        return self._erasures[sid]

    def invalidate_all(self) -> None:
        """Drop the cached erasures of every school, because the file is another one now."""
        self._erasures.clear()

    def invalidate(self, sid: int) -> None:
        """Drop the cached erasures of a school."""
        self._erasures.pop(sid, None)

    def last_erased(self) -> int:
        """The time of the latest erasure in any school (ms since 1970); 0 when there was none."""
        with self._transactions.reading() as connection:
            (found,) = connection.execute(_LAST_ERASED).fetchone()
        return found or 0

    # -- what was decided

    def decline_erasure(self, school: str, record: str, now: int) -> None:
        """Decline a colleague's request to erase a person."""
        from fosdesk.store.schema import ADD_KEPT

        sid = self._schools.number_of(school)
        with self._transactions.writing() as sql:
            asked = "SELECT 1 FROM kept WHERE school = ? AND record = ?"
            if self._transactions.connection.execute(asked, (sid, record)).fetchone() is None:
                sql.execute(ADD_KEPT, {"school": sid, "record": record, "at": now})

    def answered(self, school: str) -> frozenset[str]:
        """The people about whom a colleague's request to erase was answered here, with yes or no."""
        sid = self._schools.number_of(school)
        with self._transactions.reading() as connection:
            kept = connection.execute("SELECT record FROM kept WHERE school = ?", (sid,)).fetchall()
        return self.erased_in(sid).records | {row[0] for row in kept}

    # -- what is held

    def deleted_of(self, school: str, noun: str) -> tuple[str, ...]:
        """The ids of the deleted records of a noun, in the order of deletion."""
        sid = self._schools.number_of(school)
        with self._transactions.reading() as connection:
            found = connection.execute(_DELETED, (encode_value(GONE + noun), sid)).fetchall()
        return tuple(dict.fromkeys(row[0] for row in found))

    def values_in_record(self, school: str, record: str) -> "tuple[WrittenValue, ...]":
        """Every value ever written in one record and not erased, oldest first."""
        sid = self._schools.number_of(school)
        with self._transactions.reading() as connection:
            rows = connection.execute(_IN_RECORD, (record, sid)).fetchall()
        return tuple(_written_values(rows, _nouns(rows)))

    def all_texts(self, school: str, is_wanted: "TextFilter", pace: Pace = NO_HURRY) -> "Iterator[WrittenValue]":
        """The texts ever written and not erased for which `is_wanted` is true of their stored JSON."""
        sid = self._schools.number_of(school)

        def read(connection: sqlite3.Connection) -> tuple[list[Any], dict[str, str]]:
            rows: list[Any] = []
            nouns: dict[str, str] = {}
            for part in pace.over(row_ranges(connection, sid)):
                some = connection.execute(_ALL, part).fetchall()
                nouns |= _nouns(some)
                rows += [row for row in some if is_wanted(row[4])]
            return rows, nouns

        rows, nouns = self._transactions.read_consistently(read)
        for some in NO_HURRY.in_parts(rows, 500):
            yield from _written_values(some, nouns)

    def values_in_fields(self, school: str, places: Collection[tuple[str, str]]) -> "Iterator[WrittenValue]":
        """The values ever written in some fields, given as (noun, field), and not erased; by writer and number.

        Values written while this runs may be missing, as the rows are read in several parts.
        """
        sid = self._schools.number_of(school)
        fields = sorted({BIRTH, *(field for _, field in places)})
        wanted = f"blanked = 0 AND field IN ({','.join('?' * len(fields))})"
        query = f"SELECT {_WHAT} {FROM_RANGE} AND {wanted} ORDER BY uid, number"
        nouns: dict[str, set[str]] = {}
        found: list[Any] = []
        with self._transactions.reading() as connection:
            for part in row_ranges(connection, sid):
                rows = connection.execute(query, (*part, *fields)).fetchall()
                for row in rows:
                    if row[3] == BIRTH:
                        nouns.setdefault(row[2], set()).add(row[4].strip('"').removeprefix(GONE))
                    else:
                        found.append(row)
        naming = {noun for noun, _ in places}
        known = {record: noun for record, some in nouns.items() for noun in some & naming}
        yield from _written_values([row for row in found if (known.get(row[2], ""), row[3]) in places], known)


def _erasures(connection: sqlite3.Connection, sid: int) -> Erasure:
    records = connection.execute("SELECT record FROM erased WHERE school = ?", (sid,)).fetchall()
    changes = connection.execute(
        "SELECT uid, number FROM redacted JOIN writer ON writer.id = redacted.writer WHERE writer.school = ?", (sid,)
    ).fetchall()
    return Erasure(frozenset(row[0] for row in records), frozenset(changes))


def _nouns(rows: list[Any]) -> dict[str, str]:
    """The noun of each record, from the rows of its existence field."""
    return {row[2]: row[4].strip('"').removeprefix(GONE) for row in rows if row[3] == BIRTH}


def _written_values(rows: Sequence[Any], nouns: dict[str, str]) -> "Iterator[WrittenValue]":
    from fosdesk.domain.changes.written_value import WrittenValue

    for (uid, number, record, field, _, at, role, live), value in zip(rows, values([r[4] for r in rows]), strict=True):
        yield WrittenValue((uid, number), record, nouns.get(record, ""), field, value, at, role, bool(live))
