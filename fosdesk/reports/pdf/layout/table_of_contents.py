"""The table of contents: a line for each heading, whose page is filled in when all pages are known."""

from collections.abc import Callable

from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText, Type, baseline
from fosdesk.reports.pdf.layout.text_blocks import Shape
from fosdesk.reports.pdf.structure_tree import Node

_NUMBER_ROOM = 44.0


class ContentsLine:
    """A heading's words to the left, its page to the right, all of it a link to the place."""

    with_next = False

    def __init__(
        self,
        passage: ParagraphText,
        link: Node,
        shape: Shape,
        kind: Type,
        target: str,
        says: str,
        page: Callable[[], str],
    ) -> None:
        self._passage = passage
        self._link = link
        self._shape = shape
        self._kind = kind
        self._target = target
        self._says = says
        self._page = page
        self.before, self.after = shape.before, shape.after

    def _width(self, width: float) -> float:
        return min(width, self._shape.measure) - self._shape.indent - _NUMBER_ROOM

    def least(self, width: float, height: float) -> float:
        return min(len(self._passage.lines(self._width(width))) * self._kind.leading, height)

    def lay(self, flow: PageFlow) -> None:
        leading, size = self._kind.leading, self._kind.size
        left, right = flow.frame.left, flow.frame.left + min(flow.frame.width, self._shape.measure)
        lines = self._passage.lines(self._width(flow.frame.width))
        while lines:
            fits = max(int((flow.room + 0.01) // leading), 1)
            part, lines = lines[:fits], lines[fits:]
            top, height = flow.y, len(part) * leading
            self._passage.draw(flow.canvas, left + self._shape.indent, top, part)
            if not lines:
                face = fonts.face(fonts.REGULAR)
                low = top + height - leading + baseline(leading, size)
                with flow.canvas.marked(self._link):
                    flow.canvas.late_words(self._number, right, low, face, size, self._kind.colour, "right")
            flow.canvas.link(self._link, (left, top, right, top + height), self._target, self._says)
            flow.y += height
            if lines:
                flow.turn()

    def _number(self) -> str:
        # The space keeps the number apart from the heading for those who hear the line.
        return f" {self._page()}"
