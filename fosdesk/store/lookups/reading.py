"""The SELECT statements behind the queries: current state, history and the whole journal of one school."""

import gc
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec

import fosdesk.domain.records  # noqa: F401  declares the nouns
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import Change, Head, Journal, Writer
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.school import School, school_from_values
from fosdesk.pace import NO_HURRY, Pace, let_go, sorted_in_parts

ChangeKey = tuple[int, int]  # a writer's number in this file, and a number of its own

ChangeRange = tuple[int, int, int]  # a writer's number in this file, and the first and last of some changes of its own
ROWS_AT_A_TIME = (
    2_000  # that one statement goes through, so that whoever commits meanwhile waits for a few milliseconds
)

# CROSS JOIN because SQLite would rather go through all that a school has, where a few records are asked for.
_OF_RECORD = "FROM change CROSS JOIN writer ON writer.id = change.writer WHERE writer.school = ?"
FROM_RANGE = (
    "FROM writer CROSS JOIN change ON change.writer = writer.id "
    "WHERE writer.school = ? AND uid BETWEEN ? AND ? AND number BETWEEN ? AND ?"
)
_IN_ORDER = "ORDER BY uid"  # and by number, as the rows of a writer lie in the table: to sort them costs a fifth more
_HEAD = "SELECT record, field, value, lamport"
# Through the index that holds only what was blanked, so that it costs nothing where nothing was.
_BLANKED_OF_SCHOOL = (
    "SELECT change.writer, number FROM change CROSS JOIN writer ON writer.id = change.writer "
    "WHERE blanked = 1 AND writer.school = ?"
)
_BATCH = 200
_PART = 10_000
_SCALARS = msgspec.json.Decoder(list[str | int | bool | None])


class Step(NamedTuple):
    """A step: the writer's id, and the number of the step's first change."""

    writer: str
    number: int


class Version(NamedTuple):
    """The value of a field from some time (ms since 1970) on; `current` while nothing has replaced it.

    `blanked` when the value was erased.
    """

    field: str
    value: Scalar
    at: int
    role: str
    current: bool
    step: Step
    number: int = 0  # of the change, among its writer's own
    blanked: bool = False

    @property
    def change(self) -> tuple[str, int]:
        """The change's id, the same on every laptop: the writer's id and the number."""
        return self.step.writer, self.number


class RecentChange(NamedTuple):
    """The fields of a record that one step wrote, when (ms since 1970), and the role of the laptop."""

    record: str
    fields: tuple[str, ...]
    at: int
    role: str
    step: Step


class Row(NamedTuple):
    """One row of the table `change`, without the columns that only the history needs; `value` is JSON."""

    key: ChangeKey
    rank: tuple[int, str, int]
    field: str
    value: str
    replaces: tuple[ChangeKey, ...]
    live: bool
    blanked: bool = False


def values(texts: Sequence[str]) -> list[Any]:
    """Decode many JSON scalars; 10,000 in one call, because a longer call would block the GUI thread.

    msgspec.MsgspecError where one is not a scalar.
    """
    decoded: list[Any] = []
    for some in NO_HURRY.in_parts(texts, _PART):
        found = _SCALARS.decode(f"[{','.join(some)}]")
        if len(found) != len(some):
            raise msgspec.ValidationError("a text holds more than one value")
        decoded += found
    return decoded


class RowRange(NamedTuple):
    """The parameters of FROM_RANGE: writers from one id to another, and a range of their change numbers."""

    sid: int
    first_uid: str
    last_uid: str
    first: int = 1
    last: int = sys.maxsize


def single_range(sid: int) -> list[RowRange]:
    """All changes of a school as one range, for the writing connection, which blocks nobody."""
    return [RowRange(sid, "", "\U0010ffff")]


def row_ranges(connection: sqlite3.Connection, sid: int, size: int = ROWS_AT_A_TIME) -> list[RowRange]:
    """All changes of a school in ranges of at most `size` rows.

    Writers come in the order of their ids, which is the same on every laptop, and each one's changes in order.
    """
    writers = connection.execute(
        "SELECT uid, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE school = ? "
        "ORDER BY uid",
        (sid,),
    ).fetchall()
    parts: list[RowRange] = []
    room = 0
    for uid, top in writers:
        if not top:
            continue
        if top > size:
            parts += [RowRange(sid, uid, uid, first, first + size - 1) for first in range(1, top + 1, size)]
            room = 0
        elif top <= room:
            parts[-1] = parts[-1]._replace(last_uid=uid)
            room -= top
        else:
            parts.append(RowRange(sid, uid, uid))
            room = size - top
    return parts


def live_rows(connection: sqlite3.Connection, sid: int, parts: Sequence[RowRange], pace: Pace = NO_HURRY) -> list[Any]:
    """The live rows of a school for `school_from_rows`, read range by range."""
    rows: list[Any] = []
    for part in pace.over(parts):
        rows += connection.execute(f"{_HEAD} {FROM_RANGE} AND live = 1 {_IN_ORDER}", part).fetchall()
    return _without_erased(connection, sid, rows)


def school_from_rows(school: str, rows: list[Any]) -> School:
    """The School made of `live_rows`; the list is emptied."""
    # In the journal's own order, which the last of several values is shown by.
    rows[:] = sorted_in_parts(rows, itemgetter(3))
    return school_from_values(school, chain.from_iterable(_decoded_values(rows)))


def snapshot_of(connection: sqlite3.Connection, sid: int, school: str, records: Iterable[str]) -> School:
    """The current state of some records only."""
    rows: list[Any] = []
    for some in _batches(records):
        marks = ",".join("?" * len(some))
        rows += connection.execute(
            f"{_HEAD} {_OF_RECORD} AND live = 1 AND record IN ({marks}) ORDER BY uid, number", (sid, *some)
        ).fetchall()
    return school_from_rows(school, _without_erased(connection, sid, rows))


def _without_erased(connection: sqlite3.Connection, sid: int, rows: list[Any]) -> list[Any]:
    """Leave out the rows of erased records: a restored backup may hold them without values."""
    erased = {row[0] for row in connection.execute("SELECT record FROM erased WHERE school = ?", (sid,))}
    return [row for row in rows if row[0] not in erased] if erased else rows


def heads_of(connection: sqlite3.Connection, sid: int, records: Iterable[str]) -> list[Head]:
    """The current values of some records, with who wrote each."""
    found = []
    for some in _batches(records):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            f"SELECT record, field, value, lamport, uid, number {_OF_RECORD} AND live = 1 AND record IN ({marks})",
            (sid, *some),
        ).fetchall()
        for (record, field, _, *rank), value in zip(rows, values([row[2] for row in rows]), strict=True):
            found.append(Head(record, field, value, (rank[0], rank[1], rank[2])))
    return found


def version_vector(connection: sqlite3.Connection, sid: int) -> dict[str, int]:
    """The number of changes here by each writer, by the writer's id."""
    rows = connection.execute(
        "SELECT uid, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE school = ?", (sid,)
    )
    return {uid: top or 0 for uid, top in rows}


def _decoded_values(rows: list[Any]) -> Iterator[Iterable[tuple[str, str, Scalar]]]:
    """(record, field, value) of each row, some thousand at a time; rows are removed from the list once read."""
    rows.reverse()
    while rows:
        some = rows[: -_PART - 1 : -1]
        del rows[-_PART:]
        records, fields, texts, _ = zip(*some, strict=True)
        yield zip(records, fields, values(texts), strict=True)


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Pause cyclic garbage collection while many values are built that are all kept; it would double the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def rows_of(connection: sqlite3.Connection, sid: int, records: Iterable[str], *, live: bool) -> dict[str, list[Row]]:
    """The live rows, or all rows, of some records, by record."""
    found: dict[str, list[Row]] = {}
    only = "AND live = 1" if live else ""
    for some in _batches(records):
        found.update((record, []) for record in some)
        marks = ",".join("?" * len(some))
        for writer, number, lamport, uid, record, field, value, replaces, alive, blanked in connection.execute(
            "SELECT change.writer, number, lamport, uid, record, field, value, replaces, live, blanked "
            f"{_OF_RECORD} AND record IN ({marks}) {only}",
            (sid, *some),
        ).fetchall():
            rank = lamport, uid, number
            row = Row((writer, number), rank, field, value, decode_replaces(replaces), bool(alive), bool(blanked))
            found[record].append(row)
    return found


def changes_of_step(connection: sqlite3.Connection, step: ChangeKey, most: int = sys.maxsize) -> list[tuple[int, str]]:
    """The number and record of each change of a step, or of the first `most`."""
    writer, first = step
    found: list[tuple[int, str]] = []
    while len(found) < most:
        some = connection.execute(
            "SELECT number, record FROM change WHERE writer = ? AND number >= ? AND step = ? ORDER BY number LIMIT ?",
            (writer, found[-1][0] + 1 if found else first, first, min(most - len(found), ROWS_AT_A_TIME)),
        ).fetchall()
        found += some
        if len(some) < ROWS_AT_A_TIME:
            break
    return found


def decode_replaces(text: str) -> tuple[ChangeKey, ...]:
    """The keys in a `replaces` column."""
    return () if text == "[]" else _PAIRS.decode(text)


_PAIRS = msgspec.json.Decoder(tuple[tuple[int, int], ...])


def _batches(records: Iterable[str]) -> Iterator[list[str]]:
    wanted = list(dict.fromkeys(records))
    for start in range(0, len(wanted), _BATCH):
        yield wanted[start : start + _BATCH]


# -- history


def history(connection: sqlite3.Connection, sid: int, record: str, field: str | None) -> tuple[Version, ...]:
    """The earlier and current values of a record, or of one field of it; newest first."""
    only, wanted = ("", (sid, record)) if field is None else (" AND field = ?", (sid, record, field))
    rows = connection.execute(
        f"SELECT field, value, at, role, live, uid, step, number, blanked {_OF_RECORD} AND record = ?{only} "
        "ORDER BY lamport DESC, uid DESC, number DESC",
        wanted,
    ).fetchall()
    said = values([row[1] for row in rows])
    return tuple(
        Version(name, value, at, role, bool(live), Step(uid, step), number, bool(blanked))
        for (name, _, at, role, live, uid, step, number, blanked), value in zip(rows, said, strict=True)
    )


def recent(connection: sqlite3.Connection, sid: int, limit: int) -> tuple[RecentChange, ...]:
    """The last `limit` records that were written, newest step first."""
    # Each writer's last change is its latest, so the latest acts are among those of as many writers.
    writers = connection.execute(
        "SELECT id, uid, role, last FROM (SELECT id, uid, role, "
        "(SELECT lamport FROM change WHERE writer = writer.id ORDER BY number DESC LIMIT 1) AS last "
        "FROM writer WHERE school = ?) ORDER BY last DESC, uid DESC LIMIT ?",
        (sid, limit),
    ).fetchall()
    latest: dict[tuple[int, int, str], tuple[int, str, int, str, int]] = {}
    for writer, uid, role, last in writers:
        if len(latest) >= limit and last is not None and last < sorted(row[0] for row in latest.values())[-limit]:
            break  # neither this writer nor any that is left has written anything so late
        latest |= _latest_of(connection, writer, uid, role, limit)
    wanted = sorted(latest.items(), key=itemgetter(1), reverse=True)[:limit]
    found = []
    for (writer, step, record), (_, uid, _, role, at) in wanted:
        # With the plus, through the record and not through all that a wide step has written.
        fields = connection.execute(
            "SELECT field FROM change WHERE record = ? AND +writer = ? AND step = ? ORDER BY number",
            (record, writer, step),
        )
        found.append(RecentChange(record, tuple(dict.fromkeys(row[0] for row in fields)), at, role, Step(uid, step)))
    return tuple(found)


def _latest_of(
    connection: sqlite3.Connection, writer: int, uid: str, role: str, limit: int
) -> dict[tuple[int, int, str], tuple[int, str, int, str, int]]:
    """The last records that one writer wrote, by writer, step and record."""
    rows = connection.execute(
        "SELECT step, record, lamport, number, at FROM change WHERE writer = ? ORDER BY number DESC", (writer,)
    )
    found: dict[tuple[int, int, str], tuple[int, str, int, str, int]] = {}
    for step, record, lamport, number, at in rows:
        key = writer, step, record
        if key not in found:
            if len(found) == limit:
                break
            found[key] = lamport, uid, number, role, at
    rows.close()
    return found


# -- everything


class JournalRows(NamedTuple):
    """All rows of a school: its writers in the order of their ids, its changes, which are blanked, and its name."""

    writers: list[tuple[int, str, str, str, int]]
    rows: list[Any]
    blanked: list[ChangeKey]
    name: str


def journal_rows(
    connection: sqlite3.Connection, sid: int, school: str, parts: Sequence[RowRange], pace: Pace = NO_HURRY
) -> JournalRows:
    """The rows that `journal` needs, read range by range."""
    writers = connection.execute(
        "SELECT id, uid, role, app, opened FROM writer WHERE school = ? ORDER BY uid", (sid,)
    ).fetchall()
    asked = f"SELECT change.writer, number, lamport, at, step, record, field, value, replaces {FROM_RANGE}"
    rows: list[Any] = []
    for part in pace.over(parts):
        rows += connection.execute(f"{asked} {_IN_ORDER}", part).fetchall()
    blanked = connection.execute(_BLANKED_OF_SCHOOL, (sid,)).fetchall()
    name = snapshot_of(connection, sid, school, [PROFILE_ID]).profile.name
    return JournalRows(writers, rows, blanked, name)


def journal(school: str, found: JournalRows) -> Journal:
    """The Journal made of its rows, in Lamport order; `found.rows` is emptied."""
    writers, _, blanked, name = found
    place = {row[0]: index for index, row in enumerate(writers)}
    rows = sorted_in_parts(found.rows, itemgetter(2))
    found.rows.clear()
    said = values([row[7] for row in rows])
    changes = tuple(
        Change(place[w], n, lamport, at, step, record, field, value, _renumbered(replaces, place))
        for (w, n, lamport, at, step, record, field, _, replaces), value in zip(rows, said, strict=True)
    )
    let_go(rows, said)
    blanked_keys = frozenset((place[w], n) for w, n in blanked)
    return Journal(school, name, tuple(Writer(*row[1:]) for row in writers), changes, blanked_keys)


def _renumbered(replaces: str, place: dict[int, int]) -> tuple[ChangeKey, ...]:
    if replaces == "[]":
        return ()
    found = _PAIRS.decode(replaces)
    if len(found) == 1:
        return ((place[found[0][0]], found[0][1]),)
    return tuple(sorted((place[w], n) for w, n in found))
