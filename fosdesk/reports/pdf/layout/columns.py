"""Columns: blocks side by side, each column read to its end before the next."""

from collections.abc import Sequence

from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import Block, PageFlow, PageFrame
from fosdesk.reports.pdf.page_canvas import PageCanvas


class Columns:
    """Blocks in columns; a column that is longer than the page continues at the same place on the next.

    `shares` are the widths as fractions of the width without gaps.
    """

    keep_with_next = keep_with_previous = opens_section = False

    def __init__(self, columns: Sequence[Sequence[Block]], shares: Sequence[float]) -> None:
        self._columns = columns
        self._shares = shares
        self.space_before = max((column[0].space_before for column in columns if column), default=0.0)
        self.space_after = max((column[-1].space_after for column in columns if column), default=0.0)

    def _column_positions(self, width: float) -> list[tuple[float, float]]:
        """The left edge and the width of each column, in points from the left of the frame."""
        inner = width - style.COLUMN_GAP * (len(self._shares) - 1)
        places, x = [], 0.0
        for share in self._shares:
            places.append((x, inner * share))
            x += inner * share + style.COLUMN_GAP
        return places

    def minimum_height(self, width: float, height: float) -> float:
        first_heights = [
            column[0].minimum_height(wide, height)
            + (column[1].minimum_height(wide, height) if column[0].keep_with_next and column[1:] else 0)
            for column, (_, wide) in zip(self._columns, self._column_positions(width), strict=True)
            if column
        ]
        return max(first_heights, default=0.0)

    def draw(self, flow: PageFlow) -> None:
        frame, start, canvases = flow.frame, flow.y, [flow.canvas]
        ends = [(0, start)]
        for column, (x, width) in zip(self._columns, self._column_positions(frame.width), strict=True):
            page = -1

            def canvas() -> PageCanvas:
                nonlocal page
                page += 1
                if page == len(canvases):
                    flow.new_page()
                    canvases.append(flow.canvas)
                return canvases[page]

            inner = PageFlow(PageFrame(frame.left + x, frame.top, width, frame.bottom), canvas, flow.on_progress)
            inner.y = start
            inner.add_blocks(column, without_space=True)
            ends.append((page, inner.y))
        at, y = max(ends)
        flow.canvas, flow.y = canvases[at], y
