"""The wheel of the year on the screen: walked through by keys, and things moved along it by mouse and keys."""

from collections.abc import Callable, Collection, Sequence
from math import cos, radians, sin

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)

from fosdesk.display.figures.year_wheel_figure import (
    Wheel,
    angle_of,
    draw_wheel,
    month_at,
    outline_of,
    place_at,
    wheel_size,
)
from fosdesk.domain.rules.plan.year_wheel import RINGS, Ring, WheelItem
from fosdesk.domain.values.months import SCHOOL_YEAR
from fosdesk.ui.controls.drawing.shape_painter import ShapePainter
from fosdesk.ui.plan.figure_scroller import FigureScroller
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

_LEAST, _MOST = 172.0, 300.0  # px at 100 %: the radius
_LOWEST = 320  # px at 100 %: the height; in a lower window the page scrolls
_BELOW = 40  # px at 100 % below today, so that the words of its month are seen
_DRAG = 6  # px that the mouse moves before something is dragged


class WheelView(FigureScroller[WheelItem]):
    """What is moved along it comes into another month."""

    moved = Signal(int, int, int)  # an item, the month that it was taken hold of in, and that in which it was let go

    def __init__(self, theme: Theme, words: Words, says: Callable[[WheelItem], str]) -> None:
        """`says` tells an item in one line, for tips and for screen readers."""
        super().__init__(theme, words, says, _LOWEST)
        self._title: Callable[[str], str] = str
        self._year, self._today = 2026, ""
        self._rings: Collection[Ring] = RINGS
        self._painter = ShapePainter(theme)
        self._drawn: Wheel | None = None
        self._sheet: QPixmap | None = None  # the wheel as it was painted once
        self._start: QPoint | None = None
        self._at = QPoint()
        self._from = 0  # the month that something was taken hold of in

    # -- what is shown

    def show_items(
        self,
        items: Sequence[WheelItem],
        title: Callable[[str], str],
        year: int,
        today: str,
        rings: Collection[Ring],
        is_movable: Callable[[WheelItem], bool],
    ) -> None:
        """Show the wheel of a school year; what had the cursor keeps it while it is there."""
        self._take(items, is_movable)
        self._title, self._year, self._today, self._rings = title, year, today, rings
        self._lay()

    @property
    def drawn(self) -> Wheel:
        """What is drawn, in px at 100 %."""
        if self._drawn is None:
            self._lay()
        assert self._drawn is not None  # it was just drawn
        return self._drawn

    def _lay(self) -> None:
        wide, high = self.viewport().width() / self._grown, self.viewport().height() / self._grown
        side, above = wheel_size(0)
        radius = min(max(min((wide - side) / 2, (high - above) / 2), _LEAST), _MOST)
        self._drawn = draw_wheel(
            self._items, self._title, self._words, self._year, radius, self._today, rings=self._rings
        )
        self._painter.take(self._drawn.figure.shapes)
        self._sheet = None
        figure, g = self._drawn.figure, self._grown
        for bar, needs, has in (
            (self.horizontalScrollBar(), figure.width * g, self.viewport().width()),
            (self.verticalScrollBar(), figure.height * g, self.viewport().height()),
        ):
            bar.setPageStep(max(has, 1))
            bar.setSingleStep(self._theme.px(24))
            bar.setRange(0, max(round(needs - has), 0))
        self.viewport().update()

    # -- places

    def _corner(self) -> QPointF:
        figure, g = self.drawn.figure, self._grown
        left = max((self.viewport().width() - figure.width * g) / 2, 0.0) - self.horizontalScrollBar().value()
        return QPointF(left, -float(self.verticalScrollBar().value()))

    def _within(self, point: QPoint) -> tuple[float, float]:
        corner = self._corner()
        return (point.x() - corner.x()) / self._grown, (point.y() - corner.y()) / self._grown

    def item_at(self, point: QPoint) -> int:
        """The item under a point of the viewport, or -1."""
        return place_at(self.drawn, *self._within(point))[0]

    def month_at(self, point: QPoint) -> int:
        """The month under a point of the viewport."""
        return month_at(place_at(self.drawn, *self._within(point))[1])

    def point_of(self, number: int, month: int = 0) -> QPoint | None:
        """The middle of an item in the viewport, or where it is in a month; None where it found no room."""
        places = self.drawn.places[number]
        if not places:
            return None
        place = places[0]
        angle = (SCHOOL_YEAR.index(month) + 0.5) * 30 if month else (place.begins + place.ends) / 2
        away = (place.inner + place.outer) / 2
        x, y = self.drawn.centre
        corner, g = self._corner(), self._grown
        across, down = x + away * sin(radians(angle)), y - away * cos(radians(angle))
        return QPoint(round(corner.x() + across * g), round(corner.y() + down * g))

    def show_current(self, number: int) -> None:
        """Give an item the cursor, and scroll to it."""
        self.current = number
        place = self.point_of(number) if self._has_current else None
        if place is not None:
            for bar, at, room in (
                (self.horizontalScrollBar(), place.x(), self.viewport().width()),
                (self.verticalScrollBar(), place.y(), self.viewport().height()),
            ):
                if not 0 <= at <= room:
                    bar.setValue(bar.value() + at - room // 2)
        self.viewport().update()

    def _next(self, along: int, across: int) -> int:
        """The next item of the ring, or the one nearest in the year of the next ring that has any."""
        seen = [n for n, one in enumerate(self._items) if one.ring in self._rings]
        if not seen:
            return -1
        if self.current not in seen:
            number = seen[0]
        elif along:
            place = seen.index(self.current) + along
            number = seen[place] if 0 <= place < len(seen) else self.current
        else:
            here = self._items[self.current]
            rings = [ring for ring in RINGS if any(self._items[n].ring == ring for n in seen)]
            place = rings.index(here.ring) + across
            if not 0 <= place < len(rings):
                return -1
            there = [n for n in seen if self._items[n].ring == rings[place]]
            month = SCHOOL_YEAR.index(here.first_month)
            number = min(there, key=lambda n: abs(SCHOOL_YEAR.index(self._items[n].first_month) - month))
        return number

    # -- painting

    def _painted(self) -> QPixmap:
        figure, g, ratio = self.drawn.figure, self._grown, self.devicePixelRatioF()
        sheet = QPixmap(round(figure.width * g * ratio), round(figure.height * g * ratio))
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(self._theme.colour("paper"))
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(g, g)
        self._painter.paint(painter, QRectF(0, 0, figure.width, figure.height))
        painter.end()
        return sheet

    def _outline(self, painter: QPainter, number: int, pen: QPen) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        corner, g = self._corner(), self._grown
        for place in self.drawn.places[number]:
            outline = outline_of(self.drawn, place)
            painter.drawPolygon(QPolygonF([QPointF(corner.x() + x * g, corner.y() + y * g) for x, y in outline]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wheel, the cursor, and where what is dragged would come."""
        if self._sheet is None:
            self._sheet = self._painted()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.drawPixmap(self._corner(), self._sheet)
        if self._has_current:
            focus = self.hasFocus()
            pen = QPen(self._theme.colour("focus" if focus else "border"), 2.4 if focus else 1.2)
            self._outline(painter, self.current, pen)
        if self._is_dragging and self._held >= 0:
            self._paint_where(painter, self._at, self._words.month(self.month_at(self._at)))
        painter.end()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what can be moved."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = self._at = event.position().toPoint()
            self._held = self._movable_at(self._start)
            self._from = self.month_at(self._start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or show what can be chosen."""
        self._at = event.position().toPoint()
        if self._start is None:
            self._show_what_can_be_chosen(self._at)
        else:
            self._is_dragging = self._is_dragging or (self._at - self._start).manhattanLength() > _DRAG
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: it comes in the month where it was let go; what was only pressed is chosen."""
        at, held, dragged, pressed = event.position().toPoint(), self._held, self._is_dragging, self._start
        self._start, self._held, self._is_dragging = None, -1, False
        self.viewport().update()
        if pressed is None:
            return
        if dragged and held >= 0:
            self.moved.emit(held, self._from, self.month_at(at))
        elif not dragged:
            self._pick_at(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it for the new size; where not all of it is seen, the month of today is."""
        super().resizeEvent(event)
        self._lay()
        if self._today and self.current < 0:
            down = self.drawn.centre[1] - self.drawn.radius * cos(radians(angle_of(self._today)))
            self.verticalScrollBar().setValue(round((down + _BELOW) * self._grown) - self.viewport().height())
