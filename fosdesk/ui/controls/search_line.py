"""A search field: Escape clears it, arrow down moves to the results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from fosdesk.ui.controls.text_fields import LineEdit


class SearchLine(LineEdit):
    """A search field; Ctrl+Z in it takes back what was typed there, and never anything else."""

    down_pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)
