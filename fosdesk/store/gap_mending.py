"""Mends a journal with missing changes: what does not fit together goes on under a new writer, with its history."""

# An earlier fosdesk left such gaps where its file was overwritten while it was open; no school file can be read then.

import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from fosdesk.domain.journal import Journal, Writer
from fosdesk.pace import Pace
from fosdesk.store.known_content import GlobalChange, GlobalKey, by_global_key
from fosdesk.store.lookups.current_queries import Queries
from fosdesk.store.schools import Schools
from fosdesk.store.step_draft import checksum, encode_replaces
from fosdesk.store.steps import decode_restores, encode_restores
from fosdesk.store.transactions import Transactions
from fosdesk.store.writer_numbers import new_writer_numbers

if TYPE_CHECKING:
    from sqlalchemy import Connection

Rows = Mapping[GlobalKey, GlobalChange]
_GAPS = (
    "SELECT 1 FROM (SELECT count(*) AS there, max(number) AS top FROM change JOIN writer ON writer.id = change.writer "
    "WHERE writer.school = ? GROUP BY change.writer) WHERE there <> top LIMIT 1"
)


def causally_closed(rows: Rows) -> dict[GlobalKey, GlobalChange]:
    """The largest subset without a gap in any writer's numbers, in which every replaced change is there."""
    kept = dict(rows)
    while True:
        numbers: dict[str, list[int]] = defaultdict(list)
        for uid, number in kept:
            numbers[uid].append(number)
        cut: dict[str, int] = {}  # the first number of each writer that is not there
        for uid, own in numbers.items():  # writer by writer: sorting all at once would let the screen wait
            cut[uid] = 1
            for number in sorted(own):
                if number == cut[uid]:
                    cut[uid] += 1
        for (uid, number), row in kept.items():
            if number < cut[uid] and not _is_consistent(row, kept, cut, len(kept)):
                cut[uid] = number
        left = {key: row for key, row in kept.items() if key[1] < cut[key[0]]}
        if len(left) == len(kept):
            return left
        kept = left


def _is_consistent(row: GlobalChange, kept: Rows, cut: Mapping[str, int], total: int) -> bool:
    if not 0 < row.order <= total or not 0 < row.step <= row.key[1]:
        return False
    return all(key[1] < cut.get(key[0], 0) and _is_link(row, kept.get(key)) for key in row.replaces)


def _is_link(row: GlobalChange, before: GlobalChange | None) -> bool:
    if before is None or before.order >= row.order or before.record != row.record:
        return False
    return before.field == row.field or not row.field  # only a record's birth or end speaks for its other fields


class Moved(NamedTuple):
    """Changes that go on under new writers: the writers by id, the changes, and the new key of each old one."""

    writers: dict[str, Writer]
    rows: dict[GlobalKey, GlobalChange]
    keys: dict[GlobalKey, GlobalKey]


def moved(
    kept: Rows, left: Rows, writers: Mapping[str, Writer], new_uid: Callable[[], str] = lambda: secrets.token_hex(16)
) -> Moved:
    """Give the changes `left` new writers and numbers, so that they are complete together with `kept`.

    Role, version and times stay; a link to a change that is missing is dropped. `writers` describes those that are
    known.
    """
    found = Moved({}, {}, {})
    uids: dict[str, str] = {}
    tops: dict[str, int] = defaultdict(int)
    order = max((row.order for row in kept.values()), default=0)
    for old, row in sorted(left.items(), key=lambda item: (item[1].order, item[0])):
        uid = uids.get(old[0])
        if uid is None:
            uid = uids[old[0]] = new_uid()
            before = writers.get(old[0], Writer("", "", "", row.at))
            found.writers[uid] = Writer(uid, before.role, before.app, before.opened)
        order += 1
        tops[uid] += 1
        key = found.keys[old] = uid, tops[uid]
        step = found.keys.get((old[0], row.step), key)
        links = []
        for earlier in row.replaces:
            now = found.keys.get(earlier, earlier)
            if now != key and _is_link(row._replace(order=order), kept.get(now) or found.rows.get(now)):
                links.append(now)
        found.rows[key] = row._replace(key=key, order=order, step=step[1], replaces=tuple(dict.fromkeys(links)))
    return found


# -- in the store


def has_gaps(raw: sqlite3.Connection, sid: int) -> bool:
    """Whether numbers are missing in what a writer of a school wrote."""
    return raw.execute(_GAPS, (sid,)).fetchone() is not None


def mend_school(transactions: Transactions, schools: Schools, queries: Queries, school: str, pace: Pace) -> int:
    """Mend a school in one transaction where numbers are missing in it; returns how many changes were moved."""
    sid = schools.number_of(school)
    with transactions.reading() as connection:
        if not has_gaps(connection, sid):
            return 0
    with transactions.writing() as sql:
        return mend(sql, transactions.connection, sid, queries.journal(school, pace))


def mend(sql: "Connection", raw: sqlite3.Connection, sid: int, journal: Journal) -> int:
    """Mend a school in the store within a transaction of the caller's; returns how many changes were moved.

    `journal` is the school's, as it is. What can be undone stays so.
    """
    from fosdesk.store.schema import ADD_CHANGE, ADD_WRITER, REMOVE_CHANGES, SET_REDACTED

    rows = by_global_key(journal)
    kept = causally_closed(rows)
    left = {key: row for key, row in rows.items() if key not in kept}
    if not left:
        return 0
    found = moved(kept, left, {writer.uid: writer for writer in journal.writers})
    numbers = dict(raw.execute("SELECT uid, id FROM writer WHERE school = ?", (sid,)).fetchall())
    for number, writer in zip(new_writer_numbers(sql, raw, len(found.writers)), found.writers.values(), strict=True):
        numbers[writer.uid] = number
        described = {"uid": writer.uid, "role": writer.role, "app": writer.app, "opened": writer.opened}
        sql.execute(ADD_WRITER, {"id": number, "school": sid, **described})
    for first, last in _ranges(left):
        sql.execute(REMOVE_CHANGES, {"of_writer": numbers[first[0]], "first": first[1], "last": last[1]})
    sql.execute(ADD_CHANGE, [_columns(row, numbers) for row in found.rows.values()])
    replaced = {(numbers[uid], n) for row in (*kept.values(), *found.rows.values()) for uid, n in row.replaces}
    _mark_live(sql, raw, sid, replaced)
    keys = {(numbers[a], b): (numbers[c], d) for (a, b), (c, d) in found.keys.items()}
    _move_steps(sql, raw, sid, keys)
    redacted = set(raw.execute("SELECT writer, number FROM redacted").fetchall())
    for old in sorted(redacted & keys.keys()):
        places = {"of_writer": old[0], "of_number": old[1], "to_writer": keys[old][0], "to_number": keys[old][1]}
        sql.execute(SET_REDACTED, places)
    return len(left)


def _ranges(keys: Iterable[GlobalKey]) -> list[tuple[GlobalKey, GlobalKey]]:
    """Consecutive numbers of a writer as (first, last)."""
    found = []
    for _, some in groupby(enumerate(sorted(keys)), key=lambda placed: (placed[1][0], placed[1][1] - placed[0])):
        run = [key for _, key in some]
        found.append((run[0], run[-1]))
    return found


def _mark_live(sql: "Connection", raw: sqlite3.Connection, sid: int, replaced: set[tuple[int, int]]) -> None:
    """Make live what nothing replaces any more, and only that."""
    from fosdesk.store.schema import REPLACE, REVIVE

    asked = "SELECT change.writer, number, live FROM change JOIN writer ON writer.id = change.writer WHERE school = ?"
    rows = raw.execute(asked, (sid,)).fetchall()
    for statement, wrong in ((REVIVE, 0), (REPLACE, 1)):
        keys = [
            {"of_writer": writer, "of_number": number}
            for writer, number, live in rows
            if live == wrong and ((writer, number) in replaced) == live
        ]
        if keys:
            sql.execute(statement, keys)


def _columns(row: GlobalChange, numbers: Mapping[str, int]) -> dict[str, Any]:
    uid, number = row.key
    replaces = encode_replaces((numbers[writer], earlier) for writer, earlier in row.replaces)
    value = msgspec.json.encode(row.value).decode()
    parts = (numbers[uid], number, row.order, row.at, row.step, row.record, row.field, value, replaces)
    names = ("writer", "number", "lamport", "at", "step", "record", "field", "value", "replaces")
    more = {"live": 1, "blanked": int(row.blanked), "checksum": checksum(*parts)}
    return {**dict(zip(names, parts, strict=True)), **more}


def _move_steps(
    sql: "Connection", raw: sqlite3.Connection, sid: int, keys: Mapping[tuple[int, int], tuple[int, int]]
) -> None:
    """Bring what this laptop did, for undo, up to the new keys."""
    from fosdesk.store.schema import ADD_STEP, REMOVE_STEP

    rows = raw.execute(
        "SELECT step.writer, step, label, undoes_writer, undoes_step, restores FROM step "
        "JOIN writer ON writer.id = step.writer WHERE writer.school = ?",
        (sid,),
    ).fetchall()
    for writer, step, label, undoes_writer, undoes_step, restores in rows:
        own = keys.get((writer, step), (writer, step))
        undoes = keys.get((undoes_writer, undoes_step), (undoes_writer, undoes_step))
        restored = []
        for number, of_writer, of_number in decode_restores(restores):
            brought = keys.get((writer, number), (writer, number))
            restored.append((brought[1], *keys.get((of_writer, of_number), (of_writer, of_number))))
        text = encode_restores(restored)
        if (own, undoes, text) != ((writer, step), (undoes_writer, undoes_step), restores):
            sql.execute(REMOVE_STEP, {"of_writer": writer, "of_step": step})
            values = {"writer": own[0], "step": own[1], "label": label, "restores": text}
            sql.execute(ADD_STEP, {**values, "undoes_writer": undoes[0], "undoes_step": undoes[1]})
