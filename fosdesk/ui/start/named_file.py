"""NamedFile: a school file that was named at a start, or dropped on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from fosdesk.errors import FosdeskError
from fosdesk.exchange.received_copy import lasting_copy
from fosdesk.system.windows import long_path
from fosdesk.ui.schools.school_parts_page import SchoolPartsPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.main_window import MainWindow


class NamedFile(QObject):
    """Waits for the school and for a dialog that is open; of several files the last one counts."""

    def __init__(self, parent: QObject, window: Callable[[], MainWindow], folder: Callable[[], Path]) -> None:
        """`window` is the one with one's own school, which may be built anew; `folder` is the data folder."""
        super().__init__(parent)
        self._window, self._folder = window, folder
        self._file: Path | None = None
        self._is_copy = False

    def read(self, file: Path) -> None:
        """Read a file and show what is in it, now or as soon as that can be done; nothing is changed by it."""
        self._file, self._is_copy = long_path(file), False
        self.try_again()

    def try_again(self) -> None:
        """Read the file that waits; harmless where none does."""
        file, window = self._file, self._window()
        if file is None:
            return
        if window.desk is not None or isinstance(window.alone, FirstStartPage):
            file = self._file = self._copied(file)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self.try_again)
        elif window.desk is not None:
            self._file = None
            window.go(SchoolPartsPage.key, "")
            page = window.page(SchoolPartsPage.key)
            if window.current_key == SchoolPartsPage.key and isinstance(page, SchoolPartsPage):
                page.read_file(file)
            self._tell(window)
        elif isinstance(window.alone, FirstStartPage):
            self._file = None
            window.alone.read_file(file)
            self._tell(window)

    def _copied(self, file: Path) -> Path:
        try:
            copy = lasting_copy(file, self._folder())
        except FosdeskError:
            return file  # reading it tells what is wrong
        self._is_copy = self._is_copy or copy != file
        return copy

    def _tell(self, window: MainWindow) -> None:
        if self._is_copy:
            window.show_message(
                window.words(
                    "The file lies in a temporary folder, so fosdesk reads a copy. To keep the file, save it in a "
                    "folder of your own."
                )
            )
