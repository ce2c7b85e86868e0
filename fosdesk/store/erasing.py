"""Erasing in the tables: values are blanked, while ids, order and causal links stay, so that merging still works."""

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk import paths
from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.fields import is_any_link
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.atomic_file import keep_times, replace
from fosdesk.store.copies.backups import check_copy
from fosdesk.store.sqlite_dialect import APPLICATION_ID, IN_JSON_LIST, kind_and_version, prepare_cleaner, vacuum
from fosdesk.store.step_draft import checksum, encode_value
from fosdesk.system.locked_files import copy_file, open_file, remove

if TYPE_CHECKING:
    from sqlalchemy import Connection

PART = ".erasing"
_BLANK = "null"
_ROWS = (
    "SELECT change.writer, number, lamport, at, step, record, field, replaces FROM change "
    "JOIN writer ON writer.id = change.writer WHERE writer.school = ? AND field <> ''"
)
_WITH_ERASED = 2  # the version from which a store remembers what was erased in it


def erase(
    sql: "Connection", raw: sqlite3.Connection, sid: int, erasure: Erasure, now: int, *, remember: bool = True
) -> int:
    """Blank values within a transaction of the caller's; returns how many.

    With `remember`, the erased ids are stored, so that a merge cannot bring the values back. `now` is in
    milliseconds since 1970.
    """
    from fosdesk.store.schema import ADD_ERASED, ADD_REDACTED, BLANK

    writers = dict(raw.execute("SELECT uid, id FROM writer WHERE school = ?", (sid,)))
    rows = [r for record in sorted(erasure.records) for r in raw.execute(f"{_ROWS} AND record = ?", (sid, record))]
    if erasure.records:
        ids = json.dumps([encode_value(record) for record in sorted(erasure.records)])
        pointing = raw.execute(f"{_ROWS} AND value {IN_JSON_LIST}", (sid, ids))
        rows += [row for row in pointing if is_any_link(row[6]) and row[5] not in erasure.records]
    single = [(writers[uid], number) for uid, number in sorted(erasure.changes) if uid in writers]
    for key in single:
        rows += raw.execute(f"{_ROWS} AND change.writer = ? AND number = ?", (sid, *key))
    blanks = []
    for writer, number, lamport, at, step, record, field, replaces in rows:
        total = checksum(writer, number, lamport, at, step, record, field, _BLANK, replaces)
        blanks.append({"of_writer": writer, "of_number": number, "sum": total})
    if blanks:
        sql.execute(BLANK, blanks)
    if remember:
        known = {record for (record,) in raw.execute("SELECT record FROM erased WHERE school = ?", (sid,))}
        new = sorted(erasure.records - known)
        if new:
            sql.execute(ADD_ERASED, [{"school": sid, "record": record, "at": now} for record in new])
        told = set(raw.execute("SELECT writer, number FROM redacted"))
        fresh = [
            {"writer": writer, "number": number, "at": now} for writer, number in single if (writer, number) not in told
        ]
        if fresh:
            sql.execute(ADD_REDACTED, fresh)
    return len(blanks)


def forget_file_names(
    sql: "Connection", raw: sqlite3.Connection, sid: int, names_somebody: Callable[[str], bool]
) -> None:
    """Erase the names of merged files that name a person, such as the one who sent them."""
    from fosdesk.store.schema import FORGET_FILE

    for arrival, file in raw.execute("SELECT id, file FROM arrival WHERE school = ?", (sid,)).fetchall():
        if names_somebody(file):
            sql.execute(FORGET_FILE, {"of_arrival": arrival})


# -- copies


def erase_in_backup(
    path: Path,
    wanted: Mapping[str, Erasure],
    now: int,
    pace: Pace = NO_HURRY,
    names_somebody: Callable[[str], bool] = lambda text: False,
) -> None:
    """Erase values in a backup file, by school id; FosdeskError when that cannot be done, and the file is unchanged."""
    part = cleaned(path, wanted, now, pace, names_somebody)
    try:
        keep_times(path, part)
        replace(part, path)
    except OSError as why:
        with suppress(OSError):
            remove(part)
        raise _stays(path) from why


def cleaned(
    path: Path,
    wanted: Mapping[str, Erasure],
    now: int,
    pace: Pace = NO_HURRY,
    names_somebody: Callable[[str], bool] = lambda text: False,
) -> Path:
    """A verified copy of a backup without the erased values, in a file beside it, for the caller to rename."""
    from sqlalchemy.exc import DBAPIError

    from fosdesk.store.schema import engine_on

    part = path.with_name(path.name + PART)
    try:
        paths.touch_private(part)
        copy_file(path, part)
        pace()
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            kind, version = kind_and_version(copy)
            if kind != APPLICATION_ID or not isinstance(version, int):
                raise sqlite3.DatabaseError("not a store")
            prepare_cleaner(copy)
            remember = version >= _WITH_ERASED
            with engine_on(copy).begin() as sql:
                for school, erasure in wanted.items():
                    found = copy.execute("SELECT id FROM school WHERE school = ?", (school,)).fetchone()
                    if found is not None:
                        erase(sql, copy, found[0], erasure, now, remember=remember)
                        if remember:
                            forget_file_names(sql, copy, found[0], names_somebody)
            pace()
            vacuum(copy)
        pace()
        check_copy(part)
        with open_file(part, "r+b") as file:
            os.fsync(file.fileno())
    except BaseException as why:
        for left in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                remove(left)
        if isinstance(why, OSError | sqlite3.Error | DBAPIError):
            raise _stays(path) from why
        raise
    return part


def _stays(path: Path) -> FosdeskError:
    return FosdeskError(
        "The backup {file} cannot be read or written, so it is left as it is. Delete it if you no longer need it.",
        file=path.name,
    )
