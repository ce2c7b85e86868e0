"""The days of a phase: reopening keeps the first one, the day that is typed counts, and looking back moves nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import PhaseState, TransitionNote
from fosdesk.ui.phase.transition_dialog import TransitionDialog
from tests.ui.acts import desk_of

CLOSED = PhaseState("phase:F1", opened="2026-01-10", closed="2026-06-01")


def test_a_phase_that_opens_again_keeps_the_day_on_which_it_was_opened(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit(None, CLOSED)
    TransitionDialog(desk, "F1", "reopens", fresh_school.window).accept()
    assert desk.school.get(PhaseState, "phase:F1") == PhaseState("phase:F1", opened="2026-01-10")


def test_looking_back_leaves_the_phase_as_it_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit(None, CLOSED)
    school = desk.school
    TransitionDialog(desk, "F1", "retrospective", fresh_school.window).accept()
    assert desk.school is school, "a look back without a word leaves nothing behind"
    dialog = TransitionDialog(desk, "F1", "retrospective", fresh_school.window)
    dialog.texts["carried_on"].setPlainText("Møtene")
    dialog.accept()
    assert desk.school.get(PhaseState, "phase:F1") == CLOSED
    assert [note.occasion for note in desk.school.of(TransitionNote)] == ["retrospective"]


def test_the_day_that_is_typed_counts_and_control_enter_does_the_act(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    dialog = TransitionDialog(desk, "F1", "opens", fresh_school.window)
    dialog.open()
    dialog.day.setText("1.9.2026")
    QTest.keyClick(dialog.texts["why"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert desk.school.get(PhaseState, "phase:F1").opened == "2026-09-01"
    assert [note.written for note in desk.school.of(TransitionNote)] == ["2026-09-01"]


def test_open_items_are_added_to_what_is_written_already(fresh_school: Fosdesk) -> None:
    dialog = TransitionDialog(desk_of(fresh_school), "F1", "closes", fresh_school.window, open_items=("Én", "To"))
    dialog.texts["still_open"].setPlainText("Tid til å lese")
    dialog.bring.click()
    assert dialog.texts["still_open"].toPlainText().splitlines() == ["Tid til å lese", "– Én", "– To"]
    dialog.texts["still_open"].clear()
