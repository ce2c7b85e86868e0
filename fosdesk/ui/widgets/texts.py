"""Labels that show text as it stands, hairlines and plain layouts."""

from html import escape
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

B = TypeVar("B", bound=QBoxLayout)


def text(words: str, look: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """A label that never reads its text as markup; looks are in the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setMinimumSize(1, 1)  # else Qt reserves the height that the text would need in a narrow column
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ElidedLabel(QLabel):
    """One line that ends in «…» where there is no room; the whole text is in the tooltip and for screen readers."""

    def __init__(self, words: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if look:
            self.setProperty("look", look)
        self._whole = ""
        self.say(words)

    def say(self, words: str) -> None:
        """Show another text."""
        self._whole = " ".join(words.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 20))
        super().setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()


def plain_tip(words: str) -> str:
    """A tooltip that Qt cannot take for markup, whatever somebody wrote."""
    return f"<qt>{escape(words[:600])}</qt>"


def line() -> QFrame:
    """A hairline across."""
    frame = QFrame()
    frame.setProperty("look", "line")
    frame.setFixedHeight(1)
    return frame


def framed(look: str) -> QFrame:
    """An empty frame: panel, side, advice, notice, conflict or direction."""
    frame = QFrame()
    frame.setProperty("look", look)
    return frame


def column(
    parent: QWidget | None = None, *, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A layout from top to bottom."""
    return _plain(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), gap, margins)


def row(
    parent: QWidget | None = None, *, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """A layout from left to right."""
    return _plain(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), gap, margins)


def _plain(layout: B, gap: int, margins: tuple[int, int, int, int]) -> B:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    return layout


def button(words: str, look: str = "", *, tip: str = "", name: str = "") -> QPushButton:
    """A push button; looks: main, text, row, chip, tab; none is an outline."""
    made = QPushButton(words.replace("&", "&&"))
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if tip:
        made.setToolTip(plain_tip(tip))
    if name or tip:
        made.setAccessibleName(name or words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)


class Clickable(QFrame):
    """A row that answers to a click, Enter and Space."""

    clicked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
