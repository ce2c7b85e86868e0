"""WaitingChildren: the lines of a long list of children that are shown when they are asked for."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.plain_widgets import button, row
from fosdesk.words import Words

MOST = 40  # lines that a list has at first; each is an editor


class WaitingChildren(QWidget):
    """A button in the place of the lines that are not shown; what comes to the list later is shown at once."""

    asked = Signal()  # for all of them

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._ids: set[str] | None = None  # None until the list was first told
        self._order: list[str] = []
        self.more: QPushButton = button("", "text")
        self.more.clicked.connect(self.show_all)
        row(self).addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def shown(self, children: Sequence[Record], kept: Collection[str]) -> list[tuple[int, Record]]:
        """The children to show, each with its number from 1; those in `kept` never wait."""
        self._order = [one.id for one in children]
        if self._ids is None:
            self._ids = {one.id for one in children[MOST:] if one.id not in kept}
        self._ids -= {*kept}
        found = [(number, one) for number, one in enumerate(children, start=1) if one.id not in self._ids]
        left = len(children) - len(found)
        self.more.setText(self._words("Show {n} more", n=left))
        return found

    @property
    def place(self) -> int:
        """After how many shown lines the first of those that wait would stand; -1 where none waits."""
        return next((place for place, one in enumerate(self._order) if one in (self._ids or ())), -1)

    def show_all(self) -> None:
        """Let none wait any longer."""
        if self._ids:
            self._ids = set()
            self.asked.emit()

    def waits(self, child: str) -> bool:
        """Whether a child is not shown."""
        return child in (self._ids or ())

    def show_beside(self, child: str, before: int, after: int) -> None:
        """Show all where one of so many ahead of a line, or behind it, waits."""
        if self._ids and child in self._order:
            at = self._order.index(child)
            if any(map(self.waits, self._order[max(at - before, 0) : at + after + 1])):
                self.show_all()
