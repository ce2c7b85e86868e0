"""The standard list in the real window: sorting, filters, groups, quick add, and the form beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Decision, FollowUp, Meeting
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.lists.listing import FINISHED
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from tests.ui.acts import bring_to_front, desk_of, page_of, said_on, settle, take_cursor, type_in


def list_of(program: Fosdesk, tab: str) -> NounList:
    page = page_of(program.window, "meetings", MeetingsPage)
    page.tabs.show_tab(tab)
    part = page.part(tab)
    assert isinstance(part, NounPart)
    settle()
    return part.list


def own_list(desk: Desk) -> NounList:
    """A list with chips, which no page has yet."""
    made = NounList(desk, NOUNS["meeting"])
    made.resize(900, 600)
    made.show()
    made.refresh()
    bring_to_front(made)
    return made


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def tasks(desk: Desk) -> None:
    for key, what, who, due, done in (
        ("a", "Ring PPT", "Rektor", "2026-12-08", ""),
        ("b", "Bestill rom", "Inspektør", "2026-12-01", ""),
        ("c", "Skriv til FAU", "Rektor", "2026-12-02", ""),
        ("d", "Les rapporten", "Rektor", "", "2026-11-01"),
    ):
        desk.workspace.add(FollowUp(key, what=what, responsible=who, due=due, done=done))


def click_row(shown: NounList, record_id: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    number = shown.rows.row_number(lambda row: getattr(row, "id", "") == record_id)
    place = shown.table.visualRect(shown.rows.index(number, 0)).center()
    QTest.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_a_heading_sorts_by_mouse_and_by_keyboard_and_turns_round(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    shown._group_by("")
    assert shown.shown_ids == ["b", "c", "a"]
    header = shown.table.header
    place = header.sectionViewportPosition(0) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(place, 10))
    assert shown.shown_ids == ["b", "a", "c"]
    take_cursor(header)
    QTest.keyClick(header, Qt.Key.Key_Return)
    assert shown.shown_ids == ["c", "a", "b"]
    assert "det siste først" in said_on(fresh_school.window)
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Space)
    assert shown.shown_ids == ["b", "a", "c"], "by who is responsible, each in the order that was there"
    kept = SettingsFile(desk.settings.folder).value.lists["follow_up"]
    assert (kept["order"], kept["group"]) == ("responsible", "")


def test_the_group_is_chosen_and_a_heading_folds_by_mouse_and_keyboard(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    assert "Ferdig (1)" in said_on(shown)
    assert shown.shown_ids == ["b", "c", "a"]
    take_cursor(shown.table)
    last = shown.rows.rowCount() - 1
    shown.table.setCurrentIndex(shown.rows.index(last, 0))
    QTest.keyClick(shown.table, Qt.Key.Key_Right)
    assert shown.shown_ids == ["b", "c", "a", "d"]
    assert shown.table.currentIndex().row() == last, "the cursor stays on the heading"
    QTest.keyClick(shown.table, Qt.Key.Key_Left)
    assert shown.shown_ids == ["b", "c", "a"]
    first = shown.table.visualRect(shown.rows.index(0, 0)).center()
    QTest.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert shown.shown_ids == ["c", "a"]
    assert shown.table.selected_ids() == []


def test_columns_that_say_nothing_are_left_out(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    hidden = [shown.table.isColumnHidden(number) for number in range(4)]
    assert hidden == [False, True, False, True], "the group has its heading, and what is open is not done"
    shown._group_by("")
    shown._fold(FINISHED)
    assert not any(shown.table.isColumnHidden(number) for number in range(4))


def test_quick_add_makes_one_with_each_enter_and_the_cursor_stays(fresh_school: Fosdesk, desk: Desk) -> None:
    shown = list_of(fresh_school, "follow_ups")
    take_cursor(shown.quick)
    for what in ("Ring PPT", "Bestill rom"):
        QTest.keyClicks(shown.quick, what)
        QTest.keyClick(shown.quick, Qt.Key.Key_Return)
    assert shown.quick.hasFocus()
    assert shown.quick.text() == ""
    assert sorted(one.what for one in desk.school.of(FollowUp)) == ["Bestill rom", "Ring PPT"]
    QTest.keyClick(shown.quick, Qt.Key.Key_Return)
    assert len(desk.school.of(FollowUp)) == 2, "an empty line makes nothing"
    QTest.keyClick(shown.quick, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.what for one in desk.school.of(FollowUp)] == ["Ring PPT"]


def test_what_is_typed_and_not_entered_is_there_again(fresh_school: Fosdesk, desk: Desk) -> None:
    shown = list_of(fresh_school, "follow_ups")
    take_cursor(shown.quick)
    QTest.keyClicks(shown.quick, "Ring P")
    assert NounList(desk, NOUNS["follow_up"]).quick.text() == "Ring P"


def test_a_chip_filters_and_a_new_record_gets_its_value(desk: Desk) -> None:
    for number, who in enumerate(("staff", "staff", "work_group")):
        desk.workspace.add(Meeting(f"m{number}", what=f"Møte {number}", who=who))
    shown = own_list(desk)
    chip = shown.chips.chip("who", "staff")
    assert chip.text().endswith("· 2")
    assert not shown.chips.chip("who", "parents").isVisible(), "no chip for what no record has"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert sorted(shown.shown_ids) == ["m0", "m1"]
    take_cursor(shown.quick)
    QTest.keyClicks(shown.quick, "Plandag")
    QTest.keyClick(shown.quick, Qt.Key.Key_Return)
    (made,) = (one for one in desk.school.of(Meeting) if one.what == "Plandag")
    assert made.who == "staff"
    assert desk.settings.value.lists["meeting"] == {"filters": {"who": "staff"}}
    shown.close()


def test_the_filter_field_is_reached_by_its_key_and_gives_way(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    QTest.keyClick(fresh_school.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted.hasFocus()
    QTest.keyClicks(shown.wanted, "ring")
    assert shown.shown_ids == ["a"]
    assert "1 av 4" in said_on(shown)
    QTest.keyClicks(shown.wanted, "qx")
    assert "Ingenting i listen passer." in said_on(shown)
    QTest.mouseClick(shown.show_all, Qt.MouseButton.LeftButton)
    assert shown.shown_ids == ["b", "c", "a"]
    QTest.keyClicks(shown.wanted, "fau")
    fresh_school.window.go("meetings", "b")
    assert shown.open_id == "b"
    assert "b" in shown.shown_ids, "what is opened from elsewhere is never hidden by a filter"


def test_a_row_opens_beside_the_list_and_the_arrows_go_on(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    click_row(shown, "b")
    assert isinstance(shown.panel, RecordForm)
    assert shown.side.isVisible()
    take_cursor(shown.table)
    QTest.keyClick(shown.table, Qt.Key.Key_Down)
    QTest.keyClick(shown.table, Qt.Key.Key_Down)
    assert shown.open_id == "c"
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert shown.frame.isAncestorOf(cursor)
    type_in(shown.panel.editors["what"], "Skriv til elevrådet")
    QTest.keyClick(cursor, Qt.Key.Key_Escape)
    assert not shown.is_open
    assert shown.table.hasFocus()
    assert shown.table.selected_ids() == ["c"]
    assert desk.school.get(FollowUp, "c").what == "Skriv til elevrådet"


def test_in_a_narrow_window_the_form_takes_the_place_of_the_list(fresh_school: Fosdesk, desk: Desk) -> None:
    desk.workspace.add(Decision("d", what="Noe"))
    shown = list_of(fresh_school, "decisions")
    fresh_school.window.resize(820, 700)
    settle()
    click_row(shown, "d")
    assert not shown.side.isVisible()
    assert shown.frame.isVisible()
    QTest.keyClick(shown.frame, Qt.Key.Key_Escape)
    assert shown.side.isVisible()


def test_a_width_that_was_given_is_kept(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    shown.table.header.resizeSection(2, 140)
    QTest.qWait(600)
    assert SettingsFile(desk.settings.folder).value.lists["follow_up"]["widths"] == {
        "due": round(140 * 100 / desk.theme.text_size)
    }


def test_a_colleagues_list_is_read_and_not_written(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    desk.workspace.add(Decision("d", what="Noe"))
    desk.workspace.read_only = True
    shown = list_of(with_example, "decisions")
    assert not shown.quick.isVisible()
    assert shown.wanted.isVisible()
