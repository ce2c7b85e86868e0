"""Figures as bitmaps, for file formats that cannot hold vector drawings."""

import io
from collections import Counter
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from fosdesk import paths
from fosdesk.display.palette import PAPER
from fosdesk.display.shapes import Figure, Label, Line
from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.style import INK

_PIXELS_PER_POINT = 3.0
_MAX_PIXELS = 4_000  # of a side
_OVERSAMPLING = 2  # factor for lines and areas, against jagged edges
_ANCHOR_SHARES = {"left": 0.0, "middle": 0.5, "right": 1.0}
_DASH, _GAP = 2.0, 2.0


def render_png(figure: Figure, missing: Counter[str]) -> bytes:
    """The figure as a PNG; the caller gives the alternative text.

    Characters that no font has are counted in `missing`.
    """
    scale = min(_PIXELS_PER_POINT, _MAX_PIXELS / max(figure.width, figure.height, 1.0))
    wide, high = max(round(figure.width * scale), 1), max(round(figure.height * scale), 1)
    large = Image.new("RGB", (wide * _OVERSAMPLING, high * _OVERSAMPLING), PAPER["paper"])
    drawing = ImageDraw.Draw(large)
    large_scale = scale * _OVERSAMPLING
    for shape in figure.shapes:
        if isinstance(shape, Label) or not shape.points:
            continue
        points = [(x * large_scale, y * large_scale) for x, y in shape.points]
        if isinstance(shape, Line):
            _draw_line(
                drawing, points, PAPER[shape.colour], shape.width * large_scale, dash=large_scale if shape.dashed else 0
            )
        else:
            if shape.fill and len(points) > 1:
                drawing.polygon(points, fill=PAPER[shape.fill])
            if shape.outline:
                _draw_line(drawing, [*points, points[0]], PAPER[shape.outline], 0.75 * large_scale)
    small = large.resize((wide, high), Image.Resampling.BOX)
    drawing = ImageDraw.Draw(small)
    # Text afterwards, at its final size: scaled down it would be blurred.
    for shape in figure.shapes:
        if isinstance(shape, Label):
            _draw_label(drawing, shape, scale, missing)
    written = io.BytesIO()
    small.save(written, "PNG", optimize=False)
    return written.getvalue()


def _draw_line(
    drawing: ImageDraw.ImageDraw, points: list[tuple[float, float]], colour: str, width: float, *, dash: float = 0
) -> None:
    thick = max(round(width), 1)
    if not dash:
        drawing.line(points, fill=colour, width=thick, joint="curve")
        return
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
        at = 0.0
        while at < length:
            end = min(at + _DASH * dash, length)
            ends = [(x + (to_x - x) * share / length, y + (to_y - y) * share / length) for share in (at, end)]
            drawing.line(ends, fill=colour, width=thick)
            at = end + _GAP * dash


def _draw_label(drawing: ImageDraw.ImageDraw, label: Label, scale: float, missing: Counter[str]) -> None:
    face = fonts.STRONG if label.bold else fonts.REGULAR
    runs = fonts.font_runs(fonts.single_line(label.text), face, missing)
    size = label.size * scale
    widths = [font.widths[text] * size for font, text in runs]
    x = label.x * scale - sum(widths) * _ANCHOR_SHARES[label.anchor]
    colour = PAPER.get(label.colour, INK)
    if label.turn:
        _draw_turned(drawing, label, scale, runs, sum(widths), colour)
        return
    for (font, text), width in zip(runs, widths, strict=True):
        drawing.text((x, label.y * scale), text, fill=colour, font=_font(font.name, size), anchor="ls")
        x += width


def _draw_turned(
    drawing: ImageDraw.ImageDraw,
    label: Label,
    scale: float,
    runs: Sequence[tuple[fonts.FontFace, str]],
    wide: float,
    colour: str,
) -> None:
    """Draw words that are turned about their point: on a sheet of their own, which is turned and laid on."""
    size = label.size * scale
    side = 2 * round(wide + size) + 1
    sheet = Image.new("L", (side, side), 0)
    written = ImageDraw.Draw(sheet)
    x = side // 2 - wide * _ANCHOR_SHARES[label.anchor]
    for font, text in runs:
        written.text((x, side // 2), text, fill=255, font=_font(font.name, size), anchor="ls")
        x += font.widths[text] * size
    turned = sheet.rotate(-label.turn, Image.Resampling.BICUBIC)
    corner = (round(label.x * scale) - side // 2, round(label.y * scale) - side // 2)
    drawing.bitmap(corner, turned, fill=colour)


@cache
def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(paths.resource("fonts", f"{name}.ttf")), max(size, 1.0), layout_engine=ImageFont.Layout.BASIC
    )
