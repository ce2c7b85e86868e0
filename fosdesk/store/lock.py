"""One fosdesk at a time for each store; the operating system lets go of the lock when a program ends or crashes."""

from pathlib import Path

from fosdesk.errors import FosdeskError


class Lock:
    """Held from `acquire` to `release`, through a file beside the store that may lie there for ever."""

    def __init__(self, store: Path) -> None:
        from filelock import FileLock

        self._folder = store.parent
        self._lock = FileLock(store.with_name(store.name + ".lock"))

    def acquire(self) -> None:
        """Take the lock at once, or tell that another fosdesk has it."""
        from filelock import Timeout

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout as why:
            raise FosdeskError("fosdesk is already open on this machine, so use the window that is there.") from why
        except (OSError, NotImplementedError) as why:
            raise FosdeskError(
                "The folder {folder} cannot be used. Choose another one.", folder=str(self._folder)
            ) from why

    def release(self) -> None:
        """Let the next one in."""
        self._lock.release()
