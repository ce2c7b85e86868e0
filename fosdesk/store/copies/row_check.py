"""Checks the checksum of each change, to find rows that the disk has altered."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.copies.backups import check_copy
from fosdesk.store.known_schema import has_our_schema
from fosdesk.store.sqlite_dialect import open_copy
from fosdesk.store.step_draft import checksum

_OF_CHANGE = "writer, number, lamport, at, step, record, field, value, replaces, checksum"
_BATCH = 500
_PAIRS = msgspec.json.Decoder(list[tuple[int, int]])
_TRIPLES = msgspec.json.Decoder(list[tuple[int, int, int]])
_CHANGE = (msgspec.json.Decoder(str | int | bool | None), _PAIRS)
_OTHERS = (
    ("step", (msgspec.json.Decoder(tuple[str, str, str, str]), _TRIPLES), "label, restores"),
    ("arrival", (_TRIPLES,), "came"),
)


def bad_rows(connection: sqlite3.Connection, pace: Pace = NO_HURRY) -> int:
    """The number of changes whose checksum does not match, and of changes, steps and arrivals that cannot be read."""
    (of,) = connection.execute("SELECT count(*) FROM change").fetchone()
    # A part at a time: whoever wants to write waits while a question is being answered.
    asked = f"SELECT {_OF_CHANGE} FROM change WHERE (writer, number) > (?, ?) ORDER BY writer, number LIMIT {_BATCH}"
    bad = done = 0
    last = (-1, 0)
    while some := connection.execute(asked, last).fetchall():
        bad += sum(checksum(*row[:9]) != row[9] or not _is_readable(_CHANGE, row[7:9]) for row in some)
        last = some[-1][:2]
        done += len(some)
        pace(done, of)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, kinds, columns in _OTHERS:
        if table not in tables:  # a store of version 1 has no arrivals
            continue
        asked = f"SELECT {columns} FROM {table}"
        bad += sum(not _is_readable(kinds, row) for row in connection.execute(asked).fetchall())
    return bad


def _is_readable(kinds: Sequence[msgspec.json.Decoder[Any]], texts: Sequence[str]) -> bool:
    try:
        for kind, text in zip(kinds, texts, strict=True):
            kind.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return True


def is_good(backup: Path, pace: Pace = NO_HURRY) -> bool:
    """Whether a backup has our tables only, and passes SQLite's integrity check and each change its checksum."""
    try:
        with closing(open_copy(backup)) as copy:
            if not has_our_schema(copy):
                return False
        check_copy(backup, pace)
        with closing(open_copy(backup)) as copy:
            return bad_rows(copy, pace) == 0
    except (sqlite3.Error, UnicodeError):
        return False
