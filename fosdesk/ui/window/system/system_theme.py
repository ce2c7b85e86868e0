"""SystemTheme: follows the computer's light, dark and high contrast, at a moment that interrupts nobody."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fosdesk.ui.frame.settings_file import Settings
from fosdesk.ui.style.theme import Theme, chosen_theme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_BETWEEN = 1_000  # ms between two looks whether the moment has come


class SystemTheme(QObject):
    """Emits `changed` when the computer has changed, nobody writes, and no dialog is open."""

    changed = Signal()

    def __init__(self, parent: QObject, is_busy: Callable[[], bool]) -> None:
        """`is_busy` tells whether something else is under way."""
        super().__init__(parent)
        self._is_busy, self._ended = is_busy, False
        # Held, for PySide6 gives up the one together with the other.
        self._hints = hints = QGuiApplication.styleHints()
        self._accessibility = hints.accessibility()
        self.scheme: Qt.ColorScheme | None = None
        self.contrast: Qt.ContrastPreference | None = None
        hints.colorSchemeChanged.connect(self._note)
        self._accessibility.contrastPreferenceChanged.connect(self._note_contrast)
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN)
        self._timer.timeout.connect(self.look)

    def ask(self, app: QApplication, settings: Settings) -> Theme:
        """Ask the computer once, after the first paint, and give the theme that is wanted; until then it is a guess.

        Its style's background tells light or dark. Asking takes 14 ms, as does all that names one of Qt's enums first.
        """
        if self.scheme is None:
            self.scheme = self._hints.colorScheme()
        if self.contrast is None:
            self.contrast = self._accessibility.contrastPreference()
        return self.wanted(app, settings)

    def wanted(self, app: QApplication, settings: Settings) -> Theme:
        """The theme of the settings, as the computer is now."""
        is_high = self.contrast is not None and self.contrast.name == "HighContrast"
        return chosen_theme(app, settings.theme, settings.text_size, self.scheme, is_contrast_high=is_high)

    def _note(self, scheme: "Qt.ColorScheme") -> None:
        self.scheme = scheme
        self._wait_for_moment()

    def _note_contrast(self, contrast: "Qt.ContrastPreference") -> None:
        self.contrast = contrast
        self._wait_for_moment()

    def _wait_for_moment(self) -> None:
        if self._ended:
            return
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
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    popup = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return popup is not None or isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
