"""The dialog of the search that answers: type a question, a name or an act; Enter goes there or does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QListView, QWidget

from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import column, line, row, text
from fosdesk.ui.controls.search_line import IconLine
from fosdesk.ui.window.search.found import Found, FoundRows
from fosdesk.ui.window.search.found_lines import FoundLines

if TYPE_CHECKING:
    from fosdesk.ui.window.search.search_desk import SearchDesk

PRIVATE_KEYS = "Ctrl+P"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class GoToDialog(QDialog):
    """Search while typing; arrow keys move, Enter goes there.

    Private notes and people are left out until somebody asks for them, each time the dialog opens.
    """

    def __init__(self, search: "SearchDesk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search_desk = search
        desk = self.desk = search.desk
        words = desk.words
        self.setWindowTitle(words("Search or go to"))
        fit_to_window(self, parent, desk.theme.px(800), desk.theme.px(560))
        layout = column(self, gap=10, margins=(12, 16, 12, 12))
        self.typed = IconLine("search")
        self.typed.setPlaceholderText(words("Ask a question, or type a page, a name, an act …"))
        self.typed.setAccessibleName(words("Search or go to"))
        self.typed.textChanged.connect(self._search)
        self.typed.installEventFilter(self)
        layout.addWidget(self.typed)
        self._nothing_found = words("Nothing found. Try fewer letters.")
        self._still_reading = words("Still reading what you have written …")
        self._nothing = text(self._nothing_found, "quiet")
        self._nothing.hide()
        layout.addWidget(self._nothing)
        self.list = QListView()
        self.rows = FoundRows(self.list)
        self.list.setModel(self.rows)
        self.list.setAccessibleName(words("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(FoundLines(desk.theme, self.rows, self.list))
        self.list.activated.connect(lambda index: self._go(index.row()))
        self.list.clicked.connect(lambda index: self._go(index.row()))
        layout.addWidget(self.list, 1)
        layout.addWidget(line())
        foot = row(gap=16)
        self.private = QCheckBox(words("Private notes and people, too ({keys})", keys=PRIVATE_KEYS))
        self.private.toggled.connect(lambda _: self._search(self.typed.text()))
        foot.addWidget(self.private)
        foot.addStretch(1)
        foot.addWidget(text(words("↑ ↓ choose · Enter open · Esc close"), "quiet", wrap=False))
        layout.addLayout(foot)
        shortcut = QShortcut(QKeySequence(PRIVATE_KEYS), self)
        shortcut.activated.connect(self.private.toggle)
        search.begin()
        search.records.ready.connect(self._index_ready)
        self.finished.connect(lambda _: search.records.hurry(on=False))
        self._search("")

    @property
    def found(self) -> list[Found]:
        """All results, in order."""
        return self.rows.all_found()

    @property
    def chosen(self) -> Found | None:
        """The result that Enter would open."""
        return self.rows.found(self.list.currentIndex().row())

    def _search(self, typed: str) -> None:
        private = self.private.isChecked()
        rows = self._search_desk.rows(typed, private=private)
        self._nothing.setVisible(not rows)
        if rows:
            self.rows.set_rows(rows)
            self._choose(0, 1)
        else:
            whole = self._search_desk.records.is_whole
            self._nothing.setText(self._nothing_found if whole else self._still_reading)
            # Nothing is chosen among what could be made, so that Enter, pressed at once, makes nothing.
            self.rows.set_rows(self._search_desk.offers(typed) if whole else [])

    def _index_ready(self) -> None:
        if self.typed.text().strip():
            self._search(self.typed.text())

    def _choose(self, wanted: int, step: int) -> None:
        """Choose the row, or the next one in that direction that is no heading; at the end the other way."""
        last = len(self.rows.rows) - 1
        wanted = min(max(wanted, 0), last)
        for way in (step, -step):
            at = wanted
            while 0 <= at <= last:
                if self.rows.rows[at].make is not None:
                    self.list.setCurrentIndex(self.rows.index(at))
                    if at <= 1:
                        self.list.scrollToTop()
                    return
                at += 1 if way > 0 else -1

    def _go(self, at: int) -> None:
        found = self.rows.found(at)
        if found is not None:
            self.accept()
            found.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter act on the list while the focus is in the search field."""
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            at = self.list.currentIndex().row()
            if step is not None:
                self._choose(at + step, step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(0, 1) if at < 0 else self._go(at)
                return True
        return super().eventFilter(watched, event)
