"""Copies of the whole store: made by SQLite itself, read again before they count, and never half there."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from fosdesk.domain.values.backup_retention import superfluous
from fosdesk.domain.values.moments import local_moment
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.store.atomic_file import replace, settle_folder, write_whole
from fosdesk.store.sqlite_dialect import copy_pages, fault_in, open_copy, tables

SEALED = ".sealed"
_NAMED = re.compile(
    r" (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d\d\.\d\d\.\d\d)(?: (?P<why>[a-z]+))?(?: \((?P<count>\d{1,6})\))?"
    r"(?P<kind>\.db|\.sealed)"
)
_PAGES = 256  # of a step: another one who wants to write waits for no longer than that
_INSTRUCTIONS = 50_000
# Whatever anybody does adds a change or a row to one of the small tables, or takes one away.
_CHANGES = "SELECT count(*), sum((SELECT max(number) FROM change WHERE writer = writer.id)) FROM writer"
_STATES = ("SELECT sum(own) FROM school", "SELECT sum(taken_back) FROM arrival")
_LARGE = ("change", "step")


class Backup(NamedTuple):
    """A copy by its name: when it was made, for what reason, and whether a password is needed to read it."""

    path: Path
    made: datetime
    why: str  # asked, start, close, time, import, restore, erase; empty where nobody said
    sealed: bool
    number: int  # of those of the same moment

    @property
    def order(self) -> tuple[datetime, int]:
        """What sorts copies by their age."""
        return self.made, self.number


def back_up(
    connection: sqlite3.Connection, folder: Path, name: str, now: int, why: str = "", pace: Pace = NO_HURRY
) -> Path:
    """A verified copy in `folder`, named by the moment `now` in milliseconds and its reason; its place."""
    stamp = f"{stamp_of(now)} {why}".rstrip()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why_not:
        raise _unusable(folder) from why_not
    target = folder / f"{name} {stamp}.db"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{name} {stamp} ({count}).db"
    copy_database(connection, target, pace)
    return target


def stamp_of(now: int) -> str:
    """A moment as it stands in the name of a file."""
    return f"{local_moment(now):%Y-%m-%d %H.%M.%S}"


def backups_in(folder: Path, name: str) -> list[Backup]:
    """The copies of a store in a folder, the newest first; none where the folder cannot be read."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            named = _NAMED.fullmatch(path.name[len(name) :]) if path.name.startswith(name) else None
            with suppress(ValueError):
                if named is not None and path.is_file():
                    made = datetime.strptime(f"{named['day']} {named['time']}", "%Y-%m-%d %H.%M.%S")
                    sealed = named["kind"] == SEALED
                    found.append(Backup(path, made, named["why"] or "", sealed, int(named["count"] or 1)))
    return sorted(found, key=lambda backup: backup.order, reverse=True)


def newest_first(backups: Iterable[Backup], now: int) -> list[Backup]:
    """Copies by their age; those dated more than a day after `now` (ms) last, because a clock was wrong for them."""
    latest = local_moment(now) + timedelta(days=1)
    found = sorted(backups, key=lambda backup: backup.order, reverse=True)
    return sorted(found, key=lambda backup: backup.made > latest)


def all_backups(folders: Iterable[Path], name: str) -> Iterator[Backup]:
    """Every copy of a store in some folders, for whoever must reach them all."""
    for folder in folders:
        yield from backups_in(folder, name)


def newest_backup(folder: Path, name: str) -> Path | None:
    """The copy in `folder` that was made last, if there is one."""
    return next((backup.path for backup in backups_in(folder, name) if not backup.sealed), None)


def thin_out(folder: Path, name: str, now: int, verified: Path | None = None) -> list[Path]:
    """Let go of the copies that the rule no longer keeps, never of `verified`; those that went."""
    there = backups_in(folder, name)[::-1]
    sure = [place for place, backup in enumerate(there) if backup.path == verified]
    gone = []
    for place in superfluous([backup.made for backup in there], local_moment(now), sure):
        with suppress(OSError):
            there[place].path.unlink()
            gone.append(there[place].path)
    return gone


def mark_of(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Tells two states of a store apart; quick, because whoever writes meanwhile has to wait for it."""
    counts = [f"SELECT count(*) FROM {name}" for name in tables(connection) if name not in _LARGE]
    return tuple(
        value or 0 for asked in (_CHANGES, *_STATES, *counts) for value in connection.execute(asked).fetchone()
    )


def mark_in(backup: Path) -> tuple[int, ...] | None:
    """The same of a copy; None when it cannot be read, or is of an older shape."""
    try:
        with closing(open_copy(backup)) as copy:
            return mark_of(copy)
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
    """Bring the copies that a second folder lacks there, sealed when there is a seal; how many came.

    With `thin`, those there that the rule no longer keeps go.
    """
    came = 0
    try:
        second.mkdir(parents=True, exist_ok=True)
        there = {backup.path.stem for backup in backups_in(second, name)}
        wanted = [backup for backup in backups_in(folder, name)[::-1] if backup.path.stem not in there]
        for backup in wanted:
            pace(came, len(wanted))
            content = backup.path.read_bytes()
            kind = backup.path.suffix if seal is None else SEALED
            write_whole(second / (backup.path.stem + kind), content if seal is None else seal(content), read_again=True)
            came += 1
        newest = backups_in(second, name)
        if thin:
            thin_out(second, name, now, newest[0].path if newest else None)
    except OSError as why:
        raise FosdeskError(
            "The second folder for backups, {folder}, cannot be reached or is full. The backups on this computer are "
            "made as before.",
            folder=str(second),
        ) from why
    return came


def put_back(backup: Path, store: Path, now: int) -> None:
    """Let a backup take the place of a damaged store, which stays beside it under another name."""
    part = store.with_name(store.name + ".part")
    try:
        shutil.copy2(backup, part)
    except OSError as why:
        raise _unusable(store.parent) from why
    put_in_place(part, store, f"damaged {stamp_of(now)}")


def put_in_place(part: Path, store: Path, aside: str) -> Path | None:
    """Let a finished file become the store; the one before it stays beside it, and where that is."""
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
        settle_folder(store.parent)
    except OSError as why:
        with suppress(OSError):
            if was_there and not store.exists():
                replace(beside, store)
        raise _unusable(store.parent) from why
    return beside if was_there else None


def copy_database(connection: sqlite3.Connection, target: Path, pace: Pace = NO_HURRY) -> None:
    """Copy what is committed to a new file, check the copy, and only then give it its name."""
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        copy_pages(connection, part, _PAGES, lambda left, of: pace(of - left, of))
        check_copy(part, pace)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        replace(part, target)
        settle_folder(target.parent)
    except (OSError, sqlite3.Error) as why:
        raise FosdeskError(
            "No backup could be written in the folder {folder} (is the disk full?), so nothing else was done.",
            folder=str(target.parent),
        ) from why
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def check_copy(path: Path, pace: Pace = NO_HURRY) -> None:
    """Let SQLite look at every page of a copy; sqlite3.DatabaseError when one of them is not as it should be."""

    def look() -> bool:
        try:
            pace(pace.done, pace.of)
        except Stopped:
            return True
        return False

    with closing(open_copy(path)) as copy:
        copy.set_progress_handler(look, _INSTRUCTIONS)
        try:
            fault = fault_in(copy)
        except sqlite3.OperationalError:
            pace(pace.done, pace.of)
            raise
    if fault:
        raise sqlite3.DatabaseError(fault)


def _unusable(folder: Path) -> FosdeskError:
    return FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(folder))
