"""One result of a search, and the results as rows of a list with headings between."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fosdesk.display.answer_words import Line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
BETWEEN = " · "


class Found(NamedTuple):
    """What is shown of one result, and what choosing it does; of a record or page also its keys."""

    title: str
    kind: str
    act: Callable[[], object]
    line: Line = Line("")
    state: str = ""
    day: str = ""
    coming: str = ""
    page: str = ""
    record: str = ""

    @property
    def standing(self) -> str:
        """The state with its day: «Parkert 12. mars 2025»."""
        return " ".join(one for one in (self.state, self.day) if one)

    @property
    def spoken(self) -> str:
        """All that is shown, for a screen reader."""
        parts = (self.title, self.kind, self.standing, self.coming, self.line.text)
        return BETWEEN.join(one for one in parts if one)


class Row(NamedTuple):
    """A row: a heading, or a result that is worked out when it is first shown."""

    heading: str = ""
    make: Callable[[], Found] | None = None
    is_tall: bool = False  # whether it has a second line of text; the first answer has two
    is_first: bool = False


class FoundRows(QAbstractListModel):
    """The rows of the list; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._made: dict[int, Found] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self._made = rows, {}
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """The result in a row; None for a heading, or where there is no such row."""
        if not 0 <= row < len(self.rows):
            return None
        make = self.rows[row].make
        if make is not None and row not in self._made:
            self._made[row] = make()
        return self._made.get(row)

    def all_found(self) -> list[Found]:
        """All results, in order."""
        return [found for row in range(len(self.rows)) if (found := self.found(row)) is not None]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, for screen readers; what is painted comes from `found`."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            found = self.found(index.row())
            return found.spoken if found is not None else self.rows[index.row()].heading
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading is only read."""
        if index.isValid() and self.rows[index.row()].make is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
