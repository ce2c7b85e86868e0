"""The main window: navigation, the current page, and a status line with undo and redo."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QWidget

from fosdesk import paths
from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, column, framed, line, row, text
from fosdesk.ui.controls.text_fields import school_file_in
from fosdesk.ui.frame.edits import Edits
from fosdesk.ui.frame.page_registry import PAGES, page_names
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.window.guard import attempt
from fosdesk.ui.window.navigation import Navigation
from fosdesk.ui.window.undo_buttons import UndoButtons
from fosdesk.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from fosdesk.ui.frame.desk import Desk
    from fosdesk.ui.frame.page import Page
    from fosdesk.ui.window.page_host import PageHost


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
        self._current = ""
        self.setWindowTitle("fosdesk")
        self.resize(1366, 728)
        self.setMinimumSize(640, 420)
        self.setAcceptDrops(True)
        whole = QWidget()
        self._columns = row(whole, gap=0)
        self.navigation = Navigation(theme, words)
        self.navigation.chosen.connect(lambda key: self.go(key, ""))
        self.navigation.search_requested.connect(self._search_everywhere)
        self._columns.addWidget(self.navigation)
        right = column(gap=0)
        self._banner = framed("banner")
        self._banner_words = text("", "")
        self._banner_line = row(self._banner, gap=16, margins=(32, 8, 24, 8))
        self._banner_line.addWidget(self._banner_words, 1)
        self._banner_act: QPushButton | None = None
        self._banner.hide()
        right.addWidget(self._banner)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        foot = QWidget()
        foot_lines = column(foot, gap=0)
        foot_lines.addWidget(line())
        foot_row = row(gap=8, margins=(32, 3, 24, 3))
        foot_lines.addLayout(foot_row)
        self._said = ElidedLabel("", "quiet")
        foot_row.addWidget(self._said, 1)
        self._steps = UndoButtons()
        foot_row.addWidget(self._steps)
        self._foot = foot
        right.addWidget(foot)
        self._columns.addLayout(right, 1)
        self.setCentralWidget(whole)

    # -- the open school

    def open_desk(self, desk: "Desk") -> None:
        """Show a school; the shortcuts work from now on."""
        from fosdesk.ui.frame.long_work import takes_long
        from fosdesk.ui.window.page_host import PageHost

        self.desk = desk
        self._host = PageHost(desk, self._stack)
        self._pages = self._host.pages
        self.navigation.setEnabled(True)
        self.navigation.show()
        self._foot.show()
        if desk.read_only:
            self._banner_words.setText(self.words("A colleague's school, to read. Nothing here can be changed."))
            self._banner.show()
            for key in ("schools", "backups", "privacy"):
                self.navigation.hide_place(key)
        else:
            self._show_place_warning(desk)
        desk.workspace.changed.connect(self._on_changed)
        pages = [(f"Ctrl+{n}", partial(self.go, place.key, "")) for n, place in enumerate(PAGES[:9], start=1)]
        acts: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+F", self._search_here),
            ("Ctrl+K", self._search_everywhere),
            ("Ctrl+Shift+H", self._show_history),
            *pages,
        ]
        for keys, act in acts:
            self._shortcut(keys, act)
        attempt(self._show_names)
        attempt(lambda: self._steps.show_steps(desk))
        first = desk.choices.open_first if not desk.read_only else "overview"
        if takes_long(desk.workspace.store.path):
            QTimer.singleShot(0, self, lambda: self.go(first, ""))  # all in one stroke would be felt
        else:
            self.go(first, "")
        QTimer.singleShot(_SOON, self, self._warm_up)

    def _warm_up(self) -> None:
        from fosdesk.ui.window.warm_up import WarmUp

        if self.desk is not None:
            WarmUp(self, self.desk.workspace.store).begin()

    def _show_place_warning(self, desk: "Desk") -> None:
        synced = paths.synced_by(desk.folder, os.environ)
        if synced:
            said = self.words("Your school lies in a folder that {service} sends to the internet.", service=synced)
            self._notice(said)

    def show_damage_notice(self) -> None:
        """Show the notice that the disk has altered the store."""
        self._notice(self.words("The disk has changed something in the file. Nothing is lost yet."))

    def _notice(self, sentence: str) -> None:
        """Show a persistent notice above the page, with a button to the page Backups."""
        self._banner_words.setText(sentence)
        if self._banner_act is None:
            self._banner_act = button(self.words("See what you can do"))
            self._banner_act.clicked.connect(self._banner.hide)
            self._banner_act.clicked.connect(lambda: self.go("backups", ""))
            self._banner_line.addWidget(self._banner_act)
        self._banner.show()

    def show_alone(self, widget: QWidget) -> None:
        """Show one widget in place of everything: the first start or an error."""
        self.alone = widget
        self.navigation.hide()
        self._foot.hide()
        before = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def page(self, key: str) -> "Page":
        """A page by its key, created when first asked for; a FailedPage if it raised an exception."""
        assert self._host is not None
        return self._host.page(key)

    def go(self, key: str, record_id: str) -> None:
        """Show a page and a record on it, unless unsaved text on the current page cannot be stored."""
        if self._host is None or all(place.key != key for place in PAGES):
            return
        current = self._pages.get(self._current)
        if current is not None and not self.edits.release(current):
            self.navigation.mark(self._current)
            return
        page = self._show_page(key)
        if not self.navigation.isAncestorOf(self.focusWidget()):
            page.setFocus()  # so that Tab goes on from the page's beginning
        if record_id:
            self._host.show_record(key, record_id)

    def _show_page(self, key: str) -> "Page":
        assert self._host is not None
        self._current = key
        self._told_unsaved = False
        page = self._host.show(key)
        self.navigation.mark(key)
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
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def current_key(self) -> str:
        """The key of the current page."""
        return self._current

    def show_message(self, sentence: str) -> None:
        """Show one sentence in the status line."""
        self._said.set_words(sentence)

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

            moment = local_moment(desk.workspace.now())
            self.show_message(self.words("Saved {time}", time=f"{moment:%H.%M}"))

    def _show_names(self) -> None:
        from fosdesk.display.phase_names import numbered_phase
        from fosdesk.domain.records import PhaseState
        from fosdesk.domain.rules.gate_rules import UNDECIDED, by_decision
        from fosdesk.domain.values.semester import Semester

        assert self.desk is not None
        words, school = self.words, self.desk.school
        semester = words.semester(Semester.of_date(self.desk.day()))
        opened = [n for n in range(1, 5) if school.get(PhaseState, f"phase:F{n}").is_open]
        where = semester
        if opened:
            numbers = words.joined([str(n) for n in opened])
            phases = words.plural(
                "phase {numbers} under way", "phases {numbers} under way", len(opened), numbers=numbers
            )
            where = f"{semester} · {phases}"
        name = school.profile.name or words("Our school")
        self.navigation.show_school(name, where)
        self.setWindowTitle(f"{name} – fosdesk")
        names = page_names(words)
        waiting = len(by_decision(school).get(UNDECIDED, ()))
        for place in PAGES:
            if place.key.startswith("phase:"):
                phase_id = place.key.partition(":")[2]
                under_way = school.get(PhaseState, place.key).is_open
                name = numbered_phase(self.desk.framework, school, phase_id)
                self.navigation.name_place(place.key, name, words("open") if under_way else "")
            else:
                note = (
                    words.plural("{n} waiting", "{n} waiting", waiting)
                    if place.key == "gatekeeping" and waiting
                    else ""
                )
                self.navigation.name_place(place.key, names[place.key], note)

    # -- undo, search

    def undo(self) -> None:
        """Undo the latest step."""
        self._steps.step(redo=False)

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self._steps.step(redo=True)

    def _show_history(self) -> None:
        """The history of the focused field; without one, the page History."""
        from fosdesk.ui.forms.field_editor import FieldEditor
        from fosdesk.ui.forms.history_dialog import HistoryDialog

        assert self.desk is not None
        there: QWidget | None = self.focusWidget()
        while there is not None and not isinstance(there, FieldEditor):
            there = there.parentWidget()
        if there is None:
            self.go("history", "")
        elif self.desk.release(there):
            HistoryDialog(self.desk, there.record_id, self, field=there.name).open()

    def _search_here(self) -> None:
        page = self._pages.get(self._current)
        if page is None or not page.search():
            self._search_everywhere()

    def _search_everywhere(self) -> None:
        if self.desk is not None:
            from fosdesk.ui.window.go_to_dialog import GoToDialog

            dialog = GoToDialog(self.desk, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    # -- Qt

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Emit `painted` after the first paint."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Adjust the width of the navigation."""
        super().resizeEvent(event)
        self.navigation.fit(self.width())

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take a school file."""
        if school_file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Tell of the school file, once the program that it was dragged from is free again."""
        file = school_file_in(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.file_dropped.emit(file))

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Save, then close; what cannot be saved is shown once before it is discarded."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.hide()  # what is done last takes a moment in a large school, and nobody waits for it
        self.closing.emit()
