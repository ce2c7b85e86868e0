"""Texts that could not be stored when the session ended, kept beside the store until the next start."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from fosdesk.system.locked_files import remove, wait_for
from fosdesk.ui.frame.edits import Draft

NAME = "drafts.json"  # in the data folder
_LARGEST = 50_000_000  # bytes


def keep_drafts(folder: Path, drafts: Mapping[str, Draft]) -> None:
    """Write drafts for the next start, or remove the file where there are none; silent where that fails."""
    import msgspec

    from fosdesk.store.atomic_file import write_whole

    path = folder / NAME
    with suppress(OSError):
        if drafts:
            write_whole(path, msgspec.json.encode(drafts))
        else:
            remove(path)


def take_drafts(folder: Path) -> dict[str, Draft]:
    """The drafts of the last session, whose file is removed; none when it is damaged."""
    import msgspec

    path = folder / NAME
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        written = wait_for(path.read_bytes)
        remove(path)
        return msgspec.json.decode(written, type=dict[str, Draft])
    except (OSError, msgspec.MsgspecError, RecursionError):
        return {}
