"""A lock file beside the store, so that one program at a time has it open; the system frees it after a crash."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk import paths
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.system.locked_files import remove

if sys.platform != "win32":
    import fcntl

    _FLAGS = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK

if TYPE_CHECKING:
    from filelock import BaseFileLock


class StoreInUse(FosdeskError):
    """Another program has the store open."""


class Lock:
    """An exclusive lock from `acquire` to `release`; its file stays in the folder.

    Where the system's own lock of a plain file does, filelock is not imported, which takes 9 ms of the start. It takes
    the same lock on the same file, so either keeps the other out.
    """

    def __init__(self, store: Path) -> None:
        self._folder = store.parent
        self._path = store.with_name(store.name + ".lock")
        self._descriptor: int | None = None
        self._lock: BaseFileLock | None = None

    @property
    def is_held(self) -> bool:
        """Whether this lock is held."""
        return self._descriptor is not None or (self._lock is not None and self._lock.is_locked)

    def acquire(self) -> None:
        """Take the lock without waiting; StoreInUse when another program has it, FosdeskError for a bad folder."""
        try:
            paths.make_private_folder(self._folder)
            self._descriptor = _plain_lock(self._path)
        except BlockingIOError as why:
            raise _in_use() from why
        except OSError as why:
            raise unusable_folder_error(self._folder) from why
        if self._descriptor is None:
            self._acquire_otherwise()

    def release(self) -> None:
        """Release the lock; harmless when it is not held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)  # which frees it
        if self._lock is not None:
            self._lock.release()

    def _acquire_otherwise(self) -> None:
        """Leave it to filelock, which knows Windows, file systems without such locks, and files of others."""
        from filelock import FileLock, Timeout

        if self._lock is None:
            self._lock = FileLock(self._path, mode=0o600)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as why:
            raise _in_use() from why
        except (OSError, NotImplementedError) as why:
            raise unusable_folder_error(self._folder) from why


def _in_use() -> StoreInUse:
    return StoreInUse("fosdesk is already open on this machine, so use the window that is there.")


def _plain_lock(path: Path) -> int | None:
    """The descriptor that holds the lock; None where it is no plain file of ours, or nothing could be said.

    BlockingIOError where another program holds it.
    """
    if sys.platform == "win32":
        return None
    descriptor, is_new = None, False
    try:
        with suppress(FileNotFoundError):
            descriptor = os.open(path, _FLAGS)
        if descriptor is None:
            descriptor, is_new = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600), True
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held, there = os.fstat(descriptor), os.stat(path)
        if held.st_uid == os.getuid() and (held.st_dev, held.st_ino) == (there.st_dev, there.st_ino):
            found, descriptor = descriptor, None
            return found
    except OSError as why:
        if descriptor is not None and isinstance(why, BlockingIOError):
            raise
        if is_new:
            with suppress(OSError):
                remove(path)  # where there are no such locks, filelock takes a file that is there for a lock
    finally:
        if descriptor is not None:
            os.close(descriptor)
    return None
