"""WindowSearch: what one window keeps for its search: the records opened last, the index, and the open dialog."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.recent_records import LeftPlace, RecentRecords, is_open_title

if TYPE_CHECKING:
    from fosdesk.ui.window.main_window import MainWindow
    from fosdesk.ui.window.search.search_desk import SearchDesk


class WindowSearch(QObject):
    """Made with the window's school; all but the records opened last is made when it is first needed."""

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._search_desk: SearchDesk | None = None
        self.recent = RecentRecords(desk)
        window.edits.record_opened, window.edits.record_closed = self.recent.opened, self.recent.closed
        desk.workspace.changed.connect(lambda _: self.recent.sweep())
        window.closing.connect(self.recent.keep)

    @property
    def first_place(self) -> LeftPlace:
        """Where the window opens: where one left off, if that is chosen, but never with a private record open."""
        choices, left = self._desk.choices, self.recent.left
        if self._desk.read_only:
            return LeftPlace("overview")
        if not choices.back_to_left or not left.page:
            return LeftPlace(choices.open_first)
        return left if is_open_title(self._desk, left.record) else LeftPlace(left.page)

    @property
    def search_desk(self) -> "SearchDesk":
        """What the search finds; made when first needed."""
        if self._search_desk is None:
            from fosdesk.ui.window.search.search_desk import SearchDesk

            self._search_desk = SearchDesk(self._window, self._desk, self.recent)
        return self._search_desk

    def prepare(self) -> None:
        """Index the school in idle time."""
        self.search_desk.building.begin()

    def open(self) -> None:
        """Open the dialog."""
        from fosdesk.ui.window.go_to_dialog import GoToDialog

        dialog = GoToDialog(self.search_desk, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
