"""FigureScroller: a drawing of records in a scroll area, walked through by keys; things are moved along it."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from fosdesk.ui.controls.plain_widgets import plain_tip
from fosdesk.ui.focus.announcing import announce
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words


class Placed(Protocol):
    """What stands in a drawing: the id of its record is known."""

    @property
    def record(self) -> str:
        """The id of the record."""


P = TypeVar("P", bound=Placed)


class FigureScroller(QAbstractScrollArea, Generic[P]):
    """Items are known by their number in what was given; a number of -1 is none."""

    picked = Signal(int)
    nudged = Signal(int, int)  # a step forth or back

    def __init__(self, theme: Theme, words: Words, says: Callable[[P], str], lowest: int) -> None:
        """`says` tells an item in one line, for tips and for screen readers; `lowest` is the height, px at 100 %."""
        super().__init__()
        self._theme, self._words, self._says = theme, words, says
        self._grown = theme.text_size / 100
        self._items: Sequence[P] = ()
        self._is_movable: Callable[[P], bool] = lambda _: False
        self.current = -1
        self._held, self._is_dragging = -1, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.setMinimumHeight(theme.px(lowest))

    def item_at(self, point: QPoint) -> int:
        """The item under a point of the viewport, or -1."""
        raise NotImplementedError

    def show_current(self, number: int) -> None:
        """Give an item the cursor, and scroll to it."""
        raise NotImplementedError

    def _next(self, along: int, across: int) -> int:
        """The item to which an arrow leads from the current one, along the line or across; -1 where there is none."""
        raise NotImplementedError

    def _take(self, items: Sequence[P], is_movable: Callable[[P], bool]) -> None:
        """Take these; what had the cursor keeps it while it is there."""
        before = self._items[self.current].record if self._has_current else ""
        self._items, self._is_movable = items, is_movable
        self.current = next((n for n, one in enumerate(items) if before and one.record == before), -1)

    @property
    def _has_current(self) -> bool:
        return 0 <= self.current < len(self._items)

    def _movable_at(self, point: QPoint) -> int:
        """The item under a point, or -1 where it cannot be moved."""
        number = self.item_at(point)
        return number if number >= 0 and self._is_movable(self._items[number]) else -1

    def _show_what_can_be_chosen(self, point: QPoint) -> None:
        over = self.item_at(point) >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _pick_at(self, point: QPoint) -> None:
        number = self.item_at(point)
        if number >= 0:
            self.show_current(number)
            self.picked.emit(number)

    def _paint_where(self, painter: QPainter, at: QPoint, said: str) -> None:
        """Above the pointer, where what is dragged would come."""
        painter.setFont(self._theme.font(12, strong=True))
        wide = painter.fontMetrics().horizontalAdvance(said) + 16
        left = min(max(at.x() - wide / 2, 0.0), max(self.viewport().width() - wide, 0.0))
        pill = QRectF(left, at.y() - self._theme.px(38), wide, self._theme.px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(pill, 8, 8)
        painter.drawEllipse(QPointF(at), 5, 5)
        painter.setPen(self._theme.colour("on_accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens, Ctrl+Shift and arrows move."""
        key, keys = Qt.Key(event.key()), Qt.Key
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        along = {keys.Key_Left: -1, keys.Key_Right: 1}.get(key, 0)
        across = {keys.Key_Up: -1, keys.Key_Down: 1}.get(key, 0)
        if event.modifiers() & both == both and along:
            if self._has_current and self._is_movable(self._items[self.current]):
                self.nudged.emit(self.current, along)
        elif event.modifiers() & both:
            super().keyPressEvent(event)
        elif along or across:
            number = self._next(along, across)
            if number >= 0:
                self.show_current(number)
                announce(self, self._says(self._items[number]))
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space) and self.current >= 0:
            self.picked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what has the cursor."""
        super().focusInEvent(event)
        self.viewport().update()
        if self._has_current:
            announce(self, self._says(self._items[self.current]))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the cursor fainter."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tip what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.item_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(self._says(self._items[number])) if number >= 0 else "")
            return True
        return super().viewportEvent(event)
