"""Putting a finished file in its place: whole or not at all, and trouble told in a sentence."""

from pathlib import Path

from fosdesk.errors import FosdeskError
from fosdesk.store.atomic_file import write_whole


def save_bytes(path: Path, content: bytes) -> None:
    """Write beside the place, then rename; what was there before stays when anything goes wrong."""
    try:
        write_whole(path, content)
    except (OSError, ValueError) as why:
        raise FosdeskError(
            "{file} could not be written; the folder may be missing, full or closed to you.", file=str(path)
        ) from why
