"""A file is written whole or not at all: beside its place first, and from there into it in one stroke."""

import os
import time
from contextlib import suppress
from pathlib import Path

PART = ".part"  # what the unfinished file beside the place is called in addition
_TRIES = 7


def write_whole(target: Path, content: bytes, *, lasting: bool = True, read_again: bool = False) -> None:
    """Put a file in its place; OSError, and what was there before stays, when anything goes wrong.

    It survives a power cut, unless it need not be `lasting`. With `read_again`, the bytes are compared with those on
    the disk before the file gets its name.
    """
    part = target.with_name(target.name + PART)
    try:
        with part.open("wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if read_again and part.read_bytes() != content:
            raise OSError("what was read is not what was written")
        replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    if lasting:
        with suppress(OSError):  # where a folder cannot be told to last, the file is there all the same
            settle_folder(target.parent)


def replace(part: Path, target: Path) -> None:
    """Rename over what is there, with patience for the programs that look into new files on Windows."""
    for attempt in range(_TRIES):
        try:
            os.replace(part, target)
            return
        except PermissionError as why:
            if attempt == _TRIES - 1 or getattr(why, "winerror", None) not in (5, 32, 33):
                raise
            time.sleep(0.02 * 2**attempt)


def settle_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut, where the system has such a thing."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
