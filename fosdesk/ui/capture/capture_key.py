"""Ctrl+Shift+N in a window and its dialogs: notes a line, and the cursor goes back to where it was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from fosdesk.ui.capture.capture_dialog import CaptureDialog
    from fosdesk.ui.frame.desk import Desk

KEYS = "Ctrl+Shift+N"
PROJECTED = "projected"  # a property of windows that others look at; a full screen beside the main window counts too


class CaptureKey(QObject):
    """Belongs to one window; dialogs of it learn the key when the cursor first comes to them."""

    def __init__(self, window: QWidget, own_desk: "Callable[[], Desk | None]") -> None:
        """`own_desk` gives the desk of one's own school, also where `window` shows another."""
        super().__init__(window)
        self._window, self._own_desk = window, own_desk
        self.dialog: CaptureDialog | None = None
        self._known: list[QWidget] = []
        self._listen_in(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def open(self) -> None:
        """Open the window of one line; does nothing while it is open, while something is projected or under way."""
        from fosdesk.ui.capture.capture_dialog import CaptureDialog

        desk = self._own_desk()
        if desk is None or self.dialog is not None or _is_projecting(self._window):
            return
        if "long_work" in desk.__dict__ and desk.long_work.under_way:
            return
        cursor = QApplication.focusWidget()
        around = QApplication.activeModalWidget() or self._window
        self.dialog = CaptureDialog(desk, around)
        self.dialog.finished.connect(lambda _: self._closed(cursor))
        self.dialog.open()

    def _closed(self, cursor: QWidget | None) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        if cursor is not None and isValid(cursor) and cursor.isVisible():
            cursor.window().activateWindow()
            cursor.setFocus()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and dialog is not self.dialog and self._is_ours(dialog):
            self._listen_in(dialog)

    def _is_ours(self, dialog: QWidget) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def _listen_in(self, window: QWidget) -> None:
        self._known = [one for one in self._known if isValid(one)]
        if window not in self._known:
            self._known.append(window)
            QShortcut(QKeySequence(KEYS), window).activated.connect(self.open)


def _is_projecting(window: QWidget) -> bool:
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return any(one.property(PROJECTED) or (one.isFullScreen() and one is not window) for one in shown)
