"""Lines to write on by hand."""

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import PageFlow


class WritingLines:
    """Empty lines with room for handwriting; those who listen to the document are spared them."""

    with_next = False

    def __init__(self, count: int, indent: float = 0.0, *, last: bool = True) -> None:
        self._count = count
        self._indent = indent
        self.before = 0.0
        self.after = style.BODY_SHAPE.after if last else style.ITEM_GAP

    def least(self, width: float, height: float) -> float:
        return min(self._count, 2) * style.WRITTEN_LINE

    def lay(self, flow: PageFlow) -> None:
        for _ in range(self._count):
            if flow.room < style.WRITTEN_LINE and not flow.fresh:
                flow.turn()
            flow.y += style.WRITTEN_LINE
            left, right = flow.frame.left + self._indent, flow.frame.left + flow.frame.width
            with flow.canvas.artifact():
                flow.canvas.rule(left, flow.y - 3, right, PAPER["quiet"], 0.4)
