"""Progress and cancellation of long work: passed down from the GUI to whoever does the work."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


class Stopped(Exception):
    """Raised in the working thread when the person cancelled; callers undo what they have begun."""


class Pace:
    """Progress report and cancellation token for one piece of work.

    The working thread calls it with (done, of); the GUI thread reads `done` and `of`, and may call `stop`.
    """

    def __init__(self) -> None:
        self.done, self.of = 0, 0  # nothing is known of how much there is while `of` is 0
        self._stop = False

    def __call__(self, done: int = 0, of: int = 0) -> None:
        """Report the progress; raises Stopped when cancelled."""
        if self._stop:
            raise Stopped
        self.done, self.of = done, of

    def stop(self) -> None:
        """Cancel: the next call in the working thread raises Stopped."""
        self._stop = True

    @property
    def asked_to_stop(self) -> bool:
        """Whether it was cancelled."""
        return self._stop

    def over(self, things: Sequence[T]) -> Iterator[T]:
        """Iterate, reporting progress before each thing."""
        for place, thing in enumerate(things):
            self(place, len(things))
            yield thing

    def in_parts(self, things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
        """Iterate in slices of `size`, reporting progress before each, so that no slice blocks the GUI for long."""
        for start in range(0, len(things), size):
            self(start, len(things))
            yield things[start : start + size]


NO_HURRY = Pace()  # for those who have nobody to tell and nobody who could ask
