"""More lists: every noun without a page of its own, in the standard list and form."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, Partner
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.more_lists.records_page import RecordsPage
from tests.ui.acts import desk_of, leave, page_of, press, put_in, said_on, take_cursor, type_in


def records(program: Fosdesk) -> RecordsPage:
    return page_of(program.window, "records", RecordsPage)


def new_component(page: RecordsPage, name: str) -> str:
    """Make a core component as people do."""
    QTest.mouseClick(page.lists.chip("core_component"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert page.form is not None
    type_in(page.form.editors["name"], name)
    leave(page.form.editors["name"])
    return page.form.record_id


def test_an_empty_list_says_how_to_begin(fresh_school: Fosdesk) -> None:
    page = records(fresh_school)
    assert "Ingenting her ennå." in said_on(page)
    assert not page.table.isVisible()
    new_component(page, "Voksne som ser")
    assert page.table.isVisible()
    assert "Voksne som ser" in said_on(page.table)


def test_the_cursor_is_in_the_first_field_of_something_new(fresh_school: Fosdesk) -> None:
    page = records(fresh_school)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert page.form is not None
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert next(iter(page.form.editors.values())).isAncestorOf(cursor)


def test_going_from_row_to_row_saves_and_shows(fresh_school: Fosdesk) -> None:
    page, desk = records(fresh_school), desk_of(fresh_school)
    first, second = new_component(page, "Voksne som ser"), new_component(page, "Rom for ro")
    QTest.mouseClick(
        page.table.viewport(), Qt.MouseButton.LeftButton, pos=page.table.visualRect(page.list.rows.index(0, 0)).center()
    )
    assert page.form is not None
    assert page.form.record_id == first
    type_in(page.form.editors["why"], "Fordi noen må se.")
    take_cursor(page.table)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.form.record_id == second
    assert desk.school.get(CoreComponent, first).why == "Fordi noen må se."
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_another_list_opens_only_once_everything_is_saved(fresh_school: Fosdesk) -> None:
    page = records(fresh_school)
    made = new_component(page, "Voksne som ser")
    assert page.form is not None
    put_in(page.form.editors["why"], "x" * 200_001)
    QTest.mouseClick(page.lists.chip("partner"), Qt.MouseButton.LeftButton)
    assert page.lists.value == "core_component"
    assert page.form.record_id == made
    put_in(page.form.editors["why"], "Kort")
    QTest.mouseClick(page.lists.chip("partner"), Qt.MouseButton.LeftButton)
    assert page.lists.value == "partner"
    assert not page.panel.isVisible()
    assert desk_of(fresh_school).school.get(CoreComponent, made).why == "Kort"


def test_deleting_is_undone_and_the_record_stands_where_it_stood(fresh_school: Fosdesk) -> None:
    page, desk = records(fresh_school), desk_of(fresh_school)
    made = new_component(page, "Voksne som ser")
    press(page.panel, "Fjern")
    assert desk.school.find(made) is None
    assert page.panel.isHidden()
    assert "henter" in said_on(fresh_school.window)
    fresh_school.window.undo()
    assert "Voksne som ser" in said_on(page.table)


def test_the_history_tells_who_and_when_and_brings_back(fresh_school: Fosdesk) -> None:
    page, desk = records(fresh_school), desk_of(fresh_school)
    made = new_component(page, "Voksne som ser")
    assert page.form is not None
    type_in(page.form.editors["name"], "Voksne <b>som</b> bryr seg")
    leave(page.form.editors["name"])
    press(page.panel, "Historikk")
    dialog = next(d for d in fresh_school.window.findChildren(HistoryDialog) if d.isVisible())
    said = said_on(dialog)
    assert "Voksne som ser" in said
    assert "Voksne <b>som</b> bryr seg" in said
    assert "Rektor" in said
    assert "23. nov. 2026" in said
    assert "slik det er nå" in said
    assert "Opprettet" in said
    press(dialog, "Hent tilbake")
    assert desk.school.get(CoreComponent, made).name == "Voksne som ser"
    assert not any(d.isVisible() for d in fresh_school.window.findChildren(HistoryDialog))


def test_a_record_is_opened_from_elsewhere_in_the_list_it_belongs_to(with_example: Fosdesk) -> None:
    page, desk = records(with_example), desk_of(with_example)
    for kind in (Partner, CoreComponent):
        record = desk.school.of(kind)[-1]
        with_example.window.go("records", record.id)
        assert page.form is not None
        assert page.form.record_id == record.id
        assert page.table.selectionModel().hasSelection()


def test_the_lists_are_sorted_in_norwegian_order(fresh_school: Fosdesk) -> None:
    page, desk = records(fresh_school), desk_of(fresh_school)
    for name in ("Ås skole", "Zebra", "Aasen", "Øvre", "Ärlig"):
        desk.workspace.add(Partner(name=name))
    QTest.mouseClick(page.lists.chip("partner"), Qt.MouseButton.LeftButton)
    page.list.table.header.chosen.emit(0)
    names = [row.name for row in page.list.rows.rows if isinstance(row, Partner)]
    assert names == ["Zebra", "Ärlig", "Øvre", "Ås skole", "Aasen"]
