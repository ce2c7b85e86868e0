"""Scrolls the areas around a widget so that it is seen."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

_AROUND = 24  # px above and below
_SETTLED = 60  # ms until what wraps has the height that it needs
_AT_MOST = 1500  # ms in which a large page may still be laid out on a slow machine


def scroll_into_view(widget: QWidget) -> None:
    """Show a widget in all scroll areas around it, now and until layouts that have just changed have settled."""
    areas: list[QScrollArea] = []  # the innermost first: the outer ones then show the part that is seen
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            areas.append(parent)
        parent = parent.parentWidget()

    def scroll() -> None:
        if isValid(widget):
            for area in areas:
                area.ensureWidgetVisible(widget, 0, _AROUND)

    scroll()
    for moment in (0, _SETTLED):
        QTimer.singleShot(moment, widget, scroll)
    for area in areas:
        laid = area.verticalScrollBar().rangeChanged.connect(lambda *_, a=area: QTimer.singleShot(0, a, scroll))
        QTimer.singleShot(_AT_MOST, area, lambda a=area, c=laid: a.verticalScrollBar().rangeChanged.disconnect(c))
