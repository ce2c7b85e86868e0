"""A field with an icon before its text, and a search field: Escape clears it, arrow down moves to the results."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap

from fosdesk.ui.controls.text_fields import LineEdit

_LEFT, _BESIDE, _LARGER = 10, 6, 1  # px before the icon, between it and the text, and how much larger it is than that


class IconLine(LineEdit):
    """A line of text that says by an icon at its left what is typed there; its name says it in words."""

    def __init__(self, icon: str) -> None:
        """`icon` is one of ICON_NAMES, drawn in the colour of the placeholder when the field is first painted."""
        super().__init__()
        self._icon, self._drawn = icon, QPixmap()
        self._drawn_as: tuple[str, int, float] = ("", 0, 1.0)
        self.setTextMargins(self._side + _BESIDE, 0, 0, 0)

    @property
    def _side(self) -> int:
        return self.fontInfo().pixelSize() + _LARGER

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its icon."""
        super().paintEvent(event)
        side = self._side
        wanted = (self.palette().placeholderText().color().name(), side, self.devicePixelRatioF())
        if wanted != self._drawn_as:
            from fosdesk.ui.style.icons import icon_picture  # the first one loads what reads SVG

            self._drawn_as, self._drawn = wanted, icon_picture(self._icon, *wanted)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(_LEFT, (self.height() - side) // 2), self._drawn)
        painter.end()


class SearchLine(IconLine):
    """A search field; Ctrl+Z in it takes back what was typed there, and never anything else."""

    down_pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("search")
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
