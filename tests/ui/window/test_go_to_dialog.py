"""Search or go to anything: a few letters, arrow keys and Enter lead to pages and to whatever anybody wrote."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, GateReason, Person, Restriction
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.window.go_to_dialog import Found, FoundLines, GoToDialog
from tests.ui.acts import bring_to_front, desk_of, said_on, window_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Leseløftet <b>nå</b>"))
    for number in range(3):
        desk.workspace.add(GateReason(f"r{number}", text=f"lese mer {number}", parent="g", pos=str(number)))
    return desk


def opened(desk: Desk, typed: str = "") -> GoToDialog:
    dialog = GoToDialog(desk, desk.window)
    dialog.open()
    bring_to_front(dialog)
    QTest.keyClicks(dialog.typed, typed)
    return dialog


def found(dialog: GoToDialog) -> list[Found]:
    return [dialog.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.list.count())]


def test_pages_are_offered_before_anything_is_typed(desk: Desk) -> None:
    names = [one.name for one in found(opened(desk))]
    assert {"Oversikt", "Grensevokting", "Skoler", "Før start"} <= {*names}


def test_a_page_is_found_by_a_part_of_its_name_and_enter_goes_there(desk: Desk) -> None:
    dialog = opened(desk, "RENSEVOKTING")
    first = found(dialog)[0]
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert first.kind == "Side"
    assert "grensevokting" in first.name.casefold()
    assert window_of(desk).current_key == first.page


def test_arrow_keys_move_in_the_list_while_the_cursor_stays(desk: Desk) -> None:
    dialog = opened(desk)
    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Up):
        QTest.keyClick(dialog.typed, key)
        places.append(dialog.list.currentRow())
    assert places == [1, 9, 8, 0, 0]
    assert dialog.typed.hasFocus()


def test_what_somebody_wrote_is_found_once_for_each_place_it_leads_to(desk: Desk) -> None:
    dialog = opened(desk, "lese")
    entries = [one for one in found(dialog) if one.page == "gatekeeping"]
    assert [(one.name, one.record) for one in entries] == [("Leseløftet <b>nå</b>", "g")]
    assert entries[0].kind == "Innspill", "it is found by itself, and no more by its reasons"
    assert dialog.list.item(0).text() == f"Leseløftet <b>nå</b>{FoundLines.BETWEEN}{entries[0].kind}"


def test_where_nothing_is_found_enter_goes_nowhere(desk: Desk) -> None:
    window_of(desk).go("overview", "")
    dialog = opened(desk, "xyzzy")
    assert found(dialog) == []
    assert "Fant ingenting. Prøv med færre bokstaver." in said_on(dialog)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert window_of(desk).current_key == "overview"


def test_whoever_is_shielded_is_not_found(desk: Desk) -> None:
    desk.workspace.add(Person("p", name="Turid Testad"))
    assert [one.record for one in found(opened(desk, "Turid"))] == ["p"]
    desk.workspace.add(Restriction("restriction:p", person="p", reason="", since=""))
    assert found(opened(desk, "Turid")) == []
