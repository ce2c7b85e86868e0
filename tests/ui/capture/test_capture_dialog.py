"""The window of one line: what Enter, Ctrl+Enter and Escape do, what is pasted, and the days that are recognised."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Captured
from fosdesk.ui.capture.capture_dialog import CaptureDialog
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.program import Start
from tests.ui.acts import bring_to_front, desk_of, page_of, said_on, settle
from tests.ui.window.lists import fill_disk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEN = "\n".join(f"•\tTanke {n}" for n in range(1, 11))


def opened(program: Fosdesk) -> CaptureDialog:
    """The window, opened by its key."""
    bring_to_front(program.window)
    QTest.keyClick(program.window, Qt.Key.Key_N, CONTROL | SHIFT)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CaptureDialog)
    bring_to_front(dialog)
    assert dialog.line.hasFocus()
    return dialog


def paste(dialog: CaptureDialog, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(dialog.line, Qt.Key.Key_V, CONTROL)
    settle()


def noted(program: Fosdesk) -> list[tuple[str, str]]:
    """Texts and days of the unsorted lines, in their order."""
    return [(one.text, one.day) for one in desk_of(program).school.of(Captured)]


def chips(dialog: CaptureDialog) -> list[QPushButton]:
    settle()
    return [one for one in dialog.chips.findChildren(QPushButton) if one.isVisibleTo(dialog)]


def test_enter_stores_one_line_and_closes(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Ring PPT om rommet")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    assert noted(fresh_school) == [("Ring PPT om rommet", "")]
    assert not dialog.isVisible()
    assert "Ring PPT" not in fresh_school.window._said.text()
    assert opened(fresh_school).line.toPlainText() == ""


def test_control_enter_stores_and_stays_for_the_next(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    for thought in ("Ring PPT", "Takk SFO"):
        QTest.keyClicks(dialog.line, thought)
        QTest.keyClick(dialog.line, Qt.Key.Key_Return, CONTROL)
        settle()
        assert dialog.isVisible()
        assert dialog.line.toPlainText() == ""
        assert dialog.line.hasFocus()
    assert noted(fresh_school) == [("Ring PPT", ""), ("Takk SFO", "")]
    assert "Notert: 2" in said_on(dialog)


def test_nothing_is_stored_for_nothing(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    label = desk_of(fresh_school).workspace.undo_label()
    QTest.keyClicks(dialog.line, "   ")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    assert not dialog.isVisible()
    assert noted(fresh_school) == []
    assert desk_of(fresh_school).workspace.undo_label() == label


def test_escape_keeps_the_text_as_a_draft_through_language_and_the_next_start(
    fresh_school: Fosdesk, started: Start
) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Ring PPT")
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    settle()
    assert noted(fresh_school) == []
    assert opened(fresh_school).line.toPlainText() == "Ring PPT"
    dialog = QApplication.activeModalWidget()  # type: ignore[assignment]
    dialog.reject()
    settle()
    page_of(fresh_school.window, "settings", SettingsPage).languages.chosen.emit("nn")
    settle()
    dialog = opened(fresh_school)
    assert dialog.line.toPlainText() == "Ring PPT"
    dialog.reject()
    settle()
    assert fresh_school.window.close(), "it is kept, so that nobody need be asked"
    again = started(fresh_school.folder)
    dialog = opened(again)
    assert dialog.line.toPlainText() == "Ring PPT"
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    assert noted(again) == [("Ring PPT", "")]
    assert opened(again).line.toPlainText() == ""


def test_what_is_being_typed_when_the_session_ends_is_there_again(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Ring PPT")
    left = fresh_school.window.edits.left_over()
    assert [dict(draft.texts) for draft in left.values()] == [{"typed": "Ring PPT"}]


def test_ten_pasted_lines_become_ten_in_one_step(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    paste(dialog, TEN + "\n\n")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    assert noted(fresh_school) == [(f"Tanke {n}", "") for n in range(1, 11)]
    fresh_school.window.undo()
    assert noted(fresh_school) == []
    fresh_school.window.redo()
    assert len(noted(fresh_school)) == 10
    desk_of(fresh_school).workspace.reload()
    assert [text for text, _ in noted(fresh_school)] == [f"Tanke {n}" for n in range(1, 11)]


def test_a_long_line_is_never_cut(fresh_school: Fosdesk) -> None:
    long = "Ring PPT " * 12_000
    dialog = opened(fresh_school)
    paste(dialog, long)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    settle()
    assert noted(fresh_school) == [(long.strip(), "")]


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [("x" * 200_001, "tegn lang"), ("Tanke\n" * 501, "501 linjer")],
)
def test_what_cannot_be_kept_stays_with_one_sentence(fresh_school: Fosdesk, pasted: str, sentence: str) -> None:
    dialog = opened(fresh_school)
    paste(dialog, pasted)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert sentence in said_on(dialog)
    assert dialog.isVisible()
    assert dialog.line.toPlainText() == pasted
    assert noted(fresh_school) == []


def test_a_full_disk_leaves_the_line_where_it_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    dialog = opened(fresh_school)
    paste(dialog, "x" * 150_000)
    fill_disk(desk)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert "ikke mer plass på disken" in said_on(dialog)
    assert len(dialog.line.toPlainText()) == 150_000
    fill_disk(desk, full=False)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert len(noted(fresh_school)) == 1


def test_a_recognised_day_is_a_chip_and_is_stored_with_the_whole_text(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Ring PPT neste tysdag")
    (chip,) = chips(dialog)
    assert chip.text() == "«neste tysdag» er tirsdag 1. desember 2026  ×"
    assert "La «neste tysdag» være tekst" in chip.accessibleName()
    assert dialog.line.accessibleDescription() == "«neste tysdag» er tirsdag 1. desember 2026"
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert noted(fresh_school) == [("Ring PPT neste tysdag", "2026-12-01")]


def test_a_chip_turns_back_into_text_by_keyboard(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Spør tirsdag, ferdig før jul")
    (chip,) = chips(dialog)
    assert "«tirsdag»" in chip.text()
    QTest.keyClick(dialog.line, Qt.Key.Key_Tab)
    assert chip.hasFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert dialog.line.hasFocus()
    (chip,) = chips(dialog)
    assert "«før jul»" in chip.text(), "the next day that the line names"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chips(dialog) == []
    QTest.keyClicks(dialog.line, ".")
    assert chips(dialog) == []
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert noted(fresh_school) == [("Spør tirsdag, ferdig før jul.", "")]


def test_each_pasted_line_has_its_own_day(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    paste(dialog, "Ring PPT innen 15.12\nTakk SFO\nEvaluer uke 50")
    assert len(chips(dialog)) == 2
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert [day for _, day in noted(fresh_school)] == ["2026-12-15", "", "2026-12-11"]


@pytest.mark.parametrize("days", ["før jul", "innen 15.12, men ikke", "uke 50"])
def test_chips_have_room_below_the_text(fresh_school: Fosdesk, days: str) -> None:
    dialog = opened(fresh_school)
    for count in range(1, 9):
        dialog.line.setPlainText("\n".join(f"Tanke {n} {days}" for n in range(count)))
        made = chips(dialog)
        assert len(made) == count
        assert dialog.chips.y() >= dialog.line.y() + dialog.line.height()
        lowest = max(one.y() + one.height() for one in made)
        assert lowest <= dialog.chips.height()
        assert dialog.chips.y() + dialog.chips.height() <= dialog.keep.y()
        assert dialog.keep.y() + dialog.keep.height() <= dialog.height()


def test_it_warns_of_what_may_be_about_a_pupil(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Elev 3B Ola trenger hjelp")
    assert "Skriv helst ingenting om elever her" in said_on(dialog)


def test_the_history_names_the_kind_and_not_the_text_at_the_foot(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school)
    QTest.keyClicks(dialog.line, "Ring PPT")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    page_of(fresh_school.window, "history", StoragePage)
    foot = fresh_school.window._steps
    assert "usortert linje" in said_on(foot)
    assert "Ring PPT" not in said_on(foot)
