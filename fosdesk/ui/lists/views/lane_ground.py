"""What is drawn behind the records of a board and of a matrix."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from fosdesk.ui.lists.views.slots import Slots
from fosdesk.ui.style.theme import Theme

_GAP, _ROUND = 6, 8  # px at 100 %


def draw_columns(painter: QPainter, view: QTableView, theme: Theme) -> None:
    """A ground for each column that is in view, down to the foot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("panel"))
    gap, height = theme.px(_GAP) // 2, view.viewport().height()
    for column in _columns_seen(view):
        left, width = view.columnViewportPosition(column), view.columnWidth(column)
        painter.drawRoundedRect(QRect(left + gap, 0, width - 2 * gap, height), theme.px(_ROUND), theme.px(_ROUND))


def draw_grid(painter: QPainter, view: QTableView, theme: Theme, slots: Slots) -> None:
    """Lines below the rows and before the columns that are in view."""
    painter.setPen(theme.colour("hairline"))
    height, last = view.viewport().height(), len(slots.columns) - 1
    right = view.columnViewportPosition(last) + view.columnWidth(last)
    lowest = 0
    for row in range(slots.row_of(max(view.rowAt(0), 0)), len(slots.rows)):
        last_line = slots.start(row + 1) - 1
        lowest = view.rowViewportPosition(last_line) + view.rowHeight(last_line)
        painter.drawLine(0, lowest - 1, right, lowest - 1)
        if lowest > height:
            break
    for column in _columns_seen(view):
        left = view.columnViewportPosition(column)
        painter.drawLine(left, 0, left, min(lowest, height))


def _columns_seen(view: QTableView) -> Sequence[int]:
    first, last = view.columnAt(0), view.columnAt(view.viewport().width() - 1)
    return range(max(first, 0), (last if last >= 0 else view.horizontalHeader().count() - 1) + 1)
