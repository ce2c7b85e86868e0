"""Putting a finished file in the place of another in one stroke."""

import os
import time
from pathlib import Path

_TRIES = 7


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
