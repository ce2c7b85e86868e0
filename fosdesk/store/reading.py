"""What the journal says: the current picture, what was said before, and everything, for a school file."""

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
from fosdesk.domain.school import School, school_of
from fosdesk.pace import NO_HURRY, Pace

ChangeKey = tuple[int, int]  # a writer's number in this file, and a number of its own

Span = tuple[int, int, int]  # a writer's number in this file, and the first and last of some changes of its own
ROWS_AT_A_TIME = (
    2_000  # that one statement goes through, so that whoever commits meanwhile waits for a few milliseconds
)

# CROSS JOIN because SQLite would rather go through all that a school has, where a few records are asked for.
_OF_RECORD = "FROM change CROSS JOIN writer ON writer.id = change.writer WHERE writer.school = ?"
IN_PART = (
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


class Step(NamedTuple):
    """One act of one opening: the writer's id, and the number of the act's first change."""

    writer: str
    number: int


class Version(NamedTuple):
    """What a field of a record said from some moment on; `current` while nothing has replaced it.

    Where it is `blanked`, what was said is erased.
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
        """The change by its worldwide name."""
        return self.step.writer, self.number


class RecentChange(NamedTuple):
    """Which fields of a record one act wrote, when, and from which role's laptop."""

    record: str
    fields: tuple[str, ...]
    at: int
    role: str
    step: Step


class Row(NamedTuple):
    """One change as it lies in the file, without what only a reader of history needs."""

    key: ChangeKey
    rank: tuple[int, str, int]
    field: str
    value: str
    replaces: tuple[ChangeKey, ...]
    live: bool
    blanked: bool = False


def values(texts: Sequence[str]) -> list[Any]:
    """Many JSON scalars at once; some thousand in one call, because a longer one would keep the screen waiting."""
    decoded: list[Any] = []
    for some in NO_HURRY.in_parts(texts, _PART):
        decoded += msgspec.json.decode(f"[{','.join(some)}]")
    return decoded


class Part(NamedTuple):
    """Some changes of a school, for a question with `IN_PART`: of whom, from one id to another, and which numbers."""

    sid: int
    first_uid: str
    last_uid: str
    first: int = 1
    last: int = sys.maxsize


def all_at_once(sid: int) -> list[Part]:
    """All changes of a school as one part, for the connection that writes, which keeps nobody waiting."""
    return [Part(sid, "", "\U0010ffff")]


def parts_of(connection: sqlite3.Connection, sid: int, size: int = ROWS_AT_A_TIME) -> list[Part]:
    """All changes of a school in parts of at most `size`.

    The writers come in the order of their ids, which is the same on every laptop, each one's changes in order.
    """
    writers = connection.execute(
        "SELECT uid, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE school = ? "
        "ORDER BY uid",
        (sid,),
    ).fetchall()
    parts: list[Part] = []
    room = 0
    for uid, top in writers:
        if not top:
            continue
        if top > size:
            parts += [Part(sid, uid, uid, first, first + size - 1) for first in range(1, top + 1, size)]
            room = 0
        elif top <= room:
            parts[-1] = parts[-1]._replace(last_uid=uid)
            room -= top
        else:
            parts.append(Part(sid, uid, uid))
            room = size - top
    return parts


def live_rows(connection: sqlite3.Connection, sid: int, parts: Sequence[Part], pace: Pace = NO_HURRY) -> list[Any]:
    """What `picture` makes a school of, a part at a time."""
    rows: list[Any] = []
    for part in pace.over(parts):
        rows += connection.execute(f"{_HEAD} {IN_PART} AND live = 1 {_IN_ORDER}", part).fetchall()
    return _without_erased(connection, sid, rows)


def picture(school: str, rows: list[Any]) -> School:
    """A school of its `live_rows`; they are used up."""
    rows.sort(key=itemgetter(3))  # and so in the journal's own order, which the last of several values is shown by
    return school_of(school, chain.from_iterable(_said(rows)))


def snapshot_of(connection: sqlite3.Connection, sid: int, school: str, records: Iterable[str]) -> School:
    """The same for some records only."""
    rows: list[Any] = []
    for some in _batches(records):
        marks = ",".join("?" * len(some))
        rows += connection.execute(
            f"{_HEAD} {_OF_RECORD} AND live = 1 AND record IN ({marks}) ORDER BY uid, number", (sid, *some)
        ).fetchall()
    return picture(school, _without_erased(connection, sid, rows))


def _without_erased(connection: sqlite3.Connection, sid: int, rows: list[Any]) -> list[Any]:
    """A restored backup may hold the empty shell of a record that was erased."""
    erased = {row[0] for row in connection.execute("SELECT record FROM erased WHERE school = ?", (sid,))}
    return [row for row in rows if row[0] not in erased] if erased else rows


def heads_of(connection: sqlite3.Connection, sid: int, records: Iterable[str]) -> list[Head]:
    """What stands in some records, with who wrote it."""
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


def known(connection: sqlite3.Connection, sid: int) -> dict[str, int]:
    """Each writer of a school by its id, and how many of its changes are here."""
    rows = connection.execute(
        "SELECT uid, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE school = ?", (sid,)
    )
    return {uid: top or 0 for uid, top in rows}


def _said(rows: list[Any]) -> Iterator[Iterable[tuple[str, str, Scalar]]]:
    """Record, field and value of each row, some thousand at a time; a row is let go of once it is read."""
    rows.reverse()
    while rows:
        some = rows[: -_PART - 1 : -1]
        del rows[-_PART:]
        records, fields, texts, _ = zip(*some, strict=True)
        yield zip(records, fields, values(texts), strict=True)


@contextmanager
def no_sweeping() -> Iterator[None]:
    """Many values are made at once and all of them are kept: looking for rubbish meanwhile costs as much again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def rows_of(connection: sqlite3.Connection, sid: int, records: Iterable[str], *, live: bool) -> dict[str, list[Row]]:
    """What is live in some records, or everything ever written in them."""
    found: dict[str, list[Row]] = {}
    only = "AND live = 1" if live else ""
    for some in _batches(records):
        found.update((record, []) for record in some)
        marks = ",".join("?" * len(some))
        for writer, number, lamport, uid, record, field, value, replaces, alive, blanked in connection.execute(
            "SELECT change.writer, number, lamport, uid, record, field, value, replaces, live, blanked "
            f"{_OF_RECORD} AND record IN ({marks}) {only}",
            (sid, *some),
        ):
            rank = lamport, uid, number
            row = Row((writer, number), rank, field, value, pairs(replaces), bool(alive), bool(blanked))
            found[record].append(row)
    return found


def of_step(connection: sqlite3.Connection, step: ChangeKey, most: int = sys.maxsize) -> list[tuple[int, str]]:
    """The number and the record of each change of a step, or of the first of them."""
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


def pairs(text: str) -> tuple[ChangeKey, ...]:
    """The changes that a change replaces, as they lie in the file."""
    return () if text == "[]" else _PAIRS.decode(text)


_PAIRS = msgspec.json.Decoder(tuple[tuple[int, int], ...])


def _batches(records: Iterable[str]) -> Iterator[list[str]]:
    wanted = list(dict.fromkeys(records))
    for start in range(0, len(wanted), _BATCH):
        yield wanted[start : start + _BATCH]


# -- history


def history(connection: sqlite3.Connection, sid: int, record: str, field: str | None) -> tuple[Version, ...]:
    """What a record, or one field of it, said before; newest first."""
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
    """The last records that were written, newest act first."""
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
    """The last records that one writer wrote, by writer and step: in which order, and when."""
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


class Everything(NamedTuple):
    """All rows of a school: its writers in the order of their ids, its changes, what is blanked, and its name."""

    writers: list[tuple[int, str, str, str, int]]
    rows: list[Any]
    blanked: list[ChangeKey]
    name: str


def everything(
    connection: sqlite3.Connection, sid: int, school: str, parts: Sequence[Part], pace: Pace = NO_HURRY
) -> Everything:
    """What `journal` puts together, read a part at a time."""
    writers = connection.execute(
        "SELECT id, uid, role, app, opened FROM writer WHERE school = ? ORDER BY uid", (sid,)
    ).fetchall()
    asked = f"SELECT change.writer, number, lamport, at, step, record, field, value, replaces {IN_PART}"
    rows: list[Any] = []
    for part in pace.over(parts):
        rows += connection.execute(f"{asked} {_IN_ORDER}", part).fetchall()
    blanked = connection.execute(_BLANKED_OF_SCHOOL, (sid,)).fetchall()
    name = snapshot_of(connection, sid, school, [PROFILE_ID]).profile.name
    return Everything(writers, rows, blanked, name)


def journal(school: str, found: Everything) -> Journal:
    """All that was ever written in a school, in the journal's own order; the rows are used up."""
    writers, rows, blanked, name = found
    place = {row[0]: index for index, row in enumerate(writers)}
    rows.sort(key=itemgetter(2))
    said = values([row[7] for row in rows])
    changes = tuple(
        Change(place[w], n, lamport, at, step, record, field, value, _placed(replaces, place))
        for (w, n, lamport, at, step, record, field, _, replaces), value in zip(rows, said, strict=True)
    )
    hollow = frozenset((place[w], n) for w, n in blanked)
    return Journal(school, name, tuple(Writer(*row[1:]) for row in writers), changes, hollow)


def _placed(replaces: str, place: dict[int, int]) -> tuple[ChangeKey, ...]:
    if replaces == "[]":
        return ()
    found = _PAIRS.decode(replaces)
    if len(found) == 1:
        return ((place[found[0][0]], found[0][1]),)
    return tuple(sorted((place[w], n) for w, n in found))
