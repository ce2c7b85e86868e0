"""Paints a figure; parts with a key can be clicked and reached with the keyboard."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fosdesk.display.shapes import Area, Figure, Label
from fosdesk.ui.controls.drawing.shape_painter import ShapePainter
from fosdesk.ui.focus.announcing import announce
from fosdesk.ui.style.theme import Theme

_ALIGN = {"left": 0.0, "middle": 0.5, "right": 1.0}


class FigureView(QWidget):
    """Keeps the aspect ratio; arrow keys move the focus between parts, Enter emits `picked` with a part's key."""

    picked = Signal(str)

    def __init__(self, theme: Theme, figure: Figure | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._figure = figure or Figure(1, 1, (), "")
        self._focus_key = ""
        self._shapes = ShapePainter(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_figure(self._figure)

    def show_figure(self, figure: Figure) -> None:
        """Paint another figure."""
        self._figure = figure
        self._shapes.take(figure.shapes)
        self.setAccessibleName(figure.alt)
        keys = self._keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if keys else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(bool(keys))
        if self._focus_key not in keys:
            self._focus_key = keys[0] if keys else ""
        self.updateGeometry()
        self.update()

    @property
    def figure(self) -> Figure:
        """The figure that is shown."""
        return self._figure

    def centre_of(self, key: str) -> QPointF:
        """The centre of one part, in widget coordinates."""
        scale, left, top = self._placing()
        area = next(s for s in self._figure.shapes if isinstance(s, Area) and s.key == key)
        xs, ys = [p[0] for p in area.points], [p[1] for p in area.points]
        label = next((s for s in self._figure.shapes if isinstance(s, Label) and s.key == key), None)
        x, y = (label.x, label.y) if label else (sum(xs) / len(xs), sum(ys) / len(ys))
        return QPointF(left + x * scale, top + y * scale)

    def focus_area(self) -> QRect:
        """None: a part is seldom a rectangle, and its ring is painted with it."""
        return QRect()

    def name_of(self, key: str) -> str:
        """The words that stand on one part."""
        labels = (s.text for s in self._figure.shapes if isinstance(s, Label) and s.key == key)
        return " ".join(labels)

    def _keys(self) -> list[str]:
        return list(dict.fromkeys(s.key for s in self._figure.shapes if isinstance(s, Area) and s.key))

    def _placing(self) -> tuple[float, float, float]:
        scale = min(self.width() / self._figure.width, self.height() / self._figure.height)
        return scale, (self.width() - self._figure.width * scale) / 2, 0.0

    def _key_at(self, point: QPointF) -> str:
        scale, left, top = self._placing()
        spot = QPointF((point.x() - left) / scale, (point.y() - top) / scale)
        for shape in reversed(self._figure.shapes):
            if isinstance(shape, Area) and shape.key and _polygon(shape).containsPoint(spot, Qt.FillRule.WindingFill):
                return shape.key
            if isinstance(shape, Label) and shape.key and self._place_of(shape).contains(spot):
                return shape.key
        return ""

    def _place_of(self, label: Label) -> QRectF:
        """The rectangle of a label's text, which can be clicked like its part."""
        metrics = QFontMetricsF(self._label_font(label))
        width = metrics.horizontalAdvance(label.text)
        return QRectF(label.x - width * _ALIGN[label.anchor], label.y - metrics.ascent(), width + 2, metrics.height())

    def _label_font(self, label: Label) -> QFont:
        font = self._theme.font(label.size, strong=label.bold)
        font.setPixelSize(max(1, round(label.size)))
        return font

    def hasHeightForWidth(self) -> bool:
        """Proportions are kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that belongs to a width."""
        return round(min(width, self._figure.width * 1.25) * self._figure.height / self._figure.width)

    def sizeHint(self) -> QSize:
        """The figure's own size."""
        return QSize(round(self._figure.width), round(self._figure.height))

    def minimumSizeHint(self) -> QSize:
        """Half its own size can still be read."""
        return QSize(round(self._figure.width * 0.5), round(self._figure.height * 0.5))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the part under the pointer."""
        key = self._key_at(event.position())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self._focus_key = key
            self.picked.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be chosen."""
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._key_at(event.position()) else Qt.CursorShape.ArrowCursor
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, Enter and Space choose."""
        keys = self._keys()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        if keys and step:
            self._focus_key = keys[(keys.index(self._focus_key) + step) % len(keys)]
            self.update()
            announce(self, self.name_of(self._focus_key))
        elif self._focus_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._focus_key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all shapes, and a ring around the part that has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, left, top = self._placing()
        painter.translate(left, top)
        painter.scale(scale, scale)
        self._shapes.paint(painter, QRectF(0, 0, self._figure.width, self._figure.height))
        if self.hasFocus() and self._focus_key:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            for shape in self._figure.shapes:
                if isinstance(shape, Area) and shape.key == self._focus_key:
                    painter.drawPolygon(_polygon(shape))
        painter.end()


def _polygon(area: Area) -> QPolygonF:
    return QPolygonF([QPointF(*p) for p in area.points])
