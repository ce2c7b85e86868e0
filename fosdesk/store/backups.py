"""Copies of the whole store: made by SQLite itself, read again before they count, and never half there."""

import os
import shutil
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.store.files import replace, settle_folder


def back_up(connection: sqlite3.Connection, folder: Path, name: str, now: int) -> Path:
    """A verified copy in `folder`, named by the moment `now` in milliseconds; its place."""
    stamp = f"{datetime.fromtimestamp(now / 1000):%Y-%m-%d %H.%M.%S}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(folder)) from why
    target = folder / f"{name} {stamp}.db"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{name} {stamp} ({count}).db"
    copy_database(connection, target)
    return target


def newest_backup(folder: Path, name: str) -> Path | None:
    """The copy in `folder` that was made last, if there is one."""
    try:
        return max(folder.glob(f"{name} *.db"), key=lambda path: path.stat().st_mtime, default=None)
    except OSError:
        return None


def put_back(backup: Path, store: Path, now: int) -> None:
    """Let a backup take the place of a damaged store, which stays beside it under another name."""
    stamp = f"{datetime.fromtimestamp(now / 1000):%Y-%m-%d %H.%M.%S}"
    part = store.with_name(store.name + ".part")
    try:
        shutil.copy2(backup, part)
        store.rename(store.with_name(f"{store.stem} damaged {stamp}{store.suffix}"))
        replace(part, store)
    except OSError as why:
        raise FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(store.parent)) from why


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Copy what is committed to a new file, check the copy, and only then give it its name."""
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        _check(part)
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


def _check(part: Path) -> None:
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    finally:
        copy.close()
    if found != "ok":
        raise sqlite3.DatabaseError(found)
