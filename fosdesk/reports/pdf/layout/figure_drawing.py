"""A figure as a block: its shapes drawn as vectors, tagged as one Figure element."""

from collections import Counter
from math import cos, radians, sin

from fosdesk.display.palette import PAPER
from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.bidi import visual_order
from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.page_canvas import PageCanvas
from fosdesk.reports.pdf.structure_tree import Node
from fosdesk.reports.pdf.style import INK

_ANCHOR_SHARES = {"left": 0.0, "middle": 0.5, "right": 1.0}


class FigureDrawing:
    """A figure, scaled down where it is wider or higher than the page allows; with `fill_page` scaled up, too."""

    space_before, space_after = 12.0, 12.0

    def __init__(
        self, figure: Figure, node: Node, missing: Counter[str], *, keep_with_next: bool, fill_page: bool
    ) -> None:
        self._figure = figure
        self._node = node
        self._missing = missing
        self.keep_with_next, self.keep_with_previous, self.opens_section = keep_with_next, False, False
        self._max_scale = 8.0 if fill_page else 1.0

    def _scale(self, width: float, height: float) -> float:
        return min(self._max_scale, width / max(self._figure.width, 1.0), height / max(self._figure.height, 1.0))

    def minimum_height(self, width: float, height: float) -> float:
        # A third of a page at the very least stays for what belongs with it.
        return self._figure.height * self._scale(width, height * 0.85)

    def draw(self, flow: PageFlow) -> None:
        scale = self._scale(flow.frame.width, flow.frame.height * 0.85)
        left, top, canvas = flow.frame.left, flow.y, flow.canvas
        wide, high = self._figure.width * scale, self._figure.height * scale
        self._node.box = canvas.on_paper(left, top, left + wide, top + high)
        with canvas.marked(self._node):
            for shape in self._figure.shapes:
                if isinstance(shape, Label):
                    self._draw_label(canvas, shape, left, top, scale)
                    continue
                if not shape.points:
                    continue
                points = [(left + x * scale, top + y * scale) for x, y in shape.points]
                if isinstance(shape, Line):
                    canvas.line(points, PAPER[shape.colour], shape.width * scale, dashed=shape.dashed)
                elif isinstance(shape, Area):
                    outline = PAPER[shape.outline] if shape.outline else ""
                    canvas.area(points, PAPER[shape.fill] if shape.fill else "", outline)
        flow.y += high

    def _draw_label(self, canvas: PageCanvas, label: Label, left: float, top: float, scale: float) -> None:
        face = fonts.STRONG if label.bold else fonts.REGULAR
        runs = fonts.font_runs(visual_order(fonts.single_line(label.text)), face, self._missing)
        size = label.size * scale
        widths = [font.widths[text] * size for font, text in runs]
        along, down = cos(radians(label.turn)), sin(radians(label.turn))
        back = sum(widths) * _ANCHOR_SHARES[label.anchor]
        x, y = left + label.x * scale - back * along, top + label.y * scale - back * down
        colour = PAPER.get(label.colour, INK)
        for (font, text), width in zip(runs, widths, strict=True):
            canvas.text(text, x, y, font, size, colour, turn=label.turn)
            x, y = x + width * along, y + width * down
