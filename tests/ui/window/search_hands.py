"""Opening the search of a window, and typing in it."""

from PySide6.QtTest import QTest

from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.window.go_to_dialog import GoToDialog
from fosdesk.ui.window.search.search_desk import SearchDesk
from tests.ui.acts import bring_to_front, wait_until, window_of


def search_of(desk: Desk) -> SearchDesk:
    """The search of the window, when all that was written is indexed."""
    search = window_of(desk).search
    assert search is not None
    found = search.search_desk
    found.records.begin()
    wait_until(lambda: found.records.is_whole)
    return found


def opened(desk: Desk, typed: str = "") -> GoToDialog:
    """The open dialog with something typed in it."""
    dialog = GoToDialog(search_of(desk), desk.window)
    dialog.open()
    bring_to_front(dialog)
    QTest.keyClicks(dialog.typed, typed)
    return dialog
