"""A list as an item model: Qt's own tester finds no fault, and selection and place stay while rows change."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from fosdesk.ui.lists.records_table import ROW_ROLE, Column, RowsTable, table_view

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
HOSTILE = "<b>mye</b> & et langt navn med <img src=x>"


class Thing(NamedTuple):
    id: str
    name: str
    size: int


THINGS = [Thing("c", "Cecilie", 10), Thing("a", "anna", 9), Thing("b", "Bo", 100), Thing("h", HOSTILE, 1)]


class Shown:
    """The things in a table, watched by Qt's tester."""

    def __init__(self, qtbot: QtBot) -> None:
        self.table: RowsTable[Thing] = RowsTable(
            [Column("Navn", lambda t: t.name), Column("Antall", lambda t: str(t.size), key=lambda t: t.size)]
        )
        fatal = QAbstractItemModelTester.FailureReportingMode.Warning  # pytest fails on a warning of Qt's
        self.tester = QAbstractItemModelTester(self.table, fatal)
        self.view: QTableView = table_view("Ting")
        self.view.setModel(self.table)
        qtbot.addWidget(self.view)
        self.view.resize(500, 300)
        self.view.show()
        self.table.set_rows(THINGS)

    def ids(self) -> str:
        return "".join(thing.id for thing in self.table.rows)

    def select(self, thing_id: str) -> None:
        self.view.selectRow(self.table.row_number(lambda thing: thing.id == thing_id))

    @property
    def selected(self) -> list[Thing]:
        return [index.data(ROW_ROLE) for index in self.view.selectionModel().selectedRows()]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("column", "order", "ids"),
    [
        (0, ASCENDING, "habc"),
        (0, DESCENDING, "cbah"),
        (1, ASCENDING, "hacb"),
        (1, DESCENDING, "bcah"),
        (7, ASCENDING, "cabh"),
    ],
)
def test_rows_are_sorted_by_what_a_column_means(shown: Shown, column: int, order: Qt.SortOrder, ids: str) -> None:
    shown.table.sort(column, order)
    assert shown.ids() == ids


def test_the_row_that_was_chosen_stays_chosen_when_rows_are_sorted(shown: Shown) -> None:
    shown.select("b")
    for order in (ASCENDING, DESCENDING):
        shown.table.sort(0, order)
        assert [thing.id for thing in shown.selected] == ["b"]


def test_writing_in_a_row_keeps_the_selection_and_shows_what_was_written(shown: Shown) -> None:
    shown.select("a")
    written = [thing._replace(name=f"{thing.name}!") for thing in shown.table.rows]
    shown.table.set_rows(written)
    assert shown.selected == [Thing("a", "anna!", 9)]
    assert shown.table.index(1, 0).data() == "anna!"


def test_other_rows_take_the_place_of_these(shown: Shown) -> None:
    for rows in (THINGS[:1], [], THINGS[1:], list(reversed(THINGS))):
        shown.table.set_rows(rows)
        assert list(shown.table.rows) == rows
        assert shown.table.rowCount() == len(rows)
    assert shown.table.row_at(QModelIndex()) is None
    assert shown.table.row_number(lambda thing: thing.id == "gone") == -1


def test_what_somebody_wrote_is_no_markup_in_a_tip(shown: Shown) -> None:
    index = shown.table.index(3, 0)
    tip = QTextDocument()
    tip.setHtml(index.data(Qt.ItemDataRole.ToolTipRole))
    assert tip.toPlainText() == index.data() == index.data(Qt.ItemDataRole.AccessibleTextRole) == HOSTILE
    assert shown.table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None, "what is short is never cut"


def test_the_headings_are_there_and_the_keyboard_leaves_the_table(shown: Shown) -> None:
    assert [shown.table.headerData(n, Qt.Orientation.Horizontal) for n in (0, 1)] == ["Navn", "Antall"]
    assert shown.view.accessibleName() == "Ting"
    assert not shown.view.tabKeyNavigation()
