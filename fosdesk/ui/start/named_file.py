"""NamedFile: a school file that was named at a start, or dropped on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from fosdesk.ui.schools.school_parts_page import SchoolPartsPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.main_window import MainWindow


class NamedFile(QObject):
    """Waits for the school and for a dialog that is open; of several files the last one counts."""

    def __init__(self, parent: QObject, window: Callable[[], MainWindow]) -> None:
        """`window` is the one with one's own school, which may be built anew."""
        super().__init__(parent)
        self._window = window
        self._file: Path | None = None

    def read(self, file: Path) -> None:
        """Read a file and show what is in it, now or as soon as that can be done; nothing is changed by it."""
        self._file = file
        self.try_again()

    def try_again(self) -> None:
        """Read the file that waits; harmless where none does."""
        file, window = self._file, self._window()
        if file is None:
            return
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self.try_again)
        elif window.desk is not None:
            self._file = None
            window.go(SchoolPartsPage.key, "")
            page = window.page(SchoolPartsPage.key)
            if window.current_key == SchoolPartsPage.key and isinstance(page, SchoolPartsPage):
                page.read_file(file)
        elif isinstance(window.alone, FirstStartPage):
            self._file = None
            window.alone.read_file(file)
