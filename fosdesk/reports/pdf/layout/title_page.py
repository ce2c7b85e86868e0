"""The cover and the masthead: their ornament, and how their parts find their places on the first page."""

from math import cos, pi, sin

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText
from fosdesk.reports.pdf.layout.table_rows import TableRows
from fosdesk.reports.pdf.page_canvas import PageCanvas
from fosdesk.reports.pdf.style import COVER_TOP, MASTHEAD_TOP


class CoverTop:
    """The ornament, and the place where the words begin."""

    before = after = 0.0
    with_next = False

    def least(self, width: float, height: float) -> float:
        return 0.0

    def lay(self, flow: PageFlow) -> None:
        flow.canvas.bare = True
        _draw_phases(flow.canvas, flow.canvas.width - 40, 150.0, 210.0, 46.0)
        flow.y = flow.canvas.height * COVER_TOP


class MastheadTop:
    """The same ornament, small in the corner above a title that shares its page with the text."""

    before = after = 0.0
    with_next = False

    def least(self, width: float, height: float) -> float:
        return 0.0

    def lay(self, flow: PageFlow) -> None:
        flow.canvas.titled = True
        _draw_phases(flow.canvas, flow.canvas.width - 20, 34.0, 66.0, 14.0)
        flow.y = MASTHEAD_TOP


class CoverFoot:
    """A fact list that stands at the foot of the page, if there is room below the title."""

    with_next = False
    before, after = 24.0, 0.0

    def __init__(self, grid: TableRows) -> None:
        self._grid = grid

    def least(self, width: float, height: float) -> float:
        return self._grid.least(width, height)

    def lay(self, flow: PageFlow) -> None:
        spare = flow.room - self._grid.height(flow.frame.width)
        flow.y += max(spare, 0.0)
        self._grid.lay(flow)


class Tag:
    """A word or two on a tint: draft, final, read-only; perhaps with quiet words beside it."""

    before, after = 8.0, 10.0
    with_next = False
    _AIR = 8.0

    def __init__(self, passage: ParagraphText, beside: ParagraphText | None = None) -> None:
        self._passage = passage
        self._beside = beside

    def least(self, width: float, height: float) -> float:
        return self._passage.leading + 6

    def lay(self, flow: PageFlow) -> None:
        lines = self._passage.lines(flow.frame.width - 2 * self._AIR)
        leading, top, right = self._passage.leading, flow.y, flow.frame.left
        for line in lines:
            with flow.canvas.artifact():
                width = self._passage.extent(line) + 2 * self._AIR
                flow.canvas.box(flow.frame.left, flow.y, width, leading + 6, PAPER["ochre_faint"], 4)
            self._passage.draw(flow.canvas, flow.frame.left + self._AIR, flow.y + 3, [line])
            flow.y += leading + 8
            right = max(right, flow.frame.left + width)
        if self._beside:
            self._lay_beside(flow, self._beside, right + self._AIR, top)

    def _lay_beside(self, flow: PageFlow, beside: ParagraphText, left: float, top: float) -> None:
        room = flow.frame.left + flow.frame.width - left
        if room < flow.frame.width / 2:  # a long mark fills the line by itself
            left, top, room = flow.frame.left, flow.y, flow.frame.width
        lines = beside.lines(room)
        beside.draw(flow.canvas, left, top + 3 + (self._passage.leading - beside.leading) / 2, lines)
        flow.y = max(flow.y, top + 8 + len(lines) * beside.leading)


def _draw_phases(canvas: PageCanvas, middle_x: float, middle_y: float, radius: float, thick: float) -> None:
    """Four arcs that glide into each other, running off the page: the four phases."""
    with canvas.artifact():
        for start, stop, role in (
            (100, 168, "accent"),
            (176, 236, "accent_soft"),
            (12, 92, "sand"),
            (244, 300, "accent_faint"),
        ):
            canvas.area(_arc(middle_x, middle_y, radius, thick, start, stop), PAPER[role])


def _arc(x: float, y: float, radius: float, thick: float, start: float, stop: float) -> list[tuple[float, float]]:
    """A band of a circle with round ends; angles in degrees, clockwise from the right."""

    def at(angle: float, distance: float) -> tuple[float, float]:
        return x + distance * cos(angle * pi / 180), y + distance * sin(angle * pi / 180)

    def end(angle: float, way: float) -> list[tuple[float, float]]:
        centre_x, centre_y = at(angle, radius)
        turns = [(way + step * 11.25) * pi / 180 for step in range(17)]
        return [(centre_x + thick / 2 * cos(turn), centre_y + thick / 2 * sin(turn)) for turn in turns]

    outer = [at(start + (stop - start) * step / 40, radius + thick / 2) for step in range(41)]
    inner = [at(stop - (stop - start) * step / 40, radius - thick / 2) for step in range(41)]
    return [*outer, *end(stop, stop), *inner, *end(start, start + 180)]
