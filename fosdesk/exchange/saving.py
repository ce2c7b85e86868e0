"""Putting a finished file in its place: whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.store.files import replace, settle_folder


def save_bytes(path: Path, content: bytes) -> None:
    """Write beside the place, then rename; what was there before stays when anything goes wrong."""
    try:
        part = path.with_name(path.name + ".part")
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            replace(part, path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as why:
        raise FosdeskError(
            "{file} could not be written; the folder may be missing, full or closed to you.", file=str(path)
        ) from why
    with suppress(OSError):
        settle_folder(path.parent)  # where a folder cannot be told to last, the file is there all the same
