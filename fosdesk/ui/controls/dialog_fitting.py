"""What dialogs have alike: a size within that of their window, and the buttons at their foot."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from fosdesk.ui.controls.plain_widgets import button, row

_AIR = 32


def fit_to_window(dialog: QDialog, around: QWidget | None, width: int, height: int) -> None:
    """Resize a dialog to `width` × `height` (px at 100 %), at most the size of `around` less a margin."""
    if around is not None:
        room = around.window().size()
        width, height = min(width, room.width() - _AIR), min(height, room.height() - _AIR)
    dialog.resize(width, height)


def dialog_foot(dialog: QDialog, cancel: str, *acts: QPushButton) -> QHBoxLayout:
    """The buttons at the right of a dialog's foot: «Cancel», which rejects it, then `acts`, the last one for Enter."""
    foot = row(gap=8)
    foot.addStretch(1)
    leave = button(cancel)
    leave.clicked.connect(dialog.reject)
    for one in (leave, *acts):
        foot.addWidget(one)
    acts[-1].setDefault(True)
    return foot
