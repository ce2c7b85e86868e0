"""Fields for typed text: they keep hard spaces, and take no path where a file is dropped or pasted."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolTip, QWidget

from fosdesk.ui.controls.plain_widgets import plain_tip
from fosdesk.ui.focus.announcing import announce
from fosdesk.words import Words

SCHOOL_FILE = ".fosdesk"  # what the names of school files end in
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


def names_files(source: QMimeData) -> bool:
    """Whether what is dropped or pasted stands for files, of which Qt would write the paths."""
    if any(url.isLocalFile() for url in source.urls()):
        return True
    return any(line.startswith("file:/") for line in source.text().splitlines()[:2])


def what_is_copied() -> QMimeData:
    """What the clipboard holds; empty where it holds nothing, of which Qt tells None on some systems."""
    there: QMimeData | None = QGuiApplication.clipboard().mimeData(QClipboard.Mode.Clipboard)
    return QMimeData() if there is None else there


def files_in(source: QMimeData) -> list[Path]:
    """The files that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def school_file_in(source: QMimeData) -> Path | None:
    """The school file that is dropped; None for anything else."""
    return next((path for path in files_in(source) if path.suffix.lower() == SCHOOL_FILE), None)


@runtime_checkable
class TellingWindow(Protocol):
    """A window with a line at its foot for one sentence."""

    words: Words

    def show_message(self, sentence: str) -> None:
        """Show the sentence."""


def tell_file_refused(field: QWidget) -> None:
    """Tell it at the foot of the window that a field or its dialog belongs to, beside the field, and to who listens."""
    window: QWidget | None = field.window()
    while window is not None and not isinstance(window, TellingWindow):
        parent = window.parentWidget()
        window = parent.window() if parent is not None else None
    if window is None:
        return
    sentence = window.words(
        "A file cannot be pasted here, so nothing was put in. Open the file and copy the words you need; "
        "a school file is read on the page Schools."
    )
    window.show_message(sentence)
    QToolTip.showText(field.mapToGlobal(field.rect().bottomLeft()), plain_tip(sentence), field)
    announce(field, sentence, assertive=True)


class LineEdit(QLineEdit):
    """One line of text; what stands for a file is left to the window."""

    def offered_menu(self) -> QMenu:
        """The menu of the right button, which offers no pasting of a file."""
        menu = self.createStandardContextMenu()
        paste = next((one for one in menu.actions() if one.objectName() == "edit-paste"), None)
        if paste is not None and _is_file_copied():
            paste.setEnabled(False)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste no file, and tell so."""
        if event.matches(QKeySequence.StandardKey.Paste) and _is_file_copied():
            if not self.isReadOnly():
                tell_file_refused(self)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu."""
        menu = self.offered_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text, and no file."""
        if names_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class TextBox(QPlainTextEdit):
    """Text of several lines; Qt itself would give each hard space back as an ordinary one."""

    def toPlainText(self) -> str:
        """The text with its hard spaces, and its line breaks as they are stored."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether it is text, and no file."""
        return super().canInsertFromMimeData(source) and not names_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text; of a file it is told that it is not taken."""
        if names_files(source):
            tell_file_refused(self)
        else:
            super().insertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, with its hard spaces."""
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().translate(_LINE_ENDS))
        return copied


def _is_file_copied() -> bool:
    return names_files(what_is_copied())
