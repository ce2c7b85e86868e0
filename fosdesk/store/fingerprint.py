"""What a store's bytes were when it was last found whole; a start that finds the same bytes need not look again."""

import hashlib
from contextlib import suppress
from pathlib import Path

from fosdesk.store.atomic_file import write_whole


def _place(store: Path) -> Path:
    return store.with_name(store.name + ".whole")


def matches(store: Path) -> bool:
    """Whether the file is, byte for byte, as it was when it was last found whole and closed."""
    try:
        if store.with_name(store.name + "-journal").exists():
            return False  # it changes what the file says
        return _place(store).read_text(encoding="ascii") == _taken(store)
    except (OSError, ValueError):
        return False


def note(store: Path) -> None:
    """Remember the bytes of a store that was found whole; where that cannot be, the next start looks again."""
    with suppress(OSError):
        write_whole(_place(store), _taken(store).encode(), lasting=False)


def _taken(store: Path) -> str:
    with store.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
