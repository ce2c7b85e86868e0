"""Files that are dropped on the window: a school file is read, of any other it is told that nothing was."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from fosdesk.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class DroppedFiles(QObject):
    """Filters the events of one window."""

    def __init__(self, window: QWidget, words: Words, say: Callable[[str], None], read: Callable[[Path], None]) -> None:
        """`say` shows a sentence; `read` gets a school file once the program that it was dragged from is free again."""
        super().__init__(window)
        self._words, self._say, self._read = words, say, read
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def _drag(self, event: "QDragEnterEvent") -> None:
        from fosdesk.ui.controls.text_fields import (
            files_in,
        )  # the first paint waits neither for these nor for Qt's enums

        if files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _drop(self, event: "QDropEvent") -> None:
        from PySide6.QtCore import Qt

        from fosdesk.ui.controls.text_fields import files_in, school_file_in

        file, files = school_file_in(event.mimeData()), files_in(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self._read(file))
        elif files:
            event.setDropAction(Qt.DropAction.IgnoreAction)  # so that whoever gives it keeps it
            self._say(
                self._words(
                    "{file} is no school file, so nothing was read. Open it and copy the words you need.",
                    file=files[0].name,
                )
            )

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dragged over the window and dropped on it."""
        if event.type() == QEvent.Type.DragEnter:
            self._drag(cast("QDragEnterEvent", event))
        elif event.type() == QEvent.Type.Drop:
            self._drop(cast("QDropEvent", event))
        else:
            return False
        return True
