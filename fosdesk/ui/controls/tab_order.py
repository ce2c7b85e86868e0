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
    for one in _in_order(layout):
        yield from _stops(one) if isinstance(one, QWidget) else _stops_in(one)


def _in_order(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts that stand in a layout.

    Not by `itemAt`: in Python its item outlives Qt's, and what Qt makes next at the same address is taken for an item.
    """
    around = layout.parentWidget()
    children = [*(around.children() if around is not None else ()), *layout.children()]
    standing = [one for one in children if isinstance(one, QWidget | QLayout)]
    places = {one: layout.indexOf(one) for one in standing}
    return sorted((one for one in standing if places[one] >= 0), key=places.__getitem__)
