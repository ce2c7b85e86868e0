"""Search or go to anything: pages and whatever anybody wrote."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from fosdesk.domain.fields import noun_of
from fosdesk.domain.search import SearchIndex
from fosdesk.ui.desk import Desk
from fosdesk.ui.labels import numbered_phase, record_words, short
from fosdesk.ui.navigation import PLACES, place_names
from fosdesk.ui.places import place_of, record_to_open
from fosdesk.ui.widgets.texts import column, text

_MOST = 40


class Found(NamedTuple):
    """One line: what it says, what kind it is, and where it leads."""

    name: str
    kind: str
    page: str
    record: str


class GoToDialog(QDialog):
    """Type a few letters; arrow keys move, Enter goes there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("Search or go to"))
        self.resize(desk.theme.px(640), desk.theme.px(440))
        layout = column(self, gap=10, margins=(20, 18, 20, 16))
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(words("A page, a checklist item, an entry, a word you wrote …"))
        self.typed.setAccessibleName(words("Search or go to"))
        self.typed.textChanged.connect(self._look)
        self.typed.installEventFilter(self)
        layout.addWidget(self.typed)
        self.list = QListWidget()
        self.list.setAccessibleName(words("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        layout.addWidget(self.list, 1)
        self._nothing = text(words("Nothing found. Try fewer letters."), "quiet")
        self._nothing.hide()
        layout.addWidget(self._nothing)
        names = place_names(words)
        self._pages = [
            Found(names.get(p.key) or numbered_phase(desk.framework, desk.school, p.key[-2:]), words("Page"), p.key, "")
            for p in PLACES
        ]
        self._index: SearchIndex | None = None
        self._look("")

    def _look(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        found = [p for p in self._pages if wanted in p.name.casefold()]
        if wanted:
            if self._index is None:
                self._index = SearchIndex(self.desk.framework, self.desk.school, self.desk.words)
            found += [self._line(hit.record) for hit in self._index.find(typed, _MOST)]
        self.list.clear()
        for one in found[:_MOST]:
            item = QListWidgetItem(f"{one.name}   ·   {one.kind}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not found)

    def _line(self, record_id: str) -> Found:
        desk, words = self.desk, self.desk.words
        record = desk.school.find(record_id)
        name = short(record_words(words, desk.framework, desk.school, record_id), 90)
        kind = words(noun_of(record).one) if record is not None else words("Checklist item")
        return Found(name, kind, place_of(desk.school, record_id), record_id)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            found: Found = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.desk.go(found.page, record_to_open(self.desk.school, found.record) if found.record else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter work on the list while the cursor stays in the field."""
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
