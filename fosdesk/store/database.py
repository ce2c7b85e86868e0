"""Opening the database file: what it is, whether it is whole, and the steps that bring it up to date."""

import os
import pkgutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.store import fingerprint
from fosdesk.store.sqlite_dialect import (
    APPLICATION_ID,
    MAGIC,
    fault_in,
    kind_and_version,
    migrate,
    open_reader,
    prepare_writer,
)

MIGRATIONS = {  # the number of a step, and its frozen SQL
    1: "migrations/0001.sql",
    2: "migrations/0002.sql",
    3: "migrations/0003.sql",
}


class _Connection(sqlite3.Connection):
    """Remembers in which state the file was found, where its bytes were known as whole then."""

    found: tuple[int, int, int] | None = None

    def has_left_alone(self, path: Path) -> bool:
        """Whether nobody has written in it since, neither through this connection nor otherwise."""
        try:
            return self.found is not None and not self.total_changes and self.found == _state(path)
        except sqlite3.ProgrammingError:
            return False  # it was closed before


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_ino, there.st_size, there.st_mtime_ns


def open_database(path: Path, migrations: Mapping[int, str] | None = None) -> sqlite3.Connection:
    """A connection to a whole store of the newest shape; made when the file is missing or empty."""
    _check_place(path)
    steps = {n: frozen(place) for n, place in MIGRATIONS.items()} if migrations is None else migrations
    with told(path):
        # Long work has a thread of its own; the store sees to it that only one writes at a time.
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=_Connection)
        try:
            fresh = path.stat().st_size == 0
            # As the first statement, before anything in the file is trusted.
            before = _state(path)
            known = not fresh and fingerprint.matches(path)
            if not fresh and not known and fault_in(connection):
                raise _damaged(path)
            prepare_writer(connection)
            version = _version(connection, path, max(steps), fresh)
            if version < max(steps):
                if not fresh:
                    _keep_copy(connection, path, version)
                migrate(connection, [(n, steps[n]) for n in sorted(steps) if n > version])
            elif known:
                connection.found = before
        except BaseException:
            connection.close()
            raise
    return connection


def frozen(place: str) -> str:
    """The SQL of one step, as it was released."""
    sql = pkgutil.get_data("fosdesk.store", place)
    assert sql is not None
    return sql.decode()


def _check_place(path: Path) -> None:
    """Make the folder when it is missing; refuse a place that cannot be written, and a file of another kind."""
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
            raise FosdeskError(
                "fosdesk may not write in the folder {folder}, so choose another one.", folder=str(folder)
            )
        if path.exists():
            with path.open("rb") as file:
                start = file.read(len(MAGIC))
            if start and start != MAGIC:
                raise _other_kind(path)
    except OSError as why:
        raise FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(folder)) from why


def close_database(connection: sqlite3.Connection, path: Path) -> None:
    """Let go of the file, and remember its bytes if it is whole, so that the next start need not look."""
    left_alone = isinstance(connection, _Connection) and connection.has_left_alone(path)
    connection.close()
    if left_alone or fingerprint.matches(path):
        return
    with suppress(sqlite3.Error):  # the next start says what is wrong
        with closing(open_reader(path)) as afresh:  # nothing known from before
            fault = fault_in(afresh)
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
    """A whole copy of the store as the older version left it, beside it."""
    from fosdesk.store.backups import copy_database

    copy_database(connection, path.with_name(f"{path.stem}.version-{version}{path.suffix}"))


# -- trouble


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file, the disk or the folder into a sentence; the rest are bugs of ours."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = sentence_for(error, path)
        if trouble is None:
            raise
        raise trouble from error


def sentence_for(error: BaseException | None, path: Path) -> FosdeskError | None:
    """What a person can do about it; None when it is nothing to do with the machine."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
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


def moved(path: Path) -> FosdeskError:
    """What to say when the file that was opened no longer lies where it did."""
    return FosdeskError(
        "The file {file} was moved or removed while fosdesk had it open, so nothing more was written; "
        "start fosdesk again.",
        file=path.name,
    )


class DamagedStore(FosdeskError):
    """The file is fosdesk's own, and SQLite finds it broken; a backup can take its place."""


def _damaged(path: Path) -> DamagedStore:
    return DamagedStore(
        "The file {file} is damaged and has not been touched, so use a backup from the folder {folder}.",
        file=path.name,
        folder=str(path.parent / "backups"),
    )


class OtherKind(FosdeskError):
    """The file is no store, or so broken that it does not look like one."""


def _other_kind(path: Path) -> OtherKind:
    return OtherKind(
        "The file {file} is not fosdesk's own and has not been touched, so choose another folder.", file=path.name
    )
