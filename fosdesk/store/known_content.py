"""What this opening knows of the store: enough to notice that its file was changed by others, and to rebuild it."""

import sqlite3
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.pace import sorted_in_parts

GlobalKey = tuple[str, int]  # a writer's id and a number of its own: the same on every laptop
# The columns of a change in which `StepWriter` hands them over.
ChangeColumns = tuple[int, int, int, int, int, str, str, str, str]

# The newest of a writer by the order of the key: a tenth less than max(), which every opening waits for.
_TOPS = (
    "SELECT id, uid, school, role, app, opened, "
    "(SELECT number FROM change WHERE writer = writer.id ORDER BY number DESC LIMIT 1) FROM writer"
)
_MOST = 20_000  # changes of a step that are kept in memory; what a wider one wrote is in the snapshot


class GlobalChange(NamedTuple):
    """A change identified by its writer's id and number, and its links in the same way."""

    key: GlobalKey
    order: int
    at: int
    step: int
    record: str
    field: str
    value: Any
    replaces: tuple[GlobalKey, ...]
    blanked: bool  # its value was erased, and is not to be missed

    def stripped(self, erasure: Erasure) -> "GlobalChange":
        """The same, without its value where that is erased."""
        if erasure.covers(self.record, self.field, self.value) or self.key in erasure.changes:
            return self._replace(value=None, blanked=True)
        return self


class SchoolChanges(NamedTuple):
    """What is known of one school: whether it is one's own, its writers and its changes."""

    own: bool
    writers: dict[str, Writer]
    rows: dict[GlobalKey, GlobalChange]
    tops: dict[str, int]  # how many changes each writer is known to have made


def by_global_key(journal: Journal) -> dict[GlobalKey, GlobalChange]:
    """The changes of a journal by writer id and number."""
    uids = [writer.uid for writer in journal.writers]
    found = {}
    for c in journal.changes:
        key = uids[c.writer], c.number
        seen = tuple((uids[w], n) for w, n in c.replaces)
        blanked = (c.writer, c.number) in journal.blanked
        found[key] = GlobalChange(key, c.order, c.at, c.step, c.record, c.field, c.value, seen, blanked)
    return found


def journal_of(school: str, writers: Mapping[str, Writer], rows: Iterable[GlobalChange]) -> Journal:
    """The journal of changes that are complete, in Lamport order; only writers with changes are in it."""
    rows = list(rows)
    uids = sorted({row.key[0] for row in rows})
    place = {uid: index for index, uid in enumerate(uids)}
    changes = [
        Change(
            place[row.key[0]],
            row.key[1],
            row.order,
            row.at,
            row.step,
            row.record,
            row.field,
            row.value,
            tuple(sorted((place[uid], n) for uid, n in row.replaces)),
        )
        for row in rows
    ]
    changes = sorted_in_parts(changes, attrgetter("order"), attrgetter("order", "writer", "number"))
    blanked = frozenset((place[row.key[0]], row.key[1]) for row in rows if row.blanked)
    return Journal(school, "", tuple(writers[uid] for uid in uids), tuple(changes), blanked)


class KnownContent:
    """How many changes each writer has, what was erased, and what this opening wrote, as last seen in the file."""

    def __init__(self) -> None:
        self.tops: dict[str, int] = {}
        self.erasures: dict[str, Erasure] = {}
        self.own_schools: dict[str, bool] = {}  # school id -> own
        self._schools: dict[int, str] = {}
        self._known_writers: dict[int, tuple[str, Writer]] = {}  # also those that are gone: a step may still name them
        self._read_writers: list[tuple[int, str, int, str, str, int, int | None]] = []  # rows of _TOPS, not in it yet
        self._written: list[tuple[str, list[ChangeColumns]]] = []  # (school id, changes with numbers of this file)
        self._kept: dict[str, SchoolChanges] = {}  # the same, once the numbers in the file may mean others
        self._files = 0  # how often another file has taken the place of the one before

    def read(self, connection: sqlite3.Connection) -> None:
        """Take over what the file says now, after a transaction of our own or when it is opened."""
        schools = connection.execute("SELECT id, school, own FROM school").fetchall()
        writers = connection.execute(_TOPS).fetchall()
        _ = self._writers  # of the schools as they were
        self._read_writers = writers
        self._schools = {sid: school for sid, school, _ in schools}
        self.own_schools = {school: own == 1 for _, school, own in schools}
        self.tops = {row[1]: row[-1] for row in writers if row[-1]}
        self.erasures = _erasures(connection, self._schools)

    @property
    def _writers(self) -> dict[int, tuple[str, Writer]]:
        """School id and writer by the number in the file; made when first asked for, as the start needs none."""
        for number, uid, sid, role, app, opened, _ in self._read_writers:
            self._known_writers[number] = self._schools.get(sid, ""), Writer(uid, role, app, opened)
        self._read_writers = []
        return self._known_writers

    def add_step(self, sid: int, writer: Writer, rows: list[ChangeColumns]) -> None:
        """Note a step that was committed; its changes are of one writer, in the order of their numbers."""
        own, top = rows[-1][0], rows[-1][1]
        school = self._schools[sid]
        self._writers[own] = school, writer
        self.tops[writer.uid] = top
        if len(rows) <= _MOST:
            self._written.append((school, rows))

    def mark(self) -> tuple[int, int]:
        """What is noted now, for `forget_saved`."""
        return self._files, len(self._written)

    def forget_saved(self, mark: tuple[int, int]) -> None:
        """Drop the changes that were noted before `mark`, because a verified backup holds them."""
        files, steps = mark
        if files == self._files:
            self._kept = {}
            del self._written[:steps]

    def is_complete_in(self, connection: sqlite3.Connection) -> bool:
        """Whether a file holds all changes that are known here. sqlite3.Error when it cannot be read."""
        return not self.missing(_tops(connection))

    def is_equal_in(self, connection: sqlite3.Connection) -> bool:
        """Whether a file holds all changes that are known here and no others."""
        return _tops(connection) == self.tops

    def missing(self, tops: Mapping[str, int]) -> int:
        """How many of the known changes are not among those that each writer has in `tops`."""
        return sum(max(top - tops.get(uid, 0), 0) for uid, top in self.tops.items())

    def tops_of(self, school: str) -> dict[str, int]:
        """How many changes of a school each of its writers is known to have made."""
        found = {writer.uid for of_school, writer in self._writers.values() if of_school == school}
        return {uid: top for uid, top in self.tops.items() if uid in found}

    def missing_of(self, school: str, other: "KnownContent") -> int:
        """How many changes of a school are known to `other` and not here."""
        return sum(max(top - self.tops.get(uid, 0), 0) for uid, top in other.tops_of(school).items())

    def has(self, key: GlobalKey) -> bool:
        """Whether a change is known."""
        return key[1] <= self.tops.get(key[0], 0)

    def has_all_in(self, connection: sqlite3.Connection) -> bool:
        """Whether all changes in a file are known. sqlite3.Error when it cannot be read."""
        return all(self.has(key) for key in _tops(connection).items())

    def unite(self, newer: "KnownContent") -> None:
        """Know what is in `newer` as well, and as belonging together the schools that are there."""
        tops = dict(newer.tops)
        for school in newer.own_schools:
            for uid, top in self.tops_of(school).items():
                tops[uid] = max(top, tops.get(uid, 0))
        for school, erasure in newer.erasures.items():
            here = self.erasures.get(school, Erasure())
            self.erasures[school] = Erasure(here.records | erasure.records, here.changes | erasure.changes)
        self.tops, self.own_schools = tops, dict(newer.own_schools)

    def written(self) -> dict[str, SchoolChanges]:
        """What this opening wrote, by school id, in a form that holds in any file."""
        uids = {own: writer.uid for own, (_, writer) in self._writers.items()}
        for school, rows in self._written:
            known = self._kept.setdefault(school, SchoolChanges(self.own_schools.get(school, True), {}, {}, {}))
            for row in rows:
                _, writer = self._writers[row[0]]
                change = _global(row, uids)
                known.writers[writer.uid] = writer
                known.rows[change.key] = change
                known.tops[writer.uid] = max(known.tops.get(writer.uid, 0), change.key[1])
        self._written.clear()
        return self._kept

    def forget_numbers(self) -> None:
        """Go on with another file, in which the numbers of writers and schools may mean others."""
        self.written()
        self._writers.clear()
        self._files += 1


def _tops(connection: sqlite3.Connection) -> dict[str, int]:
    return {row[1]: row[-1] for row in connection.execute(_TOPS).fetchall() if row[-1]}


def _global(row: ChangeColumns, uids: Mapping[int, str]) -> GlobalChange:
    own, number, order, at, step, record, field, value, replaces = row
    seen = tuple((uids[writer], earlier) for writer, earlier in msgspec.json.decode(replaces))
    return GlobalChange((uids[own], number), order, at, step, record, field, msgspec.json.decode(value), seen, False)


def _erasures(connection: sqlite3.Connection, schools: Mapping[int, str]) -> dict[str, Erasure]:
    records: dict[int, set[str]] = {}
    changes: dict[int, set[GlobalKey]] = {}
    for sid, record in connection.execute("SELECT school, record FROM erased").fetchall():
        records.setdefault(sid, set()).add(record)
    asked = "SELECT school, uid, number FROM redacted JOIN writer ON writer.id = redacted.writer"
    for sid, uid, number in connection.execute(asked).fetchall():
        changes.setdefault(sid, set()).add((uid, number))
    return {
        schools[sid]: Erasure(frozenset(records.get(sid, ())), frozenset(changes.get(sid, ())))
        for sid in {*records, *changes}
        if sid in schools
    }
