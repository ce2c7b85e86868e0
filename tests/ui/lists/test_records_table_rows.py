"""Sorting a long list: both ways, without regard to case, and what is selected goes along with its row."""

from PySide6.QtCore import QPersistentModelIndex, Qt

from fosdesk.domain.records import GateEntry
from fosdesk.ui.lists.records_table import ROW_ROLE, Column, RowsTable


def table() -> RowsTable[GateEntry]:
    made = RowsTable([Column[GateEntry]("Hva", lambda entry: entry.what)])
    made.set_rows([GateEntry(one, what=one) for one in ("boka", "Andre", "Ceder")])
    return made


def order(found: RowsTable[GateEntry]) -> list[str]:
    return [entry.what for entry in found.rows]


def test_a_column_is_sorted_both_ways_without_regard_to_case(qapp: object) -> None:
    found = table()
    found.sort(0, Qt.SortOrder.AscendingOrder)
    assert order(found) == ["Andre", "boka", "Ceder"]
    found.sort(0, Qt.SortOrder.DescendingOrder)
    assert order(found) == ["Ceder", "boka", "Andre"]


def test_what_is_selected_goes_along_with_its_row(qapp: object) -> None:
    found = table()
    selected = QPersistentModelIndex(found.index(0, 0))
    found.sort(0, Qt.SortOrder.DescendingOrder)
    row = selected.data(ROW_ROLE)
    assert isinstance(row, GateEntry)
    assert row.what == "boka"
