"""Reads from the pages of a damaged store what it holds: schools, writers and the changes whose checksum is right."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from fosdesk.domain.journal import Writer
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.copies.page_reading import rows_in
from fosdesk.store.known_content import GlobalChange, SchoolChanges
from fosdesk.store.step_draft import LONGEST_FIELD, LONGEST_RECORD, checksum
from fosdesk.system.locked_files import wait_for

Vote = TypeVar("Vote")
_SCALAR = msgspec.json.Decoder(str | int | bool | None)
_HEX = frozenset("0123456789abcdef")


def readable_rows(damaged: Path, pace: Pace = NO_HURRY) -> dict[str, SchoolChanges]:
    """The rows that can be read in the pages of a damaged file, by school id. FosdeskError when it cannot be read."""
    try:
        content = wait_for(damaged.read_bytes)
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
    found = {school: SchoolChanges(own, {}, {}, {}) for school, own in (_most(votes) for votes in schools.values())}
    home: dict[int, tuple[SchoolChanges, str]] = {}
    for own, votes in uids.items():
        uid = _most(votes)
        if own in at_home and at_home[own] in schools:
            readable = found[_most(schools[at_home[own]])[0]]
            home[own] = readable, uid
            if own in said and said[own].uid == uid:
                readable.writers[uid] = said[own]
    names = {own: uid for own, (_, uid) in home.items()}
    for columns in changes.values():
        with suppress(msgspec.MsgspecError, KeyError, ValueError, TypeError, RecursionError):
            row = _row(columns, names)
            home[columns[0]][0].rows[row.key] = row
    for own, number in {*changes, *unread}:
        if own in home and 0 < number <= len(changes) + len(unread):
            readable, uid = home[own]
            readable.tops[uid] = max(readable.tops.get(uid, 0), number)
    return found


def _most(votes: "Counter[Vote]") -> Vote:
    return votes.most_common(1)[0][0]


def _row(columns: tuple[Any, ...], uids: Mapping[int, str]) -> GlobalChange:
    own, number, order, at, step, record, field, value, replaces, _, blanked, _ = columns
    if not 0 < len(record) <= LONGEST_RECORD or len(field) > LONGEST_FIELD:
        raise ValueError("no place for a value")
    seen = tuple((uids[writer], earlier) for writer, earlier in msgspec.json.decode(replaces))
    said = _SCALAR.decode(value)
    return GlobalChange((uids[own], number), order, at, step, record, field, said, seen, blanked == 1)


def _is_uid(text: str) -> bool:
    return len(text) == 32 and _HEX.issuperset(text)


def _is_change(columns: tuple[Any, ...]) -> bool:
    try:
        return bool(checksum(*columns[:9]) == columns[11])
    except (UnicodeError, TypeError):
        return False
