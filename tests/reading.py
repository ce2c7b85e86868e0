"""What a person can read: the words on a widget, and the text of a PDF."""

import subprocess
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)


def words_on(widget: QWidget) -> list[str]:
    """Every text shown on a widget and its children, hidden ones left out."""
    QApplication.processEvents()  # what was added a moment ago is shown when Qt comes round to it
    found: list[str] = []
    for child in (widget, *widget.findChildren(QWidget)):
        if child is not widget and not child.isVisibleTo(widget):
            continue
        if isinstance(child, QLabel | QAbstractButton | QLineEdit):
            found.append(
                child.accessibleName() if child.accessibleName() and not isinstance(child, QLineEdit) else child.text()
            )
            found.append(child.text())
        elif isinstance(child, QPlainTextEdit):
            found.append(child.toPlainText())
        elif isinstance(child, QComboBox):
            found.append(child.currentText())
        elif isinstance(child, QListWidget):
            found += [child.item(i).text() for i in range(child.count())]
        elif isinstance(child, QTableView) and child.model() is not None:
            rows = child.model()
            found += [
                str(rows.index(r, c).data(Qt.ItemDataRole.DisplayRole) or "")
                for r in range(min(rows.rowCount(), 200))
                for c in range(rows.columnCount())
            ]
    return [text for text in found if text]


def text_of(pdf: Path) -> str:
    """The text of a PDF, as a reader would copy it, on one line."""
    shown = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(shown.stdout.decode().split())
