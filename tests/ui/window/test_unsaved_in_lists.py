"""What cannot be saved stays where it was typed: nothing in a list closes over it."""

import pytest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Person, SchoolCalendar
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.forms.special_editors import ReferenceEditor
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.ui.acts import bring_to_front, button_on, desk_of, page_of, put_in, said_on, take_cursor
from tests.ui.window.lists import LISTS, OpenList, fill_disk, shown, stored_in, typed_in

LONG = "viktig " * 20_000


def stands_open(rows: OpenList, row: str, editor: FieldEditor, typed: str, sentence: str) -> bool:
    """Whether the row is open yet, with the text in its field, its sentence below and the cursor in it."""
    said = said_on(editor)
    assert rows.list.open_id == row, "the row is closed"
    assert typed_in(editor) == typed, "the text is lost"
    assert sentence in said
    assert editor.isVisible()
    assert as_widget(editor.editor).hasFocus(), QApplication.focusWidget()
    return True


@pytest.mark.parametrize("name", LISTS)
def test_what_cannot_be_kept_keeps_its_row_open(fresh_school: Fosdesk, name: str) -> None:
    rows, typed = shown(fresh_school, name), LISTS[name].typed
    editor = rows.editor(typed.field)
    put_in(editor, typed.bad)
    rows.open(rows.second)
    assert stands_open(rows, rows.first, editor, typed.bad, typed.said)
    rows.open(rows.first)  # which would close it
    assert stands_open(rows, rows.first, editor, typed.bad, typed.said)
    rows.press_escape()
    assert stands_open(rows, rows.first, editor, typed.bad, typed.said)
    put_in(editor, typed.good)
    rows.open(rows.second)
    assert rows.list.open_id == rows.second
    assert stored_in(rows.desk, editor) == typed.stored


@pytest.mark.parametrize("name", LISTS)
def test_a_full_disk_keeps_the_row_open(fresh_school: Fosdesk, name: str) -> None:
    rows = shown(fresh_school, name)
    editor = rows.editor(LISTS[name].text)
    fill_disk(rows.desk)
    put_in(editor, LONG)
    rows.open(rows.second)
    assert stands_open(rows, rows.first, editor, LONG, "ikke mer plass på disken")
    assert stored_in(rows.desk, editor) == ""
    fill_disk(rows.desk, full=False)
    rows.open(rows.second)
    assert rows.list.open_id == rows.second
    assert stored_in(rows.desk, editor) == LONG.rstrip()


def test_a_choice_that_could_not_be_stored_keeps_its_row_open(fresh_school: Fosdesk) -> None:
    rows = shown(fresh_school, "meetings")
    who = rows.editor("who")
    take_cursor(as_widget(who.editor))
    rows.desk.workspace.store._connection.execute("PRAGMA query_only = 1")
    who.editor.show_value("staff")
    who.editor.committed.emit()
    rows.open(rows.second)
    assert rows.list.open_id == rows.first
    assert who.editor.value() == "staff"
    rows.desk.workspace.store._connection.execute("PRAGMA query_only = 0")
    rows.open(rows.second)
    assert rows.list.open_id == rows.second
    assert stored_in(rows.desk, who) == "staff"


def test_another_critical_voice_leaves_what_is_typed_beside_it(fresh_school: Fosdesk) -> None:
    rows = shown(fresh_school, "seats")
    panel = rows.list.panel
    editor = rows.editor("since")
    put_in(editor, "sommeren 2028")
    panel.voices.new.click()  # type: ignore[union-attr]
    assert len(panel.voices.forms) == 2  # type: ignore[union-attr]
    assert editor.isVisible()
    assert typed_in(editor) == "sommeren 2028"
    assert not fresh_school.window.release()


def test_a_section_is_not_folded_over_what_cannot_be_saved(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for number in range(42):
        desk.workspace.add(SchoolCalendar(f"d{number:02}", first=f"2027-{1 + number // 28:02}-{1 + number % 28:02}"))
    days = page_of(fresh_school.window, "settings", SettingsPage).calendar.list
    bring_to_front(fresh_school.window)
    button_on(days, "Vis alle 42").click()
    days.open_row("d41")
    panel = days.panel
    assert isinstance(panel, FieldsPanel | RecordForm)
    editor = panel.editors["last"]
    put_in(editor, "sommeren 2028")
    button_on(days, "Skjul").click()
    assert days.open_id == "d41"
    assert typed_in(editor) == "sommeren 2028"
    assert "Skriv datoen" in said_on(editor)
    assert button_on(days, "Skjul").isVisible()
    put_in(editor, "16.2.2027")
    button_on(days, "Skjul").click()
    assert days.open_id == ""
    assert desk.school.get(SchoolCalendar, "d41").last == "2027-02-16"
    assert "d41" not in days.shown_ids


def test_of_two_that_cannot_be_saved_the_one_with_the_cursor_keeps_it(fresh_school: Fosdesk) -> None:
    rows = shown(fresh_school, "meetings")
    minutes, day = rows.editor("minutes"), rows.editor("day")
    put_in(minutes, "halvannen time hver uke")
    put_in(day, "sommeren 2028")
    assert not fresh_school.window.release()
    assert as_widget(day.editor).hasFocus()
    assert stands_open(rows, rows.first, day, "sommeren 2028", "Skriv datoen med dag")
    assert typed_in(minutes) == "halvannen time hver uke"
    put_in(day, "24.6.2028")
    assert not fresh_school.window.release()
    assert as_widget(minutes.editor).hasFocus()
    assert stored_in(rows.desk, day) == "2028-06-24"


def test_somebody_chosen_who_could_not_be_stored_stays_chosen(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person("kari", name="Kari Vik"))
    rows = shown(fresh_school, "seats")
    person = rows.editor("person")
    box = person.editor
    assert isinstance(box, ReferenceEditor)
    connection = desk.workspace.store._connection
    connection.execute("PRAGMA query_only = 1")
    take_cursor(box)
    box.setCurrentIndex(box.findData("kari"))
    box.committed.emit()
    take_cursor(as_widget(rows.editor("note").editor))
    take_cursor(box)
    assert box.value() == "kari"
    rows.open(rows.second)
    assert rows.list.open_id == rows.first
    connection.execute("PRAGMA query_only = 0")
    rows.open(rows.second)
    assert rows.list.open_id == rows.second
    assert stored_in(desk, person) == "kari"
