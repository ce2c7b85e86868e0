"""The main window: navigation, the current page, and a status line with undo and redo."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, column, line, row
from fosdesk.ui.frame.edits import Edits
from fosdesk.ui.frame.page_registry import PAGES, is_page, place_named
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.tuning import in_next_turn
from fosdesk.ui.window.guard import attempt
from fosdesk.ui.window.navigation import Navigation
from fosdesk.ui.window.notice_bar import NoticeBar
from fosdesk.ui.window.undo_buttons import UndoButtons
from fosdesk.words import Words

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from fosdesk.ui.frame.desk import Desk
    from fosdesk.ui.frame.page import Page
    from fosdesk.ui.window.day_watch import DayWatch
    from fosdesk.ui.window.dropped_files import DroppedFiles
    from fosdesk.ui.window.page_host import PageHost
    from fosdesk.ui.window.search.window_search import WindowSearch
    from fosdesk.ui.window.trail import Trail


_SOON = 700  # ms after the school is shown


class MainWindow(QMainWindow):
    """Paints an empty window first; the school is opened after that, and each page when first shown."""

    painted = Signal()  # once, after the first paint
    closing = Signal()
    file_dropped = Signal(object)  # the path of a school file

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.words, self.theme = words, theme
        self.desk: Desk | None = None
        self.alone: QWidget | None = None  # what is shown in place of everything
        self._host: PageHost | None = None
        self.edits = Edits(words, self.show_message)
        self._pages: dict[str, Page] = {}
        self._has_painted = False
        self._told_unsaved = False
        self._current = self._school_name = ""
        self.search: WindowSearch | None = None
        self._trail: Trail | None = None
        self._day_watch: DayWatch | None = None
        self._dropped: DroppedFiles | None = None
        self.setWindowTitle("fosdesk")
        self.resize(1366, 728)
        self.setMinimumSize(640, 420)
        whole = QWidget()
        self._columns = row(whole, gap=0)
        self.navigation = Navigation(theme, words)
        self.navigation.chosen.connect(lambda key: self.go(key, ""))
        self.navigation.search_requested.connect(self._search_everywhere)
        self._columns.addWidget(self.navigation)
        self._right = right = column(gap=0)
        self.notice = NoticeBar(theme)
        right.addWidget(self.notice)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        self._foot = foot = QWidget()
        foot_lines = column(foot, gap=0)
        foot_lines.addWidget(line())
        foot_row = row(gap=8, margins=(32, 3, 24, 3))
        foot_lines.addLayout(foot_row)
        self._said = ElidedLabel("", "quiet")
        foot_row.addWidget(self._said, 1)
        self.note = button(words("Note something"), "text", tip="Ctrl+Shift+N")
        self._steps = UndoButtons(theme, lambda: self._current)
        foot_row.addWidget(self._steps)
        foot_row.addWidget(self.note)
        right.addWidget(foot)
        self._columns.addLayout(right, 1)
        self.setCentralWidget(whole)

    # -- the open school

    def open_desk(self, desk: "Desk", own_desk: "Callable[[], Desk | None] | None" = None) -> None:
        """Show a school; the shortcuts work from now on. `own_desk` is for a window that shows another school."""
        from fosdesk.exchange.example.example_ids import offered_examples
        from fosdesk.pace import takes_long
        from fosdesk.ui.capture.capture_key import CaptureKey
        from fosdesk.ui.frame.example_notice import ExampleNotice
        from fosdesk.ui.window.day_watch import DayWatch
        from fosdesk.ui.window.direction_strip import DirectionStrip
        from fosdesk.ui.window.notices import show_place_notice
        from fosdesk.ui.window.page_host import PageHost
        from fosdesk.ui.window.search.window_search import WindowSearch
        from fosdesk.ui.window.shortcuts import act_unless_searching, connect_shortcuts, show_history
        from fosdesk.ui.window.trail import Trail

        in_next_turn(self, self._watch)  # the overview is filled 15 ms sooner
        self.desk = desk
        self._host = PageHost(desk, self._stack)
        self._pages = self._host.pages
        self.navigation.begin()
        self.navigation.show()
        self._foot.show()
        is_example = desk.school.id in offered_examples()
        if is_example:
            self._right.insertWidget(0, ExampleNotice(desk))
        if not (is_example and desk.read_only):
            show_place_notice(self, desk)
        desk.workspace.changed.connect(self._on_changed)
        DirectionStrip(desk, self._stack, lambda: self._current).place_in(self._right)
        self._day_watch = DayWatch(desk.today, self)
        self._day_watch.passed.connect(self._on_day_passed)
        keyed = [place.key for place in PAGES if ":" not in place.key][:9]
        pages = [(f"Ctrl+{n}", partial(self.go, key, "")) for n, key in enumerate(keyed, start=1)]
        self.search = WindowSearch(self, desk)
        self._trail = Trail(self, self.search.recent)
        connect_shortcuts(
            self,
            ("Ctrl+Z", lambda: act_unless_searching(self, self.undo)),
            ("Ctrl+Y", lambda: act_unless_searching(self, self.redo)),
            ("Ctrl+Shift+Z", lambda: act_unless_searching(self, self.redo)),
            ("Ctrl+F", self._search_here),
            ("Ctrl+K", self._search_everywhere),
            ("Ctrl+Shift+H", lambda: show_history(desk, self)),
            ("Alt+Left", self._trail.back),
            ("Alt+Right", self._trail.forward),
            *pages,
        )
        self.theme.mark(self.note, "notebook-pen")
        self.note.clicked.connect(CaptureKey(self, own_desk or (lambda: self.desk)).open)
        attempt(self._show_names)
        attempt(lambda: self._steps.show_steps(desk))
        self.closing.connect(self.search.keep)
        opens = self._open_first if takes_long(desk.workspace.store.path) else self.go
        opens(*self.search.first_place)
        QTimer.singleShot(_SOON, self, self._warm_up)

    def _watch(self) -> None:
        from fosdesk.ui.focus.watcher import watch_focus
        from fosdesk.ui.window.dropped_files import DroppedFiles

        watch_focus(self.theme)
        if self._dropped is None:
            self._dropped = DroppedFiles(self, self.words, self.show_message, self.file_dropped.emit)

    def _open_first(self, key: str, record_id: str) -> None:
        """Make, fill and show the first page in three turns, unless somebody goes to another one meanwhile."""
        for act in (lambda: self.page(key), lambda: self.page(key).refresh_first(), lambda: self.go(key, record_id)):
            in_next_turn(self, partial(self._unless_gone_on, act))

    def _unless_gone_on(self, act: Callable[[], object]) -> None:
        if not self._current:
            act()

    def _warm_up(self) -> None:
        from fosdesk.ui.window.warm_up import WarmUp

        if self.desk is not None and self.search is not None:
            warm_up = WarmUp(self, self.desk.workspace.store)
            warm_up.ended.connect(self.search.prepare)
            warm_up.begin()

    def show_changed_file(self, told: FosdeskError, *, now: bool) -> None:
        """Show the notice `told` until it is closed, and what the store holds where others changed it just `now`."""
        if now and self.desk is not None:
            from fosdesk.ui.window.system.changed_file import read_changed_file

            read_changed_file(
                self, self.closing, self.desk, self.edits.save
            )  # then what could not be stored meanwhile is
        self.show_notice(self.words(told.sentence, **told.arguments))

    def show_notice(self, sentence: str, page: str = "") -> None:
        """Show a persistent notice above the page, with a button that closes it and leads to `page` if one is given."""
        act = self.words("See what you can do") if page else self.words("Close")
        self.notice.ask(sentence, act, lambda: self.go(page, "") if page else None)

    def show_alone(self, widget: QWidget) -> None:
        """Show one widget in place of everything: the first start or an error."""
        self.alone = widget
        in_next_turn(self, self._watch)
        self.navigation.hide()
        self._foot.hide()
        before = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def page(self, key: str) -> "Page":
        """A page by its key, created when first asked for; a FailedPage if it raised an exception."""
        assert self._host is not None
        return self._host.page(place_named(key).page)

    def go(self, key: str, record_id: str) -> None:
        """Show a page, also by a former key, and a record on it, unless unsaved text here cannot be stored."""
        from fosdesk.ui.frame.places import place_for

        if self._host is None or self.desk is None:
            return
        place = place_for(self.desk.school, key, record_id)
        if is_page(place.page) and self.leave_page():
            if self._trail is not None:
                self._trail.leave(place.page, record_id)
            self.arrive(place.page, place.part, record_id)

    def leave_page(self) -> bool:
        """Save what is unsaved on the current page; False where that cannot be stored."""
        current = self._pages.get(self._current)
        if current is None or self.edits.release(current):
            return True
        self.navigation.mark(self._current)
        return False

    def arrive(self, key: str, part: str, record_id: str) -> None:
        """Show a page that may be shown now, a part of it, and a record on it; the last two may be empty."""
        assert self._host is not None
        page = self._show_page(key, record_id, part)
        if not self.navigation.isAncestorOf(self.focusWidget()):
            page.setFocus()  # so that Tab goes on from the page's beginning
        if record_id:
            self._host.show_record(key, record_id)

    def go_to_field(self, record_id: str, name: str) -> None:
        """Show a field of a record, opened and in view, with the cursor in it.

        Where no page shows a field that is in conflict, its values are shown in a dialog.
        """
        from fosdesk.ui.frame.places import page_of_field, record_to_open

        desk = self.desk
        if desk is None or self._host is None:
            return
        key = page_of_field(desk.school, record_id, name)
        self.go(key, record_to_open(desk.school, record_id))
        if self._current != key or self._host.show_field(key, record_id, name):
            return
        record = desk.school.find(record_id)
        if record is not None and (record_id, name) in desk.school.conflicts:
            from fosdesk.ui.forms.field_finding import ConflictDialog

            self.dialog = ConflictDialog(desk, record, name, self)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()

    def _show_page(self, key: str, record_id: str = "", part: str = "") -> "Page":
        assert self._host is not None
        key, part = place_named(key).page, part or place_named(key).part
        self._current = key
        if self.search is not None:
            self.search.recent.be_at(key)
        self._told_unsaved = False
        page = self._host.show(key, record_id, part)
        self.navigation.mark(key)
        self._show_title()
        return page

    def release(self) -> bool:
        """Save unsaved text; False when something cannot be stored, which is then shown."""
        return self.edits.release()

    def reveal(self, inside: QWidget) -> None:
        """Show the page that contains a widget."""
        for key, page in self._pages.items():
            if page.isAncestorOf(inside):
                self._show_page(key)

    def may_close(self) -> bool:
        """Save; False where something cannot be stored or a form holds a draft, but only the first time."""
        if self.desk is None:
            return True
        told, all_saved = self._told_unsaved, self.release()
        page = next((draft.page for draft in self.edits.drafts.values() if draft.page), "") if all_saved else ""
        if page and not told:
            self._show_page(page)
            self.show_message(
                self.words("You began to write something here that is not kept. Close once more to leave it.")
            )
        self._told_unsaved = not all_saved or bool(page)
        return told or not self._told_unsaved

    def come_to_front(self) -> None:
        """Show the window above others, as large as it was."""
        from PySide6.QtCore import Qt  # its enums are not read before the first paint

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def current_key(self) -> str:
        """The key of the current page."""
        return self._current

    @property
    def current_part(self) -> str:
        """The key of the part that is shown of it; empty where it has none."""
        return self._pages[self._current].part_shown if self._current in self._pages else ""

    def show_message(self, sentence: str) -> None:
        """Show one sentence in the status line, and tell it to whoever listens."""
        from fosdesk.ui.focus.announcing import announce

        self._said.set_words(sentence)
        announce(self._said, sentence)

    def _on_changed(self, changed: frozenset[str]) -> None:
        self._told_unsaved = False
        if self._host is not None:
            self._host.mark_stale(changed)
        attempt(self._show_names)
        desk = self.desk
        assert desk is not None
        attempt(lambda: self._steps.show_steps(desk))
        if not desk.read_only:
            from fosdesk.domain.values.moments import local_moment

            said = self.words("Saved {time}", time=f"{local_moment(desk.workspace.now()):%H.%M}")
            if self._said.accessibleName() != said:  # told once a minute to whoever types on
                self.show_message(said)

    def _on_day_passed(self) -> None:
        if self._host is not None:
            self._host.mark_stale(None)
        attempt(self._show_names)

    def _show_names(self) -> None:
        from fosdesk.ui.window.place_names import show_place_names

        assert self.desk is not None
        self._school_name = show_place_names(self.navigation, self.desk)
        self._show_title()

    def _show_title(self) -> None:
        """Name page and school in the title, which a screen reader tells first and the task bar shows."""
        page = self._pages.get(self._current)
        parts = (page.accessibleName() if page is not None else "", self._school_name, "fosdesk")
        self.setWindowTitle(" – ".join(part for part in parts if part))

    # -- undo, search

    def undo(self) -> None:
        """Undo the latest step."""
        self._steps.step(redo=False)

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self._steps.step(redo=True)

    def _search_here(self) -> None:
        page = self._pages.get(self._current)
        if page is None or not page.search():
            self._search_everywhere()

    def _search_everywhere(self) -> None:
        if self.search is not None:
            self.search.open()

    # -- Qt

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Emit `painted` after the first paint."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: "QEvent") -> None:
        """Show the day of today to whoever comes back to the window."""
        super().changeEvent(event)
        if self._day_watch is not None and self.isActiveWindow():
            self._day_watch.look()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Adjust the width of the navigation."""
        super().resizeEvent(event)
        self.navigation.fit(self.width())
        self._steps.fit(self.width())

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Save, then close; what cannot be saved is shown once before it is discarded."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.hide()  # what is done last takes a moment in a large school, and nobody waits for it
        self.closing.emit()
