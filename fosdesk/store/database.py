"""Opens the database file: checks what it is and whether it is intact, and applies migrations."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from fosdesk import paths
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.store import fingerprint, sweeping
from fosdesk.store.known_schema import MIGRATIONS, frozen
from fosdesk.store.sqlite_dialect import (
    APPLICATION_ID,
    MAGIC,
    drop_objects,
    integrity_error,
    kind_and_version,
    migrate,
    open_reader,
    prepare_writer,
    schema_after,
    schema_rows,
)
from fosdesk.system.locked_files import open_file


class FileState(NamedTuple):
    """What tells that nobody has written in a file: device, inode, size, and time of the last writing (ns)."""

    device: int
    inode: int
    size: int
    written: int

    @property
    def identity(self) -> tuple[int, int]:
        """The device and inode, which change when a sync client replaces the file."""
        return self.device, self.inode


def file_state(path: Path) -> FileState | None:
    """The state of the file at a path; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileState(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


class _Connection(sqlite3.Connection):
    """A connection that remembers the state of the file when it was found intact."""

    found: FileState | None = None

    def has_left_alone(self, path: Path) -> bool:
        """Whether nothing was written to the file since, neither through this connection nor by others."""
        try:
            return self.found is not None and not self.total_changes and self.found == file_state(path)
        except sqlite3.ProgrammingError:
            return False  # it was closed before


def open_database(path: Path, migrations: Mapping[int, str] | None = None) -> sqlite3.Connection:
    """A connection to an intact store with the newest schema; the file is created when missing or empty.

    `migrations` (number to SQL) replaces the shipped ones in tests. FosdeskError when the file is damaged, of
    another kind, of a newer version, or cannot be written.
    """
    _check_place(path)
    steps = {n: frozen(place) for n, place in MIGRATIONS.items()} if migrations is None else migrations
    with sqlite_errors_translated(path):
        # Long work has a thread of its own; the store sees to it that only one writes at a time.
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=_Connection)
        try:
            fresh = path.stat().st_size == 0
            prepare_writer(connection)
            version = _version(connection, path, max(steps), fresh)
            # Before anything in the file is trusted: an index may take minutes to check, and a view to ask.
            if not fresh:
                _ignore_planted(connection, path, version, steps)
            before = file_state(path)
            known = not fresh and fingerprint.matches(path)
            if not fresh and not known and integrity_error(connection):
                raise _damaged(path)
            if version < max(steps):
                if not fresh:
                    _keep_copy(connection, path, version)
                migrate(connection, [(n, steps[n]) for n in sorted(steps) if n > version])
            elif known:
                connection.found = before
            if sweeping.is_unswept(path):  # what an erasing could not do any more
                sweeping.sweep(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _ignore_planted(connection: sqlite3.Connection, path: Path, version: int, steps: Mapping[int, str]) -> None:
    """Drop triggers, views and indexes that others put into the store. DamagedStore where our own tables differ."""
    there = schema_rows(connection)
    expected = schema_after(tuple(sql for number, sql in sorted(steps.items()) if number <= version))
    if expected - there:
        raise _damaged(path)
    planted = {row for row in there - expected if row[0] != "table" or row[1].startswith("sqlite_stat")}
    if planted:
        drop_objects(connection, planted)


def _check_place(path: Path) -> None:
    """Create the folder when missing. FosdeskError where it cannot be written, or the file is no SQLite database."""
    folder = path.parent
    try:
        paths.make_private_folder(folder)
        if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
            raise FosdeskError(
                "fosdesk may not write in the folder {folder}, so choose another one.", folder=str(folder)
            )
        if path.exists():
            with open_file(path) as file:
                start = file.read(len(MAGIC))
            if start and start != MAGIC:
                raise _other_kind(path)
            paths.make_private(path)
        else:
            paths.touch_private(path)  # SQLite gives its journals the rights of the store
    except OSError as why:
        raise unusable_folder_error(folder) from why


def close_database(connection: sqlite3.Connection, path: Path) -> None:
    """Close the connection; if the file is intact, note its fingerprint, so that the next start skips the check."""
    left_alone = isinstance(connection, _Connection) and connection.has_left_alone(path)
    connection.close()
    if left_alone or fingerprint.matches(path):
        return
    with suppress(sqlite3.Error):  # the next start says what is wrong
        with closing(open_reader(path)) as afresh:  # nothing known from before
            fault = integrity_error(afresh)
        if not fault:
            fingerprint.note(path)


def _version(connection: sqlite3.Connection, path: Path, newest: int, fresh: bool) -> int:
    if fresh:
        return 0
    kind, version = kind_and_version(connection)
    if kind != APPLICATION_ID or not isinstance(version, int) or version < 1:
        raise _other_kind(path)
    if version > newest:
        raise FosdeskError(
            "The file {file} was made by a newer fosdesk, so update fosdesk on this machine to open it.", file=path.name
        )
    return version


def _keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy the store before a migration, beside it, with the old version in the name."""
    from fosdesk.store.copies.backups import copy_database

    copy_database(connection, path.with_name(f"{path.stem}.version-{version}{path.suffix}"))


# -- trouble


@contextmanager
def sqlite_errors_translated(path: Path) -> Iterator[None]:
    """Turn SQLite errors about the file, disk or folder into FosdeskError; others (bugs) pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = error_for_user(error, path)
        if trouble is None:
            raise
        raise trouble from error


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Raise DamagedStore where something stored is no text or JSON of ours, as a disk or another program leaves it.

    FileChanged where the tables are gone.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if not str(error).startswith("no such table"):
            raise
        raise FileChanged(path) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(path) from error


def error_for_user(error: BaseException | None, path: Path) -> FosdeskError | None:
    """The FosdeskError that says what a person can do about an SQLite error; None when it is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith("Could not decode to UTF-8"):
        return _damaged(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return file_moved_error(path)
    match code & 0xFF if isinstance(code, int) else -1:
        case sqlite3.SQLITE_FULL:
            return FosdeskError("There is no room left on the disk, so this was not saved; make room and try again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return FosdeskError(
                "fosdesk may not write in the folder {folder}, so choose another one.", folder=str(path.parent)
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return FosdeskError(
                "Another program is using the file {file} right now, so try again in a moment.", file=path.name
            )
        case sqlite3.SQLITE_NOTADB:
            return _other_kind(path)
        case sqlite3.SQLITE_CORRUPT:
            return _damaged(path)
        case sqlite3.SQLITE_IOERR:
            return FosdeskError(
                "The disk did not answer when fosdesk used the file {file}, so this was not saved.", file=path.name
            )
    return None


def file_moved_error(path: Path) -> FosdeskError:
    """The error for a store file that was moved or replaced while it was open."""
    return FosdeskError(
        "The file {file} was moved or removed while fosdesk had it open, so this was not saved; put it back into the "
        "folder {folder}.",
        file=path.name,
        folder=str(path.parent),
    )


class FileChanged(FosdeskError):
    """The store's file is not as this opening left it: others wrote in it, overwrote, replaced or removed it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The file {file} was changed by another program, so this was not done. Look at what is shown now, and "
            "try again.",
            file=path.name,
        )


class RepairUnderWay(FosdeskError):
    """The store is being put together again in another thread, and nothing can be written until that is done."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Another program has changed the file {file}, so your school is being put together again. What you write "
            "is saved when that is done, in a moment.",
            file=path.name,
        )


class DamagedStore(FosdeskError):
    """The file is a store, and SQLite finds it damaged; it can be replaced by a backup or salvaged."""


def _damaged(path: Path) -> DamagedStore:
    return DamagedStore(
        "The file {file} is damaged and has not been touched, so use a backup from the folder {folder}.",
        file=path.name,
        folder=str(path.parent / paths.BACKUP_FOLDER),
    )


class OtherKind(FosdeskError):
    """The file is no store, or damaged so badly that it does not look like one."""


def _other_kind(path: Path) -> OtherKind:
    return OtherKind(
        "The file {file} is not fosdesk's own and has not been touched, so choose another folder.", file=path.name
    )
