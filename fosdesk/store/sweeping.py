"""VACUUM after erasing: noted in a file beside the store, so that it is done later when it is refused or killed."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from fosdesk.store.atomic_file import write_whole
from fosdesk.store.sqlite_dialect import vacuum
from fosdesk.system.locked_files import remove


def mark_unswept(store: Path) -> None:
    """Note that a store must be vacuumed; a failure is ignored, as secure_delete overwrites most traces."""
    with suppress(OSError):
        write_whole(_mark(store), b"")


def is_unswept(store: Path) -> bool:
    """Whether a store was erased in and not vacuumed since, so that its file may hold traces of that."""
    return _mark(store).exists()


def sweep(connection: sqlite3.Connection, store: Path) -> bool:
    """Vacuum a store; False when that fails, as when another program is reading in it, and then the note stays."""
    try:
        vacuum(connection)
    except sqlite3.Error:
        return False
    with suppress(OSError):
        remove(_mark(store))
    return True


def _mark(store: Path) -> Path:
    return store.with_name(store.name + ".unswept")
