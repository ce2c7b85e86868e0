"""Opening, renaming and removing files that another program on Windows, such as antivirus, holds for a moment."""

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

Result = TypeVar("Result")

ON_WINDOWS = sys.platform == "win32"
# Of Windows: access denied, as for a file that is being deleted; in use; partly locked; open in another's memory.
_HELD_BY_OTHERS = (5, 32, 33, 1224)
_TRIES = 7
_FIRST_WAIT = 0.02  # s; doubled each time, so that all of them are 1.3 s


def wait_for(act: Callable[[], Result]) -> Result:
    """Run `act`, and again for up to 1.3 s while another program holds the file; then its OSError is raised."""
    for attempt in range(_TRIES - 1):
        try:
            return act()
        except OSError as why:
            if not _is_held(why):
                raise
            time.sleep(_FIRST_WAIT * 2**attempt)
    return act()


def _is_held(why: OSError) -> bool:
    """Whether another program may hold the file: `open` tells only a number of C's, the same for all of these."""
    of_windows = getattr(why, "winerror", None)
    return of_windows in _HELD_BY_OTHERS if of_windows else ON_WINDOWS and why.errno == errno.EACCES


def open_file(path: Path, mode: str = "rb", opener: Callable[[str, int], int] | None = None) -> BinaryIO:
    """Open a file for bytes, in a binary `mode`. Raises OSError."""
    return cast(BinaryIO, wait_for(lambda: open(path, mode, encoding=None, opener=opener)))


def write_file(path: Path, content: bytes) -> None:
    """Write a file anew, without patience once it is open; for what may be lost half-way. Raises OSError."""
    with open_file(path, "wb") as file:
        file.write(content)


def copy_file(old: Path, new: Path) -> None:
    """Copy what is in a file, without its times and rights; a file of the new name is written over. Raises OSError."""
    wait_for(lambda: shutil.copyfile(old, new))


def rename(old: Path, new: Path) -> None:
    """Give a file another name; a file of that name is replaced. Raises OSError."""
    wait_for(lambda: os.replace(old, new))


def remove(path: Path) -> None:
    """Remove a file; harmless when it is not there. Raises OSError."""
    wait_for(lambda: path.unlink(missing_ok=True))


def remove_tree(folder: Path, *, itself: bool = True) -> list[Path]:
    """Remove all that is in a folder, and the folder `itself`; returns the files that could not be removed."""
    remaining = []
    for place, inner_folders, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(place, name)
            try:
                remove(path)
            except OSError:
                remaining.append(path)
        for name in inner_folders:
            _remove_if_empty(Path(place, name))
    if itself:
        _remove_if_empty(folder)
    return remaining


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # a file in it is still open in another program
        if folder.is_symlink():
            remove(folder)
        else:
            folder.rmdir()
