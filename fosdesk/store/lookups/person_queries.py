"""What is held about people, one saying after the other, and what was erased or decided about them."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.journal import written
from fosdesk.store.lookups.reading import IN_PART, parts_of, values
from fosdesk.store.schools import Schools
from fosdesk.store.transactions import Transactions

if TYPE_CHECKING:
    from fosdesk.domain.changes.written_value import Worth, WrittenValue

_WHAT = "uid, number, record, field, value, at, role, live"
_ALL = f"SELECT {_WHAT} {IN_PART} AND blanked = 0 AND value LIKE '\"_%' ORDER BY uid, number"
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
    """The questions a person may ask, and the answers that a laptop has given to its colleagues."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools
        self._erasures: dict[int, Erasure] = {}

    # -- what was erased

    def erased(self, school: str) -> Erasure:
        """What was erased in a school on this laptop; no file brings it back."""
        return self.erased_in(self._schools.number_of(school))

    def erased_in(self, sid: int) -> Erasure:
        """The same by the school's number in this file."""
        while sid not in self._erasures:
            commits = self._transactions.commits
            found = self._transactions.consistently(lambda connection: _erasures(connection, sid))
            if self._transactions.commits == commits:
                return self._erasures.setdefault(sid, found)
        return self._erasures[sid]

    def forget(self, sid: int) -> None:
        """What was erased in a school is no longer what it was."""
        self._erasures.pop(sid, None)

    def last_erased(self) -> int:
        """When something was erased last in any school (ms); 0 when nothing ever was."""
        with self._transactions.reading() as connection:
            (found,) = connection.execute(_LAST_ERASED).fetchone()
        return found or 0

    # -- what was decided

    def keep(self, school: str, record: str, now: int) -> None:
        """Answer a colleague's wish to erase somebody with no."""
        from fosdesk.store.schema import ADD_KEPT

        sid = self._schools.number_of(school)
        with self._transactions.writing() as sql:
            asked = "SELECT 1 FROM kept WHERE school = ? AND record = ?"
            if self._transactions.connection.execute(asked, (sid, record)).fetchone() is None:
                sql.execute(ADD_KEPT, {"school": sid, "record": record, "at": now})

    def answered(self, school: str) -> frozenset[str]:
        """The people whom a colleague may wish to erase, and about whom this laptop has decided."""
        sid = self._schools.number_of(school)
        with self._transactions.reading() as connection:
            kept = connection.execute("SELECT record FROM kept WHERE school = ?", (sid,)).fetchall()
        return self.erased_in(sid).records | {row[0] for row in kept}

    # -- what is held

    def deleted_of(self, school: str, noun: str) -> tuple[str, ...]:
        """The records of a noun that lie deleted, in the order in which they went."""
        sid = self._schools.number_of(school)
        with self._transactions.reading() as connection:
            found = connection.execute(_DELETED, (written(GONE + noun), sid)).fetchall()
        return tuple(dict.fromkeys(row[0] for row in found))

    def said_in(self, school: str, record: str) -> "tuple[WrittenValue, ...]":
        """What was ever said in one record, oldest first, and is not erased."""
        sid = self._schools.number_of(school)
        with self._transactions.reading() as connection:
            rows = connection.execute(_IN_RECORD, (record, sid)).fetchall()
        return tuple(_sayings(rows, _nouns(rows)))

    def all_said(self, school: str, worth: "Worth", pace: Pace = NO_HURRY) -> "Iterator[WrittenValue]":
        """The texts that were ever written, are not erased and are worth looking at."""
        sid = self._schools.number_of(school)

        def read(connection: sqlite3.Connection) -> tuple[list[Any], dict[str, str]]:
            rows: list[Any] = []
            nouns: dict[str, str] = {}
            for part in pace.over(parts_of(connection, sid)):
                some = connection.execute(_ALL, part).fetchall()
                nouns |= _nouns(some)
                rows += [row for row in some if worth(row[4])]
            return rows, nouns

        rows, nouns = self._transactions.consistently(read)
        for some in NO_HURRY.in_parts(rows, 500):
            yield from _sayings(some, nouns)

    def said_at(self, school: str, places: Collection[tuple[str, str]]) -> "Iterator[WrittenValue]":
        """What was ever written in some fields, by (noun, field), and is not erased; each writer's in its order.

        What is written meanwhile may be left out, as each part is a reading of its own.
        """
        sid = self._schools.number_of(school)
        fields = sorted({BIRTH, *(field for _, field in places)})
        wanted = f"blanked = 0 AND field IN ({','.join('?' * len(fields))})"
        query = f"SELECT {_WHAT} {IN_PART} AND {wanted} ORDER BY uid, number"
        nouns: dict[str, set[str]] = {}
        found: list[Any] = []
        with self._transactions.reading() as connection:
            for part in parts_of(connection, sid):
                rows = connection.execute(query, (*part, *fields)).fetchall()
                for row in rows:
                    if row[3] == BIRTH:
                        nouns.setdefault(row[2], set()).add(row[4].strip('"').removeprefix(GONE))
                    else:
                        found.append(row)
        naming = {noun for noun, _ in places}
        known = {record: noun for record, some in nouns.items() for noun in some & naming}
        yield from _sayings([row for row in found if (known.get(row[2], ""), row[3]) in places], known)


def _erasures(connection: sqlite3.Connection, sid: int) -> Erasure:
    records = connection.execute("SELECT record FROM erased WHERE school = ?", (sid,)).fetchall()
    changes = connection.execute(
        "SELECT uid, number FROM redacted JOIN writer ON writer.id = redacted.writer WHERE writer.school = ?", (sid,)
    ).fetchall()
    return Erasure(frozenset(row[0] for row in records), frozenset(changes))


def _nouns(rows: list[Any]) -> dict[str, str]:
    """Which noun each record is or was, from the rows that say so."""
    return {row[2]: row[4].strip('"').removeprefix(GONE) for row in rows if row[3] == BIRTH}


def _sayings(rows: Sequence[Any], nouns: dict[str, str]) -> "Iterator[WrittenValue]":
    from fosdesk.domain.changes.written_value import WrittenValue

    for (uid, number, record, field, _, at, role, live), value in zip(rows, values([r[4] for r in rows]), strict=True):
        yield WrittenValue((uid, number), record, nouns.get(record, ""), field, value, at, role, bool(live))
