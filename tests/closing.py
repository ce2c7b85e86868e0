"""Database files that a test opens are closed when it ends: on Windows an open file can be neither moved nor deleted.

Python 3.13 complains about each one that is forgotten, in whatever test happens to run when it is collected. Here the
test that forgot it fails, on every version of Python.
"""

import sqlite3
import sys
from collections.abc import Callable

_opened: list[sqlite3.Connection] = []
_to_close: list[Callable[[], None]] = []


def _notice(event: str, arguments: tuple[object, ...]) -> None:
    if event == "sqlite3.connect/handle" and isinstance(arguments[0], sqlite3.Connection):
        _opened.append(arguments[0])


def watch_connections() -> None:
    """Notice every SQLite connection from now on, whoever opens it; once for a process, as it cannot be undone."""
    sys.addaudithook(_notice)


def close_at_the_end(close: Callable[[], None]) -> None:
    """Let the end of the running test close something; to close it earlier as well does no harm."""
    _to_close.append(close)


def things_to_close() -> int:
    """How many things are left to the end; what `close_since` goes back to."""
    return len(_to_close)


def close_since(count: int) -> None:
    """Close at once what was left to the end since there were `count` things, the latest first."""
    while len(_to_close) > count:
        _to_close.pop()()
    _opened[:] = filter(_is_open, _opened)


def forget_connections() -> None:
    """Begin a test: what was opened before belongs to fixtures that several tests share."""
    _opened.clear()


def close_all() -> list[str]:
    """End a test: close what it left to this; what nobody had closed is closed as well, and told by the file's name."""
    close_since(0)
    left = [_closed(connection) for connection in _opened]
    _opened.clear()
    return left


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        return connection.total_changes >= 0  # the one question that every thread may ask
    except sqlite3.ProgrammingError:
        return False


def _closed(connection: sqlite3.Connection) -> str:
    try:
        name = str(connection.execute("PRAGMA database_list").fetchone()[2])
        connection.close()
    except sqlite3.Error as why:  # another thread's, or a file that is no database
        return str(why)
    return name or "a database in memory"
