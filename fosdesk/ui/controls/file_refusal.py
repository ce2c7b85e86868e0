"""Tells that a file was not taken where somebody pasted it into a field."""

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QToolTip, QWidget

from fosdesk.ui.controls.plain_widgets import plain_tip
from fosdesk.words import Words


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
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(field, sentence))
