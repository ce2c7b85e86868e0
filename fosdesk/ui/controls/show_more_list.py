"""A list that shows some entries, and more when asked."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.plain_widgets import button, column, row
from fosdesk.ui.style.steps import Gap
from fosdesk.ui.tuning import in_next_turn
from fosdesk.words import Words

T = TypeVar("T")
_AT_ONCE = 5


class ShowMoreList(QWidget):
    """The widgets of further entries are created only when they are asked for."""

    laid = Signal()  # more widgets came

    def __init__(
        self, found: Iterable[T], make: Callable[[T], QWidget], words: Words, *, most: int = 25, gap: Gap = 0
    ) -> None:
        super().__init__()
        self._left, self._make, self._most = iter(found), make, most
        self._next = list(islice(self._left, 1))  # whether there are more is known one ahead
        whole = column(self, gap=0)
        self._body = column(gap=gap)
        whole.addLayout(self._body)
        self.more = button(words("Show more"), "text")
        self.more.clicked.connect(self._show_some)
        line = row(margins=(0, 4, 0, 0))
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(line)
        self._show_some()

    def _show_some(self) -> None:
        wanted = [*self._next, *islice(self._left, self._most - len(self._next))]
        self._next = list(islice(self._left, 1))
        self.more.hide()
        self._lay(wanted)

    def _lay(self, wanted: list[Any]) -> None:
        """Add widgets in slices from the event loop, as creating all at once would block the screen."""
        for one in wanted[:_AT_ONCE]:
            self._body.addWidget(self._make(one))
        if len(wanted) > _AT_ONCE:
            in_next_turn(self, lambda: self._lay(wanted[_AT_ONCE:]))
        else:
            self.more.setVisible(bool(self._next))
        self.laid.emit()
