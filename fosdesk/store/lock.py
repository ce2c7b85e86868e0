"""A lock file beside the store, so that one program at a time has it open; the system frees it after a crash."""

from pathlib import Path

from fosdesk import paths
from fosdesk.errors import FosdeskError, unusable_folder_error


class StoreInUse(FosdeskError):
    """Another program has the store open."""


class Lock:
    """An exclusive lock from `acquire` to `release`; its file stays in the folder."""

    def __init__(self, store: Path) -> None:
        from filelock import FileLock

        self._folder = store.parent
        self._lock = FileLock(store.with_name(store.name + ".lock"), mode=0o600)

    def acquire(self) -> None:
        """Take the lock without waiting; StoreInUse when another program has it, FosdeskError for a bad folder."""
        from filelock import Timeout

        try:
            paths.make_private_folder(self._folder)
            self._lock.acquire(timeout=0)
        except Timeout as why:
            raise StoreInUse("fosdesk is already open on this machine, so use the window that is there.") from why
        except (OSError, NotImplementedError) as why:
            raise unusable_folder_error(self._folder) from why

    def release(self) -> None:
        """Release the lock; harmless when it is not held."""
        self._lock.release()
