"""WindowSearch: what one window keeps for its search: the records opened last, the index, and the open dialog."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from fosdesk.domain.records.networks import PACK_ID
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.recent_records import LeftPlace, RecentRecords, is_open_title
from fosdesk.ui.window.search.searched_window import SearchedWindow

if TYPE_CHECKING:
    from fosdesk.ui.window.search.search_desk import SearchDesk


class WindowSearch(QObject):
    """Made with the window's school; all but the records opened last is made when it is first needed."""

    def __init__(self, window: SearchedWindow, desk: Desk) -> None:
        super().__init__(desk.window)
        self._window, self._desk = window, desk
        self._search_desk: SearchDesk | None = None
        self.recent = RecentRecords(desk)
        desk.edits.record_opened, desk.edits.record_closed = self.recent.opened, self.recent.closed
        desk.workspace.changed.connect(self._sweep)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.keep)  # all that comes when a session ends without closing the window

    @property
    def first_place(self) -> LeftPlace:
        """Where the window opens: where one left off, if that is chosen, but never with a private record open."""
        choices, left = self._desk.choices, self.recent.left
        if self._desk.read_only:
            return LeftPlace("schools", PACK_ID) if is_pack(self._desk.school.id) else LeftPlace("overview")
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

    def keep(self) -> None:
        """Write to the settings what was opened last and where one is, because the window closes."""
        self.recent.keep()

    def prepare(self) -> None:
        """Index the school in idle time."""
        self.search_desk.records.begin()

    def open(self) -> None:
        """Open the dialog."""
        from fosdesk.ui.window.go_to_dialog import GoToDialog

        dialog = GoToDialog(self.search_desk, self._desk.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _sweep(self) -> None:
        self.recent.sweep()
