"""A phase opens, closes or opens again: the phase and its note are one step, and nothing has to be filled in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from fosdesk.app import Fosdesk
from fosdesk.domain.records import PhaseState, TransitionNote
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.phase.transition_dialog import TransitionDialog
from tests.ui.acts import button_on, changed, desk_of, press, said_on, settle, take_cursor, wait_until, window_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def opened(
    desk: Desk, occasion: str, *, open_items: tuple[str, ...] = (), late_start: bool = False
) -> TransitionDialog:
    dialog = TransitionDialog(desk, "F1", occasion, desk.window, open_items=open_items, late_start=late_start)
    dialog.open()
    return dialog


def phase(desk: Desk) -> PhaseState:
    return desk.school.get(PhaseState, "phase:F1")


def notes(desk: Desk) -> list[TransitionNote]:
    return list(desk.school.of(TransitionNote))


def test_an_empty_note_is_enough_and_one_undo_takes_both(desk: Desk) -> None:
    dialog = opened(desk, "opens")
    press(dialog, "Åpne fasen")
    assert not dialog.isVisible()
    (note,) = notes(desk)
    assert (phase(desk).opened, note.phase, note.occasion, note.written) == (desk.day(), "F1", "opens", desk.day())
    desk.workspace.undo()
    assert (phase(desk).opened, notes(desk)) == ("", [])


def test_closing_and_opening_again_move_the_phase_and_a_look_back_does_not(desk: Desk) -> None:
    opened(desk, "opens").accept()
    opened(desk, "closes").accept()
    assert phase(desk).closed == desk.day()
    opened(desk, "reopens").accept()
    assert (phase(desk).opened, phase(desk).closed) == (desk.day(), "")
    desk.workspace.commit(phase(desk), changed(phase(desk), opened="2026-02-01", closed="2026-06-01"))
    before = phase(desk)
    looking = opened(desk, "retrospective")
    looking.texts["why"].setPlainText("Vi ser tilbake")
    looking.accept()
    assert phase(desk) == before
    assert {note.occasion for note in notes(desk)} == {"opens", "closes", "reopens", "retrospective"}


def test_a_day_that_is_none_is_told_and_nothing_is_lost(desk: Desk) -> None:
    dialog = opened(desk, "opens")
    dialog.day.setText("i fjor sommer")
    dialog.texts["why"].setPlainText("Vi er klare.")
    dialog.accept()
    assert dialog.isVisible()
    assert "Skriv datoen med dag, måned og år" in said_on(dialog)
    assert dialog.texts["why"].toPlainText() == "Vi er klare."
    assert (phase(desk).opened, notes(desk)) == ("", [])
    dialog.day.setText("1.2.2026")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (phase(desk).opened, notes(desk)[0].why) == ("2026-02-01", "Vi er klare.")


def test_what_was_written_is_there_again_until_it_is_kept(desk: Desk) -> None:
    dialog = opened(desk, "opens")
    dialog.texts["why"].setPlainText("Vi er klare.")
    press(dialog, "Avbryt")
    assert notes(desk) == []
    assert opened(desk, "closes").texts["why"].toPlainText() == "", "another occasion is another note"
    again = opened(desk, "opens")
    assert again.texts["why"].toPlainText() == "Vi er klare."
    again.accept()
    assert opened(desk, "opens").texts["why"].toPlainText() == ""


def test_open_items_are_told_and_go_into_the_note_when_one_wants(desk: Desk) -> None:
    dialog = opened(desk, "closes", open_items=("Les <b>planen</b>", "Møt elevrådet"))
    dialog.texts["still_open"].setPlainText("Noe mer")
    press(dialog, "Legg dem i notatet")
    assert dialog.texts["still_open"].toPlainText() == "Noe mer\n– Les <b>planen</b>\n– Møt elevrådet"
    assert not dialog.bring.isEnabled(), "once is enough"


@pytest.mark.parametrize(("key", "occasion"), [("retrospective", "retrospective"), ("opens", "opens")])
def test_whoever_starts_late_may_look_back_instead(desk: Desk, key: str, occasion: str) -> None:
    dialog = opened(desk, "opens", late_start=True)
    assert dialog.kind is not None
    assert dialog.kind.value == "retrospective"
    if key != "retrospective":
        dialog.kind.chip(key).click()
    dialog.accept()
    assert notes(desk)[0].occasion == occasion
    assert phase(desk).opened == desk.day(), "the phase is open either way"


def test_why_nothing_happens_is_in_view_whatever_was_scrolled(desk: Desk) -> None:
    window_of(desk).resize(640, 420)
    dialog = opened(desk, "closes", open_items=("Les planen",))
    settle()
    dialog.day.setText("i fjor sommer")
    take_cursor(dialog.texts["still_open"])
    (area,) = dialog.findChildren(QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert dialog.day.visibleRegion().isEmpty()
    QTest.keyClick(dialog.texts["still_open"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (said,) = (label for label in dialog.findChildren(QLabel) if label.text().startswith("Skriv datoen"))
    wait_until(lambda: said.visibleRegion().boundingRect() == said.rect())
    assert dialog.day.hasFocus(), "where it can be put right"


def test_who_cancels_is_told_that_the_text_stays(desk: Desk) -> None:
    kept = "Teksten ligger her til neste gang om dere avbryter."
    dialog = opened(desk, "opens")
    assert kept not in said_on(dialog), "there is none"
    QTest.keyClicks(dialog.texts["why"], "Vi er klare.")
    assert kept in said_on(dialog)
    press(dialog, "Avbryt")
    again = opened(desk, "opens")
    assert kept in said_on(again)
    QTest.keyClick(again.texts["why"], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(again.texts["why"], Qt.Key.Key_Delete)
    assert kept not in said_on(again)
    assert desk.edits.drafts == {}


@pytest.mark.parametrize("size", [(640, 420), (911, 512), (1366, 728)])
@pytest.mark.parametrize("occasion", ["opens", "closes", "reopens", "retrospective"])
def test_what_keeps_and_what_cancels_is_always_whole_in_the_window(
    desk: Desk, occasion: str, size: tuple[int, int]
) -> None:
    window_of(desk).resize(*size)
    dialog = opened(desk, occasion, open_items=("Les planen",), late_start=occasion == "opens")
    dialog.texts["why"].setPlainText("Vi er klare.\n" * 30)
    settle()
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    for one in (dialog.act, button_on(dialog, "Avbryt")):
        assert one.visibleRegion().boundingRect() == one.rect(), one.text()
        assert one.width() >= one.sizeHint().width(), one.text()
