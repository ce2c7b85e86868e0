"""Salvages a damaged store: reads the rows that can be read, and merges into a backup those that fit together."""

from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import BIRTH, GONE, Edit, Journal, birth, heads, heads_by_record
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.copies.backups import copy_database
from fosdesk.store.copies.damaged_rows import readable_rows
from fosdesk.store.gap_mending import causally_closed
from fosdesk.store.known_content import GlobalChange, GlobalKey, SchoolChanges, by_global_key, journal_of
from fosdesk.store.sqlite_dialect import open_copy
from fosdesk.store.store import Store
from fosdesk.system.locked_files import remove


class Rescue(NamedTuple):
    """The salvaged store: how many changes were in the backup, came from the damaged file, and are lost."""

    store: Path
    in_backup: int
    brought: int
    lost: int


def rescue(
    damaged: Path, backup: Path | None, target: Path, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
) -> Rescue:
    """Build a store at `target` from a backup (or none) and the readable rows of `damaged`, which is only read.

    `role` and `app` sign what has to be written anew; `now` is in milliseconds since 1970. FosdeskError when the
    file cannot be read; Stopped when cancelled; `target` is removed in both cases.
    """
    for old in (target, target.with_name(target.name + "-journal")):
        remove(old)
    try:
        if backup is not None:
            with closing(open_copy(backup)) as source:
                copy_database(source, target, pace)
        found = readable_rows(damaged, pace)
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
            remove(target)
        raise
    return Rescue(target, in_backup, brought, lost)


# -- putting together


def _take_in(
    store: Store, school: str, own: bool, known: Journal | None, readable: SchoolChanges, by: tuple[str, str, int]
) -> tuple[int, int]:
    """Merge the changes that fit together, and write the latest values of the others anew; (came, lost) as counts."""
    role, app, now = by
    before = by_global_key(known) if known is not None else {}
    writers = {**readable.writers, **({w.uid: w for w in known.writers} if known is not None else {})}
    # A writer of whom half is known would contradict every colleague's copy.
    whole = causally_closed({**{key: row for key, row in readable.rows.items() if key[0] in writers}, **before})
    store.merge(journal_of(school, writers, whole.values()), own=own, now=now)
    left = {key: row for key, row in readable.rows.items() if key not in whole}
    again = _write_again(store, school, {**readable.rows, **before}, left, by) if own else 0
    missing = sum((uid, n) not in whole for uid, top in readable.tops.items() for n in range(1, top + 1))
    return len(whole) - len(before) + again, max(missing - again, 0)


def _write_again(
    store: Store,
    school: str,
    rows: Mapping[GlobalKey, GlobalChange],
    left: Mapping[GlobalKey, GlobalChange],
    by: tuple[str, str, int],
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


def _edits(last: Iterable[GlobalChange], there: Mapping[str, Mapping[str, list[Any]]]) -> list[Edit]:
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


def _is_end(row: GlobalChange) -> bool:
    return row.field == BIRTH and str(row.value).startswith(GONE)


def _is_alive(there: Mapping[str, Mapping[str, list[Any]]], record: str) -> bool:
    return any(not str(head.value).startswith(GONE) for head in there.get(record, {}).get(BIRTH, []))
