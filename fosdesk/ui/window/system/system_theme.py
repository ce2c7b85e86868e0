"""SystemTheme: follows the computer's change between light and dark, at a moment that interrupts nobody."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_BETWEEN = 1_000  # ms between two looks whether the moment has come


class SystemTheme(QObject):
    """Emits `changed` when the computer has changed, nobody writes, and no dialog is open."""

    changed = Signal()

    def __init__(self, parent: QObject, is_busy: Callable[[], bool]) -> None:
        """`is_busy` tells whether something else is under way."""
        super().__init__(parent)
        self._is_busy, self._ended = is_busy, False
        self.scheme = QGuiApplication.styleHints().colorScheme()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._note)
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN)
        self._timer.timeout.connect(self.look)

    def _note(self, scheme: Qt.ColorScheme) -> None:
        if self._ended:
            return
        self.scheme = scheme
        self._timer.start()
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Emit `changed` now if a change waits for its moment."""
        if self._timer.isActive() and not (is_somebody_writing() or self._is_busy()):
            self._timer.stop()
            self.changed.emit()

    def end(self) -> None:
        """Follow no more, as the program ends."""
        self._timer.stop()
        self._ended = True


def is_somebody_writing() -> bool:
    """Whether the cursor is in a text, or a dialog or a menu is open."""
    popup = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return popup is not None or isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
