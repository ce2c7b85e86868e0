"""Saving a file atomically, with errors as sentences for users."""

from pathlib import Path

from fosdesk.errors import unwritable_error
from fosdesk.store.atomic_file import write_whole


def save_bytes(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write to a temporary file and rename it; FosdeskError when that fails, and the old file stays.

    With `private`, only its owner can read it; else what the folder and the system give to others holds, as for a
    file that somebody saves in order to hand it over.
    """
    try:
        write_whole(path, content, private=private)
    except (OSError, ValueError) as error:
        raise unwritable_error(path) from error
