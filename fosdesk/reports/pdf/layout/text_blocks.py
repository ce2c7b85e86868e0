"""The blocks of running text: paragraphs, headings, list items, quotes and notes."""

from collections.abc import Callable
from dataclasses import dataclass

from fosdesk.reports.pdf.layout.line_breaking import Line
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText
from fosdesk.reports.pdf.page_canvas import PageCanvas

_BALANCED = 5  # a text of more lines is running text
_TOGETHER = 2  # lines of a paragraph that stand together at the foot and at the head of a page


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands: distances around it, indent, greatest width, what is drawn beside or behind it."""

    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    measure: float = 10_000.0
    with_next: bool = False
    padding: float = 0.0
    tint: str = ""
    bar: str = ""
    balanced: bool = False  # lines of about the same length, so that no single word stands alone below


class Paragraph:
    """Text in lines, at any indent; with a label (bullet, number, box) to its left if it is a list item."""

    def __init__(
        self,
        passage: ParagraphText,
        shape: Shape,
        label: ParagraphText | None = None,
        *,
        label_indent: float = 0.0,
        reached: Callable[[PageCanvas, float], None] | None = None,
    ) -> None:
        self.passage = passage
        self.shape = shape
        self.before, self.after, self.with_next = shape.before, shape.after, shape.with_next
        self._label = label
        self._label_indent = label_indent
        self._reached = reached

    def _lines(self, width: float) -> list[Line]:
        width = min(width - self.shape.indent - 2 * self.shape.padding, self.shape.measure)
        lines = self.passage.lines(width)
        if self.shape.balanced and 1 < len(lines) <= _BALANCED:
            narrow, wide = width / len(lines), width
            while wide - narrow > 4:
                middle = (narrow + wide) / 2
                if len(self.passage.lines(middle)) > len(lines):
                    narrow = middle
                else:
                    wide = middle
            lines = self.passage.lines(wide)
        return lines

    def least(self, width: float, height: float) -> float:
        count = len(self._lines(width))
        first = count if count <= _TOGETHER + 1 else _TOGETHER
        return first * self.passage.leading + 2 * self.shape.padding

    def lay(self, flow: PageFlow) -> None:
        shape, passage, leading = self.shape, self.passage, self.passage.leading
        x = flow.frame.left + shape.indent + shape.padding
        lines = self._lines(flow.frame.width)
        at = 0
        while at < len(lines) or at == 0:
            take = _fitting(len(lines) - at, int((flow.room - 2 * shape.padding + 0.01) // leading))
            if not take and not flow.fresh and lines:
                flow.turn()
                continue
            take = max(take, 1)
            height = take * leading + 2 * shape.padding
            self._backdrop(flow, height)
            if at == 0:
                if self._reached:
                    self._reached(flow.canvas, flow.y)
                if self._label:
                    left = flow.frame.left + self._label_indent
                    self._label.draw(flow.canvas, left, flow.y + shape.padding, self._label.lines(flow.frame.width))
            passage.draw(flow.canvas, x, flow.y + shape.padding, lines[at : at + take])
            flow.y += height
            at += take
            if at < len(lines):
                flow.told(at / len(lines))
                flow.turn()

    def _backdrop(self, flow: PageFlow, height: float) -> None:
        shape = self.shape
        if not (shape.tint or shape.bar):
            return
        x = flow.frame.left + shape.indent
        with flow.canvas.artifact():
            if shape.tint:
                flow.canvas.box(x, flow.y, flow.frame.width - shape.indent, height, shape.tint)
            if shape.bar:
                flow.canvas.box(x - 14, flow.y + 1.5, 2.2, height - 3, shape.bar)


def _fitting(left: int, room: int) -> int:
    """How many of the lines left go on this page, so that no line stands alone on either side of the turn."""
    if room >= left:
        return left
    if left - room < _TOGETHER:
        room = left - _TOGETHER
    return room if room >= min(_TOGETHER, left) else 0
