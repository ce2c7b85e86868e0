"""Pages while they are built: none of their widgets is a window of its own for a moment, which takes the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Person
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.ui.acts import desk_of, page_of, said_on, settle


class Windows(QObject):
    """Remembers which windows were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and leave the event alone."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and not isinstance(watched, QMainWindow):
            self.shown += [type(watched).__name__] * watched.isWindow()
        return False


def test_no_part_of_a_page_is_shown_before_it_has_its_place(with_example: Fosdesk) -> None:
    app = QApplication.instance()
    assert app is not None
    windows = Windows()
    app.installEventFilter(windows)
    try:
        for read_only in (False, True):
            desk_of(with_example).workspace.read_only = read_only
            for place in PAGES:
                with_example.window.go(place.key, "")
                page = with_example.window.page(place.key)
                if isinstance(page, TabbedPage):
                    for key in page._makers:
                        page.tabs.show_tab(key)
                settle()
    finally:
        app.removeEventFilter(windows)
    assert windows.shown == []


def test_a_part_that_is_due_waits_until_its_page_is_seen_again(fresh_school: Fosdesk) -> None:
    """The window may have been closed meanwhile, and the store with it."""
    page, desk = page_of(fresh_school.window, "privacy", PrivacyPage), desk_of(fresh_school)
    done: list[str] = []
    page.refresh_in_turns(lambda: done.append("part"))
    desk.workspace.add(Person("turid", name="Turid Planteskog"))
    fresh_school.window.go("overview", "")
    settle()
    assert done == []
    fresh_school.window.go("privacy", "")
    settle()
    assert "Turid Planteskog" in said_on(page)
