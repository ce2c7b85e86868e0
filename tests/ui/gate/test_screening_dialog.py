"""A hundred entries are decided in a row with the keyboard alone, each with its reason."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import decision_of, reasons_by_entry
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.gate.screening_dialog import ScreeningDialog
from tests.ui.acts import desk_of, said_on, settle
from tests.ui.gate_log import GateLog, gate_log

MANY = 100


def screening(program: Fosdesk, many: int) -> tuple[GateLog, ScreeningDialog]:
    """Entries to go through, and the dialog as it is opened by keyboard."""
    desk = desk_of(program)
    made = [GateEntry(f"g{n:03}", what=f"Innspill {n}", came=f"2026-10-{1 + n % 28:02}") for n in range(many)]
    desk.workspace.commit_all([(None, one) for one in made], "create")
    page = gate_log(program.window)
    settle()
    page.part.go_through.setFocus()
    QTest.keyClick(page.part.go_through, Qt.Key.Key_Space)
    settle()
    assert page.part.screening is not None
    return page, page.part.screening


def press(*keys: Qt.Key | str) -> None:
    """Press keys where the cursor is."""
    for key in keys:
        cursor = QApplication.focusWidget()
        assert cursor is not None
        if isinstance(key, str):
            QTest.keyClicks(cursor, key)
        else:
            QTest.keyClick(cursor, key)


def test_a_hundred_in_a_row_without_the_mouse(fresh_school: Fosdesk) -> None:
    page, dialog = screening(fresh_school, MANY)
    desk = desk_of(fresh_school)
    ids = [*dialog._ids]
    assert len(ids) == MANY
    for n in range(MANY):
        assert dialog.entry_id == ids[n]
        press("1234"[n % 4], "q")
        if n == 0:
            press("n", "for dyrt", Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
    entries = [desk.school.get(GateEntry, one) for one in ids]
    assert [decision_of(one) for one in entries[:4]] == ["admitted", "adapted", "parked", "kept_out"]
    assert all(one.decision and one.signed_by == "principal" and one.signed for one in entries)
    reasons = reasons_by_entry(desk.school)
    assert all(reasons[one] for one in ids)
    assert "for dyrt" in reasons[ids[0]]
    assert "Dette er det siste." in said_on(dialog)
    press(Qt.Key.Key_Escape)
    settle()
    assert page.part.screening is None
    assert not page.part.go_through.isVisible()


def test_a_reason_that_was_given_is_offered_to_the_next_one(fresh_school: Fosdesk) -> None:
    _, dialog = screening(fresh_school, 2)
    press("4", "n", "Passer ikke nå", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert "Q  Passer ikke nå" in said_on(dialog)
    press("q")
    assert reasons_by_entry(desk_of(fresh_school).school)[dialog.entry_id] == ["Passer ikke nå"]
    press("q")
    assert dialog.entry_id not in reasons_by_entry(desk_of(fresh_school).school), "the key once more takes it away"


def test_focus_looks_a_day_and_undo_by_keyboard(fresh_school: Fosdesk) -> None:
    _, dialog = screening(fresh_school, 2)
    desk = desk_of(fresh_school)
    press("f", "3")
    assert desk.school.get(GateEntry, dialog.entry_id).outside_focus
    cursor = QApplication.focusWidget()
    assert cursor is not None
    QTest.keyClick(cursor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decision_of(desk.school.get(GateEntry, dialog.entry_id)) == "undecided"
    press("3", "d", "1.3.2027", Qt.Key.Key_Escape)
    assert desk.school.get(GateEntry, dialog.entry_id).revisit == "2027-03-01"
    assert QApplication.focusWidget() is dialog.ground
    press("l")
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert dialog.looks[0].isAncestorOf(cursor)
    press(Qt.Key.Key_Escape, Qt.Key.Key_Left)
    assert "Dette er det første." in said_on(dialog)


def test_undo_takes_back_nothing_that_was_done_before_going_through(fresh_school: Fosdesk) -> None:
    _, dialog = screening(fresh_school, 2)
    desk, there = desk_of(fresh_school), len(desk_of(fresh_school).school.of(GateEntry))
    press("3")
    for _ in range(4):
        cursor = QApplication.focusWidget()
        assert cursor is not None
        QTest.keyClick(cursor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decision_of(desk.school.get(GateEntry, dialog.entry_id)) == "undecided"
    assert len(desk.school.of(GateEntry)) == there


def test_leaving_keeps_a_reason_that_is_typed(fresh_school: Fosdesk) -> None:
    _, dialog = screening(fresh_school, 1)
    entry = dialog.entry_id
    press("4", "n", "halvskrevet")
    dialog.close()
    settle()
    assert reasons_by_entry(desk_of(fresh_school).school)[entry] == ["halvskrevet"]


def test_it_is_no_wider_than_a_small_screen_and_nothing_in_it_is_cut(fresh_school: Fosdesk) -> None:
    fresh_school.window.resize(911, 485)  # 1366×728 at 150 %
    _, dialog = screening(fresh_school, 3)
    assert dialog.width() <= 911
    for field in (*dialog.looks, dialog.revisit):
        assert field.mapTo(dialog, field.rect().topRight()).x() < dialog.width()
        assert field.mapTo(dialog, field.rect().bottomLeft()).y() < dialog.leave.mapTo(dialog, QPoint()).y()
    date = as_widget(dialog.revisit.editor)
    assert isinstance(date, QLineEdit)
    assert date.fontMetrics().horizontalAdvance(date.placeholderText()) + 40 < date.width()
    heading = dialog.title.mapTo(dialog.ground, dialog.title.rect().topLeft())
    assert heading.x() >= 8, "its words stand clear of the ring around them"
