"""What is typed while something else is done to the school: conflicts, deletion, restoring, erasing, files, backups."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, GateEntry, GateReason, Meeting
from fosdesk.exchange.school_file import read_school_file
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.conflict import Conflict
from fosdesk.ui.forms.editors import LongEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame import erase_job, take_back
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.example_notice import ExampleNotice
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.program import NOON
from tests.ui.acts import (
    button_on,
    changed,
    desk_of,
    from_colleague,
    page_of,
    press,
    put_in,
    said_on,
    settle,
    type_in,
    wait_for_work,
)
from tests.ui.gate_log import GateLog, gate_log
from tests.ui.noun_lists import ShownList
from tests.ui.window.lists import TOO_LONG, shown, stored_in, typed_in


def third_text(program: Fosdesk, folder: Path) -> tuple[GateLog, Conflict, LongEditor, str]:
    """A reason that two have written, with room for a third text; and another entry."""
    desk = desk_of(program)
    entry, other = desk.workspace.add(GateEntry(what="Kurs", reason="før")), desk.workspace.add(GateEntry(what="Bok"))
    file = from_colleague(desk, folder, lambda there: there.commit(entry, changed(entry, reason="skrevet der")))
    desk.workspace.commit(entry, changed(entry, reason="skrevet her"))
    journal = read_school_file(file.read_bytes()).journal
    desk.workspace.store.merge(journal, own=True, now=NOON + 120_000)
    desk.workspace.adopt(desk.workspace.read_update())
    page = gate_log(program.window)
    page.show_record(entry.id)
    conflict = page.panel._reason.conflict
    press(conflict, "Skriv noe annet")
    assert isinstance(conflict.third, LongEditor)
    return page, conflict, conflict.third, other.id


def test_a_third_text_that_cannot_be_kept_stays(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, conflict, third, other = third_text(fresh_school, tmp_path)
    third.setPlainText(TOO_LONG)
    page.show_record(other)
    assert page.list.open_id != other
    assert third.toPlainText() == TOO_LONG
    assert "tegn lang" in said_on(conflict)
    assert fresh_school.window.focusWidget() is third
    fresh_school.window.go("time", "")
    assert fresh_school.window.current_key == "gatekeeping"
    entry = page.list.open_id
    third.setPlainText("begge har rett")
    page.show_record(other)
    assert page.list.open_id == other
    assert page.desk.school.get(GateEntry, entry).reason == "begge har rett"
    assert not page.desk.school.conflicts


def test_a_third_text_that_cannot_be_stored_stays(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, conflict, third, other = third_text(fresh_school, tmp_path)
    connection = page.desk.workspace.store._connection
    connection.execute("PRAGMA query_only = 1")
    third.setPlainText("begge har rett")
    press(conflict, "Bruk det jeg har skrevet")
    assert third.toPlainText() == "begge har rett"
    assert not fresh_school.window.close()
    assert conflict.third is third
    connection.execute("PRAGMA query_only = 0")
    page.show_record(other)
    assert not page.desk.school.conflicts


BEGINNINGS: dict[str, Callable[[Desk], object]] = {
    "erase": lambda desk: erase_job.erase(desk, lambda folders, pace: [], lambda _: None),
    "take back": lambda desk: take_back.take_back(desk, 1, lambda _: None),
    "bring again": lambda desk: take_back.bring_again(desk, 1, lambda _: None),
    "bring back": lambda desk: take_back.bring_back(desk, ["x"], lambda: None),
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_nothing_large_begins_over_what_cannot_be_saved(fresh_school: Fosdesk, name: str) -> None:
    rows = shown(fresh_school, "meetings")
    editor = rows.editor("minutes")
    put_in(editor, "halvannen time hver uke")
    before = rows.desk.workspace.store.journal(rows.desk.school.id)
    BEGINNINGS[name](rows.desk)
    assert not rows.desk.long_work.under_way
    assert rows.desk.workspace.store.journal(rows.desk.school.id) == before
    assert typed_in(editor) == "halvannen time hver uke"
    assert "ikke lagret ennå" in said_on(fresh_school.window)


def test_files_and_backups_wait_for_what_cannot_be_saved(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk, window = desk_of(fresh_school), fresh_school.window
    meeting = desk.workspace.add(Meeting(day="2026-12-01"))
    file = from_colleague(desk, tmp_path, lambda there: there.commit(meeting, changed(meeting, what="Der")))
    schools = page_of(window, "schools", SchoolsPage)
    backups = page_of(window, "backups", BackupsPage)
    rows = shown(fresh_school, "meetings")
    editor = rows.editor("minutes")
    put_in(editor, "halvannen time hver uke")
    there = len(desk.backup_schedule.backups())
    schools.read_file(file)
    schools._ask_write()
    backups._make()
    backups.look_inside(file, "", backups._place_of_file)
    assert not desk.long_work.under_way
    assert len(desk.backup_schedule.backups()) == there
    assert desk.school.get(Meeting, meeting.id).what == ""
    assert typed_in(editor) == "halvannen time hver uke"
    put_in(editor, "90")
    backups._make()
    wait_for_work(desk)
    assert stored_in(desk, editor) == 90
    assert len(desk.backup_schedule.backups()) == there + 1


def component(program: Fosdesk) -> tuple[ShownList, str]:
    """A record in the standard form, with a name."""
    page = ShownList(program.window, "core_component")
    form = page.begin()
    type_in(form.editors["name"], "Voksne som ser")
    assert program.window.release()
    return page, form.record_id


def test_bringing_back_an_earlier_text_keeps_the_one_that_is_typed(fresh_school: Fosdesk) -> None:
    page, record = component(fresh_school)
    name = page.form.editors["name"]
    type_in(name, "Voksne som hører")
    assert fresh_school.window.release()
    type_in(name, "Voksne som spør")
    dialog = HistoryDialog(page.desk, record, fresh_school.window)
    dialog.open()
    back = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName().endswith("Voksne som ser"))
    back.click()
    settle()
    assert page.desk.school.get(CoreComponent, record).name == "Voksne som ser"
    assert "Voksne som spør" in {version.value for version in page.desk.workspace.history(record, "name")}


def test_an_earlier_text_is_not_brought_back_over_one_that_cannot_be_saved(fresh_school: Fosdesk) -> None:
    page, record = component(fresh_school)
    name = page.form.editors["name"]
    type_in(name, "Voksne som hører")
    assert fresh_school.window.release()
    put_in(name, TOO_LONG)
    dialog = HistoryDialog(page.desk, record, fresh_school.window)
    dialog.open()
    next(b for b in dialog.findChildren(QPushButton) if b.accessibleName().endswith("Voksne som ser")).click()
    settle()
    assert not dialog.isVisible()
    assert typed_in(name) == TOO_LONG
    assert page.desk.school.get(CoreComponent, record).name == "Voksne som hører"


def test_what_was_typed_comes_back_with_what_was_deleted(fresh_school: Fosdesk) -> None:
    page, record = component(fresh_school)
    type_in(page.form.editors["name"], "Voksne som spør")
    page.form.delete()  # as a press that leaves the cursor where it is
    assert page.desk.school.find(record) is None
    assert not page.is_open
    fresh_school.window.undo()
    assert page.desk.school.get(CoreComponent, record).name == "Voksne som spør"


def test_a_late_editor_of_a_deleted_record_makes_no_new_one(fresh_school: Fosdesk) -> None:
    page, record = component(fresh_school)
    form = page.form
    type_in(form.editors["name"], "Voksne som spør")
    page.desk.workspace.delete([page.desk.school.get(CoreComponent, record)])
    assert not page.is_open
    assert page.list.panel is None
    form.editors["name"].commit()
    assert page.desk.school.find(record) is None
    assert fresh_school.window.close()


def test_the_row_that_is_open_stays_open_while_others_change(fresh_school: Fosdesk) -> None:
    rows = shown(fresh_school, "meetings")
    editor = rows.editor("notes")
    put_in(editor, TOO_LONG)
    rows.desk.workspace.add(Meeting(day="2026-12-24"))
    assert rows.list.open_id == rows.first
    assert typed_in(editor) == TOO_LONG
    rows.desk.workspace.delete([rows.desk.school.get(Meeting, rows.first)])
    assert rows.list.open_id == ""
    assert fresh_school.window.release()
    assert rows.desk.school.find(rows.first) is None
    assert button_on(fresh_school.window, "Nytt møte").isVisible()


def test_no_document_is_made_without_what_is_typed_for_it(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page = page_of(fresh_school.window, "documents", DocumentsPage)
    panel = page.choose("description")
    text = page.descriptions["anchoring"]
    put_in(text, TOO_LONG)
    panel._open_preview()
    panel._choose_place(".pdf")
    assert not page.desk.long_work.under_way
    assert panel.preview is None
    assert typed_in(text) == TOO_LONG
    assert "tegn lang" in said_on(text)
    put_in(text, "Vi har talt med alle.")
    panel.make_at(tmp_path / "valg.pdf")
    assert page.list.close_row()
    assert stored_in(page.desk, text) == "Vi har talt med alle."


def test_the_example_is_not_left_over_what_cannot_be_saved(with_example: Fosdesk) -> None:
    desk, window = desk_of(with_example), with_example.window
    notice = window.findChild(ExampleNotice)
    assert isinstance(notice, ExampleNotice)
    meeting = desk.school.of(Meeting)[0]
    window.go("meetings", meeting.id)
    part = window.page("meetings").part("all")  # type: ignore[attr-defined]
    put_in(part.list.panel.editors["minutes"], "halvannen time hver uke")
    notice.leave()
    assert with_example.window is window
    assert next(one.id for one in desk.workspace.store.schools() if one.own) == desk.school.id
    assert part.list.open_id == meeting.id


def test_what_is_typed_for_an_entry_that_others_delete_makes_nothing_of_its_own(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entry, other = desk.workspace.add(GateEntry(what="Kurs")), desk.workspace.add(GateEntry(what="Bok"))
    page = gate_log(fresh_school.window)
    page.show_record(entry.id)
    QTest.keyClicks(page.panel.reasons.typed, "For mye nå")
    desk.workspace.delete([entry])
    assert not page.panel_open
    assert fresh_school.window.release()
    assert desk.school.of(GateReason) == ()
    desk.workspace.restore([entry.id])
    page.show_record(entry.id)
    page.show_record(other.id)
    assert [(one.parent, one.text) for one in desk.school.of(GateReason)] == [(entry.id, "For mye nå")]
