"""The year wheel in the real window: walked by keys, opened, moved by mouse and keys, turned to other years."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Evaluation, Meeting, Milestone, Routine
from fosdesk.ui.focus.announcing import ANNOUNCED
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.wheel_part import WheelPart, WheelTablePart, WheelWithForm
from tests.ui.acts import bring_to_front, desk_of, journal_in, open_beside, page_of, press, settle

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def part_of(program: Fosdesk) -> WheelPart:
    """The part, shown in the window."""
    page = page_of(program.window, "plan", PlanPage)
    bring_to_front(program.window)
    page.turn_to_part("wheel")
    part = page.part("wheel")
    assert isinstance(part, WheelPart)
    settle()
    return part


@pytest.fixture
def part(fresh_school: Fosdesk) -> WheelPart:
    """The wheel of a school with a few things on it."""
    workspace = desk_of(fresh_school).workspace
    workspace.add(Routine("r1", name="Vi spør elevene", months="3,4,10,11"))
    workspace.add(Routine("r2", name="Samtale med skoleeier", months="10", ring="talk"))
    workspace.add(Evaluation("e1", what="Halvårsvurdering", day="2027-01-15"))
    workspace.add(Milestone("m1", what="Alle har prøvd", day="2027-05-12"))
    workspace.add(Meeting("t1", what="Om retningen", day="2026-12-01"))
    return part_of(fresh_school)


def number_of(wheel: WheelWithForm, record: str) -> int:
    """The number of an item."""
    return next(n for n, one in enumerate(wheel.items) if one.record == record)


def drag(wheel: WheelWithForm, record: str, taken: int, let_go: int) -> None:
    """Drag an item by the mouse from where it is in one month to another one."""
    view, number = wheel.view, number_of(wheel, record)
    start, goal = view.point_of(number, taken), view.point_of(number, let_go)
    assert start is not None
    assert goal is not None
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(8, 8), goal):
        QTest.mouseMove(view.viewport(), at)
        settle()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    settle()


def months(part: WheelPart, record: str) -> str:
    """The months of a routine."""
    return part.desk.school.get(Routine, record).months


def test_arrows_walk_from_ring_to_ring_and_say_where_one_is(part: WheelPart) -> None:
    wheel = part.wheel
    wheel.view.setFocus()
    wheel.view.show_current(number_of(wheel, "r1"))
    QTest.keyClick(wheel.view, Qt.Key.Key_Down)
    assert wheel.current_id() == "r2"
    assert wheel.window().property(ANNOUNCED) == "Faste treffpunkt · Samtale med skoleeier · oktober"
    QTest.keyClick(wheel.view, Qt.Key.Key_Down)
    assert wheel.current_id() == "e1"
    QTest.keyClick(wheel.view, Qt.Key.Key_Right)
    assert wheel.current_id() == "t1"
    QTest.keyClick(wheel.view, Qt.Key.Key_Right)
    assert wheel.current_id() == "t1"


def test_enter_opens_beside_the_wheel_and_escape_comes_back(part: WheelPart) -> None:
    wheel = part.wheel
    wheel.view.setFocus()
    wheel.view.show_current(number_of(wheel, "r1"))
    QTest.keyClick(wheel.view, Qt.Key.Key_Return)
    settle()
    assert (wheel.open_id, wheel.frame.heading.text()) == ("r1", "Rutine")
    QTest.keyClick(wheel.frame, Qt.Key.Key_Escape)
    assert wheel.view.hasFocus()
    wheel.open_item("e1")
    assert wheel.frame.heading.text() == "Evaluering"


def test_a_band_is_dragged_to_other_months_and_the_other_ones_stay(part: WheelPart) -> None:
    drag(part.wheel, "r1", 10, 12)
    assert months(part, "r1") == "1,3,4,12"
    part.desk.workspace.undo()
    assert months(part, "r1") == "3,4,10,11"


def test_an_evaluation_is_dragged_to_another_month_and_meetings_stay(part: WheelPart) -> None:
    drag(part.wheel, "e1", 1, 2)
    assert part.desk.school.get(Evaluation, "e1").day == "2027-02-15"
    before = part.desk.school.records
    drag(part.wheel, "t1", 12, 3)
    drag(part.wheel, "m1", 5, 3)
    assert part.desk.school.records == before


def test_keys_move_a_routine_by_a_month_around_the_year(part: WheelPart) -> None:
    wheel = part.wheel
    wheel.view.setFocus()
    wheel.view.show_current(number_of(wheel, "r2"))
    for _ in range(10):
        QTest.keyClick(wheel.view, Qt.Key.Key_Right, CTRL_SHIFT)
    assert months(part, "r2") == "8"
    QTest.keyClick(wheel.view, Qt.Key.Key_Left, CTRL_SHIFT)
    assert months(part, "r2") == "7"
    assert wheel.window().property(ANNOUNCED) == "Samtale med skoleeier: juli. Ctrl+Z tar det tilbake."


def test_a_ring_can_be_left_out_and_the_keys_pass_it(part: WheelPart) -> None:
    part.rings["talks"].click()
    wheel = part.wheel
    wheel.view.setFocus()
    wheel.view.show_current(number_of(wheel, "r1"))
    QTest.keyClick(wheel.view, Qt.Key.Key_Down)
    assert wheel.current_id() == "e1"
    assert wheel.view.drawn.places[number_of(wheel, "r2")] == ()


def test_other_years_are_a_press_away(part: WheelPart) -> None:
    part.years.after.click()
    assert part.years.name.text() == "2027–2028"
    assert [one.record for one in part.wheel.items] == ["r1", "r2"]
    part.years.before.click()
    assert len(part.wheel.items) == 5
    assert part.wheel.view.accessibleName().startswith("Årshjul for 2026–2027.")


def test_the_main_button_begins_a_routine_beside_the_wheel(part: WheelPart, fresh_school: Fosdesk) -> None:
    press(fresh_school.window.page("plan"), "Ny rutine")
    settle()
    assert part.wheel.is_open
    assert part.wheel.frame.heading.text() == "Rutine"


def test_a_colleagues_wheel_is_read_and_not_moved(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    window.go("plan", "")
    page = page_of(window, "plan", PlanPage)
    page.turn_to_part("wheel")
    shown = page.part("wheel")
    assert isinstance(shown, WheelPart)
    settle()
    assert not shown.roll.isVisible()
    before = shown.desk.school.records
    for number in range(len(shown.wheel.items)):
        shown.wheel.view.show_current(number)
        QTest.keyClick(shown.wheel.view, Qt.Key.Key_Right, CTRL_SHIFT)
    assert shown.desk.school.records == before


def test_the_table_has_each_thing_in_each_of_its_months(part: WheelPart, fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school.window, "plan", PlanPage)
    page.turn_to_part("wheel_table")
    table = page.part("wheel_table")
    assert isinstance(table, WheelTablePart)
    settle()
    model = table.table.model()
    rows = [tuple(str(model.index(r, c).data()) for c in range(3)) for r in range(model.rowCount())]
    assert rows == [
        ("Oktober", "Vi spør elevene", "Rutiner"),
        ("Oktober", "Samtale med skoleeier", "Faste treffpunkt"),
        ("November", "Vi spør elevene", "Rutiner"),
        ("Desember", "Om retningen", "Møter"),
        ("Januar", "Halvårsvurdering", "Evalueringer"),
        ("Mars", "Vi spør elevene", "Rutiner"),
        ("April", "Vi spør elevene", "Rutiner"),
        ("Mai", "Alle har prøvd", "Faste frister"),
    ]
    table.table.selectRow(3)
    table.table.setFocus()
    QTest.keyClick(table.table, Qt.Key.Key_Return)
    settle()
    assert fresh_school.window.current_key == "meetings"


def test_an_empty_wheel_takes_every_key(fresh_school: Fosdesk) -> None:
    shown = part_of(fresh_school)
    assert shown.wheel.items == ()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(shown.wheel.view, key)
    assert shown.wheel.current_id() == ""
