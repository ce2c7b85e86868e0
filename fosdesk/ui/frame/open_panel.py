"""OpenPanel: what is open from a list, the same for tables, opening lists and checklists."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from fosdesk.ui.frame.edits import Edits


class RecordPanel(Protocol):
    """A widget that shows one record for writing; what is typed in it reports itself to the window's `Edits`."""

    def reload(self) -> None:
        """Show the record as it stands, and leave alone what is typed and not stored."""


class OpenPanel:
    """The one record that is open from a list. Only `Edits.release` lets its panel close, and it follows deletion."""

    def __init__(
        self, edits: Edits, show: Callable[[str], RecordPanel | None], hide: Callable[[RecordPanel], None]
    ) -> None:
        """`show` lays the panel of a record in its place, or finds no such record; `hide` takes the panel away."""
        self._edits, self._show, self._hide = edits, show, hide
        self.panel: RecordPanel | None = None
        self.record_id = ""  # empty while nothing is open

    def open(self, record_id: str) -> bool:
        """Open a record in place of the one that is open; whether it is open now.

        False when something typed in the panel that is open cannot be saved, so that it stays; or when `show` found
        nothing.
        """
        if self.panel is not None and self.record_id == record_id:
            return True
        if not self.close():
            return False
        self.record_id = record_id
        self.panel = self._show(record_id)
        if self.panel is None:
            self.record_id = ""
        return self.panel is not None

    def close(self) -> bool:
        """Save what is typed and close; False when something cannot be saved, so that the panel stays open."""
        if self.panel is not None and not self._edits.release(self.widget):
            return False
        self._take_away()  # unless a change that was saved has closed it already
        return True

    def follow(self, *, is_there: bool) -> None:
        """Show the record as it stands after a change; close without saving where it `is_there` no longer."""
        widget = self.widget
        if self.panel is not None and is_there:
            self.panel.reload()
        elif widget is not None:
            self._edits.drop(widget)
            self._take_away()

    @property
    def widget(self) -> QWidget | None:
        """The panel as the widget that it also is."""
        assert self.panel is None or isinstance(self.panel, QWidget)
        return self.panel

    def _take_away(self) -> None:
        panel, self.panel, self.record_id = self.panel, None, ""
        if panel is not None:
            self._hide(panel)
