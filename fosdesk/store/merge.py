"""Merges a journal into the store: the set union of changes, or FosdeskError and nothing written."""

import sqlite3
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.step_draft import checksum, encode_replaces
from fosdesk.store.writer_numbers import new_writer_numbers

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PART = 5_000  # rows that are written in one call
_KNOWN = "SELECT number, lamport, at, step, record, field, value, replaces FROM change WHERE writer = ?"
_BLANKED = "SELECT writer, number FROM change WHERE blanked = 1"
_VALUE = 5  # its place among the parts of a change


def merge(sql: "Connection", raw: sqlite3.Connection, sid: int, journal: Journal, pace: Pace = NO_HURRY) -> int:
    """Write the new changes of a checked journal within the caller's transaction; returns how many were new.

    A value that only one side has erased is kept, or filled in: no file removes values, and what was erased here on
    purpose was stripped from the journal before. FosdeskError when both sides hold different content for the same
    change.
    """
    from fosdesk.store.schema import ADD_CHANGES, FILL, REPLACE

    ids, old_writers = _writers(sql, raw, sid, journal)
    known = {(own, row[0]): row[1:] for own in old_writers for row in raw.execute(_KNOWN, (own,))}
    blanked_here = set(raw.execute(_BLANKED)) & known.keys()
    blank = journal.blanked
    filled = []
    encode = msgspec.json.Encoder().encode
    replaced = {
        (ids[writer], number)
        for change in journal.changes
        if (ids[change.writer], change.number) not in known
        for writer, number in change.replaces
    }
    added = 0
    for some in pace.in_parts(_in_rows(journal, ids), _PART):
        rows = []
        for change in some:
            own, number = ids[change.writer], change.number
            parts = (
                change.order,
                change.at,
                change.step,
                change.record,
                change.field,
                encode(change.value).decode(),
                encode_replaces((ids[w], n) for w, n in change.replaces) if change.replaces else "[]",
            )
            old = known.get((own, number))
            is_blank = (change.writer, number) in blank
            if old is None:
                live = (own, number) not in replaced
                rows.append((own, number, *parts, live, is_blank, checksum(own, number, *parts)))
            elif is_blank or (own, number) in blanked_here:
                if _without_value(old) != _without_value(parts):
                    raise _contradiction()
                if not is_blank:
                    total = checksum(own, number, *parts)
                    filled.append({"of_writer": own, "of_number": number, "to": parts[_VALUE], "sum": total})
            elif old != parts:
                raise _contradiction()
        if rows:
            sql.exec_driver_sql(ADD_CHANGES, rows)
            added += len(rows)
    if filled:
        sql.execute(FILL, filled)
    outside = replaced & known.keys()
    if outside:
        sql.execute(REPLACE, [{"of_writer": writer, "of_number": number} for writer, number in outside])
    while known:  # one by one: all in one stroke would keep the screen waiting
        known.popitem()
    return added


def _in_rows(journal: Journal, ids: Sequence[int]) -> list[Change]:
    """The changes in the order of the table's primary key, so that inserts are sequential."""
    of_writer: dict[int, list[Change]] = {own: [] for own in sorted(ids)}
    for change in journal.changes:
        of_writer[ids[change.writer]].append(change)
    ordered = []
    for some in of_writer.values():
        some.sort(key=attrgetter("number"))
        ordered += some
    return ordered


def _without_value(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    return parts[:_VALUE] + parts[_VALUE + 1 :]


def _writers(sql: "Connection", raw: sqlite3.Connection, sid: int, journal: Journal) -> tuple[list[int], list[int]]:
    """The numbers of the journal's writers in this store (new ones are added), and those that were here before."""
    known = dict(_known_writers(raw))
    old = [known[w.uid][0] for w in journal.writers if w.uid in known]
    new = [w for w in journal.writers if w.uid not in known]
    if new:
        from fosdesk.store.schema import ADD_WRITER

        numbers = new_writer_numbers(sql, raw, len(new))
        rows = [
            {"id": own, "uid": w.uid, "school": sid, "role": w.role, "app": w.app, "opened": w.opened}
            for own, w in zip(numbers, new, strict=True)
        ]
        sql.execute(ADD_WRITER, rows)
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
