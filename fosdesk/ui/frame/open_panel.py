"""OpenPanel: the one open record of a list, for tables, row lists and checklists."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from fosdesk.ui.frame.edits import Edits


class RecordPanel(Protocol):
    """A widget that edits one record; unsaved text in it is registered with the window's `Edits`."""

    def reload(self) -> None:
        """Show the stored record; unsaved text is left alone."""


class OpenPanel:
    """The open record of a list: its panel closes only through `Edits.release`, or when the record is deleted."""

    def __init__(
        self,
        edits: Edits,
        show: Callable[[str], RecordPanel | None],
        hide: Callable[[RecordPanel], None],
        closed: Callable[[str], object] = lambda _: None,
    ) -> None:
        """`show` creates the panel of a record, or returns None when there is none; `hide` removes it.

        `closed` is told the id of a record whose panel has been removed.
        """
        self._edits, self._show, self._hide, self._closed = edits, show, hide, closed
        self.panel: RecordPanel | None = None
        self.record_id = ""  # empty while nothing is open

    def open(self, record_id: str) -> bool:
        """Open a record in place of the open one; returns whether it is open now.

        False when unsaved text in the open panel cannot be stored, or `show` found no record.
        """
        if self.panel is not None and self.record_id == record_id:
            return True
        if not self.close():
            return False
        self.record_id = record_id
        self.panel = self._show(record_id)
        if self.panel is None:
            self.record_id = ""
        else:
            self._edits.record_opened(record_id)
        return self.panel is not None

    def close(self) -> bool:
        """Save and close; False when something cannot be stored, so that the panel stays."""
        if self.panel is not None and not self._edits.release(self.widget):
            return False
        self._take_away()  # unless a change that was saved has closed it already
        return True

    def follow(self, *, is_there: bool) -> None:
        """Refresh the panel after a change; close it without saving where the record `is_there` no longer."""
        widget = self.widget
        if self.panel is not None and is_there:
            self.panel.reload()
        elif widget is not None:
            self._edits.drop(widget)
            self._take_away()

    @property
    def widget(self) -> QWidget | None:
        """The panel as a widget; None when closed."""
        assert self.panel is None or isinstance(self.panel, QWidget)
        return self.panel

    def _take_away(self) -> None:
        panel, record_id = self.panel, self.record_id
        self.panel, self.record_id = None, ""
        if panel is not None:
            self._hide(panel)
            self._edits.record_closed(record_id)
            self._closed(record_id)
