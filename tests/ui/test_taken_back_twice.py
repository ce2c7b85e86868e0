"""A file is taken back in one place while another place still offers it: nothing else is ever taken instead."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.safety.changes_part import ChangesPart
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.window.crash import LOG_NAME, catch_exceptions
from tests.ui.acts import (
    button_on,
    desk_of,
    from_colleague,
    has_button,
    page_of,
    press,
    said_on,
    wait_for_work,
)


def a_file(program: Fosdesk, folder: Path, what: str) -> Path:
    place = from_colleague(desk_of(program), folder, lambda there: there.add(GateEntry(what=what)))
    return place.rename(folder / f"{what}.fosdesk")


def merged(program: Fosdesk, file: Path) -> SchoolsPage:
    page = page_of(program.window, "schools", SchoolsPage)
    page.read_file(file)
    wait_for_work(page.desk)
    press(page, "Slå sammen")
    wait_for_work(page.desk)
    return page


def taken_back_in_the_history(program: Fosdesk) -> None:
    """As a person does: look at what came, then at the files, and press there."""
    press(page_of(program.window, "schools", SchoolsPage), "Se hva som kom")
    history = program.window.page("history")
    assert isinstance(history, StoragePage)
    QApplication.processEvents()  # the page first, then what came
    changes = history.part("changes")
    assert isinstance(changes, ChangesPart)
    assert changes.isVisible()
    assert changes.choice.value == "came"
    press(history, "Filer som er lest inn")
    press(history, "Fjern det som kom med filen")
    wait_for_work(desk_of(program))
    assert "Alt er som før filen ble lest" in said_on(history)


def texts(program: Fosdesk) -> set[str]:
    return {entry.what for entry in desk_of(program).school.of(GateEntry)}


def test_the_panel_offers_nothing_that_was_taken_back_elsewhere(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    file = a_file(fresh_school, tmp_path, "Fra kollegaen")
    page = merged(fresh_school, file)
    stale = button_on(page, "Fjern det som kom med filen")
    taken_back_in_the_history(fresh_school)
    desk.workspace.add(GateEntry(what="Vårt eget"))
    stale.click()  # a press that was on its way
    wait_for_work(desk)
    assert texts(fresh_school) == {"Vårt eget"}
    page_of(fresh_school.window, "schools", SchoolsPage)
    assert not has_button(page, "Fjern det som kom med filen")
    assert "er alt fjernet" in said_on(page)
    desk.workspace.add(GateEntry(what="Og mer"))
    assert texts(fresh_school) == {"Vårt eget", "Og mer"}
    desk.workspace.reload()
    assert texts(fresh_school) == {"Vårt eget", "Og mer"}


def test_not_even_with_another_file_in_between(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    first, second = a_file(fresh_school, tmp_path, "Fra den ene"), a_file(fresh_school, tmp_path, "Fra den andre")
    page = merged(fresh_school, first)
    stale = button_on(page, "Fjern det som kom med filen")
    (arrival,) = desk.workspace.arrivals()
    taken_back_in_the_history(fresh_school)
    merging = load_school_file(second).journal
    desk.workspace.store.merge(merging, own=True, now=desk.workspace.now(), file=second.name)
    desk.workspace.reload()
    stale.click()
    wait_for_work(desk)
    assert texts(fresh_school) == {"Fra den andre"}
    with pytest.raises(FosdeskError, match="taken back already"):
        desk.workspace.take_back(arrival.id, tmp_path / "backups")
    assert [one.taken_back for one in desk.workspace.arrivals()] == [False, True]


def test_the_panel_shows_no_offer_of_what_was_taken_back_while_it_was_hidden(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    page = merged(fresh_school, a_file(fresh_school, tmp_path, "Fra kollegaen"))
    taken_back_in_the_history(fresh_school)
    page_of(fresh_school.window, "schools", SchoolsPage)
    assert not has_button(page, "Fjern det som kom med filen")
    assert not page.panel.isVisible()


def test_nor_while_it_was_shown(fresh_school: Fosdesk, tmp_path: Path) -> None:
    """Undo brings back what a step took: then there is nothing to bring in again."""
    desk, file = desk_of(fresh_school), a_file(fresh_school, tmp_path, "Fra kollegaen")
    page = merged(fresh_school, file)
    desk.workspace.add(GateEntry(what="Vårt eget"))
    press(page, "Fjern det som kom med filen")
    wait_for_work(desk)
    page.read_file(file)
    wait_for_work(desk)
    assert has_button(page, "Hent det inn igjen")
    fresh_school.window.undo()
    assert texts(fresh_school) == {"Vårt eget", "Fra kollegaen"}
    assert not has_button(page, "Hent det inn igjen")


def test_the_list_of_files_follows_what_the_panel_does(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page = merged(fresh_school, a_file(fresh_school, tmp_path, "Fra kollegaen"))
    history = page_of(fresh_school.window, "history", StoragePage)
    press(history, "Filer som er lest inn")
    assert has_button(history, "Fjern det som kom med filen")
    page_of(fresh_school.window, "schools", SchoolsPage)
    press(page, "Fjern det som kom med filen")
    wait_for_work(desk_of(fresh_school))
    page_of(fresh_school.window, "history", StoragePage)
    press(history, "Filer som er lest inn")
    assert not has_button(history, "Fjern det som kom med filen")
    assert "Fjernet." in said_on(history)


def test_the_panel_keeps_its_offer_while_other_things_change(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page = merged(fresh_school, a_file(fresh_school, tmp_path, "Fra kollegaen"))
    desk_of(fresh_school).workspace.add(GateEntry(what="Vårt eget"))
    assert has_button(page, "Fjern det som kom med filen")
    press(page, "Fjern det som kom med filen")
    wait_for_work(desk_of(fresh_school))
    assert texts(fresh_school) == {"Vårt eget"}
    assert not has_button(page, "Fjern det som kom med filen")


@pytest.fixture
def hooked(fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch) -> Fosdesk:
    """The program with its own hook for faults, which pytest's would hide."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_exceptions(fresh_school.words, lambda: fresh_school.folder, lambda: fresh_school.window)
    return fresh_school


def told_of(program: Fosdesk, act: Callable[[], object]) -> str:
    """What the dialog says of the fault that an act ends in."""
    with pytest.raises(Exception) as fault:
        act()
    sys.excepthook(type(fault.value), fault.value, fault.value.__traceback__)
    QApplication.processEvents()
    (box,) = [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]
    said = box.text()
    box.close()
    (program.folder / LOG_NAME).unlink()
    QApplication.processEvents()
    return said


INSERTS = (sqlite3.SQLITE_INSERT, "change")


def test_a_fault_in_a_write_is_not_called_saved(hooked: Fosdesk) -> None:
    """A fault that nothing foresees: the table refuses what is written."""
    workspace = desk_of(hooked).workspace
    workspace.add(GateEntry(what="Før feilen"))
    raw = workspace.store._connection
    raw.set_authorizer(lambda act, table, *_: sqlite3.SQLITE_DENY if (act, table) == INSERTS else sqlite3.SQLITE_OK)
    said = told_of(hooked, lambda: workspace.add(GateEntry(what="Går tapt")))
    assert "det dere gjorde sist, ble ikke lagret" in said
    assert "Det dere hadde skrevet, er lagret" not in said


def test_a_fault_elsewhere_says_only_what_the_store_knows(hooked: Fosdesk) -> None:
    said = told_of(hooked, lambda: hooked.window.page("no such page"))
    assert "Ingenting som var lagret, er tapt" in said
    assert "ikke lagret" not in said
