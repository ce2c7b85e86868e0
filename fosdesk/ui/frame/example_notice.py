"""Marks the example school on every page, and leads to a school of one's own."""

from PySide6.QtWidgets import QFrame

from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.frame.desk import Desk

_BESIDE = 560  # narrower than this, the button stands below the words


class ExampleNotice(QFrame):
    """A line above the page; the button is for the example that is open as one's own school."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        words = desk.words
        self.setProperty("look", "banner")
        inside = SideBySide(desk.theme.px(_BESIDE), gap=16, narrow_gap=4, middle=True)
        column(self, margins=(32, 6, 24, 6)).addWidget(inside)
        if desk.read_only:
            said = words("This is an example, to read. Nothing here is real.")
        else:
            said = words("This is an example, to look at and try things out in. Nothing here is real.")
        inside.add(text(said))
        self.begin = button(words("Start with our own school"))
        self.begin.clicked.connect(self.leave)
        self.begin.setHidden(desk.read_only)
        inside.add(self.begin, 0)

    def leave(self) -> None:
        """Set the example school aside, with all that was written in it, and start a school of one's own."""
        desk = self._desk
        if desk.release() and desk.attempt(lambda: desk.workspace.store.set_aside(desk.school.id)):
            desk.restart()
