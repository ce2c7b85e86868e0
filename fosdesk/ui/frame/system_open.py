"""Opens a file or folder in the system's program for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> None:
    """Open a file or folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
