"""Taking in a journal: the union of what is there and what comes, or a sentence and nothing changed."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from fosdesk.domain.journal import Journal, Writer
from fosdesk.errors import FosdeskError
from fosdesk.store.journal import checksum, pairs_text
from fosdesk.store.reading import ChangeKey

if TYPE_CHECKING:
    from sqlalchemy import Connection

_INSERT = "INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
_KNOWN = "SELECT number, lamport, at, step, record, field, value, replaces FROM change WHERE writer = ?"
_HOLLOW = "SELECT writer, number FROM change WHERE blanked = 1"
_FILL = "UPDATE change SET value = ?, blanked = 0, checksum = ? WHERE writer = ? AND number = ?"
_VALUE = 5  # its place among the parts of a change


def merge(sql: "Connection", raw: sqlite3.Connection, sid: int, journal: Journal) -> int:
    """Write what is new of a whole journal, within a transaction of the caller's; how many changes that is.

    A value that one side has and the other has blanked is kept or filled in: no file takes anything away, and what was
    erased here on purpose has been left out of the journal before.
    """
    ids, old_writers = _writers(sql, raw, sid, journal)
    known = {(own, row[0]): row[1:] for own in old_writers for row in raw.execute(_KNOWN, (own,))}
    hollow = set(raw.execute(_HOLLOW)) & known.keys()
    blank = journal.blanked
    filled = []
    encode = msgspec.json.Encoder().encode
    rows = []
    replaced: set[ChangeKey] = set()
    for change in journal.changes:
        own, number = ids[change.writer], change.number
        there = [(ids[w], n) for w, n in change.replaces]
        parts = (
            change.order,
            change.at,
            change.step,
            change.record,
            change.field,
            encode(change.value).decode(),
            pairs_text(there),
        )
        old = known.get((own, number))
        if old is None:
            replaced.update(there)
            rows.append((own, number, *parts, (change.writer, number) in blank, checksum(own, number, *parts)))
        elif (own, number) in hollow or (change.writer, number) in blank:
            if _without_value(old) != _without_value(parts):
                raise _contradiction()
            if (change.writer, number) not in blank:
                filled.append((parts[_VALUE], checksum(own, number, *parts), own, number))
        elif old != parts:
            raise _contradiction()
    if filled:
        sql.exec_driver_sql(_FILL, filled)
    if rows:
        sql.exec_driver_sql(_INSERT, [(*row[:9], (row[0], row[1]) not in replaced, *row[9:]) for row in rows])
        outside = replaced & known.keys()
        if outside:
            sql.exec_driver_sql("UPDATE change SET live = 0 WHERE writer = ? AND number = ?", list(outside))
    return len(rows)


def _without_value(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    return parts[:_VALUE] + parts[_VALUE + 1 :]


def _writers(sql: "Connection", raw: sqlite3.Connection, sid: int, journal: Journal) -> tuple[list[int], list[int]]:
    """The numbers that the journal's writers have in this file, new ones being added; and those that were there."""
    from fosdesk.store.schema import ADD_WRITER

    known = dict(_known_writers(raw))
    old = [known[w.uid][0] for w in journal.writers if w.uid in known]
    new = [w for w in journal.writers if w.uid not in known]
    if new:
        sql.execute(
            ADD_WRITER,
            [{"uid": w.uid, "school": sid, "role": w.role, "app": w.app, "opened": w.opened} for w in new],
        )
        known = dict(_known_writers(raw))
    ids = []
    for writer in journal.writers:
        own, school, there = known[writer.uid]
        if school != sid:
            raise FosdeskError(
                "This file claims changes that belong to another school, so nothing was taken in; "
                "ask for a new copy of it."
            )
        if there != writer:
            raise _contradiction()
        ids.append(own)
    return ids, old


def _known_writers(raw: sqlite3.Connection) -> Iterator[tuple[str, tuple[int, int, Writer]]]:
    for own, school, *writer in raw.execute("SELECT id, school, uid, role, app, opened FROM writer"):
        yield writer[0], (own, school, Writer(*writer))


def _contradiction() -> FosdeskError:
    return FosdeskError(
        "This file says something else than your school about a change that both have, so nothing was taken in; "
        "ask for a new copy of it."
    )
