"""A list shown as a matrix; a board for who may only read, and one of very many records."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent
from fosdesk.domain.records.direction import Expectation, Practice
from fosdesk.domain.records.involvement import Need
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.views.slots import Hidden, Place
from fosdesk.ui.lists.views.viewed_list import BOARD, MATRIX, ViewedList
from tests.ui.acts import desk_of, said_on, take_cursor
from tests.ui.lists.views.viewing import (
    ALT,
    CARRY,
    DOWN,
    ENTER,
    RIGHT,
    columns,
    drag,
    middle,
    needs,
    shown_as,
    table_of,
)


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def expectations(desk: Desk) -> None:
    for key, who, way in (("a", "FAU", "of_us"), ("b", "PPT", "of_them"), ("c", "FAU", "of_us"), ("d", "FAU", "")):
        desk.workspace.add(Expectation(key, what=f"Venter {key}", who=who, way=way))


def at(shown: ViewedList, record_id: str) -> tuple[str, str]:
    """The titles of a record's row and column."""
    slots = table_of(shown).slots
    place = slots.where(record_id)
    assert place is not None
    return slots.rows[slots.row_of(place.row)].title, slots.columns[place.column].title


def test_rows_meet_columns_and_a_record_moves_between_them_in_one_step(desk: Desk) -> None:
    expectations(desk)
    shown = shown_as(desk, Expectation, MATRIX)
    table = table_of(shown)
    of_us, of_them = "De forventer det av skolen", "Skolen forventer det av dem"
    assert [at(shown, one) for one in "abcd"] == [
        *(("FAU", of_us), ("PPT", of_them), ("FAU", of_us), ("FAU", "Ikke fylt ut")),
    ]
    assert [table.table.headerData(n, Qt.Orientation.Vertical) for n in range(2)] == ["FAU", "FAU"]
    take_cursor(table)
    assert table.current_id() == "a"
    QTest.keyClick(table, DOWN)
    assert table.current_id() == "c"
    QTest.keyClick(table, DOWN, CARRY)
    assert at(shown, "c") == ("PPT", of_us)
    QTest.keyClick(table, RIGHT, CARRY)
    assert (at(shown, "c"), table.current_id()) == (("PPT", of_them), "c")
    assert f"«Venter c» står under «PPT, {of_them}»." in said_on(desk.window)
    desk.workspace.undo()
    desk.workspace.undo()
    assert at(shown, "c") == ("FAU", of_us)
    drag(table, "a", middle(table, "b"))
    assert at(shown, "a") == ("PPT", of_them)
    desk.workspace.undo()
    assert (desk.school.get(Expectation, "a").who, desk.school.get(Expectation, "a").way) == ("FAU", "of_us")
    drag(table, "d", middle(table, "b"))
    assert [lane.title for lane in table.slots.columns] == [of_us, of_them], "no column for nothing"
    shown.close()


def test_enter_and_typing_begin_a_record_in_a_cell(desk: Desk) -> None:
    desk.workspace.add(CoreComponent("k1", name="Ro", pos="i1"))
    desk.workspace.add(CoreComponent("k2", name="Varme", pos="i2"))
    shown = shown_as(desk, Practice, MATRIX)
    table = table_of(shown)
    assert [lane.title for lane in table.slots.rows] == ["Ro", "Varme"], "also while there is no example yet"
    take_cursor(table)
    for key in (RIGHT, DOWN, ENTER):
        QTest.keyClick(table, key)
    cursor = QApplication.focusWidget()
    assert cursor is not None
    QTest.keyClicks(cursor, "De hilser")
    assert desk.release()
    (made,) = desk.school.of(Practice)
    assert (made.component, made.where, made.text) == ("k2", "break", "De hilser")
    shown.close_row()
    take_cursor(table)
    QTest.keyClicks(table, "V")
    assert desk.release()
    assert sorted((one.text, one.component) for one in desk.school.of(Practice)) == [("De hilser", "k2"), ("V", "k2")]
    shown.close()


def test_a_crowded_cell_is_unfolded_by_enter(desk: Desk) -> None:
    made = [(None, Expectation(f"x{n}", what=f"Venter {n}", who="FAU", way="of_us")) for n in range(9)]
    desk.workspace.commit_all(made, "create")
    shown = shown_as(desk, Expectation, MATRIX)
    table = table_of(shown)
    take_cursor(table)
    assert table.slots.at(Place(4, 0)) == Hidden(5)
    assert table.table.data(table.table.index(4, 0)) == "+ 5 til"
    for _ in range(4):
        QTest.keyClick(table, DOWN)
    QTest.keyClick(table, ENTER)
    assert table.slots.at(Place(4, 0)) == desk.school.get(Expectation, table.current_id())
    assert table.slots.lines == 10
    shown.close()


# -- who may only read, and very many


def test_a_colleagues_board_is_read_and_not_written(desk: Desk) -> None:
    needs(desk)
    desk.workspace.read_only = True
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    assert shown.new_column is None
    assert "+ Nytt behov" not in said_on(shown)
    take_cursor(table)
    table.show_record("d")
    before = desk.school
    for key, modifier in ((RIGHT, CARRY), (DOWN, ALT), (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)):
        QTest.keyClick(table, key, modifier)
    drag(table, "d", middle(table, "a"))
    QTest.keyClicks(table, "N")
    assert desk.school is before
    assert not shown.is_open
    table.show_record("d")
    QTest.keyClick(table, ENTER)
    assert shown.open_id == "d"
    shown.close()


def test_ten_thousand_records_are_shown_without_a_widget_for_each(desk: Desk) -> None:
    made = [
        (None, Need(f"n{n}", text=f"Behov {n}", cluster=f"Haug {n % 7}", pos=f"k{n // 1296 % 36 + 1:02}{n:05}"))
        for n in range(10_000)
    ]
    desk.workspace.commit_all(made, "create")
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    assert sum(map(len, columns(shown).values())) == 10_000
    assert len(table.findChildren(QObject)) < 60
    take_cursor(table)
    table.show_record("n9999")
    assert table.viewport().rect().contains(middle(table, "n9999"))
    QTest.keyClick(table, RIGHT, CARRY)
    assert desk.school.get(Need, "n9999").cluster == f"Haug {9999 % 7 + 1}"
    assert table.viewport().rect().contains(middle(table, "n9999")), "the cursor is in view"
    shown.close()
