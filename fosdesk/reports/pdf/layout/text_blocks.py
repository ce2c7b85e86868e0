"""Blocks of running text: paragraphs, headings, list items, quotes and notes."""

from collections.abc import Callable
from dataclasses import dataclass

from fosdesk.reports.pdf.layout.line_breaking import Line
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText
from fosdesk.reports.pdf.page_canvas import PageCanvas

_MAX_BALANCED_LINES = 5  # a text of more lines is running text
_MIN_LINES = 2  # of a paragraph at the bottom or top of a page (orphans, widows)


@dataclass(frozen=True)
class ParagraphStyle:
    """Paragraph style: distances, indent, measure (greatest line width), padding; side bar and background colours."""

    space_before: float = 0.0
    space_after: float = 0.0
    indent: float = 0.0
    measure: float = 10_000.0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    opens_section: bool = False
    padding: float = 0.0
    background: str = ""
    side_bar: str = ""
    balanced: bool = False  # lines of about the same length, so that no single word stands alone below


class Paragraph:
    """A paragraph, with a label (bullet, number, check box) to its left if it is a list item.

    `on_drawn` is called with the page and the y where the paragraph begins.
    """

    def __init__(
        self,
        text: ParagraphText,
        style: ParagraphStyle,
        label: ParagraphText | None = None,
        *,
        label_indent: float = 0.0,
        on_drawn: Callable[[PageCanvas, float], None] | None = None,
    ) -> None:
        self.text = text
        self.style = style
        self.space_before, self.space_after, self.keep_with_next = (
            style.space_before,
            style.space_after,
            style.keep_with_next,
        )
        self.keep_with_previous, self.opens_section = style.keep_with_previous, style.opens_section
        self._label = label
        self._label_indent = label_indent
        self._on_drawn = on_drawn

    def _lines(self, width: float) -> list[Line]:
        width = min(width - self.style.indent - 2 * self.style.padding, self.style.measure)
        lines = self.text.lines(width)
        if self.style.balanced and 1 < len(lines) <= _MAX_BALANCED_LINES:
            narrow, wide = width / len(lines), width
            while wide - narrow > 4:
                middle = (narrow + wide) / 2
                if len(self.text.lines(middle)) > len(lines):
                    narrow = middle
                else:
                    wide = middle
            lines = self.text.lines(wide)
        return lines

    def minimum_height(self, width: float, height: float) -> float:
        count = len(self._lines(width))
        first = count if count <= _MIN_LINES + 1 else _MIN_LINES
        return first * self.text.leading + 2 * self.style.padding

    def draw(self, flow: PageFlow) -> None:
        style, text, leading = self.style, self.text, self.text.leading
        x = flow.frame.left + style.indent + style.padding
        lines = self._lines(flow.frame.width)
        at = 0
        while at < len(lines) or at == 0:
            remaining, room = len(lines) - at, int((flow.remaining_height - 2 * style.padding + 0.01) // leading)
            if room >= remaining and not flow.at_page_top and not self._has_room_for_kept(flow, remaining):
                room = remaining - 1
            take = _lines_on_page(remaining, room)
            if not take and not flow.at_page_top and lines:
                flow.new_page()
                continue
            take = max(take, 1)
            height = take * leading + 2 * style.padding
            self._draw_background(flow, height)
            if at == 0:
                if self._on_drawn:
                    self._on_drawn(flow.canvas, flow.y)
                if self._label:
                    left = flow.frame.left + self._label_indent
                    self._label.draw(flow.canvas, left, flow.y + style.padding, self._label.lines(flow.frame.width))
            text.draw(flow.canvas, x, flow.y + style.padding, lines[at : at + take])
            flow.y += height
            at += take
            if at < len(lines):
                flow.on_progress(at / len(lines))
                flow.new_page()

    def _has_room_for_kept(self, flow: PageFlow, lines: int) -> bool:
        """Whether what its last lines stay with fits below that many lines."""
        height = lines * self.text.leading + 2 * self.style.padding
        return height + flow.kept_height(self) <= flow.remaining_height + 0.01

    def _draw_background(self, flow: PageFlow, height: float) -> None:
        style = self.style
        if not (style.background or style.side_bar):
            return
        x = flow.frame.left + style.indent
        with flow.canvas.artifact():
            if style.background:
                flow.canvas.rectangle(x, flow.y, flow.frame.width - style.indent, height, style.background)
            if style.side_bar:
                flow.canvas.rectangle(x - 14, flow.y + 1.5, 2.2, height - 3, style.side_bar)


def _lines_on_page(left: int, room: int) -> int:
    """How many of the remaining lines go on this page when `room` lines fit: no widows and no orphans."""
    if room >= left:
        return left
    if left - room < _MIN_LINES:
        room = left - _MIN_LINES
    return room if room >= min(_MIN_LINES, left) else 0
