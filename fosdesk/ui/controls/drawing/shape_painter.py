"""Paints the shapes of figures: each is made ready once, and only what is seen is painted."""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from fosdesk.display.shapes import Area, Label, Line
from fosdesk.ui.style.theme import Theme

_ANCHORS = {"left": 0.0, "middle": 0.5, "right": 1.0}


class _Ready(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    shape: Area | Line | Label
    path: QPolygonF  # of words: where they begin


class ShapePainter:
    """Holds what is ready to paint; lengths are those of the figure, in px at 100 %."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        self._pens: dict[tuple[str, float, bool], QPen] = {}
        self._brushes: dict[str, QBrush] = {}
        self._ready: list[_Ready] = []

    def take(self, shapes: Iterable[Area | Line | Label]) -> None:
        """Make these ready to paint, in their order."""
        self._ready = [self._made_ready(shape) for shape in shapes]

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what lies in a rectangle, in the coordinates of the figure."""
        left, top, right, bottom = seen.left(), seen.top(), seen.right(), seen.bottom()
        no_pen, no_brush = QPen(Qt.PenStyle.NoPen), QBrush()
        for one in self._ready:
            if one.right < left or one.left > right or one.bottom < top or one.top > bottom:
                continue
            shape = one.shape
            if isinstance(shape, Area):
                painter.setPen(self._pen(shape.outline, 1.2, dashed=False) if shape.outline else no_pen)
                painter.setBrush(self._brush(shape.fill) if shape.fill else no_brush)
                painter.drawPolygon(one.path)
            elif isinstance(shape, Line):
                painter.setPen(self._pen(shape.colour, shape.width, dashed=shape.dashed))
                painter.drawPolyline(one.path)
            else:
                painter.setFont(self._font(shape)[0])
                painter.setPen(self._pen(shape.colour, 1, dashed=False))
                if shape.turn:
                    painter.save()
                    painter.translate(shape.x, shape.y)
                    painter.rotate(shape.turn)
                    painter.drawText(one.path.first() - QPointF(shape.x, shape.y), shape.text)
                    painter.restore()
                else:
                    painter.drawText(one.path.first(), shape.text)

    def _made_ready(self, shape: Area | Line | Label) -> _Ready:
        if isinstance(shape, Label):
            metrics = self._font(shape)[1]
            wide = metrics.horizontalAdvance(shape.text)
            x = shape.x - wide * _ANCHORS[shape.anchor]
            begin = QPolygonF([QPointF(x, shape.y)])
            if not shape.turn:
                return _Ready(x, shape.y - metrics.ascent(), x + wide, shape.y + metrics.descent(), shape, begin)
            reach = wide * max(abs(cos(radians(shape.turn))), abs(sin(radians(shape.turn)))) + metrics.height()
            return _Ready(shape.x - reach, shape.y - reach, shape.x + reach, shape.y + reach, shape, begin)
        xs, ys = zip(*shape.points, strict=True)
        path = QPolygonF([QPointF(x, y) for x, y in shape.points])
        return _Ready(min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1, shape, path)

    def _font(self, label: Label) -> tuple[QFont, QFontMetricsF]:
        key = label.size, label.bold
        if key not in self._fonts:
            font = self._theme.font(label.size, strong=label.bold)
            font.setPixelSize(max(1, round(label.size)))
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]

    def _pen(self, colour: str, width: float, *, dashed: bool) -> QPen:
        key = colour, width, dashed
        if key not in self._pens:
            style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
            self._pens[key] = QPen(self._theme.colour(colour), width, style)
        return self._pens[key]

    def _brush(self, colour: str) -> QBrush:
        if colour not in self._brushes:
            # Without the style, PySide6 asks whether the colour is a picture or a gradient, with all their enums: 2 ms.
            self._brushes[colour] = QBrush(self._theme.colour(colour), Qt.BrushStyle.SolidPattern)
        return self._brushes[colour]
