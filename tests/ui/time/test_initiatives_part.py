"""Initiatives in the real window: the look before a yes, the pictures that follow, and what was met before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Initiative
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.time.initiatives_part import InitiativeForm, InitiativesPart
from fosdesk.ui.time.time_page import TimePage
from tests.ui.acts import button_on, desk_of, leave, page_of, said_on, settle, type_in
from tests.ui.noun_lists import ShownList


def part_of(program: Fosdesk) -> InitiativesPart:
    """The part, shown."""
    page = page_of(program.window, "time", TimePage)
    page.turn_to_part("initiatives")
    part = page.part("initiatives")
    assert isinstance(part, InitiativesPart)
    return part


def form_of(program: Fosdesk, record_id: str) -> InitiativeForm:
    """The form of an initiative, open."""
    form = ShownList(program.window, "initiative").open(record_id)
    assert isinstance(form, InitiativeForm)
    settle()
    return form


def test_what_a_yes_costs_is_seen_before_the_answer(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Initiative("old", name="Leseplan", origin="statutory", minutes=600, started="2026-08-17"))
    desk.workspace.add(Initiative("new", name="Trivselsprogram"))
    part, form = part_of(fresh_school), form_of(fresh_school, "new")
    assert "Før dere sier ja" in said_on(form)
    assert form.cost.isHidden(), "it is not known yet"
    type_in(form.editors["minutes"], "1080")
    leave(form.editors["minutes"])
    settle()
    assert not form.cost.isHidden()
    for picture in (form.cost, part.load):
        assert "Vår 2027: 10 t pålagt, 0 min valgt, 18 t til hvis svaret blir ja" in picture.accessibleName()
    assert "Skravert: Trivselsprogram, hvis svaret blir ja" in part.considered.text()
    form.editors["answer"].editor.show_value("no")
    form.editors["answer"].commit()
    settle()
    assert form.head.isHidden()
    assert "hvis svaret blir ja" not in part.load.accessibleName()


def test_what_was_met_before_stands_beside_and_leads_there(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("gate", what="Brosjyre om trivselsprogram", decision="kept_out", came="2025-03-03"))
    desk.workspace.add(Initiative("new", name="Uteskole"))
    form = form_of(fresh_school, "new")
    assert form.memory.isHidden()
    type_in(form.editors["name"], "Trivselsprogrammet")
    leave(form.editors["name"])
    settle()
    assert "Møtt før" in said_on(form)
    (line,) = form.memory.findChildren(LineButton)
    assert line.title == "Brosjyre om trivselsprogram"
    line.click()
    settle()
    assert fresh_school.window.current_key == "gatekeeping"


def test_a_hop_is_reached_by_keyboard_and_opens_its_initiative(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Initiative("gone", name="Leksehjelp", started="2025-09-01", ended="2026-01-16"))
    fresh_school.window.resize(1366, 1000)
    part = part_of(fresh_school)
    settle()
    assert part.counts.text().startswith("1 er begynt og avsluttet.")
    part.hops.setFocus()
    QTest.keyClick(part.hops, Qt.Key.Key_Return)
    assert part.list.open_id == "gone"


@pytest.mark.parametrize(("label", "page"), [("Ark til møtet", "documents"), ("Skriv svaret", "time")])
def test_the_reply_and_the_sheet_are_one_click_away(fresh_school: Fosdesk, label: str, page: str) -> None:
    desk_of(fresh_school).workspace.add(Initiative("new", name="Uteskole"))
    form = form_of(fresh_school, "new")
    button_on(form, label).click()
    settle()
    assert fresh_school.window.current_key == page
    cursor = QApplication.focusWidget()
    assert cursor is not None
    if page == "time":
        assert cursor.accessibleName() == "Svar til den som kom med det"
