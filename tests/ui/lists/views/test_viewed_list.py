"""A list shown as a board and as a matrix, in the real window: keys, dragging, undo, filters, and who may only read."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Noun, Privacy
from fosdesk.domain.records import FollowUp
from fosdesk.domain.records.initiatives import Initiative
from fosdesk.domain.records.involvement import Need
from fosdesk.ui.focus.announcing import ANNOUNCED
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.lists.listing import FINISHED, PUT_AWAY
from fosdesk.ui.lists.views.viewed_list import BOARD, MATRIX, ViewedList
from tests.ui.acts import desk_of, said_on, take_cursor
from tests.ui.lists.views.viewing import (
    ALT,
    CARRY,
    CTRL,
    DOWN,
    ENTER,
    LEFT,
    RIGHT,
    UP,
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


VIEWED = [noun for noun in NOUNS.values() if noun.use.board or noun.use.matrix]


@pytest.mark.parametrize("noun", VIEWED, ids=lambda noun: noun.key)
def test_every_noun_with_views_shows_them_and_nothing_private_beyond_its_list(desk: Desk, noun: Noun) -> None:
    private = [n for n, f in noun.fields.items() if f.privacy is not Privacy.OPEN and f.python_type is str]
    desk.workspace.add(noun.record("x", **{noun.title: "Noe å se", **dict.fromkeys(private, "HEMMELIG")}))
    for view in (BOARD, MATRIX):
        if not getattr(noun.use, view):
            continue
        shown = shown_as(desk, noun.record, view)
        said = said_on(shown)
        assert "Noe å se" in said
        assert ("HEMMELIG" in said) == any(name in private for name in shown.columns)
        shown.close()


def test_the_view_is_chosen_above_the_list_and_remembered(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    assert [one.text() for one in shown.choices.values()] == ["Liste", "Tavle"]
    assert not shown.table.isVisible()
    assert not shown.groups.isVisible()
    assert SettingsFile(desk.settings.folder).value.lists["need"] == {"view": "board"}
    again = ViewedList(desk, NOUNS["need"])
    assert again.view == BOARD
    again.deleteLater()
    QTest.mouseClick(shown.choices[""], Qt.MouseButton.LeftButton)
    assert shown.table.isVisible()
    assert shown.lanes is None
    assert "need" not in SettingsFile(desk.settings.folder).value.lists
    shown.close()


@pytest.mark.parametrize("kept", ["matrix", "timeline", 7])
def test_a_view_that_this_noun_has_not_is_the_list(desk: Desk, kept: object) -> None:
    desk.settings.change(lists={"need": {"view": kept}})
    assert ViewedList(desk, NOUNS["need"]).view == ""


def test_a_board_has_a_column_for_each_value_and_first_what_is_not_placed(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    assert columns(shown) == {"Ikke fylt ut": ["d"], "Fellestid": ["a", "c"], "Friminutt": ["b"]}
    table = table_of(shown)
    heading = [table.table.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heading == ["Ikke fylt ut · 1", "Fellestid · 2", "Friminutt · 1"]
    face = QAccessible.queryAccessibleInterface(table)
    assert face.text(QAccessible.Text.Name) == "Behov"
    place = table.slots.where("a")
    assert place is not None
    said = table.table.data(table.table.index(*place), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Mer tid sammen\nNå", "the title, and the first column that is not the board's own"
    shown.close()


def test_arrows_walk_and_enter_opens_beside_the_board(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    take_cursor(table)
    assert table.current_id() == "d"
    QTest.keyClick(table, RIGHT)
    assert table.current_id() == "a"
    QTest.keyClick(table, DOWN)
    assert table.current_id() == "c"
    QTest.keyClick(table, RIGHT)
    assert table.current_id() == "", "where one may be begun, below the only one there"
    QTest.keyClick(table, UP)
    QTest.keyClick(table, ENTER)
    assert table.visualRect(table.currentIndex()).height() > table.focus_area().height() > 40, "a ring around the card"
    assert shown.open_id == "b"
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert shown.frame.isAncestorOf(cursor)
    QTest.keyClick(cursor, Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert table.current_id() == "b"
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, "a"))
    assert shown.open_id == "a"
    take_cursor(table)
    QTest.keyClick(table, DOWN)
    assert shown.open_id == "c", "what is open goes along with the cursor"
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.place == (1, 0)
    QTest.keyClick(table, Qt.Key.Key_End)
    QTest.keyClick(table, Qt.Key.Key_Home, CTRL)
    assert table.current_id() == "d"
    QTest.keyClick(table, UP)
    assert shown.wanted.hasFocus()
    shown.close()


def test_a_card_moves_to_the_next_column_by_key_and_the_cursor_and_undo_follow_it(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    take_cursor(table)
    QTest.keyClick(table, RIGHT, CARRY)
    assert desk.school.get(Need, "d").cluster == "Fellestid"
    assert table.current_id() == "d"
    assert "«Felles ord» står under «Fellestid»." in said_on(desk.window)
    assert desk.window.property(ANNOUNCED) == "«Felles ord» står under «Fellestid».", "told to whoever listens, too"
    QTest.keyClick(table, RIGHT, CARRY)
    QTest.keyClick(table, RIGHT, CARRY)
    assert desk.school.get(Need, "d").cluster == "Friminutt", "there is no column behind the last one"
    desk.workspace.undo()
    assert desk.school.get(Need, "d").cluster == "Fellestid"
    assert table.current_id() == "d"
    QTest.keyClick(table, LEFT, CARRY)
    assert desk.school.get(Need, "d").cluster == ""
    assert table.current_id() == "d"
    shown.close()


def test_a_card_moves_up_and_down_within_its_column(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    take_cursor(table)
    table.show_record("a")
    QTest.keyClick(table, DOWN, ALT)
    assert columns(shown)["Fellestid"] == ["c", "a"]
    assert table.current_id() == "a"
    assert "«Mer tid sammen» er nummer 2 av 2 under «Fellestid»." in said_on(desk.window)
    QTest.keyClick(table, DOWN, ALT)
    assert columns(shown)["Fellestid"] == ["c", "a"]
    desk.workspace.undo()
    assert columns(shown)["Fellestid"] == ["a", "c"]
    assert [one.id for one in desk.school.of(Need)] == ["a", "b", "c", "d"]
    shown.close()


def test_a_card_is_dragged_to_a_column_and_to_a_place_in_one_step(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    drag(table, "d", middle(table, "a", -20))
    assert columns(shown)["Fellestid"] == ["d", "a", "c"]
    assert table.current_id() == "d"
    desk.workspace.undo()
    assert columns(shown) == {"Ikke fylt ut": ["d"], "Fellestid": ["a", "c"], "Friminutt": ["b"]}
    drag(table, "d", middle(table, "a", 20))
    assert columns(shown)["Fellestid"] == ["a", "d", "c"]
    drag(table, "a", QPoint(middle(table, "c").x(), table.viewport().height() - 5))
    assert columns(shown)["Fellestid"] == ["d", "c", "a"]
    drag(table, "b", QPoint(middle(table, "b").x() + 3, table.viewport().height() - 5))
    before = desk.school
    drag(table, "b", middle(table, "b") + QPoint(40, 0))
    assert desk.school is before, "let go where it was, nothing is changed"
    assert not shown.is_open
    shown.close()


def test_a_column_that_is_left_stays_for_a_while(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    take_cursor(table)
    table.show_record("b")
    QTest.keyClick(table, LEFT, CARRY)
    assert columns(shown) == {"Ikke fylt ut": ["d"], "Fellestid": ["a", "b", "c"], "Friminutt": []}
    QTest.keyClick(table, RIGHT, CARRY)
    assert columns(shown)["Friminutt"] == ["b"], "so that one can go back"
    QTest.keyClick(table, LEFT, CARRY)
    shown.hide()
    shown.show()
    shown.refresh()
    assert list(columns(shown)) == ["Ikke fylt ut", "Fellestid"]
    shown.close()


def test_escape_lets_go_what_is_carried(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table, view = table_of(shown), table_of(shown).viewport()
    take_cursor(table)
    where, to = middle(table, "d"), middle(table, "b")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseMove(view, to)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    assert desk.school.get(Need, "d").cluster == ""
    assert not shown.is_open
    shown.close()


def test_a_record_is_begun_in_a_column_with_its_value(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    take_cursor(table)
    table.show_record("c")
    QTest.keyClick(table, DOWN)
    QTest.keyClick(table, ENTER)
    assert isinstance(shown.panel, RecordForm)
    assert len(desk.school.of(Need)) == 4, "nothing is stored before something is written"
    cursor = QApplication.focusWidget()
    assert cursor is not None
    QTest.keyClicks(cursor, "Lengre dag")
    assert desk.release()
    (made,) = (one for one in desk.school.of(Need) if one.text == "Lengre dag")
    assert (made.cluster, columns(shown)["Fellestid"]) == ("Fellestid", ["a", "c", made.id])
    shown.close_row()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, "b", table.rowHeight(0)))
    assert shown.is_open, "a click on the invitation begins one, too"
    shown.close()


def test_typing_on_the_board_begins_a_record_with_what_is_typed(desk: Desk) -> None:
    needs(desk)
    QTest.mouseClick((shown := shown_as(desk, Need, BOARD)).chips.chip("when", "now"), Qt.MouseButton.LeftButton)
    table = table_of(shown)
    take_cursor(table)
    table.show_record("b")
    QTest.keyClicks(table, "L")
    cursor = QApplication.focusWidget()
    assert cursor is not None
    QTest.keyClicks(cursor, "ys")
    assert desk.release()
    (made,) = (one for one in desk.school.of(Need) if one.text == "Lys")
    assert (made.cluster, made.when) == ("Friminutt", "now"), "what is filtered by is given, too"
    shown.close()


def test_a_new_column_is_written_and_kept_while_nothing_is_in_it(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    assert shown.new_column is not None
    take_cursor(shown.new_column)
    QTest.keyClicks(shown.new_column, "  Språk ")
    assert ViewedList(desk, NOUNS["need"]).new_column.text() == "  Språk "  # type: ignore[union-attr]
    QTest.keyClick(shown.new_column, ENTER)
    assert list(columns(shown)) == ["Ikke fylt ut", "Fellestid", "Friminutt", "Språk"]
    assert table.hasFocus()
    assert table.place == (0, 3)
    shown.refresh()
    drag(table, "d", QPoint(table.columnViewportPosition(3) + 30, 60))
    assert desk.school.get(Need, "d").cluster == "Språk"
    shown.close()


def test_the_filters_of_the_list_hold_on_the_board(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    QTest.keyClicks(shown.wanted, "felles")
    assert columns(shown) == {"Ikke fylt ut": ["d"], "Fellestid": ["a", "c"], "Friminutt": []}
    shown.wanted.clear()
    QTest.mouseClick(shown.chips.chip("when", "later"), Qt.MouseButton.LeftButton)
    assert columns(shown) == {"Ikke fylt ut": [], "Fellestid": ["c"], "Friminutt": []}
    shown.open_row("b")
    assert "b" in columns(shown)["Friminutt"], "what is opened from elsewhere is never hidden by a filter"
    QTest.keyClicks(shown.wanted, "qx")
    assert "Ingenting i listen passer." in said_on(shown)
    shown.close()


def test_what_is_moved_out_of_the_filter_is_told(desk: Desk) -> None:
    desk.workspace.add(Initiative("i", name="Leselos", answer="yes"))
    shown = shown_as(desk, Initiative, BOARD)
    QTest.mouseClick(shown.chips.chip("answer", "yes"), Qt.MouseButton.LeftButton)
    take_cursor(table_of(shown))
    table_of(shown).show_record("i")
    QTest.keyClick(table_of(shown), RIGHT, CARRY)
    assert desk.school.get(Initiative, "i").answer == "no"
    assert "«Leselos» er flyttet, og vises ikke" in said_on(desk.window)
    shown.close()


def test_what_is_finished_is_shown_when_asked_for(desk: Desk) -> None:
    for key, done in (("a", ""), ("b", "2026-11-02")):
        desk.workspace.add(FollowUp(key, what=f"Sak {key}", responsible="Rektor", done=done))
    shown = shown_as(desk, FollowUp, BOARD)
    assert columns(shown)["Rektor"] == ["a"]
    assert shown.folds.chips[FINISHED].text() == "Ferdig · 1"
    QTest.mouseClick(shown.folds.chips[FINISHED], Qt.MouseButton.LeftButton)
    assert columns(shown)["Rektor"] == ["a", "b"]
    assert shown.folds.chips[FINISHED].isChecked()
    shown.close()


def test_what_is_put_away_leaves_the_board_until_it_is_asked_for(desk: Desk) -> None:
    for key, done in (("a", ""), ("b", "2026-11-02"), ("c", "")):
        desk.workspace.add(FollowUp(key, what=f"Sak {key}", responsible="Rektor", done=done))
    shown = shown_as(desk, FollowUp, BOARD)
    shown.acts.put_away(["c", "b"])
    shown.refresh()
    assert columns(shown)["Rektor"] == ["a"]
    assert shown.folds.chips[FINISHED].isHidden()
    assert shown.folds.chips[PUT_AWAY].text() == "Lagt bort · 2"
    QTest.mouseClick(shown.folds.chips[PUT_AWAY], Qt.MouseButton.LeftButton)
    assert columns(shown)["Rektor"] == ["a", "b", "c"]
    shown.close()


def test_delete_removes_the_card_and_undo_brings_it_back(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    table = table_of(shown)
    take_cursor(table)
    table.show_record("a")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert columns(shown)["Fellestid"] == ["c"]
    assert table.hasFocus()
    assert table.current_id() == "c", "the cursor is on what took the place"
    desk.workspace.undo()
    assert columns(shown)["Fellestid"] == ["a", "c"]
    shown.close()


def test_a_card_is_copied_as_a_row(desk: Desk) -> None:
    needs(desk)
    shown = shown_as(desk, Need, BOARD)
    take_cursor(table_of(shown))
    table_of(shown).show_record("b")
    QTest.keyClick(table_of(shown), Qt.Key.Key_C, CTRL)
    assert "Voksne ute\tFriminutt" in QApplication.clipboard().text()
    shown.close()
