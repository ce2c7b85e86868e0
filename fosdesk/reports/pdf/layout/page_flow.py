"""Page flow: places blocks from top to bottom, breaks pages, and keeps blocks together."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Protocol

from fosdesk.reports.pdf.page_canvas import PageCanvas

_LOOK_AHEAD = 5  # blocks that one block may be kept together with


class PageFrame:
    """The part of a page that text fills: left, top, width and bottom, in points from the top left corner."""

    def __init__(self, left: float, top: float, width: float, bottom: float) -> None:
        self.left, self.top, self.width, self.bottom = left, top, width, bottom

    @property
    def height(self) -> float:
        """The height of the frame in points."""
        return self.bottom - self.top


class Block(Protocol):
    """A block of a page, with distances to its neighbours in points.

    `keep_with_next` forbids a page break between it and the next block, `keep_with_previous` one between it and the
    block before; only a heading is kept with a heading that follows, for which `opens_section` is set.
    """

    space_before: float
    space_after: float
    keep_with_next: bool
    keep_with_previous: bool
    opens_section: bool

    def minimum_height(self, width: float, height: float) -> float:
        """The height that must be left on the page for the block to begin there; else it begins on a new page.

        `width` and `height` are those of the frame, in points.
        """

    def draw(self, flow: "PageFlow") -> None:
        """Draw the block from `flow.y` on, with page breaks as needed, and leave `flow.y` at its lower edge."""


class PageFlow:
    """The current page and position.

    `on_progress` is called often with the drawn share (0 to 1) of the current block.
    """

    def __init__(
        self, frame: PageFrame, new_canvas: Callable[[], PageCanvas], on_progress: Callable[[float], None]
    ) -> None:
        self.frame = frame
        self._new_canvas = new_canvas
        self.on_progress = on_progress
        self.canvas = new_canvas()
        self.y = frame.top
        self._kept: Block | None = None  # what stays with the end of the block that is drawn now

    @property
    def remaining_height(self) -> float:
        """The height that is left on this page, in points."""
        return self.frame.bottom - self.y

    @property
    def at_page_top(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self.frame.top

    def new_page(self) -> None:
        """Begin a new page."""
        self.canvas = self._new_canvas()
        self.y = self.frame.top

    def kept_height(self, block: Block) -> float:
        """The height in points that what must stand below the end of a block takes with its distance; 0 for nothing."""
        kept = self._kept
        if kept is None:
            return 0.0
        return max(block.space_after, kept.space_before) + kept.minimum_height(self.frame.width, self.frame.height)

    def add_blocks(self, blocks: Iterable[Block], *, without_space: bool = False) -> None:
        """Draw blocks one below the other; of two meeting distances the larger counts.

        Only a few blocks are made ahead of their turn. With `without_space` the first block begins where the flow is
        now.
        """
        width, height = self.frame.width, self.frame.height
        space_after = 0.0
        upcoming = iter(blocks)
        ahead = deque(islice(upcoming, _LOOK_AHEAD))  # no more than these are made before their turn
        while ahead:
            block = ahead.popleft()
            ahead.extend(islice(upcoming, 1))
            self.on_progress(0.0)
            gap = max(space_after, block.space_before)
            needed_height, last = block.minimum_height(width, height), block
            for follower in ahead:
                are_kept = last.keep_with_next or follower.keep_with_previous
                if not are_kept or (follower.opens_section and not last.opens_section):
                    break  # what is only kept with a new section would drag it along, section by section
                needed_height += max(last.space_after, follower.space_before) + follower.minimum_height(width, height)
                last = follower
            if self.at_page_top or without_space:
                gap, without_space = 0.0, False
            elif gap + needed_height > self.remaining_height and needed_height <= height:
                self.new_page()
                gap = 0.0
            self.y += gap
            self._kept = ahead[0] if ahead and ahead[0].keep_with_previous else None
            block.draw(self)
            space_after = block.space_after


class PageBreak:
    """Makes the next block begin on a new page."""

    space_before = space_after = 0.0
    keep_with_next = keep_with_previous = opens_section = False

    def minimum_height(self, width: float, height: float) -> float:
        return 0.0

    def draw(self, flow: PageFlow) -> None:
        if not flow.at_page_top:
            flow.new_page()


class VerticalSpace:
    """Vertical distance in points, left out at the top of a page."""

    space_before = space_after = 0.0
    keep_with_next = keep_with_previous = opens_section = False

    def __init__(self, height: float) -> None:
        self.height = height

    def minimum_height(self, width: float, height: float) -> float:
        return 0.0

    def draw(self, flow: PageFlow) -> None:
        if not flow.at_page_top:
            flow.y = min(flow.y + self.height, flow.frame.bottom)
