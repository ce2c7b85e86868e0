"""Salvages a damaged store: reads the rows that can be read, and merges into a backup those that fit together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import BIRTH, GONE, Change, Edit, Journal, Writer, birth, heads, heads_by_record
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.copies.backups import copy_database
from fosdesk.store.copies.page_reading import rows_in
from fosdesk.store.sqlite_dialect import open_copy
from fosdesk.store.step_draft import checksum
from fosdesk.store.store import Store

Vote = TypeVar("Vote")
Key = tuple[str, int]  # a writer's id and a number of its own
_HEX = frozenset("0123456789abcdef")


class Rescue(NamedTuple):
    """The salvaged store: how many changes were in the backup, came from the damaged file, and are lost."""

    store: Path
    in_backup: int
    brought: int
    lost: int


class _Row(NamedTuple):
    """A change of the damaged file, identified by writer id and number."""

    key: Key
    order: int
    at: int
    step: int
    record: str
    field: str
    value: Any
    replaces: tuple[Key, ...]
    blanked: bool  # its value was erased, and is not to be missed


class _ReadableSchool(NamedTuple):
    """What can be read of one school: whether it is one's own, its writers and its changes."""

    own: bool
    writers: dict[str, Writer]  # those of whom everything can be read
    rows: dict[Key, _Row]
    tops: dict[str, int]  # how many changes each writer is known to have made


def rescue(
    damaged: Path, backup: Path | None, target: Path, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
) -> Rescue:
    """Build a store at `target` from a backup (or none) and the readable rows of `damaged`, which is only read.

    `role` and `app` sign what has to be written anew; `now` is in milliseconds since 1970. FosdeskError when the
    file cannot be read; Stopped when cancelled; `target` is removed in both cases.
    """
    for old in (target, target.with_name(target.name + "-journal")):
        old.unlink(missing_ok=True)
    try:
        if backup is not None:
            with closing(open_copy(backup)) as source:
                copy_database(source, target, pace)
        found = _readable(damaged, pace)
        store = Store.open(target)
        try:
            known = {s.id: store.journal(s.id) for s in store.schools()}
            in_backup = sum(len(journal.changes) for journal in known.values())
            brought = lost = 0
            for school, readable in found.items():
                own = next((s.own for s in store.schools() if s.id == school), readable.own)
                if own and any(s.own and s.id != school for s in store.schools()):
                    own = False
                came, missing = _take_in(store, school, own, known.get(school), readable, (role, app, now))
                brought, lost = brought + came, lost + missing
                pace()
        finally:
            store.close()
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise
    return Rescue(target, in_backup, brought, lost)


# -- reading


def _readable(damaged: Path, pace: Pace) -> dict[str, _ReadableSchool]:
    try:
        content = damaged.read_bytes()
    except OSError as why:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=damaged.name) from why
    schools: dict[int, Counter[tuple[str, bool]]] = defaultdict(Counter)
    said: dict[int, Writer] = {}
    at_home: dict[int, int] = {}
    uids: dict[int, Counter[str]] = defaultdict(Counter)
    changes: dict[tuple[int, int], tuple[Any, ...]] = {}
    unread = set()
    for rowid, columns in rows_in(content, pace):
        kinds = tuple(type(column) for column in columns)
        if kinds == (type(None), str, int, int) and rowid is not None:
            schools[rowid][columns[1], columns[2] == 1] += 1
        elif kinds == (type(None), str, int, str, str, int) and rowid is not None and _is_uid(columns[1]):
            said[rowid] = Writer(columns[1], *columns[3:])
            at_home[rowid] = columns[2]
            uids[rowid][columns[1]] += 1
        elif kinds == (int, str, int) and _is_uid(columns[1]):  # the two indexes say it again
            at_home.setdefault(columns[2], columns[0])
            uids[columns[2]][columns[1]] += 1
        elif kinds == (str, int) and _is_uid(columns[0]):
            uids[columns[1]][columns[0]] += 1
        elif len(columns) == 12 and rowid is None:
            if _is_change(columns):
                changes[columns[0], columns[1]] = columns
            elif kinds[:2] == (int, int):
                unread.add(columns[:2])
        elif kinds == (str, int, int, int):  # the index names every change
            unread.add(columns[2:])
    found = {school: _ReadableSchool(own, {}, {}, {}) for school, own in (_most(votes) for votes in schools.values())}
    home: dict[int, tuple[_ReadableSchool, str]] = {}
    for own, votes in uids.items():
        uid = _most(votes)
        if own in at_home and at_home[own] in schools:
            readable = found[_most(schools[at_home[own]])[0]]
            home[own] = readable, uid
            if own in said and said[own].uid == uid:
                readable.writers[uid] = said[own]
    names = {own: uid for own, (_, uid) in home.items()}
    for columns in changes.values():
        with suppress(msgspec.MsgspecError, KeyError, ValueError):
            row = _row(columns, names)
            home[columns[0]][0].rows[row.key] = row
    for own, number in {*changes, *unread}:
        if own in home and 0 < number <= len(changes) + len(unread):
            readable, uid = home[own]
            readable.tops[uid] = max(readable.tops.get(uid, 0), number)
    return found


def _most(votes: "Counter[Vote]") -> Vote:
    return votes.most_common(1)[0][0]


def _row(columns: tuple[Any, ...], uids: Mapping[int, str]) -> _Row:
    own, number, order, at, step, record, field, value, replaces, _, blanked, _ = columns
    seen = tuple((uids[writer], earlier) for writer, earlier in msgspec.json.decode(replaces))
    said = msgspec.json.decode(value)
    return _Row((uids[own], number), order, at, step, record, field, said, seen, blanked == 1)


def _is_uid(text: str) -> bool:
    return len(text) == 32 and _HEX.issuperset(text)


def _is_change(columns: tuple[Any, ...]) -> bool:
    try:
        return bool(checksum(*columns[:9]) == columns[11])
    except (UnicodeError, TypeError):
        return False


# -- putting together


def _take_in(
    store: Store, school: str, own: bool, known: Journal | None, readable: _ReadableSchool, by: tuple[str, str, int]
) -> tuple[int, int]:
    """Merge the changes that fit together, and write the latest values of the others anew; (came, lost) as counts."""
    role, app, now = by
    before = _rows_of(known) if known is not None else {}
    writers = {**readable.writers, **({w.uid: w for w in known.writers} if known is not None else {})}
    # A writer of whom half is known would contradict every colleague's copy.
    whole = _causally_closed({**{key: row for key, row in readable.rows.items() if key[0] in writers}, **before})
    store.merge(_journal_of(school, writers, whole), own=own, now=now)
    left = {key: row for key, row in readable.rows.items() if key not in whole}
    again = _write_again(store, school, {**readable.rows, **before}, left, by) if own else 0
    missing = sum((uid, n) not in whole for uid, top in readable.tops.items() for n in range(1, top + 1))
    return len(whole) - len(before) + again, max(missing - again, 0)


def _rows_of(journal: Journal) -> dict[Key, _Row]:
    uids = [writer.uid for writer in journal.writers]
    found = {}
    for c in journal.changes:
        key = uids[c.writer], c.number
        seen = tuple((uids[w], n) for w, n in c.replaces)
        blanked = (c.writer, c.number) in journal.blanked
        found[key] = _Row(key, c.order, c.at, c.step, c.record, c.field, c.value, seen, blanked)
    return found


def _causally_closed(rows: Mapping[Key, _Row]) -> dict[Key, _Row]:
    """The largest subset without a gap in any writer's numbers, in which every replaced change is there."""
    kept = dict(rows)
    while True:
        tops: dict[str, int] = defaultdict(int)
        for uid, number in sorted(kept):
            if number == tops[uid] + 1:
                tops[uid] = number
        cut = {uid: top + 1 for uid, top in tops.items()}
        for uid, _ in kept:
            cut.setdefault(uid, 1)
        for (uid, number), row in kept.items():
            if number < cut[uid] and not _is_consistent(row, kept, cut, len(kept)):
                cut[uid] = number
        left = {key: row for key, row in kept.items() if key[1] < cut[key[0]]}
        if len(left) == len(kept):
            return left
        kept = left


def _is_consistent(row: _Row, kept: Mapping[Key, _Row], cut: Mapping[str, int], total: int) -> bool:
    if not 0 < row.order <= total or not 0 < row.step <= row.key[1]:
        return False
    for key in row.replaces:
        before = kept.get(key)
        if before is None or key[1] >= cut[key[0]] or before.order >= row.order or before.record != row.record:
            return False
        if before.field != row.field and row.field:
            return False
    return True


def _journal_of(school: str, writers: Mapping[str, Writer], rows: Mapping[Key, _Row]) -> Journal:
    uids = sorted({uid for uid, _ in rows})
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
        for row in rows.values()
    ]
    changes.sort(key=lambda c: (c.order, c.writer, c.number))
    blanked = frozenset((place[row.key[0]], row.key[1]) for row in rows.values() if row.blanked)
    return Journal(school, "", tuple(writers[uid] for uid in uids), tuple(changes), blanked)


def _write_again(
    store: Store, school: str, rows: Mapping[Key, _Row], left: Mapping[Key, _Row], by: tuple[str, str, int]
) -> int:
    """Write anew the latest values that could be read but whose predecessors are missing; returns how many."""
    replaced = {key for row in rows.values() for key in row.replaces}
    last = sorted(
        (row for key, row in left.items() if key not in replaced and not row.blanked),
        key=lambda row: (row.order, row.key),
    )
    there = heads_by_record(heads(store.journal(school)))
    role, app, now = by
    edits, gone = _edits(last, there), [row.record for row in last if _is_end(row) and _is_alive(there, row.record)]
    label = StepLabel("saved from a damaged file")
    if edits:
        store.append(school, edits, label, role=role, app=app, now=now)
    if gone:
        store.delete(school, gone, label, role=role, app=app, now=now)
    return len(edits) + len(gone)


def _edits(last: Iterable[_Row], there: Mapping[str, Mapping[str, list[Any]]]) -> list[Edit]:
    edits: dict[tuple[str, str], Edit] = {}
    for row in last:
        if _is_end(row):
            continue
        shown = there.get(row.record, {}).get(row.field)
        if row.field == BIRTH:
            if not _is_alive(there, row.record):
                edits[row.record, BIRTH] = birth(row.record, str(row.value))
        elif shown is None or (shown[0].rank[0] < row.order and shown[0].value != row.value):
            edits[row.record, row.field] = Edit(row.record, row.field, shown[0].value if shown else None, row.value)
    return list(edits.values())


def _is_end(row: _Row) -> bool:
    return row.field == BIRTH and str(row.value).startswith(GONE)


def _is_alive(there: Mapping[str, Mapping[str, list[Any]]], record: str) -> bool:
    return any(not str(head.value).startswith(GONE) for head in there.get(record, {}).get(BIRTH, []))
