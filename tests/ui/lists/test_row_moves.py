"""Alt+Up and Alt+Down wherever records stand in an order made by hand: one step each, and the cursor stays."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import AgendaLine, CoreComponent, FollowUp, MethodCard
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.row_moves import is_ordered
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from tests.ui.acts import desk_of, page_of, press, settle, take_cursor, type_in
from tests.ui.noun_lists import ShownList

UP, DOWN, ALT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier


def press_key(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, ALT)
    settle()


def test_which_nouns_are_ordered_by_hand_is_in_their_definition() -> None:
    assert [is_ordered(noun_of(kind)) for kind in (MethodCard, CoreComponent, AgendaLine, FollowUp)] == [
        *(True, True, True),
        False,
    ]


def test_a_method_card_moves_in_its_list(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for name in "abc":
        desk.workspace.add(MethodCard(name, name=name, pos=f"i{name}"))
    page = page_of(fresh_school.window, "meetings", MeetingsPage)
    page.tabs.show_tab("methods")
    part = page.part("methods")
    assert isinstance(part, NounPart)
    part.list.table.select_only("c")
    take_cursor(part.list.table)
    press_key(UP)
    assert part.list.shown_ids == ["a", "c", "b"]
    assert part.list.table.hasFocus()
    assert part.list.table.selected_ids() == ["c"]
    press_key(UP)
    press_key(UP)
    assert part.list.shown_ids == ["c", "a", "b"]
    press_key(DOWN)
    assert part.list.shown_ids == ["a", "c", "b"]
    desk.workspace.undo()
    assert part.list.shown_ids == ["c", "a", "b"]
    part.open_record("a")
    assert part.list.panel is not None
    press(part.list, "Flytt ned")
    assert part.list.shown_ids == ["c", "b", "a"]
    assert part.list.open_id == "a"


def test_a_list_in_another_order_is_left_as_it_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(FollowUp("a", what="a", due="2026-12-01"))
    desk.workspace.add(FollowUp("b", what="b", due="2026-12-02"))
    page = page_of(fresh_school.window, "meetings", MeetingsPage)
    page.tabs.show_tab("follow_ups")
    part = page.part("follow_ups")
    assert isinstance(part, NounPart)
    part.list.table.select_only("b")
    take_cursor(part.list.table)
    press_key(UP)
    assert part.list.shown_ids == ["a", "b"]


def test_a_core_component_moves_in_its_table_and_with_its_form_open(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for name in "abc":
        desk.workspace.add(CoreComponent(name, name=name, pos=f"i{name}"))
    page = ShownList(fresh_school.window, "core_component")

    def shown() -> str:
        return "".join(str(page.table.model().index(row, 0).data()) for row in range(page.table.model().rowCount()))

    take_cursor(page.table)
    page.table.selectRow(2)
    press_key(UP)
    assert shown() == "acb"
    assert page.table.currentIndex().row() == 1
    press_key(UP)
    assert shown() == "cab"
    desk.workspace.undo()
    assert shown() == "acb"
    page.open("b")
    type_in(page.form.editors["why"], "Derfor")
    press_key(UP)
    assert shown() == "abc"
    assert desk.school.get(CoreComponent, "b").why == "Derfor"
    assert page.form.editors["why"].isAncestorOf(QApplication.focusWidget() or page.page)
