"""Progress and cancellation of long work: passed down from the GUI to whoever does the work."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_SORTED_AT_ONCE = 4_000
_LOOKED_AT = 40  # of so many, to see where a part ends
_LARGE = 3_000_000  # bytes of a store from which on reading all of it would be felt


def takes_long(path: Path) -> bool:
    """Whether a store is too large (3 MB) to be read on the GUI thread."""
    try:
        return path.stat().st_size > _LARGE
    except OSError:
        return False


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


def sorted_in_parts(things: Iterable[T], first: Callable[[T], Any], key: Callable[[T], Any] | None = None) -> list[T]:
    """Sort by `key`, of which `first` is the first part, a few thousand at a time: the GUI thread waits for a sort.

    Without `key`, `first` is all of it. Things with equal keys stay in their order.
    """
    key = key or first
    things = list(things)
    if len(things) <= 2 * _SORTED_AT_ONCE:
        return sorted(things, key=key)
    some = sorted(map(first, things[:: _SORTED_AT_ONCE // _LOOKED_AT]))
    bounds = some[_LOOKED_AT::_LOOKED_AT]
    parts: list[list[T]] = [[] for _ in range(len(bounds) + 1)]
    for one in things:
        parts[bisect_right(bounds, first(one))].append(one)
    found: list[T] = []
    for part in parts:
        part.sort(key=key)
        found += part
    return found


def let_go(*things: list[Any] | dict[Any, Any]) -> None:
    """Empty large lists and dictionaries an entry at a time: what is freed at once lets the GUI thread wait for it."""
    for some in things:
        pop: Callable[[], object] = some.popitem if isinstance(some, dict) else some.pop
        while some:
            pop()


NO_HURRY = Pace()  # for those who have nobody to tell and nobody who could ask
