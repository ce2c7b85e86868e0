"""Keeps a dialog within the size of its window."""

from PySide6.QtWidgets import QDialog, QWidget

_AIR = 32


def fit_to_window(dialog: QDialog, around: QWidget | None, width: int, height: int) -> None:
    """Resize a dialog to `width` × `height` (px at 100 %), at most the size of `around` less a margin."""
    if around is not None:
        room = around.window().size()
        width, height = min(width, room.width() - _AIR), min(height, room.height() - _AIR)
    dialog.resize(width, height)
