"""The checklist of a phase, in the real window: ticking, writing, own items, order and hiding."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from fosdesk.app import Fosdesk
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit
from fosdesk.domain.records import Answer, OwnItem
from fosdesk.store import Store
from fosdesk.ui.forms.editors import LongEditor, as_widget
from fosdesk.ui.phase.checklist_row import ChecklistRow
from tests.program import Start
from tests.ui.acts import bring_to_front, desk_of, said_on, take_cursor, wait_until
from tests.ui.phase_window import answer, choose, page_of, row_of, shown_order, type_here
from tests.ui.window.lists import close_store

# -- ticking and writing


def test_every_item_of_the_framework_has_its_row(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    found = []
    for phase in desk.framework.phases:
        page = page_of(fresh_school, phase.id)
        found += [row.line.record_id for one in page.lists for row in one.rows.values() if row.isVisible()]
    assert sorted(found) == sorted(f"answer:{item.id}" for item in desk.framework.items)
    assert len(found) == 76


def test_a_chosen_status_is_there_after_a_new_start(started: Start, fresh_school: Fosdesk) -> None:
    row = row_of(page_of(fresh_school, "F1"), "answer:F1-06")
    choose(row, "done")
    assert answer(fresh_school, "F1-06").status == "done"
    assert answer(fresh_school, "F1-06").answered == desk_of(fresh_school).framework.version
    folder = fresh_school.folder
    fresh_school.window.close()
    again = started(folder)
    assert row_of(page_of(again, "F1"), "answer:F1-06").status.value() == "done"


def test_quick_ticking_loses_nothing(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    rows = [row for one in page.lists for row in one.rows.values()]
    assert len(rows) == 20
    statuses = ["done", "in_progress", "other_way", "not_applicable"]
    for number, row in enumerate(rows):
        choose(row, statuses[number % 4])
    kept = {row.line.record_id: row.line.status for row in rows}
    written = {one.id: one.status for one in desk_of(fresh_school).school.of(Answer)}
    assert kept == written
    assert set(written.values()) == set(statuses)


def test_another_way_asks_kindly_for_a_reason_and_waits_for_none(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    row = row_of(page, "answer:F2-12")
    choose(row, "other_way")
    assert row.details is not None
    assert as_widget(row.details.editors["reason"].editor).isVisible()
    assert QApplication.focusWidget() is as_widget(row.details.editors["how"].editor)
    assert answer(fresh_school, "F2-12").status == "other_way"
    other = row_of(page, "answer:F2-13")
    choose(other, "not_applicable")
    type_here("PPT har ikke kapasitet i vår", Qt.Key.Key_Return)
    assert answer(fresh_school, "F2-12") == Answer(
        "answer:F2-12", status="other_way", answered=desk_of(fresh_school).framework.version
    )
    assert answer(fresh_school, "F2-13").reason == "PPT har ikke kapasitet i vår"
    assert not row.is_open, "only one item is open at a time"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_typing_on_after_choosing_a_status_is_written_where_it_was_done(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    row = row_of(page, "answer:F1-06")
    pick(row, down=2, closing=Qt.Key.Key_Return)
    assert (answer(fresh_school, "F1-06").status, row.is_open) == ("done", True)
    type_here("I mai avklarte vi hva tiden rekker til.", Qt.Key.Key_Tab)
    kept = answer(fresh_school, "F1-06")
    assert (kept.status, kept.how, kept.reason) == ("done", "I mai avklarte vi hva tiden rekker til.", "")
    page.show_record("answer:F1-07")
    pick(row, down=-1, closing=Qt.Key.Key_Return)
    type_here(" I juni tok vi det opp igjen.", Qt.Key.Key_Tab)
    kept = answer(fresh_school, "F1-06")
    assert kept.how == "I mai avklarte vi hva tiden rekker til. I juni tok vi det opp igjen."
    assert kept.status == "in_progress"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_after_not_for_us_the_cursor_waits_in_why(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    row = row_of(page, "answer:F1-06")
    pick(row, down=4, closing=Qt.Key.Key_Return)
    type_here("Ikke hos oss i år", Qt.Key.Key_Return)
    kept = answer(fresh_school, "F1-06")
    assert (kept.status, kept.how, kept.reason) == ("not_applicable", "", "Ikke hos oss i år")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_choosing_the_same_status_again_leads_to_its_text_and_writes_nothing(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    row = row_of(page, "answer:F1-06")
    pick(row, down=2, closing=Qt.Key.Key_Return)
    page.show_record("answer:F1-07")
    assert not row.is_open
    before = desk_of(fresh_school).school
    pick(row, down=0, closing=Qt.Key.Key_Return)
    assert row.details is not None
    assert QApplication.focusWidget() is as_widget(row.details.editors["how"].editor)
    assert desk_of(fresh_school).school is before


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_cursor_stays_where_nothing_was_chosen_by_act(fresh_school: Fosdesk) -> None:
    page, workspace = page_of(fresh_school, "F1"), desk_of(fresh_school).workspace
    row = row_of(page, "answer:F1-06")
    pick(row, down=3, closing=Qt.Key.Key_Escape)
    assert (answer(fresh_school, "F1-06"), row.is_open) == (Answer("answer:F1-06"), False)
    there = QApplication.focusWidget()
    workspace.commit(Answer("answer:F1-06"), Answer("answer:F1-06", status="done"))
    assert (row.status.value(), row.is_open, QApplication.focusWidget()) == ("done", False, there)
    pick(row, down=-2, closing=Qt.Key.Key_Return)
    assert answer(fresh_school, "F1-06").status == "not_started"
    assert not row.is_open, "where nothing has begun, there is nothing to tell"


def test_where_a_chosen_status_cannot_be_stored_the_stored_one_is_shown(fresh_school: Fosdesk) -> None:
    row = row_of(page_of(fresh_school, "F1"), "answer:F1-06")
    close_store(desk_of(fresh_school))
    choose(row, "done")
    close_store(desk_of(fresh_school), closed=False)
    assert (row.status.value(), row.is_open) == ("", False)
    assert answer(fresh_school, "F1-06").status == ""


def pick(row: ChecklistRow, *, down: int, closing: Qt.Key) -> None:
    """Open the list of statuses, go down (or up) in it, and press a key there."""
    take_cursor(row.status)
    QTest.keyClick(row.status, Qt.Key.Key_Space)
    QApplication.processEvents()
    view = row.status.view()
    for _ in range(abs(down)):
        QTest.keyClick(view, Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)
    QTest.keyClick(view, closing)
    wait_until(lambda: QApplication.activePopupWidget() is None)
    bring_to_front(row.window())  # where there is no real screen, it does not get the keyboard back by itself


def test_a_very_long_text_with_markup_and_signs_is_kept_as_text(started: Start, fresh_school: Fosdesk) -> None:
    start = "<b>Fet</b> & <img src='x'> 🎈 شكرا\n"
    written = (start + "Vi snakket om det på tre fellestider. " * 6_000)[:200_000].rstrip()
    page = page_of(fresh_school, "F1")
    page.show_record("answer:F1-05")
    row = row_of(page, "answer:F1-05")
    assert row.details is not None
    how = row.details.editors["how"]
    assert isinstance(how.editor, QPlainTextEdit)
    how.editor.setPlainText(written)
    how.commit()
    assert answer(fresh_school, "F1-05").how == written
    assert answer(fresh_school, "F1-05").answered == desk_of(fresh_school).framework.version
    folder = fresh_school.folder
    fresh_school.window.close()
    again = page_of(started(folder), "F1")
    closed = row_of(again, "answer:F1-05")
    assert closed.heading.accessibleName().count("<b>Fet</b> & <img src='x'> 🎈") == 1
    again.show_record("answer:F1-05")
    assert closed.details is not None
    editor = closed.details.editors["how"].editor
    assert isinstance(editor, LongEditor)
    assert editor.toPlainText() == written


def test_a_text_that_is_too_long_keeps_its_item_open(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    page.show_record("answer:F1-05")
    row = row_of(page, "answer:F1-05")
    assert row.details is not None
    how = row.details.editors["how"].editor
    assert isinstance(how, QPlainTextEdit)
    how.setPlainText("ord " * 50_001)
    row.heading.click()
    row_of(page, "answer:F1-06").heading.click()
    assert row.is_open
    assert len(how.toPlainText()) == 200_004
    assert "200" in said_on(row.details)


def test_what_is_typed_in_an_open_item_is_saved_when_it_is_left(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    row_of(page, "answer:F1-01").heading.click()
    details = row_of(page, "answer:F1-01").details
    assert details is not None
    how = details.editors["how"]
    how.take_cursor()
    QTest.keyClicks(as_widget(how.editor), "Vi spurte alle først.")
    fresh_school.window.go("overview", "")
    assert answer(fresh_school, "F1-01").how == "Vi spurte alle først."
    page = page_of(fresh_school, "F1")
    assert details.editors["how"].isVisible()
    QTest.keyClick(as_widget(how.editor), Qt.Key.Key_Escape)
    row = row_of(page, "answer:F1-01")
    assert not row.is_open
    assert "Vi spurte alle først." in row.heading.accessibleName()


def test_the_suggested_responsible_is_one_click_away(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    page.show_record("answer:F1-06")
    details = row_of(page, "answer:F1-06").details
    assert details is not None
    assert details.take is not None
    assert details.take.isVisible()
    details.take.click()
    assert answer(fresh_school, "F1-06").responsible == "Rektor"
    assert details.editors["responsible"].editor.value() == "Rektor"
    assert not details.take.isVisible()


@pytest.mark.parametrize(
    ("item", "warning"),
    [("F1-02", "W12"), ("F1-08", "W12"), ("F3-12", "W12"), ("F4-05", "W12"), ("F2-04", "W13"), ("F1-01", "")],
)
def test_standing_advice_stands_where_it_is_needed(fresh_school: Fosdesk, item: str, warning: str) -> None:
    page = page_of(fresh_school, item[:2])
    page.show_record(f"answer:{item}")
    details = row_of(page, f"answer:{item}").details
    assert details is not None
    for one in ("W12", "W13"):
        said = desk_of(fresh_school).framework.warning(one).says()
        assert (said in said_on(details)) == (one == warning)


# -- items of their own, order and hiding


def test_an_own_item_has_the_same_rights(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    page.lists[1].add.click()
    type_here("Spør vaktmesteren", Qt.Key.Key_Return)
    (own,) = desk_of(fresh_school).school.of(OwnItem)
    assert (own.own_text, own.phase, own.track) == ("Spør vaktmesteren", "F2", "B")
    row = row_of(page, own.id)
    assert row.heading.title == "Spør vaktmesteren"
    assert shown_order(page, 1)[-1] == own.id
    choose(row, "in_progress")
    page.lists[1].act("up", own.id)
    QApplication.processEvents()
    assert shown_order(page, 1)[-2] == own.id
    page.lists[1].act("hide", own.id)
    assert not row.isVisible()
    page.lists[1].hidden.click()
    assert row.isVisible()
    page.lists[1].act("delete", own.id)
    assert desk_of(fresh_school).school.of(OwnItem) == ()
    fresh_school.window.undo()
    assert row_of(page, own.id).line.status == "in_progress"


def test_an_item_of_a_newer_framework_can_be_read_and_answered(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(Answer("answer:F1-99", how="Fra en nyere versjon"))
    page = page_of(fresh_school, "F1")
    page.show_record("answer:F1-99")
    row = row_of(page, "answer:F1-99")
    assert row.details is not None
    assert "Fra en nyere versjon" in said_on(row.details)
    choose(row, "done")
    assert answer(fresh_school, "F1-99").status == "done"


def test_own_wording_takes_the_place_of_the_suggested_one(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    suggested = row_of(page, "answer:F1-05").heading.title
    page.show_record("answer:F1-05")
    row = row_of(page, "answer:F1-05")
    assert row.details is not None
    wording = row.details.editors["own_text"]
    wording.take_cursor()
    QTest.keyClicks(as_widget(wording.editor), "Ta praten på trinnene")
    QTest.keyClick(as_widget(wording.editor), Qt.Key.Key_Return)
    assert row.heading.title == "Ta praten på trinnene"
    row.heading.click()
    row.heading.click()
    assert row.details is not None
    assert suggested in said_on(row.details), "what was suggested can still be read"


def test_items_move_with_the_keyboard_and_the_move_is_undone_as_one(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    before = shown_order(page)
    row = row_of(page, before[2])
    row.heading.setFocus()
    QTest.keyClick(row.heading, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert shown_order(page)[:3] == [before[0], before[2], before[1]]
    assert QApplication.focusWidget() is row.heading
    QTest.keyClick(row.heading, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(row.heading, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert shown_order(page)[:3] == [before[2], before[0], before[1]]
    QTest.keyClick(row.heading, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert shown_order(page)[:3] == [before[0], before[2], before[1]]
    for _ in range(3):
        fresh_school.window.undo()
    QApplication.processEvents()
    assert shown_order(page) == before


def test_a_hidden_item_can_be_shown_again(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    first = page.lists[0]
    assert not first.hidden.isVisible()
    first.act("hide", "answer:F1-03")
    assert "answer:F1-03" not in shown_order(page)
    assert first.hidden.text() == desk_of(fresh_school).words.plural("Show {n} hidden item", "Show {n} hidden items", 1)
    page.show_record("answer:F1-03")
    row = row_of(page, "answer:F1-03")
    assert row.isVisible()
    assert row.is_open
    first.act("show", "answer:F1-03")
    assert not answer(fresh_school, "F1-03").put_away
    assert not first.hidden.isVisible()
    assert "answer:F1-03" in shown_order(page)


def test_open_items_stand_first_when_asked_and_no_row_jumps_while_ticking(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F1")
    before = shown_order(page)
    choose(row_of(page, before[0]), "done")
    QApplication.processEvents()
    assert shown_order(page) == before
    page.open_first.click()
    QApplication.processEvents()
    assert shown_order(page) == [*before[1:], before[0]]
    choose(row_of(page, before[1]), "done")
    QApplication.processEvents()
    assert shown_order(page) == [*before[1:], before[0]]
    page.open_first.click()
    QApplication.processEvents()
    assert shown_order(page) == before


def test_finding_in_the_list(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school, "F2")
    assert page.search()
    type_here("mandat")
    assert shown_order(page, 0) == []
    assert "answer:F2-08" in shown_order(page, 1)
    page.show_record("answer:F2-01")
    assert page.wanted.text() == ""
    assert row_of(page, "answer:F2-01").is_open


def test_a_conflict_shows_on_the_row_and_is_settled_in_the_item(with_example: Fosdesk, tmp_path: Path) -> None:
    page = page_of(with_example, "F1")
    desk = desk_of(with_example)
    store = desk.workspace.store
    journal = store.journal(desk.school.id)
    other = Store.open(tmp_path / "other.db")
    other.merge(journal, own=True, now=desk.workspace.now())
    seen = desk.school.get(Answer, "answer:F1-05").how
    label = StepLabel("change", "answer", "how", "answer:F1-05")
    other.append(
        desk.school.id,
        [Edit("answer:F1-05", "how", seen, "Fra kollegaen")],
        label,
        role="deputy",
        app="0",
        now=desk.workspace.now(),
    )
    before = desk.school.get(Answer, "answer:F1-05")
    desk.workspace.commit(before, msgspec.structs.replace(before, how="Fra oss"))
    store.merge(other.journal(desk.school.id), own=True, now=desk.workspace.now())
    other.close()
    desk.workspace.reload()
    row = row_of(page, "answer:F1-05")
    assert desk.words("Two people have written here. Open it to choose.") in row.heading.accessibleName()
    row.heading.click()
    assert row.details is not None
    assert "Fra oss" in said_on(row.details)
    assert "Fra kollegaen" in said_on(row.details)
