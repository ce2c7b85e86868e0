"""Scrolls the areas around a widget so that it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

_AROUND = 24  # px above and below
_SETTLED = 60  # ms until what wraps has the height that it needs
_AT_MOST = 6000  # ms in which a large page may still be laid out on a slow machine


def scroll_into_view(widget: QWidget) -> None:
    """Show a widget in all scroll areas around it, now and until layouts that have just changed have settled.

    Whoever scrolls meanwhile is left alone.
    """
    from fosdesk.ui.focus.watcher import stop_keeping_in_view  # only here: the first picture waits for none of it

    focused = QApplication.focusWidget()
    if focused is None or not (focused is widget or widget.isAncestorOf(focused)):
        stop_keeping_in_view()
    areas: list[QScrollArea] = []  # the innermost first: the outer ones then show the part that is seen
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            areas.append(parent)
        parent = parent.parentWidget()

    def scroll() -> None:
        if isValid(widget):
            for area in filter(isValid, areas):  # what it stood in may have gone meanwhile
                area.ensureWidgetVisible(widget, 0, _AROUND)
                sheet = area.widget()
                if widget.height() > area.viewport().height() and sheet is not None:
                    # Qt shows the middle of what is higher than the room; it is read from its top.
                    area.verticalScrollBar().setValue(widget.mapTo(sheet, QPoint(0, 0)).y())

    scroll()
    for moment in (0, _SETTLED):
        QTimer.singleShot(moment, widget, scroll)
    for area in areas:
        _follow(area, scroll)


def _follow(area: QScrollArea, scroll: Callable[[], None]) -> None:
    """Scroll anew whenever the area's sheet changes its height, for a while or until somebody scrolls there."""
    bar = area.verticalScrollBar()
    following = [
        (bar.rangeChanged, bar.rangeChanged.connect(lambda *_: QTimer.singleShot(0, area, scroll))),
        (bar.actionTriggered, bar.actionTriggered.connect(lambda _: end())),
    ]

    def end() -> None:
        while following:
            signal, connection = following.pop()
            signal.disconnect(connection)

    QTimer.singleShot(_AT_MOST, area, end)
