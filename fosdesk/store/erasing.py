"""Erasing in the tables: values go, while ids, order and what replaces what stay, so that merging goes on."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.backups import check_copy
from fosdesk.store.database import APPLICATION_ID
from fosdesk.store.files import replace
from fosdesk.store.journal import checksum

PART = ".erasing"
_BLANK = "null"
_ROWS = (
    "SELECT change.writer, number, lamport, at, step, record, field, replaces FROM change "
    "JOIN writer ON writer.id = change.writer WHERE writer.school = ? AND field <> ''"
)
_UPDATE = "UPDATE change SET value = 'null', blanked = 1, checksum = ? WHERE writer = ? AND number = ?"
_WITH_ERASED = 2  # the version from which a store remembers what was erased in it
_TRIES = 20


def erasures(connection: sqlite3.Connection, sid: int) -> Erasure:
    """What was erased in a school on this laptop."""
    records = connection.execute("SELECT record FROM erased WHERE school = ?", (sid,))
    changes = connection.execute(
        "SELECT uid, number FROM redacted JOIN writer ON writer.id = redacted.writer WHERE writer.school = ?", (sid,)
    )
    return Erasure(frozenset(row[0] for row in records), frozenset(changes))


def erase(connection: sqlite3.Connection, sid: int, erasure: Erasure, now: int, *, remember: bool = True) -> int:
    """Blank values within a transaction of the caller's, and remember it; how many values that is."""
    writers = dict(connection.execute("SELECT uid, id FROM writer WHERE school = ?", (sid,)))
    rows = [
        r for record in sorted(erasure.records) for r in connection.execute(f"{_ROWS} AND record = ?", (sid, record))
    ]
    single = [(writers[uid], number) for uid, number in sorted(erasure.changes) if uid in writers]
    for key in single:
        rows += connection.execute(f"{_ROWS} AND change.writer = ? AND number = ?", (sid, *key))
    blanks = [
        (checksum(writer, number, lamport, at, step, record, field, _BLANK, replaces), writer, number)
        for writer, number, lamport, at, step, record, field, replaces in rows
    ]
    connection.executemany(_UPDATE, blanks)
    if remember:
        remembered = [(sid, record, now) for record in sorted(erasure.records)]
        connection.executemany("INSERT OR IGNORE INTO erased VALUES (?,?,?)", remembered)
        connection.executemany("INSERT OR IGNORE INTO redacted VALUES (?,?,?)", [(*key, now) for key in single])
    return len(blanks)


def forget_file_names(connection: sqlite3.Connection, sid: int, names_somebody: Callable[[str], bool]) -> None:
    """Files that came in may be called after the person who sent them."""
    for arrival, file in connection.execute("SELECT id, file FROM arrival WHERE school = ?", (sid,)).fetchall():
        if names_somebody(file):
            connection.execute("UPDATE arrival SET file = '' WHERE id = ?", (arrival,))


def sweep(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that nothing is left in its unused parts; outside any transaction."""
    for attempt in range(_TRIES):
        try:
            connection.execute("VACUUM")
            return
        except sqlite3.OperationalError as why:
            # Another thread may just be reading; SQLite has no code of its own for that.
            if attempt == _TRIES - 1 or "statements in progress" not in str(why):
                raise
            time.sleep(0.05)


# -- copies


def erase_in_backup(
    path: Path,
    wanted: Mapping[str, Erasure],
    now: int,
    pace: Pace = NO_HURRY,
    names_somebody: Callable[[str], bool] = lambda text: False,
) -> None:
    """Erase in a copy of a store, by the schools' ids, where it lies; FosdeskError when it cannot be, and it stays."""
    part = cleaned(path, wanted, now, pace, names_somebody)
    try:
        shutil.copystat(path, part)
        replace(part, path)
    except OSError as why:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _stays(path) from why


def cleaned(
    path: Path,
    wanted: Mapping[str, Erasure],
    now: int,
    pace: Pace = NO_HURRY,
    names_somebody: Callable[[str], bool] = lambda text: False,
) -> Path:
    """A checked copy beside a copy of a store, in which it is erased; it takes the other's place when it is renamed."""
    part = path.with_name(path.name + PART)
    try:
        shutil.copyfile(path, part)
        pace()
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            (kind,) = copy.execute("PRAGMA application_id").fetchone()
            (version,) = copy.execute("PRAGMA user_version").fetchone()
            if kind != APPLICATION_ID:
                raise sqlite3.DatabaseError("not a store")
            for pragma in ("trusted_schema = OFF", "secure_delete = ON", "journal_mode = DELETE"):
                copy.execute(f"PRAGMA {pragma}")
            copy.execute("BEGIN IMMEDIATE")
            for school, erasure in wanted.items():
                found = copy.execute("SELECT id FROM school WHERE school = ?", (school,)).fetchone()
                if found is not None:
                    erase(copy, found[0], erasure, now, remember=version >= _WITH_ERASED)
                    if version >= _WITH_ERASED:
                        forget_file_names(copy, found[0], names_somebody)
            copy.execute("COMMIT")
            pace()
            sweep(copy)
        pace()
        check_copy(part)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
    except BaseException as why:
        for left in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        if isinstance(why, OSError | sqlite3.Error):
            raise _stays(path) from why
        raise
    return part


def _stays(path: Path) -> FosdeskError:
    return FosdeskError(
        "The backup {file} cannot be read or written, so it is left as it is. Delete it if you no longer need it.",
        file=path.name,
    )
