"""Somebody who never saw the program goes back to yesterday, in the real window, and forward again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Person
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.safety.storage_page import StoragePage
from tests.program import NOON, Start
from tests.ui.acts import button_on, desk_of, page_in, press, said_on
from tests.ui.safe import at_rest

DAY = 24 * 3_600_000


def click_backups(program: Fosdesk) -> None:
    """Click the place at the left where nothing is lost, and the tab of the backups."""
    window = program.window
    QTest.mouseClick(window.navigation.button_of("storage"), Qt.MouseButton.LeftButton)
    page = window.page("storage")
    assert isinstance(page, StoragePage)
    QTest.mouseClick(page.tabs.name_of("backups"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def enter(button: QPushButton, qtbot: QtBot) -> None:
    """Go to a button with the keyboard, and press it."""
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_yesterdays_school_comes_back_and_so_does_todays(with_example: Fosdesk, started: Start, qtbot: QtBot) -> None:
    program, folder = with_example, with_example.folder
    assert program.store is not None
    program.store.backup(folder / "backups", NOON - DAY, "close")
    before = desk_of(program).school
    # Today goes wrong: people are deleted, and something new is written.
    desk_of(program).workspace.delete(list(before.of(Person)))
    desk_of(program).workspace.add(GateEntry(what="Skrevet i dag"))
    click_backups(program)
    page = page_in(program.window, "backups", BackupsPage)
    said = said_on(page)
    assert "Siste gode kopi: i går kl." in said
    assert "Gå tilbake til en tidligere dag" in said
    program.window.activateWindow()
    look = button_on(page, "Se i kopien")
    assert isinstance(look, QPushButton)
    enter(look, qtbot)
    at_rest(program, qtbot)
    said = said_on(page)
    assert "Arbeidsgruppe: " in said
    assert "fjernet" in said
    assert "Grensevokting: 1 ny" in said
    press(page, "Gå tilbake til denne kopien")
    assert "blir den øverste kopien" in said_on(page)
    press(page, "Gå tilbake")
    at_rest(program, qtbot)
    assert desk_of(program).school.of(Person) == before.of(Person)
    assert dict(desk_of(program).school.records) == dict(before.records)
    program.window.close()
    # The next day all is well; and what was written that day is still to be had.
    again = started(folder)
    assert dict(desk_of(again).school.records) == dict(before.records)
    click_backups(again)
    page = page_in(again.window, "backups", BackupsPage)
    assert "Før dere hentet noe tilbake" in said_on(page)
    there = again._lifecycle.backup_schedule.backups() if again._lifecycle.backup_schedule else []
    place = [backup.why for backup in there].index("restore")
    buttons = [b for b in page.findChildren(QPushButton) if b.text() == "Se i kopien" and b.isVisibleTo(page)]
    QTest.mouseClick(buttons[place], Qt.MouseButton.LeftButton)
    at_rest(again, qtbot)
    press(page, "Hent inn det som mangler")
    at_rest(again, qtbot)
    assert "Skrevet i dag" in {entry.what for entry in desk_of(again).school.of(GateEntry)}
    assert not desk_of(again).school.of(Person), "bringing in is a merge: what was deleted that day is deleted"
