"""Sets the tab order of widgets by their layouts."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(root: QWidget) -> None:
    """Set the tab order of everything inside `root` to the order of its layouts."""
    last: QWidget | None = None
    for stop in _stops(root):
        if last is not None:
            QWidget.setTabOrder(last, stop)
        last = stop


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        if widget.layout() is None:
            return
    layout = widget.layout()
    if layout is not None:
        yield from _stops_in(layout)
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        there = layout.itemAt(place)
        widget = there.widget() if there is not None else None
        inner = there.layout() if there is not None else None
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
