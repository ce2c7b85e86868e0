"""Backups: verified copies of the store (SQLite backup API), their names, their rotation, and putting one in place."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from fosdesk import paths
from fosdesk.domain.values.backup_retention import expired_backups
from fosdesk.domain.values.moments import local_moment
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.store.atomic_file import replace, sync_folder, write_whole
from fosdesk.store.known_schema import has_our_schema
from fosdesk.store.sqlite_dialect import copy_pages, integrity_error, open_copy
from fosdesk.system.locked_files import open_file, remove, wait_for

SEALED = ".sealed"
_NAMED = re.compile(
    r" (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d\d\.\d\d\.\d\d)(?: (?P<why>[a-z]+))?(?: \((?P<count>\d{1,6})\))?"
    r"(?P<kind>\.db|\.sealed)"
)
_STAMP = "%Y-%m-%d %H.%M.%S"
_PAGES = 256  # of a step: another one who wants to write waits for no longer than that
_INSTRUCTIONS = 50_000
# Whatever anybody does adds a change or a row to one of the small tables, or takes one away.
_CHANGES = "SELECT count(*), sum((SELECT max(number) FROM change WHERE writer = writer.id)) FROM writer"
_STATES = ("SELECT sum(own) FROM school", "SELECT sum(taken_back) FROM arrival")
_SMALL = ("arrival", "counter", "erased", "kept", "redacted", "school", "writer")


class Backup(NamedTuple):
    """A backup as its file name tells: when it was made, why, and whether it is encrypted."""

    path: Path
    made: datetime
    why: str  # asked, start, close, time, import, restore, erase; empty where nobody said
    sealed: bool
    number: int  # of those of the same moment

    @property
    def order(self) -> tuple[datetime, int]:
        """The key that sorts backups by age."""
        return self.made, self.number


def back_up(
    connection: sqlite3.Connection, folder: Path, name: str, now: int, why: str = "", pace: Pace = NO_HURRY
) -> Path:
    """Write a verified copy of the store into `folder`, named by `now` (ms since 1970) and `why`; returns its path.

    FosdeskError when the folder cannot be used or the disk is full.
    """
    stamp = f"{file_timestamp(now)} {why}".rstrip()
    try:
        paths.make_private_folder(folder)
    except OSError as why_not:
        raise unusable_folder_error(folder) from why_not
    target = folder / f"{name} {stamp}.db"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{name} {stamp} ({count}).db"
    copy_database(connection, target, pace)
    return target


def file_timestamp(now: int) -> str:
    """A time (ms since 1970) as it stands in file names, in local time: «2026-11-29 14.05.00»."""
    return f"{local_moment(now):{_STAMP}}"


def file_timestamp_in(written: str) -> datetime | None:
    """The local time that a timestamp in a file name stands for; None when it is none."""
    try:
        return datetime.strptime(written, _STAMP)
    except ValueError:
        return None


def backups_in(folder: Path, name: str) -> list[Backup]:
    """The backups of the store called `name` in a folder, newest first; empty where the folder cannot be read."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            named = _NAMED.fullmatch(path.name[len(name) :]) if path.name.startswith(name) else None
            made = file_timestamp_in(f"{named['day']} {named['time']}") if named is not None else None
            if named is not None and made is not None and path.is_file():
                sealed = named["kind"] == SEALED
                found.append(Backup(path, made, named["why"] or "", sealed, int(named["count"] or 1)))
    return sorted(found, key=lambda backup: backup.order, reverse=True)


def newest_first(backups: Iterable[Backup], now: int) -> list[Backup]:
    """Backups by age, newest first; those dated more than a day after `now` (ms) last, as a clock was wrong."""
    latest = local_moment(now) + timedelta(days=1)
    found = sorted(backups, key=lambda backup: backup.order, reverse=True)
    return sorted(found, key=lambda backup: backup.made > latest)


def all_backups(folders: Iterable[Path], name: str) -> Iterator[Backup]:
    """The backups of a store in several folders, folder by folder."""
    for folder in folders:
        yield from backups_in(folder, name)


def newest_backup(folder: Path, name: str) -> Path | None:
    """The path of the newest backup in `folder` that is not encrypted; None when there is none."""
    return next((backup.path for backup in backups_in(folder, name) if not backup.sealed), None)


def prune(folder: Path, name: str, now: int, verified: Path | None = None) -> list[Path]:
    """Delete the backups that the retention rule no longer keeps, never `verified`; returns the deleted paths."""
    there = backups_in(folder, name)[::-1]
    sure = [place for place, backup in enumerate(there) if backup.path == verified]
    gone = []
    for place in expired_backups([backup.made for backup in there], local_moment(now), sure):
        with suppress(OSError):
            remove(there[place].path)
            gone.append(there[place].path)
    return gone


def state_of(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Numbers that differ between any two states of a store; takes a few milliseconds, as writers wait meanwhile."""
    counts = [f"SELECT count(*) FROM {name}" for name in _SMALL]
    return tuple(
        value or 0 for asked in (_CHANGES, *_STATES, *counts) for value in connection.execute(asked).fetchone()
    )


def state_in(backup: Path) -> tuple[int, ...] | None:
    """The same for a backup file; None when it cannot be read, or has the schema of an older version."""
    try:
        with closing(open_copy(backup)) as copy:
            return state_of(copy) if has_our_schema(copy) else None
    except sqlite3.Error:
        return None


def mirror(
    folder: Path,
    second: Path,
    name: str,
    now: int,
    seal: Callable[[bytes], bytes] | None = None,
    pace: Pace = NO_HURRY,
    *,
    thin: bool = True,
) -> int:
    """Copy the backups that a second folder lacks into it; returns how many were copied.

    With `seal`, each is encrypted by it. With `thin`, the retention rule is applied there as well. FosdeskError
    when the second folder cannot be reached or is full.
    """
    came = 0
    try:
        paths.make_private_folder(second)
        there = set()
        for backup in backups_in(second, name):
            paths.make_private(backup.path)
            there.add(backup.path.stem)
        wanted = [backup for backup in backups_in(folder, name)[::-1] if backup.path.stem not in there]
        for backup in wanted:
            pace(came, len(wanted))
            content = wait_for(backup.path.read_bytes)
            kind = backup.path.suffix if seal is None else SEALED
            write_whole(
                second / (backup.path.stem + kind),
                content if seal is None else seal(content),
                verify=True,
                written=partial(pace, came, len(wanted)),
            )
            came += 1
        newest = backups_in(second, name)
        if thin:
            prune(second, name, now, newest[0].path if newest else None)
    except OSError as why:
        raise FosdeskError(
            "The second folder for backups, {folder}, cannot be reached or is full. The backups on this computer are "
            "made as before.",
            folder=str(second),
        ) from why
    return came


def restore_backup(backup: Path, store: Path, now: int) -> None:
    """Put a copy of `backup` in the place of a damaged store, which is renamed and stays in the same folder."""
    part = store.with_name(store.name + ".part")
    try:
        wait_for(lambda: shutil.copy2(backup, part))
        paths.make_private(part)
    except OSError as why:
        raise unusable_folder_error(store.parent) from why
    replace_store_file(part, store, f"damaged {file_timestamp(now)}")


def replace_store_file(part: Path, store: Path, aside: str) -> Path | None:
    """Rename the finished file `part` to `store`; the earlier store stays, with `aside` in its name.

    Returns the path of the earlier store, or None when there was none. FosdeskError when renaming fails.
    """
    beside = store.with_name(f"{store.stem} {aside}{store.suffix}")
    count = 1
    while beside.exists():
        count += 1
        beside = store.with_name(f"{store.stem} {aside} ({count}){store.suffix}")
    was_there = store.exists()
    try:
        if was_there:
            replace(store, beside)
            # A journal left behind by a crash belongs to the old file, and would ruin the new one.
            journal = store.with_name(store.name + "-journal")
            if journal.exists():
                replace(journal, beside.with_name(beside.name + "-journal"))
        replace(part, store)
        sync_folder(store.parent)
    except OSError as why:
        with suppress(OSError):
            if was_there and not store.exists():
                replace(beside, store)
        raise unusable_folder_error(store.parent) from why
    return beside if was_there else None


def copy_database(connection: sqlite3.Connection, target: Path, pace: Pace = NO_HURRY) -> None:
    """Copy the committed content to a new file, verify the copy, and give it its name only then.

    FosdeskError when it cannot be written or SQLite finds an error in it.
    """
    part = target.with_name(target.name + ".part")
    try:
        remove(part)
        paths.touch_private(part)
        copy_pages(connection, part, _PAGES, lambda left, of: pace(of - left, of))
        check_copy(part, pace)
        with open_file(part, "r+b") as file:
            os.fsync(file.fileno())
        replace(part, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as why:
        raise FosdeskError(
            "No backup could be written in the folder {folder} (is the disk full?), so nothing else was done.",
            folder=str(target.parent),
        ) from why
    finally:
        with suppress(OSError):
            remove(part)


def check_copy(path: Path, pace: Pace = NO_HURRY) -> None:
    """Run SQLite's integrity check on a copy; raises sqlite3.DatabaseError when it finds an error."""

    def look() -> bool:
        try:
            pace(pace.done, pace.of)
        except Stopped:
            return True
        return False

    with closing(open_copy(path)) as copy:
        copy.set_progress_handler(look, _INSTRUCTIONS)
        try:
            fault = integrity_error(copy)
        except sqlite3.OperationalError:
            pace(pace.done, pace.of)
            raise
    if fault:
        raise sqlite3.DatabaseError(fault)
