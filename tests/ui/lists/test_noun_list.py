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
from tests.ui.acts import bring_to_front, desk_of, page_of, said_on, settle, take_cursor, type_in, wait_for_work


def list_of(program: Fosdesk, tab: str) -> NounList:
    page = page_of(program.window, "meetings", MeetingsPage)
    page.turn_to_part(tab)
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
    bring_to_front(fresh_school.window)
    QTest.keyClick(fresh_school.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert fresh_school.window.focusWidget() is shown.wanted
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


# -- several rows at once

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def choose(shown: NounList, *ids: str) -> None:
    """Select rows as people do."""
    take_cursor(shown.table)
    click_row(shown, ids[0])
    for one in ids[1:]:
        click_row(shown, one, CTRL)


def test_rows_are_selected_by_mouse_and_by_keyboard_and_the_bar_says_how_many(
    fresh_school: Fosdesk, desk: Desk
) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    shown._group_by("")
    choose(shown, "b")
    assert not shown.bar.isVisible()
    click_row(shown, "a", SHIFT)
    assert shown.table.selected_ids() == ["b", "c", "a"]
    assert shown.bar.said.text() == "3 valgt"
    assert shown.open_id == "b", "what is open stays open while more rows are chosen"
    click_row(shown, "c", CTRL)
    assert shown.table.selected_ids() == ["b", "a"]
    click_row(shown, "b")
    take_cursor(shown.table)
    QTest.keyClick(shown.table, Qt.Key.Key_Down, SHIFT)
    assert shown.table.selected_ids() == ["b", "c"]
    QTest.keyClick(shown.table, Qt.Key.Key_A, CTRL)
    assert shown.table.selected_ids() == ["b", "c", "a"], "a heading is never among what is chosen"


def test_several_are_marked_as_done_today_in_one_step(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    choose(shown, "b", "a")
    QTest.mouseClick(shown.bar.done, Qt.MouseButton.LeftButton)
    assert [desk.school.get(FollowUp, one).done for one in "abcd"] == ["2026-11-23", "2026-11-23", "", "2026-11-01"]
    assert shown.shown_ids == ["c"]
    said = said_on(fresh_school.window)
    assert "2 er endret." in said
    assert "Angre: flere endret på én gang" in said
    fresh_school.window.undo()
    assert shown.shown_ids == ["b", "c", "a"]


def test_several_get_the_same_choice_and_keep_being_chosen(desk: Desk) -> None:
    for number in range(3):
        desk.workspace.add(Meeting(f"m{number}", what=f"Møte {number}", day=f"2026-12-0{number + 1}"))
    shown = own_list(desk)
    desk.workspace.changed.connect(lambda _: shown.refresh())
    choose(shown, "m0", "m2")
    menu = shown.bar.menus["who"]
    next(act for act in menu.actions() if act.text() == "Foreldre").trigger()
    assert [one.who for one in desk.school.of(Meeting)] == ["parents", "", "parents"]
    assert sorted(shown.table.selected_ids()) == ["m0", "m2"]
    desk.workspace.undo()
    assert {one.who for one in desk.school.of(Meeting)} == {""}
    shown.close()


def test_several_are_deleted_by_the_key_and_come_back_in_one_step(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    shown._group_by("")
    choose(shown, "b", "c")
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    assert shown.shown_ids == ["a"]
    assert shown.table.hasFocus()
    assert shown.table.currentIndex().isValid(), "the cursor is on the row that took the place"
    assert not shown.is_open
    fresh_school.window.undo()
    assert shown.shown_ids == ["b", "c", "a"]


def test_what_is_typed_in_the_open_form_is_stored_before_it_is_deleted(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    shown = list_of(fresh_school, "follow_ups")
    click_row(shown, "b")
    assert isinstance(shown.panel, RecordForm)
    type_in(shown.panel.editors["what"], "Bestill aula")
    shown.table.remove_asked.emit()
    assert desk.school.find("b") is None
    fresh_school.window.undo()
    assert desk.school.get(FollowUp, "b").what == "Bestill aula"


def test_very_many_are_changed_beside_the_screens_thread(fresh_school: Fosdesk, desk: Desk) -> None:
    desk.workspace.commit_all([(None, FollowUp(f"f{n}", what=f"Nr. {n}")) for n in range(60)], "create")
    shown = list_of(fresh_school, "follow_ups")
    take_cursor(shown.table)
    QTest.keyClick(shown.table, Qt.Key.Key_A, CTRL)
    QTest.mouseClick(shown.bar.done, Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    assert {one.done for one in desk.school.of(FollowUp)} == {"2026-11-23"}
    fresh_school.window.undo()
    assert {one.done for one in desk.school.of(FollowUp)} == {""}


# -- copying


def test_rows_are_copied_as_a_table_and_no_cell_is_a_formula(fresh_school: Fosdesk, desk: Desk) -> None:
    desk.workspace.add(FollowUp("a", what="=HYPERLINK(1)", responsible='Ola "Ås"\tog', due="2026-12-08"))
    desk.workspace.add(FollowUp("b", what="<b>Ring</b>", responsible="+47", due="2026-12-09"))
    shown = list_of(fresh_school, "follow_ups")
    shown._group_by("")
    take_cursor(shown.table)
    QTest.keyClick(shown.table, Qt.Key.Key_A, CTRL)
    QTest.keyClick(shown.table, Qt.Key.Key_C, CTRL)
    copied = QApplication.clipboard().mimeData()
    lines = copied.text().splitlines()
    assert lines[0] == "Hva som skal gjøres\tAnsvarlig\tFrist\tGjort"
    assert lines[1].startswith("'=HYPERLINK(1)\t")
    assert "\t'+47\t9. desember 2026" in lines[2]
    assert "&lt;b&gt;Ring&lt;/b&gt;" in copied.html()
    assert "'=HYPERLINK" in copied.html() or "&#x27;=HYPERLINK" in copied.html()
    assert "2 rader er kopiert" in said_on(fresh_school.window)


def test_filter_groups_and_saving_stand_in_one_line(fresh_school: Fosdesk, desk: Desk) -> None:
    tasks(desk)
    tools = list_of(fresh_school, "follow_ups").line_tools
    middles = {one.mapTo(tools, one.rect().center()).y() for one in (tools.wanted, tools.groups, tools.save)}
    assert max(middles) - min(middles) <= 1
