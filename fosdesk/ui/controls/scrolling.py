"""Scrolls the areas around a widget so that it is seen."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 24  # px above and below
_SETTLED = 60  # ms until what wraps has the height that it needs


def scroll_into_view(widget: QWidget) -> None:
    """Show a widget in all scroll areas around it, now and when layouts that have just changed have settled."""
    _scroll(widget)
    for moment in (0, _SETTLED):
        QTimer.singleShot(moment, widget, lambda: _scroll(widget))


def _scroll(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:  # the innermost first: the outer ones then show the part that is seen
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, _AROUND)
        parent = parent.parentWidget()
