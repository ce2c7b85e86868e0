"""A file with a password, from the one who writes it to the one who reads it, in the real window."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Person
from fosdesk.exchange.password_seal import seal
from fosdesk.ui.controls.password_dialog import PasswordDialog
from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from fosdesk.ui.start.first_start_page import FirstStartPage
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import desk_of, from_colleague, has_button, page_of, press, said_on, wait_until


def test_a_principal_hands_the_school_to_a_new_computer(
    qtbot: QtBot, started: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = started(tmp_path / "principal")
    first = program.window.findChild(FirstStartPage)
    assert first is not None
    qtbot.keyClicks(first.name, "Solvik skole")
    with qtbot.waitSignal(program.opened, timeout=20_000):
        press(first, "Start")
    desk = desk_of(program)
    desk.workspace.add(Person(name="Turid Testad"))
    desk.workspace.add(GateEntry(what="Leseløftet"))

    # Writing: the password stands there already, and the sheet that keeps it is offered before the file is written.
    file, sheet = tmp_path / "minnepinne" / "Solvik.fosdesk", tmp_path / "skuff.pdf"
    file.parent.mkdir()
    places = iter((file, sheet))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *about: (str(next(places)), ""))
    page = page_of(program.window, "schools", SchoolsPage)
    press(page, "Lag en skolefil")
    writing = next(d for d in program.window.findChildren(WriteFileDialog) if d.isVisible())
    QTest.mouseClick(writing.ours, Qt.MouseButton.LeftButton)
    press(writing, "Velg sted og lagre")
    paper = next(d for d in writing.findChildren(PasswordSheetDialog) if d.isVisible())
    press(paper, "Lagre et ark til utskrift")
    wait_until(file.exists)
    wait_until(lambda: "Solvik.fosdesk" in said_on(page))
    assert b"Turid" not in file.read_bytes()
    found = re.search(r"Passord ((?:[a-z]+ ){5}[a-z]+) Skriv det akkurat slik", " ".join(text_of(sheet).split()))
    assert found is not None
    password = found[1]

    # Reading on another computer: a slip of the pen is told, and mended.
    other = started(tmp_path / "new computer")
    start = other.window.findChild(FirstStartPage)
    assert start is not None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *about: (str(file), ""))
    press(start, "Les en skolefil")
    wait_until(lambda: asked_in(other))
    (asked,) = asked_in(other)
    qtbot.waitUntil(asked.field.hasFocus)
    qtbot.keyClicks(asked.field, password[:-1])
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    wait_until(lambda: asked_in(other))
    (again,) = asked_in(other)
    assert "Passordet passer ikke til filen" in said_on(again)
    qtbot.waitUntil(again.field.hasFocus)
    qtbot.keyClick(again.field, Qt.Key.Key_End)
    qtbot.keyClicks(again.field, password[-1])
    with qtbot.waitSignal(other.opened, timeout=20_000):
        qtbot.keyClick(again.field, Qt.Key.Key_Return)
    school = desk_of(other).school
    assert school.profile.name == "Solvik skole"
    assert [person.name for person in school.of(Person)] == ["Turid Testad"]
    assert [entry.what for entry in school.of(GateEntry)] == ["Leseløftet"]


def test_a_colleagues_copy_with_a_password_is_merged(
    fresh_school: Fosdesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    file = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra kollegaen")))
    file.write_bytes(seal(file.read_bytes(), "kaktus fjord lyng"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *about: (str(file), ""))
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    for typed, said in (("kaktus lyng", "Filen har passord"), ("kaktus fjord lyng", "Passordet passer ikke")):
        if not asked_in(fresh_school):
            press(page, "Les en skolefil")
        wait_until(lambda: asked_in(fresh_school))
        (question,) = asked_in(fresh_school)
        assert said in said_on(question)
        qtbot.waitUntil(question.field.hasFocus)
        question.field.selectAll()
        qtbot.keyClicks(question.field, typed)
        qtbot.keyClick(question.field, Qt.Key.Key_Return)
        wait_until(lambda: not desk.long_work.under_way)
    wait_until(lambda: has_button(page, "Slå sammen"))
    press(page, "Slå sammen")
    wait_until(lambda: [entry.what for entry in desk.school.of(GateEntry)] == ["Fra kollegaen"])
    # Nobody has to answer: without the password nothing happens.
    page.panel.close_panel()
    press(page, "Les en skolefil")
    wait_until(lambda: asked_in(fresh_school))
    press(asked_in(fresh_school)[0], "Avbryt")
    assert not has_button(page, "Slå sammen")


def asked_in(program: Fosdesk) -> list[PasswordDialog]:
    return [d for d in program.window.findChildren(PasswordDialog) if d.isVisible()]
