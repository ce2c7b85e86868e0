"""Reading a colleague's working file (a SQLite store) without trusting it: a private copy, checked, within limits."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec

from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.errors import FosdeskError
from fosdesk.exchange.private_folder import temporary_folder
from fosdesk.exchange.school_file import (
    MAX_CHANGES,
    MAX_WRITERS,
    ChangeLine,
    SchoolFile,
    Value,
    WriterLine,
    contains_nul,
    newer_format_error,
    school_name_in,
)
from fosdesk.exchange.zip_container import not_a_school_file_error, too_large_error
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.journal_check import are_too_many_links, check_whole
from fosdesk.store.known_schema import MIGRATIONS, frozen
from fosdesk.store.sqlite_dialect import APPLICATION_ID, MAGIC, file_address, statements
from fosdesk.store.step_draft import checksum
from fosdesk.system.locked_files import open_file

_MAX_BYTES = 256 << 20
_CHUNK = 1 << 20
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_STEP_SIZE = 10_000  # instructions of SQLite's between two looks at how many there were
_MIN_STEP_LIMIT = 3_000
_BYTES_PER_STEP = 8_000  # a larger file may take that many more
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 4 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 10,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY")
_TABLES = ("sqlite_master", "school", "writer", "change")
_READ_ERRORS = (sqlite3.Error, sqlite3.Warning, OSError, ValueError, OverflowError, KeyError, msgspec.MsgspecError)
_VALUE = msgspec.json.Decoder(Value)
_PAIRS = msgspec.json.Decoder(tuple[tuple[int, int], ...])


class StoredJournal(NamedTuple):
    """The journal of a school in a working file, and whether it is that laptop's own school."""

    journal: Journal
    own: bool


def read_working_copy(path: Path, pace: Pace = NO_HURRY, *, data: Path | None = None) -> SchoolFile:
    """The own school of a working file, like the content of a school file; FosdeskError when there is none.

    `data` as in `schools_in`.
    """
    own = [found.journal for found in schools_in(path, pace, data=data) if found.own]
    if len(own) != 1:
        raise FosdeskError(
            "There is no school of its own in this file; ask for a school file, which is written on the page Schools."
        )
    (journal,) = own
    latest = max(journal.writers, key=lambda writer: (writer.opened, writer.uid), default=None)
    made = max((change.at for change in journal.changes), default=0)
    return SchoolFile(journal, latest.app if latest else "", made, reference=False)


def schools_in(path: Path, pace: Pace = NO_HURRY, *, data: Path | None = None) -> list[StoredJournal]:
    """All schools of a working file, which is not changed; FosdeskError for a damaged or foreign file.

    `data` is the data folder in whose private place it is copied, so that nothing of it stays after a crash; None for
    the system's own place for such files.
    """
    try:
        with _private_copy(path, data) as copy, closing(_open_checked(copy)) as connection:
            return _schools(connection, pace)
    except _READ_ERRORS as error:
        raise _tampered_error() from error


def _tampered_error() -> FosdeskError:
    return FosdeskError(
        "This working file of fosdesk is damaged or has been changed by another program; ask for a school file, "
        "which is written on the page Schools. Nothing has been changed."
    )


# -- the file


def _place(data: Path | None) -> AbstractContextManager[str | Path]:
    if data is None:
        return TemporaryDirectory(prefix="fosdesk-", ignore_cleanup_errors=True)
    return temporary_folder(data)


@contextmanager
def _private_copy(path: Path, data: Path | None) -> Iterator[Path]:
    """A copy of the file in a private folder, in the state of its last finished commit."""
    with ExitStack() as until_read:
        try:
            folder = until_read.enter_context(_place(data))
        except OSError as error:  # of the place for the copy: the file is not to blame
            raise FosdeskError(
                "The file {file} could not be read; nothing has been changed.", file=path.name
            ) from error
        copy = Path(folder) / "copy.db"
        _copy(path, copy)
        journal = path.with_name(path.name + "-journal")
        log = path.with_name(path.name + "-wal")
        if log.is_file() and log.stat().st_size:
            raise FosdeskError(
                "Another program is using this file, so some of it lies beside it; close that program, "
                "and take a new copy."
            )
        if journal.is_file() and journal.stat().st_size:
            _apply_rollback_journal(journal, copy)
        _check_header(copy)
        yield copy


def _copy(source: Path, target: Path) -> None:
    try:
        if source.stat().st_size > _MAX_BYTES:
            raise too_large_error()
        with open_file(source) as one, open_file(target, "xb") as other:
            shutil.copyfileobj(one, other, _CHUNK)
    except OSError as error:
        raise FosdeskError("The file {file} could not be read; nothing has been changed.", file=source.name) from error


def _apply_rollback_journal(journal: Path, copy: Path) -> None:
    """Roll back the unfinished commit that a rollback journal beside the file belongs to."""
    there = copy.with_name(copy.name + "-journal")
    _copy(journal, there)
    with open_file(there) as file:
        file.seek(-min(len(_JOURNAL_MAGIC), there.stat().st_size), 2)
        # It would name another file, which SQLite might then remove.
        if file.read() == _JOURNAL_MAGIC:
            raise _tampered_error()
    _check_header(copy)
    with closing(_connect(copy, "rw")) as connection:
        connection.execute("PRAGMA schema_version").fetchone()


def _check_header(copy: Path) -> None:
    """Check the SQLite header, application id and version before SQLite opens the file."""
    with open_file(copy, "r+b") as file:
        header = file.read(100)
        if len(header) < 100 or not header.startswith(MAGIC):
            raise not_a_school_file_error()
        if header[18:20] == b"\2\2":  # a write-ahead log that is not there: what the file itself holds is read
            file.seek(18)
            file.write(b"\1\1")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise not_a_school_file_error()
    version = int.from_bytes(header[60:64], "big", signed=True)
    if version > max(MIGRATIONS):
        raise newer_format_error()
    if version < 1:
        raise not_a_school_file_error()


# -- the connection


def _connect(copy: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file_address(copy.absolute(), mode), uri=True, isolation_level=None)
    for limit, maximum in _LIMITS.items():
        connection.setlimit(limit, maximum)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    maximum = _MIN_STEP_LIMIT + copy.stat().st_size // _BYTES_PER_STEP
    steps = iter(range(maximum))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEP_SIZE)
    return connection


def _open_checked(copy: Path) -> sqlite3.Connection:
    """A read-only connection to a file with exactly our tables that passes SQLite's integrity check."""
    connection = _connect(copy, "ro")
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_authorize)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        there = connection.execute(_SCHEMA_QUERY).fetchmany(100)
        if sorted(there, key=str) != _expected_schema(version):
            raise sqlite3.DatabaseError("not our tables")
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    except BaseException:
        connection.close()
        raise
    return connection


_SCHEMA_QUERY = "SELECT type, name, tbl_name, sql FROM sqlite_master"


@cache
def _expected_schema(version: int) -> list[tuple[Any, ...]]:
    """The rows of sqlite_master that a store of that version has."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for number in range(1, version + 1):
            for statement in statements(frozen(MIGRATIONS[number])):
                fresh.execute(statement)
        return sorted(fresh.execute(_SCHEMA_QUERY), key=str)


def _authorize(action: int, one: str | None, other: str | None, database: str | None, trigger: str | None) -> int:
    reads = action == sqlite3.SQLITE_SELECT or (action == sqlite3.SQLITE_READ and one in _TABLES)
    queries = action == sqlite3.SQLITE_PRAGMA and one in ("user_version", "integrity_check")
    return sqlite3.SQLITE_OK if (reads or queries) and trigger is None else sqlite3.SQLITE_DENY


# -- the rows


def _schools(connection: sqlite3.Connection, pace: Pace) -> list[StoredJournal]:
    owned = {
        sid: (school, own == 1) for sid, school, own in _rows(connection, "SELECT id, school, own FROM school", 10_000)
    }
    writers: dict[int, list[Writer]] = {sid: [] for sid in owned}
    writer_index: dict[int, tuple[int, int]] = {}
    for own, sid, *row_values in _rows(
        connection, "SELECT id, school, uid, role, app, opened FROM writer ORDER BY uid", MAX_WRITERS
    ):
        line = msgspec.convert(row_values, WriterLine)
        writer_index[own] = sid, len(writers[sid])
        writers[sid].append(Writer(line.uid, line.role, line.app, line.opened))
    changes: dict[int, list[list[Change]]] = {sid: [[] for _ in writers[sid]] for sid in owned}
    blanked: dict[int, set[tuple[int, int]]] = {sid: set() for sid in owned}
    query = "SELECT writer, number, lamport, at, step, record, field, value, replaces, checksum, blanked FROM change"
    links = 0
    for count, row in enumerate(_rows(connection, query, MAX_CHANGES)):
        links += row[8].count(",") // 2
        if are_too_many_links(links, count):
            raise ValueError("more links than people can write")
        if count % 1000 == 0:
            pace(count)
        if checksum(*row[:9]) != row[9]:
            raise ValueError("a row is not as it was written")
        sid, index = writer_index[row[0]]
        changes[sid][index].append(_change(row, sid, writer_index))
        if row[10] == 1:
            blanked[sid].add((index, row[1]))
    return [_journal(school, own, writers[sid], changes[sid], blanked[sid]) for sid, (school, own) in owned.items()]


def _rows(connection: sqlite3.Connection, question: str, maximum: int) -> Iterator[tuple[Any, ...]]:
    for count, row in enumerate(connection.execute(question)):
        if count >= maximum:
            raise too_large_error()
        yield row


def _change(row: tuple[Any, ...], sid: int, writer_index: Mapping[int, tuple[int, int]]) -> Change:
    """The change of a row, checked like a line of a school file; ValueError and others when it is not sound."""
    own, number, order, at, step, record, field, value, replaces = row[:9]
    replaced = []
    for writer, earlier in _PAIRS.decode(replaces):
        school, index = writer_index[writer]
        if school != sid:
            raise ValueError("a change of another school")
        replaced.append((index, earlier))
    row_values = (
        writer_index[own][1],
        number,
        order,
        at,
        step,
        record,
        field,
        _VALUE.decode(value),
        tuple(sorted(replaced)),
    )
    c = msgspec.convert(row_values, ChangeLine)
    if contains_nul(c):
        raise ValueError("a letter that no file may hold")
    return Change(c.writer, c.number, c.order, c.at, c.step, c.record, c.field, c.value, c.replaces)


def _journal(
    school: object, own: bool, writers: list[Writer], written: list[list[Change]], blanked: set[tuple[int, int]]
) -> StoredJournal:
    if not isinstance(school, str) or not 0 < len(school) <= 200 or "\0" in school:
        raise ValueError("no id of a school")
    changes = list(chain.from_iterable(written))  # each writer's, by number
    changes.sort(key=attrgetter("order"))
    journal = Journal(school, "", tuple(writers), tuple(changes), frozenset(blanked))
    check_whole(journal)
    return StoredJournal(msgspec.structs.replace(journal, name=school_name_in(journal)), own)
