"""A folder beside the store for files that must not stay: for its owner alone, emptied at start, end and erasing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fosdesk import paths


def make_folder(data: Path) -> Path:
    """A new folder for one act, below the data folder, that only this user can enter. Raises OSError."""
    from tempfile import mkdtemp  # only here: `sweep` is part of every start

    place = data / paths.WORK_FOLDER
    paths.make_private_folder(place)
    return Path(mkdtemp(prefix=f"{os.getpid()}-", dir=place))


def remove_folder(folder: Path) -> None:
    """Remove what `make_folder` made; what another program has open on Windows stays until `sweep`."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


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
    remaining = []
    for folder, inner_folders, files in os.walk(data / paths.WORK_FOLDER, topdown=False):
        for name in files:
            path = Path(folder, name)
            try:
                path.unlink(missing_ok=True)
            except OSError:
                remaining.append(path)
        for name in inner_folders:
            _remove_if_empty(Path(folder, name))
    return sorted(remaining)


def _remove_if_empty(folder: Path) -> None:
    try:
        if folder.is_symlink():
            folder.unlink()
        else:
            folder.rmdir()
    except OSError:
        pass  # a file in it is still open in another program
