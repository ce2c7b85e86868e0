"""Keeps a dialog within the window it belongs to, at any text size."""

from PySide6.QtWidgets import QDialog, QWidget

_AIR = 32


def fit_to_window(dialog: QDialog, around: QWidget | None, width: int, height: int) -> None:
    """As large as wished for, where there is room for that."""
    if around is not None:
        room = around.window().size()
        width, height = min(width, room.width() - _AIR), min(height, room.height() - _AIR)
    dialog.resize(width, height)
