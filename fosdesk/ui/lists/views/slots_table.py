"""SlotsTable: an item model over the places of a board or a matrix."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.plain_widgets import plain_tip
from fosdesk.ui.lists.views.slots import Hidden, Place, Slots

Index = QModelIndex | QPersistentModelIndex
_SHORT = 20  # what is shorter is never cut, and needs no tip


class CardWords(NamedTuple):
    """What is said of records, of the rest of a cell, and of a place where one may be begun."""

    title: Callable[[Record], str]
    line: Callable[[Record], str]  # below the title; nothing where there is none
    more: Callable[[int], str]
    new: str
    column: Callable[[str, int], str]  # title and number of records of a column, for a screen reader


class SlotsTable(QAbstractTableModel):
    """The words of each place, and of rows and columns."""

    def __init__(self, said: CardWords) -> None:
        super().__init__()
        self.said = said
        self.slots = Slots((), (), {})

    def use(self, slots: Slots) -> None:
        """Show other places."""
        self.beginResetModel()
        self.slots = slots
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines."""
        return 0 if parent.isValid() else self.slots.lines

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.slots.columns)

    def at(self, index: Index) -> Record | Hidden | None:
        """What stands at an index."""
        return self.slots.at(Place(index.row(), index.column())) if index.isValid() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a place."""
        if role == Qt.ItemDataRole.ToolTipRole:
            one = self.at(index)
            words = self.said.title(one) if isinstance(one, Record) else ""
            return plain_tip(words) if len(words) > _SHORT else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.at(index)
        if isinstance(one, Record):
            return "\n".join(filter(None, (self.said.title(one), self.said.line(one))))
        if isinstance(one, Hidden):
            return self.said.more(one.records)
        begins = index.isValid() and self.slots.is_beginning(Place(index.row(), index.column()))
        return self.said.new if begins and role == Qt.ItemDataRole.AccessibleTextRole else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles of columns with the number of their records, and of rows at each of their lines."""
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.TextAlignmentRole,
        ):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        slots = self.slots
        if orientation == Qt.Orientation.Vertical:
            title = slots.rows[slots.row_of(section)].title
            return plain_tip(title) if role == Qt.ItemDataRole.ToolTipRole else title
        if not 0 <= section < len(slots.columns):
            return None
        title, n = slots.columns[section].title, slots.count(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(title)
        return self.said.column(title, n) if role == Qt.ItemDataRole.AccessibleTextRole else f"{title} · {n}"
