"""What runs functions in threads: Worker reports the end on the GUI thread, DetachedWork may be given up."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from fosdesk.pace import Pace, Stopped

T = TypeVar("T")
_LOOK = 0.05  # s between two looks whether detached work has ended


class _Life:
    """Whether a worker still exists: Qt must not delete it while its thread emits a signal of it."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.ended = False

    def end(self) -> None:
        with self.lock:
            self.ended = True


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
        self._life = life = _Life()
        self.destroyed.connect(lambda: life.end())

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
        with self._life.lock, suppress(RuntimeError):  # when the owner is gone, nobody is left to be told
            if not self._life.ended:
                self._over.emit()

    def _end(self) -> None:
        if self._thread is not None:  # else somebody has waited for it
            self.wait()
            self._ended()


class NoAnswer(Exception):
    """Nothing was heard of the work for too long; it may still go on, and is asked to stop."""


class _Run(Pace):
    """One run: its end, what it raised, and when it was last heard of."""

    def __init__(self, act: Callable[[Pace], None]) -> None:
        super().__init__()
        self.ended = Event()
        self.fault: BaseException | None = None
        self.heard = monotonic()
        self._act = act

    def __call__(self, done: int = 0, of: int = 0) -> None:
        self.heard = monotonic()
        super().__call__(done, of)

    def work(self) -> None:
        try:
            self._act(self)
        except BaseException as fault:
            self.fault = fault
        self.ended.set()


class DetachedWork:
    """Work in a folder that may never answer, such as a share whose server is gone; one piece at a time.

    Its daemon thread does not keep the program from ending, and whoever waits for it gives up when nothing is heard.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._starting = Lock()
        self._run: _Run | None = None

    @property
    def hangs(self) -> bool:
        """Whether a run that nobody waits for any more has not ended."""
        return self._run is not None and self._run.asked_to_stop and not self._run.ended.is_set()

    def run(self, act: Callable[[Pace], None], pace: Pace, silence: float) -> None:
        """Run `act` and wait for it, from any thread; raises what it raises.

        NoAnswer when it, or a run before it, was not heard of for `silence` seconds. Stopped when `pace` is stopped.
        """
        with self._starting:
            if self._run is not None:
                self._wait(self._run, pace, silence)
            self._run = run = _Run(act)
            Thread(target=run.work, name=self._name, daemon=True).start()
        self._wait(run, pace, silence)
        if run.fault is not None:
            raise run.fault

    def stop(self, seconds: float) -> None:
        """Ask the run to stop, and wait for so long."""
        if self._run is not None:
            self._run.stop()
            self._run.ended.wait(seconds)

    @staticmethod
    def _wait(run: _Run, pace: Pace, silence: float) -> None:
        since = monotonic()  # a run that was given up before has its time again
        while not run.ended.wait(_LOOK):
            try:
                pace(run.done, run.of)
            except Stopped:
                run.stop()
                raise
            if monotonic() - max(run.heard, since) > silence:
                run.stop()
                raise NoAnswer
