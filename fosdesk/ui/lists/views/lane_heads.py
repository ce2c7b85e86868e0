"""LaneHeads: the titles of a matrix's rows, each beside all the lines of its row."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from fosdesk.ui.lists.views.slots_table import SlotsTable
from fosdesk.ui.style.theme import Theme

_WIDTH = 150  # px at 100 %


class LaneHeads(QHeaderView):
    """A title stays in view as long as one line of its row does."""

    def __init__(self, theme: Theme, table: SlotsTable) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme, self._table = theme, table
        self.setFixedWidth(theme.px(_WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles of the rows that are in view."""
        slots, theme = self._table.slots, self._theme
        painter = QPainter(self.viewport())
        painter.setFont(theme.font(strong=True))
        height, width = self.viewport().height(), self.viewport().width()
        first = self.logicalIndexAt(0)
        for row in range(slots.row_of(first) if first >= 0 else 0, len(slots.rows)):
            top = self.sectionViewportPosition(slots.start(row))
            if top > height:
                break
            last = slots.start(row + 1) - 1
            bottom = self.sectionViewportPosition(last) + self.sectionSize(last)
            painter.setPen(theme.colour("hairline"))
            painter.drawLine(0, bottom - 1, width, bottom - 1)
            painter.setPen(theme.colour("ink"))
            seen = max(top, 0)
            room = QRect(theme.px(6), seen + theme.px(4), width - theme.px(14), bottom - seen - theme.px(8))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
            painter.setClipRect(0, seen, width, max(bottom - seen, 1))
            painter.drawText(room, flags, slots.rows[row].title)
            painter.setClipping(False)
