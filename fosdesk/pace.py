"""How far long work has come, and the wish to stop it; handed down from the screen to whoever does the work."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


class Stopped(Exception):
    """A person asked the work to stop; whoever does it leaves everything as it was."""


class Pace:
    """Told by the thread that works, read and stopped by the screen's; one for each piece of work."""

    def __init__(self) -> None:
        self.done, self.of = 0, 0  # nothing is known of how much there is while `of` is 0
        self._stop = False

    def __call__(self, done: int = 0, of: int = 0) -> None:
        """Tell how far the work has come; Stopped when it is to end here."""
        if self._stop:
            raise Stopped
        self.done, self.of = done, of

    def stop(self) -> None:
        """Ask the work to end at its next word."""
        self._stop = True

    def over(self, things: Sequence[T]) -> Iterator[T]:
        """The things one by one; tells how far before each."""
        for place, thing in enumerate(things):
            self(place, len(things))
            yield thing

    def in_parts(self, things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
        """The things in parts of a size, so that no part keeps the screen waiting; tells how far before each."""
        for start in range(0, len(things), size):
            self(start, len(things))
            yield things[start : start + size]


NO_HURRY = Pace()  # for those who have nobody to tell and nobody who could ask
