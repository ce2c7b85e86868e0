"""A button for acts that cannot be undone: it must be pressed twice."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy

from fosdesk.ui.controls.wrapping import Button


class ConfirmButton(Button):
    """The first press changes its text, the second emits `confirmed`; losing the focus resets it."""

    confirmed = Signal()

    def __init__(self, words: str, again: str, about: str) -> None:
        """`again` is the text before the second press; `about` names the object for screen readers."""
        super().__init__()
        self._words, self._again, self._about = words, again, about
        self._asked = False
        self.setAutoDefault(False)
        self.setProperty("look", "text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)
        self._update_text()

    def _update_text(self) -> None:
        shown = self._again if self._asked else self._words
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{shown}: {self._about}")

    def _press(self) -> None:
        if self._asked:
            self.confirmed.emit()
        self._asked = not self._asked
        self._update_text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Reset to the first text."""
        super().focusOutEvent(event)
        self._asked = False
        self._update_text()
