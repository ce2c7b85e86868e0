"""The dialog to search everything and go to a page or record."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fosdesk.display.noun_words import noun_one, option_words
from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.record_words import record_words, short
from fosdesk.domain.fields import noun_of, parent_id
from fosdesk.domain.records import Answer
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.school import title_of
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import PAGES, page_names
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.ui.style.theme import Theme

_MOST = 40
_LOOKED_AT = 160  # several of these may lead to the same place


class Found(NamedTuple):
    """One result: title, kind, page and record."""

    name: str
    kind: str
    page: str
    record: str


class FoundLines(QStyledItemDelegate):
    """Paints a result: title at the left, elided, and the kind at the right."""

    BETWEEN = "   ·   "

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the item and its two texts."""
        self.initStyleOption(option, index)
        name, _, kind = option.text.partition(self.BETWEEN)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem,
            option,
            painter,
            option.widget,
        )
        rect, middle = option.rect.adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setFont(self._theme.font(14))
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, kind)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(kind) - 16
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("ink"))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, shown)
        painter.restore()


class GoToDialog(QDialog):
    """Search while typing; arrow keys move, Enter goes there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("Search or go to"))
        fit_to_window(self, parent, desk.theme.px(640), desk.theme.px(440))
        layout = column(self, gap=10, margins=(20, 18, 20, 16))
        self.typed = LineEdit()
        self.typed.setPlaceholderText(words("A page, a checklist item, an entry, a word you wrote …"))
        self.typed.setAccessibleName(words("Search or go to"))
        self.typed.textChanged.connect(self._search)
        self.typed.installEventFilter(self)
        layout.addWidget(self.typed)
        self.list = QListWidget()
        self.list.setAccessibleName(words("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setItemDelegate(FoundLines(desk.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        layout.addWidget(self.list, 1)
        self._nothing = text(words("Nothing found. Try fewer letters."), "quiet")
        self._nothing.hide()
        layout.addWidget(self._nothing)
        names = page_names(words)
        self._pages = [
            Found(names.get(p.key) or numbered_phase(desk.framework, desk.school, p.key[-2:]), words("Page"), p.key, "")
            for p in PAGES
            if not (desk.read_only and p.key == "schools")
        ]
        self._index: SearchIndex | None = None
        self._search("")

    def _search(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        found = [p for p in self._pages if wanted in p.name.casefold()]
        if wanted:
            if self._index is None:
                self._index = SearchIndex(self.desk.framework, self.desk.school, partial(option_words, self.desk.words))
            found += self._lines([hit.record for hit in self._index.find(typed, _LOOKED_AT)])
        self.list.clear()
        for one in found[:_MOST]:
            item = QListWidgetItem(f"{one.name}{FoundLines.BETWEEN}{one.kind}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not found)

    def _lines(self, record_ids: list[str]) -> list[Found]:
        """One result for each target, however often it was found."""
        desk, words = self.desk, self.desk.words
        lines: dict[tuple[str, str], Found] = {}
        for record_id in record_ids:
            page, opens = page_of(desk.school, record_id), record_to_open(desk.school, record_id)
            if (page, opens) in lines:
                continue
            record = desk.school.find(record_id)
            kind = noun_one(words, noun_of(record if record is not None else Answer))
            name = short(record_words(words, desk.framework, desk.school, opens), 90)
            if opens != record_id and record is not None and parent_id(record):
                kind = f"{kind}: {short(title_of(record), 30)}"
            lines[page, opens] = Found(name, kind, page, opens)
        return list(lines.values())

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            found: Found = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.desk.go(found.page, found.record)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter act on the list while the focus is in the search field."""
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
