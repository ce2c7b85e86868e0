"""The time line in the real window: walked by keys, opened, moved by mouse and keys, and read as a table."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Evaluation, Initiative, Meeting, Milestone, SchoolProfile
from fosdesk.ui.focus.announcing import ANNOUNCED
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.timeline_part import TimelinePart, TimelineTablePart, TimelineWithForm
from tests.ui.acts import bring_to_front, changed, desk_of, journal_in, open_beside, page_of, press, settle

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def line(fresh_school: Fosdesk) -> TimelineWithForm:
    """The line of a school with a few things on it."""
    workspace = desk_of(fresh_school).workspace
    profile = workspace.school.profile
    workspace.commit(profile, changed(profile, start="2026H", pace="steady"))
    workspace.add(Milestone("m1", what="Retningen er vår", semester="2027V"))
    workspace.add(Milestone("m2", what="Fire kjernekomponenter", semester="2027V", day="2027-05-12"))
    workspace.add(Milestone("m3", what="Fase 1 begynte", semester="2026H", reached="2026-09-01"))
    workspace.add(Meeting("t1", what="Om retningen", day="2026-12-01"))
    workspace.add(Initiative("i1", name="Ny leseplan", started="2026-08-19"))
    workspace.add(Evaluation("e1", what="Halvårsvurdering", day="2027-01-15"))
    return shown(fresh_school)


def shown(program: Fosdesk) -> TimelineWithForm:
    """The line, shown in the window."""
    page = page_of(program.window, "plan", PlanPage)
    bring_to_front(program.window)
    page.turn_to_part("timeline")
    part = page.part("timeline")
    assert isinstance(part, TimelinePart)
    settle()
    return part.line


def number_of(line: TimelineWithForm, record: str) -> int:
    """The number of an item."""
    return next(n for n, one in enumerate(line.items) if one.record == record)


def drag(line: TimelineWithForm, record: str, to_day: str) -> None:
    """Drag an item by the mouse to where a day is drawn."""
    view = line.view
    place = view.rect_of(number_of(line, record))
    assert place is not None
    start = QPoint(round(place.left() + 9), round(place.top() + 9))
    goal = next(x for x in range(1, view.viewport().width()) if view.day_at(QPoint(x, 0)) >= to_day)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(10, 0), QPoint(goal, start.y())):
        QTest.mouseMove(view.viewport(), at)
        settle()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(goal, start.y()))
    settle()


def test_arrows_walk_along_a_lane_and_between_lanes_and_say_where_one_is(line: TimelineWithForm) -> None:
    line.view.setFocus()
    line.view.show_current(number_of(line, "m3"))
    QTest.keyClick(line.view, Qt.Key.Key_Right)
    assert line.current_id() == "m1"
    said = line.window().property(ANNOUNCED)
    assert said == "Milepæler · Retningen er vår · Vår 2027 · planlagt"
    QTest.keyClick(line.view, Qt.Key.Key_Down)
    assert line.current_id() == "t1"
    QTest.keyClick(line.view, Qt.Key.Key_Right)
    assert line.current_id() == "t1"  # the end of the lane
    QTest.keyClick(line.view, Qt.Key.Key_Down)
    QTest.keyClick(line.view, Qt.Key.Key_Down)
    assert line.current_id() == "e1"


def test_enter_opens_beside_the_line_and_escape_comes_back(line: TimelineWithForm) -> None:
    line.view.setFocus()
    line.view.show_current(number_of(line, "i1"))
    QTest.keyClick(line.view, Qt.Key.Key_Return)
    settle()
    assert line.open_id == "i1"
    assert line.frame.heading.text() == "Satsing"
    QTest.keyClick(line.frame, Qt.Key.Key_Escape)
    assert not line.is_open
    assert line.view.hasFocus()


def test_a_meeting_and_a_phase_open_on_their_pages(line: TimelineWithForm) -> None:
    line.open_item("t1")
    settle()
    assert page_key(line) == "meetings"
    line.open_item("phase:F2")
    assert page_key(line) == "phase:F2"


def page_key(line: TimelineWithForm) -> str:
    """The key of the page that is shown."""
    key = line.desk.window.current_key  # type: ignore[attr-defined]  # of the window
    assert isinstance(key, str)
    return key


def test_a_milestone_is_dragged_to_another_semester_as_one_step(line: TimelineWithForm) -> None:
    drag(line, "m1", "2027-09-20")
    assert line.desk.school.get(Milestone, "m1").semester == "2027H"
    assert line.current_id() == "m1"
    line.desk.workspace.undo()
    assert line.desk.school.get(Milestone, "m1").semester == "2027V"


def test_what_has_a_day_is_dragged_to_a_day(line: TimelineWithForm) -> None:
    drag(line, "m2", "2027-03-01")
    assert line.desk.school.get(Milestone, "m2").day[:7] in ("2027-03", "2027-02")
    assert line.desk.school.get(Milestone, "m2").semester == "2027V"
    drag(line, "e1", "2027-02-01")
    assert line.desk.school.get(Evaluation, "e1").day[:7] in ("2027-02", "2027-01")


def test_what_happened_stays_and_dragging_the_paper_moves_nothing(line: TimelineWithForm) -> None:
    before = line.desk.school.records
    drag(line, "m3", "2027-03-01")
    drag(line, "t1", "2027-03-01")
    assert line.desk.school.records == before


def test_keys_move_a_milestone_by_a_semester_and_a_day_by_a_week(line: TimelineWithForm) -> None:
    line.view.setFocus()
    line.view.show_current(number_of(line, "m1"))
    QTest.keyClick(line.view, Qt.Key.Key_Right, CTRL_SHIFT)
    QTest.keyClick(line.view, Qt.Key.Key_Right, CTRL_SHIFT)
    assert line.desk.school.get(Milestone, "m1").semester == "2028V"
    assert line.window().property(ANNOUNCED) == "Retningen er vår: Vår 2028. Ctrl+Z tar det tilbake."
    line.view.show_current(number_of(line, "e1"))
    QTest.keyClick(line.view, Qt.Key.Key_Left, CTRL_SHIFT)
    assert line.desk.school.get(Evaluation, "e1").day == "2027-01-08"
    line.view.show_current(number_of(line, "t1"))
    QTest.keyClick(line.view, Qt.Key.Key_Left, CTRL_SHIFT)
    assert line.desk.school.get(Meeting, "t1").day == "2026-12-01"


def test_plus_and_minus_zoom_and_home_goes_to_today(line: TimelineWithForm) -> None:
    view = line.view
    view.setFocus()
    wide = view.drawn.width
    QTest.keyClicks(view, "++")
    assert view.drawn.width > wide * 1.5
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_Home)
    left, right = QPoint(round(view.drawn.names_width), 0), QPoint(view.viewport().width(), 0)
    assert view.day_at(left) <= "2026-11-23" <= view.day_at(right)
    QTest.keyClicks(view, "----")
    assert view.zoom == 1.0
    part = line.parentWidget()
    assert part is not None
    press(part, "Semester")
    assert view.zoom > 1.5
    press(part, "Alle år")
    assert view.zoom == 1.0


def turn(view: QWidget, degrees: int, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the drawing while a key is held."""
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    at = QPointF(200, 60)
    QApplication.sendEvent(view, QWheelEvent(at, at, QPoint(0, 0), QPoint(0, degrees), none, held, phase, False))


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_scrolls(line: TimelineWithForm) -> None:
    view = line.view
    turn(view.viewport(), 120, Qt.KeyboardModifier.ControlModifier)
    zoomed = view.zoom
    assert zoomed > 1.0
    turn(view.viewport(), 120, Qt.KeyboardModifier.NoModifier)
    assert view.zoom == zoomed
    turn(view.viewport(), -120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.0


def test_the_main_button_begins_a_milestone_beside_the_line(line: TimelineWithForm) -> None:
    part = line.parentWidget()
    assert isinstance(part, TimelinePart)
    part.begin()
    settle()
    assert line.is_open
    assert line.frame.heading.text() == "Milepæl"


def test_the_line_says_in_words_what_it_shows(line: TimelineWithForm) -> None:
    assert line.view.accessibleName().startswith("Tidslinje fra høst 2026 til")
    assert "milepæler: 3" in line.view.accessibleName().lower()


def test_a_colleagues_line_is_read_and_not_moved(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    window.go("plan", "")
    page = page_of(window, "plan", PlanPage)
    page.turn_to_part("timeline")
    part = page.part("timeline")
    assert isinstance(part, TimelinePart)
    settle()
    ahead = next(one for one in part.line.items if one.lane == "milestones" and not one.happened)
    before = part.desk.school.records
    drag(part.line, ahead.record, "2028-03-01")
    part.line.view.show_current(number_of(part.line, ahead.record))
    QTest.keyClick(part.line.view, Qt.Key.Key_Right, CTRL_SHIFT)
    assert part.desk.school.records == before


def test_the_table_has_every_thing_in_order_and_opens_it(line: TimelineWithForm, fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school.window, "plan", PlanPage)
    page.turn_to_part("timeline_table")
    part = page.part("timeline_table")
    assert isinstance(part, TimelineTablePart)
    settle()
    model = part.table.model()
    rows = [tuple(str(model.index(r, c).data()) for c in range(4)) for r in range(model.rowCount())]
    assert ("Vår 2027", "Retningen er vår", "Milepæler", "planlagt") in rows
    assert ("1. des. 2026", "Om retningen", "Møter", "planlagt") in rows
    assert len(rows) == len(line.items)
    row = next(n for n, one in enumerate(rows) if one[1] == "Om retningen")
    part.table.selectRow(row)
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    settle()
    assert fresh_school.window.current_key == "meetings"


def test_a_school_without_a_day_has_an_empty_line(fresh_school: Fosdesk) -> None:
    profile = desk_of(fresh_school).school.profile
    desk_of(fresh_school).workspace.commit(profile, changed(profile, start=""))
    empty = shown(fresh_school)
    assert empty.items == ()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Plus):
        QTest.keyClick(empty.view, key)
    assert isinstance(desk_of(fresh_school).school.profile, SchoolProfile)
    assert empty.current_id() == ""
