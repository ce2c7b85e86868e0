"""Columns: what stands side by side, each column read to its end before the next."""

from collections.abc import Sequence

from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import Block, PageFlow, PageFrame
from fosdesk.reports.pdf.page_canvas import PageCanvas


class Columns:
    """Blocks in columns; a column that is longer than the page goes on in its own place on the next."""

    with_next = False

    def __init__(self, columns: Sequence[Sequence[Block]], shares: Sequence[float]) -> None:
        self._columns = columns
        self._shares = shares
        self.before = max((column[0].before for column in columns if column), default=0.0)
        self.after = max((column[-1].after for column in columns if column), default=0.0)

    def _places(self, width: float) -> list[tuple[float, float]]:
        """Where each column begins, and how wide it is."""
        inner = width - style.COLUMN_GAP * (len(self._shares) - 1)
        places, x = [], 0.0
        for share in self._shares:
            places.append((x, inner * share))
            x += inner * share + style.COLUMN_GAP
        return places

    def least(self, width: float, height: float) -> float:
        firsts = [
            column[0].least(wide, height) + (column[1].least(wide, height) if column[0].with_next and column[1:] else 0)
            for column, (_, wide) in zip(self._columns, self._places(width), strict=True)
            if column
        ]
        return max(firsts, default=0.0)

    def lay(self, flow: PageFlow) -> None:
        frame, start, canvases = flow.frame, flow.y, [flow.canvas]
        ends = [(0, start)]
        for column, (x, width) in zip(self._columns, self._places(frame.width), strict=True):
            reached = -1

            def canvas() -> PageCanvas:
                nonlocal reached
                reached += 1
                if reached == len(canvases):
                    flow.turn()
                    canvases.append(flow.canvas)
                return canvases[reached]

            inner = PageFlow(PageFrame(frame.left + x, frame.top, width, frame.bottom), canvas, flow.told)
            inner.y = start
            inner.place(column, close=True)
            ends.append((reached, inner.y))
        at, y = max(ends)
        flow.canvas, flow.y = canvases[at], y
