"""A folder beside the store for files that must not stay: for its owner alone, emptied at start, end and erasing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fosdesk import paths
from fosdesk.system.locked_files import remove_tree


def make_folder(data: Path) -> Path:
    """A new folder for one act, below the data folder, that only this user can enter. Raises OSError."""
    from tempfile import mkdtemp  # only here: `sweep` is part of every start

    place = data / paths.WORK_FOLDER
    paths.make_private_folder(place)
    return Path(mkdtemp(prefix=f"{os.getpid()}-", dir=place))


def remove_folder(folder: Path) -> None:
    """Remove what `make_folder` made; what another program has open on Windows stays until `sweep`."""
    remove_tree(folder)


@contextmanager
def temporary_folder(data: Path) -> Iterator[Path]:
    """A folder for one act that is removed at its end. Raises OSError when it cannot be made."""
    folder = make_folder(data)
    try:
        yield folder
    finally:
        remove_folder(folder)


def sweep(data: Path) -> list[Path]:
    """Delete all files in the private place, also those that a crash left; returns those that could not be deleted.

    Only for whoever holds the lock of the store beside it, so that no other program is working there.
    """
    return sorted(remove_tree(data / paths.WORK_FOLDER, itself=False))
