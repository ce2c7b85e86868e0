"""The SHA-256 of a store that was intact when closed; a start that finds the same bytes skips the integrity check."""

import hashlib
from contextlib import suppress
from pathlib import Path

from fosdesk.store.atomic_file import write_whole
from fosdesk.system.locked_files import wait_for


def _place(store: Path) -> Path:
    return store.with_name(store.name + ".whole")


def matches(store: Path) -> bool:
    """Whether the file is, byte for byte, as when it was last found intact and closed."""
    try:
        if store.with_name(store.name + "-journal").exists():
            return False  # it changes what the file says
        return wait_for(lambda: _place(store).read_bytes()) == _digest(store).encode()
    except OSError:
        return False


def note(store: Path) -> None:
    """Store the digest of an intact store beside it; a failure is ignored, as the next start then checks the file."""
    with suppress(OSError):
        write_whole(_place(store), _digest(store).encode(), durable=False)


def _digest(store: Path) -> str:
    with wait_for(lambda: store.open("rb")) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
