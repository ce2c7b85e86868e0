"""FocusRing: the one ring around the control that has the keyboard, outside of it and above everything."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from fosdesk.ui.style.steps import FOCUS_GAP, FOCUS_RADIUS, FOCUS_WIDTH, RINGED

_AROUND = FOCUS_GAP + FOCUS_WIDTH
_UNRINGED_WINDOWS = ("QComboBoxPrivateContainer", "QMenu")  # there, what is chosen has a ground of its own


@runtime_checkable
class RingsPart(Protocol):
    """A widget of which only a part has the keyboard."""

    def focus_area(self) -> QRect:
        """That part, in its own coordinates; empty where it paints its ring itself."""


def ringed_area(widget: QWidget) -> QRect:
    """The part of a widget that the ring goes around, in its own coordinates; empty for one that gets none."""
    window = widget.window()
    if any(window.inherits(name) for name in _UNRINGED_WINDOWS):
        return QRect()
    if isinstance(widget, RingsPart):
        return widget.focus_area()
    if isinstance(widget, QAbstractItemView):
        return _current_row(widget)
    if isinstance(widget, QLabel) and widget.property(RINGED):
        words = widget.fontMetrics().boundingRect(widget.rect(), Qt.TextFlag.TextWordWrap, widget.text())
        return words.adjusted(-_AROUND, 0, _AROUND, 0)
    return widget.rect() if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else QRect()


def ringed_widget(widget: QWidget) -> QWidget:
    """The control that a widget with the keyboard is a part of, as the field of a spin box is, or itself."""
    parent = widget.parentWidget()
    is_inside = isinstance(widget, QLineEdit) and isinstance(parent, QAbstractSpinBox)
    return parent if is_inside and parent is not None else widget


def _current_row(view: QAbstractItemView) -> QRect:
    """The row or cell that the keyboard is in, where one is in view; else the view's inside."""
    viewport, current = view.viewport(), view.currentIndex()
    inside = QRect(viewport.mapTo(view, QPoint(0, 0)), viewport.size())
    shown = view.visualRect(current) if current.isValid() else QRect()
    if not shown.isValid() or not shown.intersects(viewport.rect()):
        return inside
    if view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
        shown.setLeft(0)
        shown.setRight(viewport.width() - 1)
    return shown.translated(inside.topLeft()).intersected(inside)


class FocusRing(QWidget):
    """A child of a window, over its other children: never cut off by what the control lies in, deaf to the mouse."""

    def __init__(self, window: QWidget, colour: QColor) -> None:
        super().__init__(window)
        self._window, self.colour = window, colour
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for attribute in (Qt.WidgetAttribute.WA_TransparentForMouseEvents, Qt.WidgetAttribute.WA_NoSystemBackground):
            self.setAttribute(attribute)
        self.hide()

    def surround(self, widget: QWidget) -> None:
        """Go around a widget of this window, or as much of it as is in view; hide where nothing is."""
        seen = self._seen(widget)
        if seen.isEmpty():
            self.hide()
            return
        whole = seen.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(self._window.rect())
        if whole != self.geometry():
            self.setGeometry(whole)
            frame = QRect(QPoint(0, 0), whole.size())
            inside = frame.adjusted(_AROUND + 2, _AROUND + 2, -_AROUND - 2, -_AROUND - 2)
            self.setMask(QRegion(frame) - QRegion(inside))  # so that what is typed inside does not paint the ring
        self.raise_()
        self.show()

    def _seen(self, widget: QWidget) -> QRect:
        """What the ring goes around, in the window's coordinates, without what is scrolled out of view."""
        window, area = self._window, ringed_area(widget)
        if area.isEmpty() or not widget.isVisible():
            return QRect()
        seen = QRect(widget.mapTo(window, area.topLeft()), area.size())
        inner, around = widget, widget.parentWidget()
        while around is not None and inner is not window:
            if isinstance(around, QAbstractScrollArea):
                viewport = around.viewport()
                if viewport.isAncestorOf(inner) or inner is viewport:
                    seen = seen.intersected(QRect(viewport.mapTo(window, QPoint(0, 0)), viewport.size()))
            inner, around = around, around.parentWidget()
        return seen

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour, FOCUS_WIDTH))
        half = FOCUS_WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), FOCUS_RADIUS, FOCUS_RADIUS)
        painter.end()
