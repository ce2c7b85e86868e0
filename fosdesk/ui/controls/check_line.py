"""A check box whose label wraps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from fosdesk.ui.controls.plain_widgets import row, text


class CheckLine(QWidget):
    """A check box with a wrapping label; clicking the label toggles it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        line = row(self, gap=8)
        self.tick = QCheckBox()
        self.tick.setAccessibleName(words)
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self._words = text(words)
        self._words.setMinimumHeight(self.tick.sizeHint().height())
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle when the label is clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.setFocus()
            self.tick.click()
