"""LatestList: a part that lists things, the latest first, with a sentence when there are none."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.plain_widgets import clear, column, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part


class LatestList(Part):
    """Subclasses implement `_found` and `_one`."""

    def __init__(self, desk: Desk, lead: str, nothing: str) -> None:
        """`lead` describes the list; `nothing` is shown while it is empty."""
        super().__init__(desk)
        self._nothing = nothing
        layout = column(self, gap=8)
        layout.addWidget(text(lead, "quiet"))
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        self._list = column(gap=0)
        layout.addLayout(self._list)

    def _found(self) -> Sequence[Any]:
        """The things to list now."""
        raise NotImplementedError

    def _one(self, thing: Any) -> QWidget:
        """The widget of one thing."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the current things."""
        clear(self._list)
        found = self._found()
        if found:
            several = ShowMoreList(found, self._one, self.words)
            several.laid.connect(self.laid)
            self._list.addWidget(several)
        else:
            self._list.addWidget(text(self._nothing, "quiet"))
        self.laid.emit()
