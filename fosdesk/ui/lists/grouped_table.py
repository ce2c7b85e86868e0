"""GroupedTable: a table of records under headings that fold, whose columns are sorted by mouse and keyboard."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fosdesk.domain.fields import Record
from fosdesk.ui.lists.listing import Heading, Row
from fosdesk.ui.lists.records_table import Column, RowsTable, prepare_table
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

Index = QModelIndex | QPersistentModelIndex
_MOST_SPANS = 200  # headings that reach over all columns; with more of them, each letter of a search would be felt
_ROW = 36  # px at 100 %
_FOLDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_UP, _DOWN = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"
_OPEN, _CLOSED = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}", "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}"


class GroupedRows(RowsTable[Row]):
    """Holds records and headings; a heading is a row of its own that cannot be selected."""

    def __init__(self, columns: Sequence[Column[Row]], theme: Theme, say: Callable[[Heading], str]) -> None:
        """`say` gives what a screen reader tells of a heading."""
        super().__init__(columns)
        self._say = say
        self._quiet = QBrush(theme.colour("quiet"))
        self._strong = theme.font(strong=True)
        self._sorting: tuple[int, bool] = (-1, False)  # the column that is sorted by, and whether the last comes first

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell or of a heading."""
        row = self.row_at(index)
        if not isinstance(row, Heading):
            return super().data(index, role)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._quiet
        if role == Qt.ItemDataRole.FontRole:
            return self._strong
        if index.column():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_CLOSED if row.is_folded else _OPEN} {row.title} ({row.records})"
        return self._say(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def mark_sorting(self, section: int, *, descending: bool) -> None:
        """Mark the column that the rows are sorted by; -1 for none."""
        self._sorting = (section, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings, with the mark of sorting."""
        found = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and found and section == self._sorting[0]:
            return f"{found} {_DOWN if self._sorting[1] else _UP}"
        return found

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be stood on, and not be selected."""
        if isinstance(self.row_at(index), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class SortingHeader(QHeaderView):
    """The headings of columns; with the cursor here, arrows choose one and Enter sorts by it."""

    chosen = Signal(int)  # the column to sort by

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.at = 0  # the column that Enter would sort by
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionClicked.connect(self.chosen)

    def focus_area(self) -> QRect:
        """The heading that the cursor is on."""
        left = self.sectionViewportPosition(self.at)
        return QRect(left, 0, self.sectionSize(self.at), self.height()).adjusted(4, 4, -4, -4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, and Enter or Space."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step:
            shown = [n for n in range(self.count()) if not self.isSectionHidden(n)]
            place = shown.index(self.at) if self.at in shown else 0
            self.at = shown[max(0, min(place + step, len(shown) - 1))]
            self.viewport().update()
        elif event.key() in _FOLDS:
            self.chosen.emit(self.at)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()


class GroupedTable(QTableView):
    """Selects several records; headings fold by click, Enter, Space, left and right."""

    fold_asked = Signal(str)  # the key of a heading
    copy_asked = Signal()
    paste_asked = Signal()
    remove_asked = Signal()
    left_upwards = Signal()  # arrow up in the first row

    def __init__(self, rows: GroupedRows, theme: Theme, name: str, header_name: str) -> None:
        super().__init__()
        self.rows = rows
        self.header = SortingHeader(header_name)
        self.setHorizontalHeader(self.header)
        prepare_table(self, name, row_height=theme.px(_ROW))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(rows)
        rows.setParent(self)
        self._spans: list[int] = []
        self.is_filling = False  # what is selected meanwhile, nobody has chosen

    # -- rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what is selected stays selected as far as it is shown."""
        selected, current, before = self.selected_ids(), self._current_key(), self.currentIndex().row()
        place = self.verticalScrollBar().value()
        if self._spans:
            self.clearSpans()
        self.is_filling = True
        self.rows.set_rows(rows)
        self._spans = [number for number, kind in enumerate(map(type, rows)) if kind is Heading]
        if len(self._spans) <= _MOST_SPANS and self.rows.columnCount() > 1:
            for number in self._spans:
                self.setSpan(number, 0, 1, self.rows.columnCount())
        if (selected or current) and (self.selected_ids(), self._current_key()) != (selected, current):
            self._select(frozenset(selected), current)
        if before >= 0 and not self.currentIndex().isValid() and rows:  # the cursor's row is gone: the next one has it
            at = self.rows.index(min(before, len(rows) - 1), 0)
            self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.is_filling = False
        self.verticalScrollBar().setValue(place)

    def selected_ids(self) -> list[str]:
        """The ids of the selected records, in the order shown."""
        selection = self.selectionModel().selection()
        ranges = sorted((one.top(), one.bottom()) for one in (selection.at(n) for n in range(selection.count())))
        rows = self.rows.rows
        numbers = (n for top, bottom in ranges for n in range(top, bottom + 1))
        return list(dict.fromkeys(row.id for n in numbers if isinstance(row := rows[n], Record)))

    def select_only(self, record_id: str) -> None:
        """Select one record and bring it into view; none where it is not shown."""
        number = self.rows.row_number(lambda row: isinstance(row, Record) and row.id == record_id)
        if number < 0:
            self.clearSelection()
        elif self.selected_ids() != [record_id]:
            self.selectRow(number)

    def show_record(self, record_id: str) -> None:
        """Bring a record into view without selecting it."""
        number = self.rows.row_number(lambda row: isinstance(row, Record) and row.id == record_id)
        if number >= 0:
            self.scrollTo(self.rows.index(number, 0))

    def _current_key(self) -> str:
        row = self.rows.row_at(self.currentIndex())
        return "" if row is None else row.key if isinstance(row, Heading) else row.id

    def _select(self, ids: Collection[str], current: str) -> None:
        chosen, last, start = QItemSelection(), self.rows.columnCount() - 1, -1
        for number, row in enumerate(self.rows.rows):
            key = row.key if isinstance(row, Heading) else row.id
            if key == current:
                self.selectionModel().setCurrentIndex(
                    self.rows.index(number, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )
            if key in ids:
                start = number if start < 0 else start
            elif start >= 0:
                chosen.select(self.rows.index(start, 0), self.rows.index(number - 1, last))
                start = -1
        if start >= 0:
            chosen.select(self.rows.index(start, 0), self.rows.index(len(self.rows.rows) - 1, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # -- keys and mouse

    def heading_at(self, index: Index) -> Heading | None:
        """The heading of an index; None for a record."""
        row = self.rows.row_at(index)
        return row if isinstance(row, Heading) else None

    def sizeHint(self) -> QSize:
        """Its least height: it takes what is left, and asks for no more.

        Else a low page would scroll around a list that scrolls; with nothing asked for, what is above would be cut.
        """
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold by a click on a heading."""
        heading = self.heading_at(self.indexAt(event.position().toPoint()))
        if heading is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))
            self.fold_asked.emit(heading.key)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, remove and fold."""
        heading = self.heading_at(self.currentIndex())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_asked.emit()
        elif heading is not None and _folds(event, heading):
            self.fold_asked.emit(heading.key)
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)


def heading_words(words: Words, heading: Heading) -> str:
    """What a heading says to who does not see it."""
    n = words.number(heading.records)
    if heading.is_folded:
        return words("{heading}, {n}, folded", heading=heading.title, n=n)
    return words("{heading}, {n}, unfolded", heading=heading.title, n=n)


def _folds(event: QKeyEvent, heading: Heading) -> bool:
    keys = (*_FOLDS, Qt.Key.Key_Right if heading.is_folded else Qt.Key.Key_Left)
    return event.key() in keys and not event.modifiers()
