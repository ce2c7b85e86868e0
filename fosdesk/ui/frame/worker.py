"""Worker: runs a function in a thread and reports its end on the GUI thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Worker(QObject, Generic[T]):
    """One piece of work at a time; exceptions are raised again by `result`, so that none is lost."""

    _over = Signal()

    def __init__(self, owner: QObject, name: str, ended: Callable[[], None], *, daemon: bool = False) -> None:
        """`ended` is called from the event loop of the owner's thread while the owner exists; it must call `result`.

        A `daemon` thread does not keep the program running.
        """
        super().__init__(owner)
        self._name, self._daemon = name, daemon
        self._thread: Thread | None = None
        self._returned: list[T] = []
        self._raised: BaseException | None = None
        self._ended = ended
        self._over.connect(self._end)

    @property
    def under_way(self) -> bool:
        """Whether work was started whose end was not reported yet."""
        return self._thread is not None

    @property
    def has_ended(self) -> bool:
        """Whether the function has returned, though its end may not be reported yet."""
        return bool(self._returned) or self._raised is not None

    def start(self, act: Callable[[], T]) -> None:
        """Run `act` in a thread; RuntimeError while other work is under way."""
        if self._thread is not None:
            raise RuntimeError(f"{self._name} is under way already")
        self._returned, self._raised = [], None
        self._thread = Thread(target=self._work, args=(act,), name=self._name, daemon=self._daemon)
        self._thread.start()

    def result(self) -> T:
        """What the function returned; raises what it raised."""
        if self._raised is not None:
            raise self._raised
        return self._returned[0]

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the function without reporting its end; False after `seconds` (None: no limit)."""
        if self._thread is not None:
            self._thread.join(seconds)
            if self._thread.is_alive():
                return False
            self._thread = None
        return True

    def _work(self, act: Callable[[], T]) -> None:
        try:
            self._returned.append(act())
        except BaseException as fault:
            self._raised = fault
        with suppress(RuntimeError):  # the owner is gone, and nobody is left to be told
            self._over.emit()

    def _end(self) -> None:
        if self._thread is not None:  # else somebody has waited for it
            self.wait()
            self._ended()
