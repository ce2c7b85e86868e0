"""Atomic file writing: a temporary file in the same folder, then a rename over the target."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from fosdesk import paths
from fosdesk.system.locked_files import open_file, remove, rename, wait_for

PART = ".part"  # what the unfinished file beside the place is called in addition
_SLICE = 1 << 20


def write_whole(
    target: Path,
    content: bytes,
    *,
    durable: bool = True,
    verify: bool = False,
    private: bool = True,
    written: Callable[[], None] | None = None,
) -> None:
    """Write a file atomically; on any exception the earlier content of `target` stays. Raises OSError.

    With `durable`, file and folder are flushed to disk, so that it survives a power cut. With `verify`, the bytes
    are read back and compared before the rename. With `private`, its owner alone can read it, on systems where files
    have such rights; else whoever could read an earlier file there can read this one. `written` is called
    after each megabyte that is on the disk.
    """
    part = target.with_name(target.name + PART)
    size = len(content) if written is None else _SLICE
    try:
        with open_file(part, "wb", paths.open_private if private else None) as file:
            for start in range(0, len(content), size or 1):
                file.write(content[start : start + size])
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
                if written is not None:
                    written()
        if verify and wait_for(part.read_bytes) != content:
            raise OSError("what was read is not what was written")
        if private:
            paths.make_private(part)  # what a crash left there may be open to others
        else:
            _give_same_rights(target, part)
        replace(part, target)
    except BaseException:
        with suppress(OSError):
            remove(part)
        raise
    if durable:
        with suppress(OSError):  # where a folder cannot be told to last, the file is there all the same
            sync_folder(target.parent)


def replace(part: Path, target: Path) -> None:
    """Rename `part` over `target`; retried for up to 1.3 s while other programs on Windows hold the file.

    OSError where `target` is a pipe, a device or a folder: those are never replaced by a file.
    """
    if target.exists() and not target.is_file():
        raise OSError(f"{target} is no ordinary file")
    rename(part, target)


def _give_same_rights(old: Path, new: Path) -> None:
    """Who could read a file that is replaced can read the new one, and nobody else."""
    if os.name != "nt":
        with suppress(OSError):  # there is none yet
            new.chmod(old.stat().st_mode & 0o777)


def keep_times(old: Path, new: Path) -> None:
    """Give a file that is to replace an older one its times; its rights stay its own. Raises OSError."""
    there = old.stat()
    os.utime(new, ns=(there.st_atime_ns, there.st_mtime_ns))


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to disk, so that a rename survives a power cut; does nothing on Windows."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
