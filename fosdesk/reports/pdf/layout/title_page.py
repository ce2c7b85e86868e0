"""Cover and masthead: the ornament, and how the parts of the title are placed on the first page."""

from math import cos, pi, sin

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText
from fosdesk.reports.pdf.layout.table_rows import TableRows
from fosdesk.reports.pdf.page_canvas import PageCanvas
from fosdesk.reports.pdf.style import COVER_TOP, MASTHEAD_TOP


class CoverOrnament:
    """The large ornament of the cover; moves the flow down to where the title begins."""

    space_before = space_after = 0.0
    keep_with_next = keep_with_previous = opens_section = False

    def minimum_height(self, width: float, height: float) -> float:
        return 0.0

    def draw(self, flow: PageFlow) -> None:
        flow.canvas.bare = True
        _draw_phases(flow.canvas, flow.canvas.width - 40, 150.0, 210.0, 46.0)
        flow.y = flow.canvas.height * COVER_TOP


class MastheadOrnament:
    """The small ornament above a title that shares its page with the text."""

    space_before = space_after = 0.0
    keep_with_next = keep_with_previous = opens_section = False

    def minimum_height(self, width: float, height: float) -> float:
        return 0.0

    def draw(self, flow: PageFlow) -> None:
        flow.canvas.titled = True
        _draw_phases(flow.canvas, flow.canvas.width - 20, 34.0, 66.0, 14.0)
        flow.y = MASTHEAD_TOP


class CoverFacts:
    """A fact list at the foot of the cover, if there is room for it below the title."""

    keep_with_next = keep_with_previous = opens_section = False
    space_before, space_after = 24.0, 0.0

    def __init__(self, facts: TableRows) -> None:
        self._facts = facts

    def minimum_height(self, width: float, height: float) -> float:
        return self._facts.minimum_height(width, height)

    def draw(self, flow: PageFlow) -> None:
        spare = flow.remaining_height - self._facts.height(flow.frame.width)
        flow.y += max(spare, 0.0)
        self._facts.draw(flow)


class Tag:
    """A short text on a coloured background, such as «Draft», with an optional small text beside it."""

    space_before, space_after = 8.0, 10.0
    keep_with_next = keep_with_previous = opens_section = False
    _PADDING = 8.0

    def __init__(self, text: ParagraphText, beside: ParagraphText | None = None) -> None:
        self._text = text
        self._beside = beside

    def minimum_height(self, width: float, height: float) -> float:
        return self._text.leading + 6

    def draw(self, flow: PageFlow) -> None:
        lines = self._text.lines(flow.frame.width - 2 * self._PADDING)
        leading, top, right = self._text.leading, flow.y, flow.frame.left
        for line in lines:
            with flow.canvas.artifact():
                width = self._text.line_width(line) + 2 * self._PADDING
                flow.canvas.rectangle(flow.frame.left, flow.y, width, leading + 6, PAPER["ochre_faint"], 4)
            self._text.draw(flow.canvas, flow.frame.left + self._PADDING, flow.y + 3, [line])
            flow.y += leading + 8
            right = max(right, flow.frame.left + width)
        if self._beside:
            self._draw_beside(flow, self._beside, right + self._PADDING, top)

    def _draw_beside(self, flow: PageFlow, beside: ParagraphText, left: float, top: float) -> None:
        room = flow.frame.left + flow.frame.width - left
        if room < flow.frame.width / 2:  # a long mark fills the line by itself
            left, top, room = flow.frame.left, flow.y, flow.frame.width
        lines = beside.lines(room)
        beside.draw(flow.canvas, left, top + 3 + (self._text.leading - beside.leading) / 2, lines)
        flow.y = max(flow.y, top + 8 + len(lines) * beside.leading)


def _draw_phases(canvas: PageCanvas, middle_x: float, middle_y: float, radius: float, thickness: float) -> None:
    """The ornament: four arcs that stand for the four phases, running off the page."""
    with canvas.artifact():
        for start, stop, role in (
            (100, 168, "accent"),
            (176, 236, "accent_soft"),
            (12, 92, "sand"),
            (244, 300, "accent_faint"),
        ):
            canvas.area(_arc(middle_x, middle_y, radius, thickness, start, stop), PAPER[role])


def _arc(x: float, y: float, radius: float, thickness: float, start: float, stop: float) -> list[tuple[float, float]]:
    """The outline of a circular band with round ends; angles in degrees, clockwise from the right."""

    def at(angle: float, distance: float) -> tuple[float, float]:
        return x + distance * cos(angle * pi / 180), y + distance * sin(angle * pi / 180)

    def end(angle: float, way: float) -> list[tuple[float, float]]:
        centre_x, centre_y = at(angle, radius)
        turns = [(way + step * 11.25) * pi / 180 for step in range(17)]
        return [(centre_x + thickness / 2 * cos(turn), centre_y + thickness / 2 * sin(turn)) for turn in turns]

    outer = [at(start + (stop - start) * step / 40, radius + thickness / 2) for step in range(41)]
    inner = [at(stop - (stop - start) * step / 40, radius - thickness / 2) for step in range(41)]
    return [*outer, *end(stop, stop), *inner, *end(start, start + 180)]
