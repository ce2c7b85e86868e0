"""Empty lines for handwriting."""

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import PageFlow


class WritingLines:
    """A number of empty ruled lines for handwriting; they are artifacts, which screen readers skip."""

    keep_with_next = keep_with_previous = opens_section = False

    def __init__(self, count: int, indent: float = 0.0, *, last: bool = True) -> None:
        self._count = count
        self._indent = indent
        self.space_before = 0.0
        self.space_after = style.BODY_PARAGRAPH.space_after if last else style.ITEM_GAP

    def minimum_height(self, width: float, height: float) -> float:
        return min(self._count, 2) * style.WRITING_LINE_HEIGHT

    def draw(self, flow: PageFlow) -> None:
        for _ in range(self._count):
            if flow.remaining_height < style.WRITING_LINE_HEIGHT and not flow.at_page_top:
                flow.new_page()
            flow.y += style.WRITING_LINE_HEIGHT
            left, right = flow.frame.left + self._indent, flow.frame.left + flow.frame.width
            with flow.canvas.artifact():
                flow.canvas.rule(left, flow.y - 3, right, PAPER["quiet"], 0.4)
