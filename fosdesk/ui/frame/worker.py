"""Worker: the one way to do something in a thread of its own; how it ended is told on the screen's thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Worker(QObject, Generic[T]):
    """One piece of work at a time. Whatever it raises is raised again by `result`, so that no fault is lost."""

    _over = Signal()

    def __init__(self, owner: QObject, name: str, ended: Callable[[], None], *, daemon: bool = False) -> None:
        """`ended` is called by the event loop of the owner's thread, while the owner lives; it asks for the `result`.

        A `daemon` does not keep the program from ending.
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
        """Whether work was started whose end has not been told yet."""
        return self._thread is not None

    @property
    def has_ended(self) -> bool:
        """Whether the work is over, although nobody may have been told yet."""
        return bool(self._returned) or self._raised is not None

    def start(self, act: Callable[[], T]) -> None:
        """Let `act` work in a thread; RuntimeError while there is work under way."""
        if self._thread is not None:
            raise RuntimeError(f"{self._name} is under way already")
        self._returned, self._raised = [], None
        self._thread = Thread(target=self._work, args=(act,), name=self._name, daemon=self._daemon)
        self._thread.start()

    def result(self) -> T:
        """What the work returned; raises what it raised."""
        if self._raised is not None:
            raise self._raised
        return self._returned[0]

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the work without telling its end; False when it goes on after so many seconds."""
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
