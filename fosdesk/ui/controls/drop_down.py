"""A drop-down that changes only when somebody opens it and chooses."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

_OPENS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
_OPENS_WITH_ALT = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class DropDown(QComboBox):
    """Space, Enter, Alt+Down, F4 and a click open it, and `activated` tells what was chosen when it closes.

    Closed, letters, arrows, Page Up, Page Down, Home, End and the wheel are left to what is around it: whoever types on
    after choosing must not choose anew.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or leave the key alone."""
        if _opens(event):
            event.accept()
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Alt+arrow from a shortcut of the page while the cursor is here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _opens(event):
            event.accept()
            return True
        return super().event(event)


def _opens(event: QKeyEvent) -> bool:
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() in (_OPENS_WITH_ALT if alt else _OPENS)
