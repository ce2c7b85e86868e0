"""Flowing blocks down the pages: where each begins, when a page turns, what stays together."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Protocol

from fosdesk.reports.pdf.page_canvas import PageCanvas

_AHEAD = 5  # blocks that one block may be kept together with


class PageFrame:
    """The part of a page that text fills: left, top, width and bottom, in points from the top left corner."""

    def __init__(self, left: float, top: float, width: float, bottom: float) -> None:
        self.left, self.top, self.width, self.bottom = left, top, width, bottom

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Block(Protocol):
    """Something that stands below the former and above the next."""

    before: float
    after: float
    with_next: bool

    def least(self, width: float, height: float) -> float:
        """How much of it must find room where it begins, or it begins on a new page."""

    def lay(self, flow: "PageFlow") -> None:
        """Draw itself from `flow.y` on, turning pages as needed, and leave `flow.y` below itself."""


class PageFlow:
    """The place on the page that has been reached; `told` hears, often, how much of the block at hand is laid."""

    def __init__(self, frame: PageFrame, new_sheet: Callable[[], PageCanvas], told: Callable[[float], None]) -> None:
        self.frame = frame
        self._new_sheet = new_sheet
        self.told = told
        self.canvas = new_sheet()
        self.y = frame.top

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self.frame.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Nothing stands on this page yet."""
        return self.y <= self.frame.top

    def turn(self) -> None:
        """Go on to a new page."""
        self.canvas = self._new_sheet()
        self.y = self.frame.top

    def place(self, blocks: Iterable[Block], *, close: bool = False) -> None:
        """Lay all blocks, one below the other; the larger of two meeting distances counts.

        `close`: the first stands where the flow is now, without the distance it asks for.
        """
        width, height = self.frame.width, self.frame.height
        after = 0.0
        coming = iter(blocks)
        ahead = deque(islice(coming, _AHEAD))  # no more than these are made before their turn
        while ahead:
            block = ahead.popleft()
            ahead.extend(islice(coming, 1))
            self.told(0.0)
            gap = max(after, block.before)
            need, last = block.least(width, height), block
            for follower in ahead:
                if not last.with_next:
                    break
                need += max(last.after, follower.before) + follower.least(width, height)
                last = follower
            if self.fresh or close:
                gap, close = 0.0, False
            elif gap + need > self.room and need <= height:
                self.turn()
                gap = 0.0
            self.y += gap
            block.lay(self)
            after = block.after


class PageBreak:
    """The next block begins on a new page."""

    before = after = 0.0
    with_next = False

    def least(self, width: float, height: float) -> float:
        return 0.0

    def lay(self, flow: PageFlow) -> None:
        if not flow.fresh:
            flow.turn()


class VerticalSpace:
    """A little more distance."""

    before = after = 0.0
    with_next = False

    def __init__(self, height: float) -> None:
        self.height = height

    def least(self, width: float, height: float) -> float:
        return 0.0

    def lay(self, flow: PageFlow) -> None:
        if not flow.fresh:
            flow.y = min(flow.y + self.height, flow.frame.bottom)
