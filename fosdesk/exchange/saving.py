"""Putting a finished file in its place: whole or not at all."""

import contextlib
import os
from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.store.files import replace


def save_bytes(path: Path, content: bytes) -> None:
    """Write beside the place, then rename; what was there before stays when anything goes wrong."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace(part, path)
    except OSError as why:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise FosdeskError(
            "{file} could not be written; the folder may be missing, full or closed to you.",
            file=str(path),
        ) from why
