"""A button for what cannot be undone: it asks once more where it stands, and forgets when one goes elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy

from fosdesk.ui.controls.plain_widgets import Button


class ConfirmButton(Button):
    """Pressed twice, it says that somebody is sure."""

    confirmed = Signal()

    def __init__(self, words: str, again: str, about: str) -> None:
        """`again` is what it says before the second press; `about` names the thing for those who cannot see it."""
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
        """Forget that it was pressed once."""
        super().focusOutEvent(event)
        self._asked = False
        self._update_text()
