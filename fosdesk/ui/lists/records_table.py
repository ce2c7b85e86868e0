"""RowsTable: an item model over rows, whose columns are functions of a row."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fosdesk.domain.values.collation import sort_key
from fosdesk.ui.controls.plain_widgets import plain_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ANSWERED = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ToolTipRole,
        ROW_ROLE,
    )
)
_SHORT = 20  # what is shorter is never cut, and needs no tip


class Column(NamedTuple, Generic[R]):
    """A heading and the function that gives the text for a row.

    `key` is the sort key where the text would sort wrongly; `mark` is a small image before the text.
    """

    title: str
    words: Callable[[R], str]
    key: Callable[[R], Any] | None = None
    mark: Callable[[R], QPixmap] | None = None

    def place(self, row: R) -> Any:
        """The sort key of a row."""
        return self.key(row) if self.key else sort_key(self.words(row))


class RowsTable(QAbstractTableModel, Generic[R]):
    """Holds rows; ROW_ROLE returns the row of an index."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self._columns = list(columns)
        self._rows: list[R] = []

    def set_rows(self, rows: Sequence[R]) -> None:
        """Set the rows; where only values changed, selection and scroll position are kept."""
        if len(rows) == len(self._rows) and all(map(_same, rows, self._rows)):
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> R | None:
        """The row of an index; None when invalid."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_number(self, wanted: Callable[[R], bool]) -> int:
        """The number of the first row that `wanted` accepts, or -1."""
        return next((i for i, r in enumerate(self._rows) if wanted(r)), -1)

    @property
    def rows(self) -> Sequence[R]:
        """The rows in the order shown."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of one cell, or its row."""
        if role not in _ANSWERED:  # a view asks a dozen roles of each cell, at every letter of a search
            return None
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._columns[index.column()].words(row)
        if role == Qt.ItemDataRole.DecorationRole:
            mark = self._columns[index.column()].mark
            return mark(row) if mark else None
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self._columns[index.column()].words(row)
            return plain_tip(words) if len(words) > _SHORT else None
        if role == ROW_ROLE:
            return row
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by one column."""
        if not 0 <= column < len(self._columns):
            return
        chosen = self._columns[column]
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._rows = sorted(before, key=chosen.place, reverse=order == Qt.SortOrder.DescendingOrder)
        now = {id(row): place for place, row in enumerate(self._rows)}
        held = self.persistentIndexList()
        self.changePersistentIndexList(held, [self.index(now[id(before[i.row()])], i.column()) for i in held])
        self.layoutChanged.emit()


def _same(one: object, other: object) -> bool:
    return one is other or getattr(one, "id", one) == getattr(other, "id", other)


def table_view(name: str, *, row_height: int = 40) -> QTableView:
    """A table view: whole rows, hairlines, Tab leaves it, Enter opens a row; `row_height` in px."""
    view = QTableView()
    prepare_table(view, name, row_height=row_height)
    return view


def prepare_table(view: QTableView, name: str, *, row_height: int) -> None:
    """Make a view look and behave as in `table_view`."""
    view.setAccessibleName(name)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(row_height)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setStretchLastSection(False)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
