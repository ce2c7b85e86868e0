"""The table of contents: a line for each heading, whose page number is filled in when all pages are known."""

from collections.abc import Callable

from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText, TextStyle, baseline
from fosdesk.reports.pdf.layout.text_blocks import ParagraphStyle
from fosdesk.reports.pdf.structure_tree import Node

_PAGE_NUMBER_WIDTH = 44.0


class ContentsLine:
    """One entry: the heading to the left, its page number to the right, all of it a link to the heading.

    `target` is «#key», `alt` the alternative text of the link, and `page` gives the page number once it is known.
    """

    keep_with_next = keep_with_previous = opens_section = False

    def __init__(
        self,
        text: ParagraphText,
        link: Node,
        paragraph_style: ParagraphStyle,
        text_style: TextStyle,
        target: str,
        alt: str,
        page: Callable[[], str],
    ) -> None:
        self._text = text
        self._link = link
        self._paragraph_style = paragraph_style
        self._text_style = text_style
        self._target = target
        self._alt = alt
        self._page = page
        self.space_before, self.space_after = paragraph_style.space_before, paragraph_style.space_after

    def _width(self, width: float) -> float:
        return min(width, self._paragraph_style.measure) - self._paragraph_style.indent - _PAGE_NUMBER_WIDTH

    def minimum_height(self, width: float, height: float) -> float:
        return min(len(self._text.lines(self._width(width))) * self._text_style.leading, height)

    def draw(self, flow: PageFlow) -> None:
        leading, size = self._text_style.leading, self._text_style.size
        left, right = flow.frame.left, flow.frame.left + min(flow.frame.width, self._paragraph_style.measure)
        lines = self._text.lines(self._width(flow.frame.width))
        while lines:
            fits = max(int((flow.remaining_height + 0.01) // leading), 1)
            part, lines = lines[:fits], lines[fits:]
            top, height = flow.y, len(part) * leading
            self._text.draw(flow.canvas, left + self._paragraph_style.indent, top, part)
            if not lines:
                face = fonts.font_face(fonts.REGULAR)
                low = top + height - leading + baseline(leading, size)
                with flow.canvas.marked(self._link):
                    flow.canvas.deferred_text(self._number, right, low, face, size, self._text_style.colour, "right")
            flow.canvas.link(self._link, (left, top, right, top + height), self._target, self._alt)
            flow.y += height
            if lines:
                flow.new_page()

    def _number(self) -> str:
        # The space keeps the number apart from the heading in extracted text and for screen readers.
        return f" {self._page()}"
