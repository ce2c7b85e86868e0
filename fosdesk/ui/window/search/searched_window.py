"""The interface of a window that has a search; the window itself knows the search."""

from typing import Protocol

from fosdesk.ui.frame.page import Page


class SearchedWindow(Protocol):
    """What the search needs of the window that it belongs to."""

    @property
    def current_key(self) -> str:
        """The key of the current page."""

    def page(self, key: str) -> Page:
        """A page by its key."""

    def go(self, key: str, record_id: str) -> None:
        """Show a page, unless unsaved text on the current one cannot be stored."""

    def undo(self) -> None:
        """Undo the latest step."""

    def redo(self) -> None:
        """Redo the step that was undone last."""
