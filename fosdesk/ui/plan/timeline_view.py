"""The time line on the screen: scrolled and zoomed, walked through by keys, and milestones moved on it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)

from fosdesk.display.figures.timeline_figure import HEAD, Timeline, day_at, draw_timeline
from fosdesk.domain.rules.plan.timeline import LANES, TimelineItem
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.drawing.shape_painter import ShapePainter
from fosdesk.ui.plan.figure_scroller import FigureScroller
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

_STEP = 1.25  # by which + and − zoom
_DRAG = 6  # px that the mouse moves before something is dragged
_EDGE, _LOWEST = 24, 280  # px; the height, in a lower window the page scrolls
_CLOSEST = 420.0  # px at 100 % for a semester at the closest


class TimelineView(FigureScroller[TimelineItem]):
    """The line itself has a head above it and names beside it, which stay where they are."""

    moved = Signal(int, str)  # to a day: of an item that only has a semester, a day in that semester

    def __init__(self, theme: Theme, words: Words, says: Callable[[TimelineItem], str]) -> None:
        """`says` tells an item in one line, for tips and for screen readers."""
        super().__init__(theme, words, says, _LOWEST)
        self._title: Callable[[str], str] = str
        self._span = (Semester(2026, True), Semester(2026, True))
        self._today = ""
        self._zoom = 1.0
        self._seen_width = 1.0  # of the body, in px at 100 %
        self._drawn = Timeline(1, 1, 1, (), (), (), ())
        self._head, self._names, self._body = ShapePainter(theme), ShapePainter(theme), ShapePainter(theme)
        self._pressed: QPoint | None = None  # what is not held then is the paper itself
        self._start, self._at_press = QPoint(), QPoint()
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self.horizontalScrollBar().setSingleStep(theme.px(48))

    # -- what is shown

    def show_items(
        self,
        items: Sequence[TimelineItem],
        title: Callable[[str], str],
        span: tuple[Semester, Semester],
        today: str,
        is_movable: Callable[[TimelineItem], bool],
    ) -> None:
        """Show these; what had the cursor keeps it while it is there."""
        self._take(items, is_movable)
        self._title, self._span, self._today = title, span, today
        self._lay()

    @property
    def drawn(self) -> Timeline:
        """What is drawn, in px at 100 %."""
        return self._drawn

    @property
    def zoom(self) -> float:
        """How many times wider than the window the whole of it is."""
        return self._zoom

    def show_years(self, years: float) -> None:
        """Zoom so that so many years fit into the window; 0 for all of them."""
        self.set_zoom(self._semesters / 2 / years if years else 1.0)

    def set_zoom(self, zoom: float) -> None:
        """Zoom, and keep what stands in the middle there; at the first time, today."""
        widest = max(_CLOSEST * self._semesters / max(self._room, 1.0), 1.0)
        bounded = min(max(zoom, 1.0), widest)
        if bounded != self._zoom:
            middle = self._middle()
            self._zoom = bounded
            self._lay()
            self._show_middle(middle)

    def _middle(self) -> float:
        """What share of the whole lies left of the middle of the window; where all of it is seen, left of today."""
        if self._zoom == 1.0:
            return self._x_of_today()
        return (self.horizontalScrollBar().value() / self._grown + self._seen_width / 2) / self._drawn.width

    def _show_middle(self, share: float) -> None:
        self.horizontalScrollBar().setValue(round((share * self._drawn.width - self._seen_width / 2) * self._grown))

    def _x_of_today(self) -> float:
        first, last = self._span
        days = max(last.since(first) + 1, 1)
        return min(max((Semester.of_date(self._today).since(first) + 0.6) / days, 0.0), 1.0) if self._today else 0.5

    @property
    def _semesters(self) -> int:
        return self._span[1].since(self._span[0]) + 1

    @property
    def _room(self) -> float:
        """The width that the body has in the window."""
        return self.viewport().width() / self._grown - self._drawn.names_width

    def _lay(self) -> None:
        room = max(self.viewport().width() / self._grown, 200.0)
        for _ in range(2):  # the width of the names is known once they are drawn
            width = max((room - self._drawn.names_width) * self._zoom, 160.0)
            self._drawn = draw_timeline(self._items, self._title, self._words, self._span, width, self._today)
            if abs((room - self._drawn.names_width) * self._zoom - width) < 1:
                break
        self._head.take(self._drawn.head)
        self._names.take(self._drawn.names)
        self._body.take(self._drawn.body)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        self._seen_width = room - self._drawn.names_width
        seen = self._seen_width * self._grown
        across.setPageStep(round(seen))
        across.setRange(0, max(round(self._drawn.width * self._grown - seen), 0))
        high = self.viewport().height() - HEAD * self._grown
        down.setPageStep(max(round(high), 1))
        down.setRange(0, max(round(self._drawn.height * self._grown - high), 0))
        self.viewport().update()

    # -- places

    def rect_of(self, number: int) -> QRectF | None:
        """The rectangle of an item in the viewport; None where it has no place."""
        place = self._drawn.places[number] if 0 <= number < len(self._drawn.places) else None
        if place is None:
            return None
        left, top, right, bottom = place
        corner = self._origin()
        g = self._grown
        return QRectF(corner.x() + left * g, corner.y() + top * g, (right - left) * g, (bottom - top) * g)

    def _origin(self) -> QPointF:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(self._drawn.names_width * self._grown - across, HEAD * self._grown - down)

    def item_at(self, point: QPoint) -> int:
        """The item under a point of the viewport, or -1; of several, the smallest."""
        if point.x() < self._drawn.names_width * self._grown or point.y() < HEAD * self._grown:
            return -1
        corner = self._origin()
        x, y = (point.x() - corner.x()) / self._grown, (point.y() - corner.y()) / self._grown
        found, least = -1, 1e9
        for number, place in enumerate(self._drawn.places):
            if place is not None and place[0] - 2 <= x <= place[2] + 2 and place[1] <= y <= place[3]:
                size = place[2] - place[0]
                if size < least:
                    found, least = number, size
        return found

    def day_at(self, point: QPoint) -> str:
        """The day under a point of the viewport."""
        x = (point.x() - self._origin().x()) / self._grown
        return day_at(*self._span, self._drawn.width, x)

    def show_current(self, number: int) -> None:
        """Give an item the cursor, and scroll to it."""
        self.current = number
        place = self.rect_of(number)
        if place is not None:
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            left, right = self._drawn.names_width * self._grown + _EDGE, self.viewport().width() - _EDGE
            if place.left() < left or place.left() > right:
                across.setValue(round(across.value() + place.left() - (left + right) / 2))
            top, bottom = HEAD * self._grown, self.viewport().height()
            if place.top() < top or place.bottom() > bottom:
                down.setValue(round(down.value() + place.top() - (top + bottom) / 2))
        self.viewport().update()

    def _paint_cursor(self, painter: QPainter) -> None:
        place = self.rect_of(self.current)
        if place is None:
            return
        painter.setClipRect(
            QRectF(self._drawn.names_width * self._grown - 6, HEAD * self._grown, self.width(), self.height())
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus" if self.hasFocus() else "border"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(place.adjusted(-4, -3, 4, 3), 6, 6)
        painter.setClipping(False)

    def _paint_held(self, painter: QPainter) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos()) if self._pressed is None else self._pressed
        self._paint_where(painter, at, self.where_words(self._held, self.day_at(at)))

    def where_words(self, number: int, day: str) -> str:
        """Where an item would stand: the semester of what only has that, else the day."""
        if self._items[number].semester:
            return self._words.semester(Semester.of_date(day))
        return self._words.short_date(day)

    def _next(self, along: int, across: int) -> int:
        """The next item of the lane, or the one nearest in time of the next lane that has any."""
        items = self._items
        if not items:
            return -1
        if not self._has_current:
            number = next((n for n, one in enumerate(items) if one.first >= self._today), len(items) - 1)
        elif along:
            number = self.current + along
            if not 0 <= number < len(items) or items[number].lane != items[self.current].lane:
                return -1
        else:
            here = items[self.current]
            lanes = [lane for lane in LANES if any(one.lane == lane for one in items)]
            place = lanes.index(here.lane) + across
            if not 0 <= place < len(lanes):
                return -1
            there = [n for n, one in enumerate(items) if one.lane == lanes[place]]
            number = min(there, key=lambda n: abs(_number(items[n].first) - _number(here.first)))
        return number

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen: the body, then the names, which do not move sideways, and the head."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(event.rect())
        painter.fillRect(seen, self._theme.colour("paper"))
        g, origin, drawn = self._grown, self._origin(), self._drawn
        names, head = drawn.names_width * g, HEAD * g
        wide, high = float(self.viewport().width()), float(self.viewport().height())
        for painted, corner, room in (
            (self._body, origin, QRectF(names - 6 * g, head, wide - names + 6 * g, high - head)),
            (self._names, QPointF(0, origin.y()), QRectF(0, head, names, high - head)),
            (self._head, QPointF(origin.x(), 0), QRectF(names - 6 * g, 0, wide - names + 6 * g, head)),
        ):
            part = room.intersected(seen)
            if part.isEmpty():
                continue
            painter.save()
            painter.setClipRect(part)
            painter.translate(corner)
            painter.scale(g, g)
            painted.paint(
                painter,
                QRectF((part.x() - corner.x()) / g, (part.y() - corner.y()) / g, part.width() / g, part.height() / g),
            )
            painter.restore()
        self._paint_cursor(painter)
        if self._is_dragging and self._held >= 0:
            self._paint_held(painter)
        painter.end()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a milestone, or of the paper."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position().toPoint()
        self._held = self._movable_at(self._pressed)
        self._at_press = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._start = self._pressed

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or show what can be chosen."""
        at = event.position().toPoint()
        if self._pressed is None:
            self._show_what_can_be_chosen(at)
            return
        gone = at - self._start
        self._is_dragging = self._is_dragging or gone.manhattanLength() > _DRAG
        if not self._is_dragging:
            return
        self._pressed = at
        if self._held < 0:
            self.horizontalScrollBar().setValue(self._at_press.x() - gone.x())
            self.verticalScrollBar().setValue(self._at_press.y() - gone.y())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a milestone stands where it was let go; what was only pressed is chosen."""
        at, held, dragged = event.position().toPoint(), self._held, self._is_dragging
        pressed, self._pressed, self._held, self._is_dragging = self._pressed, None, -1, False
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        if pressed is None:
            return
        if dragged and held >= 0:
            self.moved.emit(held, self.day_at(at))
        elif not dragged:
            self._pick_at(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms, Shift goes sideways."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (_STEP if turn > 0 else 1 / _STEP))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - turn)
            event.accept()
        else:
            super().wheelEvent(event)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and − zoom, Home goes to today; the rest is as in other drawings."""
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_plain and event.text() in ("+", "-", "\N{MINUS SIGN}"):
            self.set_zoom(self._zoom * (_STEP if event.text() == "+" else 1 / _STEP))
        elif is_plain and event.key() == Qt.Key.Key_Home:
            self._show_middle(self._x_of_today())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it for the new width."""
        super().resizeEvent(event)
        middle = self._middle()
        self._lay()
        self._show_middle(middle)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
