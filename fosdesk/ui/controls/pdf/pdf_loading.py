"""Loads a PDF from memory, so that showing or printing it leaves no file on the disk."""

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument


def document_from(content: bytes, parent: QObject) -> QPdfDocument:
    """A loaded document; without pages when `content` is no PDF."""
    document = QPdfDocument(parent)
    # Read from for as long as the document lives, so it belongs to the document. (A file that QPdfDocument opens by
    # its path stays open after close(), and cannot be deleted on Windows.)
    buffer = QBuffer(document)
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document
