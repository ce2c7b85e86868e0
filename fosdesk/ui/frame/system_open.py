"""Showing a file or a folder in the program that the system uses for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> None:
    """Open it there."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
