"""The phase pages, in the real window: opening and closing, names, thoughts, notes and the two tracks."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from fosdesk.app import Fosdesk
from fosdesk.domain.records import PhaseFrame, PhaseState, Reflection, TransitionNote
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.phase.phase_page import PhasePage
from fosdesk.ui.phase.phase_talk import QuestionsPanel
from tests.program import Start
from tests.ui.acts import desk_of, journal_in, open_beside, said_on, settle
from tests.ui.phase_window import answer, choose, page_of, row_of, shown_order, type_here

# -- phases


def test_opening_and_closing_a_phase_is_one_step_each(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school, "F1")
    page.transition.click()
    page.dialog.texts["why"].setPlainText("Personalet er klart.")
    page.dialog.act.click()
    assert desk.school.get(PhaseState, "phase:F1").opened == desk.day()
    (note,) = desk.school.of(TransitionNote)
    assert (note.phase, note.occasion, note.written, note.why) == ("F1", "opens", desk.day(), "Personalet er klart.")
    assert desk.words("Under way since {date}", date=desk.words.date(desk.day())) in page.lead.text()
    fresh_school.window.undo()
    assert not desk.school.get(PhaseState, "phase:F1").is_open
    assert desk.school.of(TransitionNote) == ()
    fresh_school.window.redo()
    page_of(fresh_school, "F2").transition.click()
    page_of(fresh_school, "F2").dialog.accept()
    assert all(desk.school.get(PhaseState, f"phase:{one}").is_open for one in ("F1", "F2"))
    page = page_of(fresh_school, "F1")
    page.transition.click()
    page.dialog.bring.click()
    page.dialog.accept()
    assert desk.school.get(PhaseState, "phase:F1").closed == desk.day()
    closing = next(n for n in desk.school.of(TransitionNote) if n.occasion == "closes")
    keys = [item.text for item in page.phase.items if item.key]
    assert closing.still_open.splitlines() == [f"– {key}" for key in keys]
    choose(row_of(page, "answer:F1-01"), "done")
    assert answer(fresh_school, "F1-01").status == "done", "a closed phase locks nothing"
    page.transition.click()
    page.dialog.accept()
    assert desk.school.get(PhaseState, "phase:F1").is_open
    assert len(page.notes.notes()) == 3


def test_words_in_a_transition_that_was_called_off_come_back(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    page.transition.click()
    page.dialog.texts["carried_on"].setPlainText("Halvferdig tanke")
    QTest.keyClick(page.dialog, Qt.Key.Key_Escape)
    assert desk_of(fresh_school).school.of(TransitionNote) == ()
    page.transition.click()
    assert page.dialog.texts["carried_on"].toPlainText() == "Halvferdig tanke"
    page.dialog.day.setText("32. mai")
    page.dialog.accept()
    assert page.dialog.isVisible()
    assert page.dialog.texts["carried_on"].toPlainText() == "Halvferdig tanke"
    page.dialog.day.setText("1.9.2026")
    page.dialog.accept()
    (note,) = desk_of(fresh_school).school.of(TransitionNote)
    assert (note.written, note.carried_on) == ("2026-09-01", "Halvferdig tanke")


def test_starting_in_phase_four_offers_to_look_back(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F4")
    page.transition.click()
    assert page.dialog.kind is not None
    page.dialog.texts["why"].setPlainText("Vi har holdt på siden 2019.")
    page.dialog.accept()
    (note,) = desk_of(fresh_school).school.of(TransitionNote)
    assert note.occasion == "retrospective"
    assert desk_of(fresh_school).school.get(PhaseState, "phase:F4").is_open


def test_phase_four_has_no_end_but_a_rhythm_of_looks_back(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school, "F4")
    page.transition.click()
    page.dialog.accept()
    for typed in ("Første blikk", "Andre blikk"):
        assert page.transition.text() == desk.words("Look back")
        page.transition.click()
        page.dialog.texts["carried_on"].setPlainText(typed)
        page.dialog.accept()
    assert desk.school.get(PhaseState, "phase:F4").is_open
    looks = [note for note in page.notes.notes() if note.carried_on]
    assert {note.occasion for note in looks} == {"retrospective"}
    assert "Første blikk" in said_on(page.notes)
    assert "Andre blikk" in said_on(page.notes)


def test_a_transition_note_can_be_edited_at_the_foot(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F3")
    page.transition.click()
    page.dialog.accept()
    (note,) = desk_of(fresh_school).school.of(TransitionNote)
    page.show_record(note.id)
    assert page.notes.form is not None
    why = page.notes.form.editors["why"]
    why.take_cursor()
    QTest.keyClicks(as_widget(why.editor), "Fordi gruppen er samlet.")
    fresh_school.window.go("overview", "")
    (note,) = desk_of(fresh_school).school.of(TransitionNote)
    assert note.why == "Fordi gruppen er samlet."


def test_a_phase_gets_a_name_of_its_own_and_its_key_stays(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    before = page.title.text()
    page.rename.click()
    type_here("Hvor vil vi?", Qt.Key.Key_Return)
    assert page.title.text() == "Hvor vil vi?"
    assert before in page.lead.text()
    assert fresh_school.window.current_key == "phase:F2"
    fresh_school.window.undo()
    assert page.title.text() == before


def test_thoughts_on_a_question_are_kept(started: Start, fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    page.show_record("reflection:F1-1")
    type_here("To av ti")
    fresh_school.window.go("overview", "")
    assert desk_of(fresh_school).school.get(Reflection, "reflection:F1-1").text == "To av ti"
    assert isinstance(page.questions.inside, QuestionsPanel)
    page.questions.click()
    assert not page.questions.inside.isVisible()


def test_tracks_stand_side_by_side_only_where_there_is_room(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    page = page_of(fresh_school, "F2")
    window.resize(1366, 728)
    QApplication.processEvents()
    first, second = page.lists
    assert first.mapTo(page, first.rect().topLeft()).y() == second.mapTo(page, second.rect().topLeft()).y()
    window.resize(910, 512)
    settle()
    assert second.mapTo(page, second.rect().topLeft()).y() >= first.mapTo(page, first.rect().bottomLeft()).y()
    sheet = page.scroller.widget()
    assert sheet is not None
    assert sheet.width() == page.scroller.viewport().width(), "nothing is cut at the right edge"


def test_tab_goes_from_status_to_words_and_into_the_open_item(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    page.show_record("answer:F1-02")
    row = row_of(page, "answer:F1-02")
    assert row.details is not None
    row.status.setFocus()
    visited = []
    for _ in range(16):
        type_here("", Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited[0] is row.heading
    assert as_widget(row.details.editors["how"].editor) in visited
    assert as_widget(row.details.editors["responsible"].editor) in visited
    assert row_of(page, "answer:F1-03").status in visited


def test_a_colleagues_school_is_only_read(fresh_school: Fosdesk, example_store: Path) -> None:
    window = open_beside(fresh_school, journal_in(example_store))
    window.go("phase:F2", "answer:F2-01")
    page = window.page("phase:F2")
    assert isinstance(page, PhasePage)
    for act in (page.lists[0].add, page.transition, page.rename):
        assert not act.isVisible()
    row = row_of(page, "answer:F2-01")
    assert row.details is not None
    how = row.details.editors["how"].editor
    assert isinstance(how, QPlainTextEdit)
    assert how.isReadOnly()
    assert not row.status.isEnabled()
    QTest.keyClick(row.heading, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown_order(page)[0] == "answer:F2-01"


def test_a_part_that_may_be_left_out_says_so_until_it_is_begun(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school, "F0"), desk_of(fresh_school)
    said = said_on(page)
    assert "Ingenting senere er avhengig av denne delen." in said
    assert said.count("valgfri") <= 2, "told once; the label and its accessible name have the same words"
    desk.workspace.add(PhaseState("phase:F0", opened="2026-11-02"))
    assert "Ingenting senere" not in said_on(page)


def test_the_frame_of_a_phase_has_its_place_and_is_led_to(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    page = page_of(fresh_school, "F3")
    assert not page.frame.is_open
    go_to_record(desk, "phase_frame:F3")
    settle()
    assert (window.current_key, page.frame.is_open) == ("phase:F3", True)
    assert "Historikk" not in said_on(page.frame.inside or page), "nothing is stored by looking"
    window.go_to_field("phase_frame:F3", "time_frame")
    type_here("Ett skoleår, for gruppen er ny.")
    assert desk.release()
    assert desk.school.get(PhaseFrame, "phase_frame:F3").time_frame == "Ett skoleår, for gruppen er ny."
    assert "Historikk" in said_on(page.frame.inside or page)
    window.undo()
    assert desk.school.of(PhaseFrame) == ()
