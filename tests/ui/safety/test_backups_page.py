"""The backups page: a person who never saw it goes back to yesterday, and nothing is lost on the way."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.backup_seal import is_sealed_backup
from fosdesk.store.copies.backups import backups_in
from fosdesk.ui.controls.password_dialog import PasswordDialog
from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog
from tests.program import Start
from tests.ui.acts import changed, desk_of, has_button, press, said_on
from tests.ui.safe import at_rest, backups, keeping, what, yesterday


def test_going_back_to_yesterday_and_forward_again(new_school: Fosdesk, qtbot: QtBot) -> None:
    program = new_school
    desk_of(program).workspace.add(GateEntry(what="Fra i går"))
    yesterday(program)
    old = desk_of(program).school.of(GateEntry)[0]
    desk_of(program).workspace.add(GateEntry(what="Fra i dag"))
    desk_of(program).workspace.commit(old, changed(old, what="Endret i dag"))
    page = backups(program)
    assert "Siste gode kopi: i går kl." in said_on(page)
    assert "blir kopiert innen en halv time" in said_on(page)
    assert "Da fosdesk ble lukket" in said_on(page)
    press(page, "Se i kopien")
    at_rest(program, qtbot)
    said = said_on(page)
    assert "Grensevokting: 1 ny, 1 endret" in said
    assert "Dere har alt som er i denne kopien" in said
    assert not has_button(page, "Hent inn det som mangler")
    press(page, "Gå tilbake til denne kopien")
    assert "Gå tilbake til i går kl." in said_on(page)
    assert what(program) == {"Endret i dag", "Fra i dag"}, "nothing happens before somebody says so"
    press(page, "Gå tilbake")
    at_rest(program, qtbot)
    assert what(program) == {"Fra i går"}
    assert program.window.page("storage").part_shown == "backups"
    assert "Skolen er slik den var da" in said_on(program.window)
    beside = [path.name for path in program.folder.glob("fosdesk replaced *.db")]
    assert len(beside) == 1
    page = backups(program)
    assert "Før dere hentet noe tilbake" in said_on(page)
    press(page, "Se i kopien")  # the topmost: how it was just before
    at_rest(program, qtbot)
    said = said_on(page)
    assert "Grensevokting: 1 ny, 1 endret" in said
    press(page, "Hent inn det som mangler")
    at_rest(program, qtbot)
    assert what(program) == {"Endret i dag", "Fra i dag"}
    assert "kom inn." in said_on(page)


def test_keeping_what_there_is(new_school: Fosdesk, qtbot: QtBot) -> None:
    program = new_school
    yesterday(program)
    desk_of(program).workspace.add(GateEntry(what="Fra i dag"))
    page = backups(program)
    press(page, "Se i kopien")
    at_rest(program, qtbot)
    press(page, "Gå tilbake til denne kopien")
    press(page, "Behold det vi har")
    press(page, "Lukk")
    assert what(program) == {"Fra i dag"}
    assert len(keeping(program).backups()) == 1
    press(page, "Se i kopien")
    at_rest(program, qtbot)
    press(page, "Se i kopien")  # the same again closes nothing for good
    at_rest(program, qtbot)
    assert "Gjort etter at kopien ble laget" in said_on(page)


def test_a_backup_by_hand_is_told_and_listed(new_school: Fosdesk, qtbot: QtBot) -> None:
    page = backups(new_school)
    assert "Det er ingen kopi ennå" in said_on(page)
    press(page, "Lag en kopi nå")
    at_rest(new_school, qtbot)
    said = said_on(page)
    assert "Kopien er laget" in said
    assert "Siste gode kopi: i dag kl." in said
    assert "Alt dere har skrevet, er med i den" in said
    assert "Laget av dere" in said
    press(page, "Se i kopien")
    at_rest(new_school, qtbot)
    assert "akkurat slik den var da" in said_on(page)


def test_what_changed_is_saved_at_the_start_and_at_the_end_and_not_twice(
    started: Start, new_school: Fosdesk, qtbot: QtBot
) -> None:
    program = new_school
    folder = program.folder
    with qtbot.waitSignal(keeping(program).changed, timeout=10_000):
        keeping(program).check_rows()
    assert [b.why for b in keeping(program).backups()] == ["start"]
    with qtbot.waitSignal(keeping(program).changed, timeout=10_000):
        keeping(program).check_rows()
    assert len(keeping(program).backups()) == 1
    desk_of(program).workspace.add(GateEntry(what="Leseløftet"))
    assert not keeping(program).is_saved()
    program.window.close()
    assert sorted(b.why for b in backups_in(folder / "backups", "fosdesk")) == ["close", "start"]
    again = started(folder)
    assert keeping(again).is_saved()
    again.window.close()
    assert len(backups_in(folder / "backups", "fosdesk")) == 2


def test_a_full_disk_for_backups_is_told_and_the_school_stays_open(new_school: Fosdesk, qtbot: QtBot) -> None:
    program = new_school
    (program.folder / "backups").write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(keeping(program).changed, timeout=10_000):
        keeping(program).check_rows()
    assert "kan ikke brukes" in said_on(program.window)
    assert "kan ikke brukes" in said_on(backups(program))
    (program.folder / "backups").unlink()
    press(backups(program), "Lag en kopi nå")
    at_rest(program, qtbot)
    assert "kan ikke brukes" not in said_on(backups(program))


def chosen_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def dialog_on(window: QWidget, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)))
    return next(d for d in window.findChildren(kind) if d.isVisible())


def test_a_second_folder_with_a_password(
    new_school: Fosdesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, stick = new_school, tmp_path / "minnepinne"
    desk_of(program).workspace.add(GateEntry(what="Fra i går"))
    yesterday(program)
    page = backups(program)
    chosen_folder(monkeypatch, stick)
    press(page, "Velg en mappe til")
    at_rest(program, qtbot)
    (second,) = stick.iterdir()
    assert [b.sealed for b in backups_in(second, "fosdesk")] == [False]
    assert "Den som får tak i mappen, kan lese dem" in said_on(page)
    press(page, "Lås dem med et passord")
    page.second.field.setText("blåbær og fjell")
    press(page, "Bruk dette passordet")
    sheet = dialog_on(program.window, PasswordSheetDialog, qtbot)
    assert "blåbær og fjell" in said_on(sheet)
    press(sheet, "Gå videre uten ark")
    at_rest(program, qtbot)
    assert [b.sealed for b in backups_in(second, "fosdesk")] == [True]
    assert "Der er de låst med et passord" in said_on(page)
    settings = (program.folder / "settings.json").read_text(encoding="utf-8")
    assert "fjell" not in settings
    desk_of(program).workspace.add(GateEntry(what="Fra i dag"))
    press(page, "Lag en kopi nå")
    at_rest(program, qtbot)
    there = backups_in(second, "fosdesk")
    assert [b.sealed for b in there] == [True, True], "nobody had to type anything"
    assert all(is_sealed_backup(b.path.read_bytes()) and b"Fra i g" not in b.path.read_bytes() for b in there)
    # The computer is lost: the stick and the password are enough.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(there[-1].path), ""))
    press(page, "Velg en kopi fra et annet sted")
    asked = dialog_on(program.window, PasswordDialog, qtbot)
    assert isinstance(asked, PasswordDialog)
    asked.field.setText("feil")
    press(asked, "Åpne")
    at_rest(program, qtbot)
    asked = dialog_on(program.window, PasswordDialog, qtbot)
    assert isinstance(asked, PasswordDialog)
    assert "passer ikke" in said_on(asked)
    asked.field.setText("blåbær og fjell")
    press(asked, "Åpne")
    at_rest(program, qtbot)
    assert "Grensevokting: 1 ny" in said_on(page)
    press(page, "Gå tilbake til denne kopien")
    press(page, "Gå tilbake")
    at_rest(program, qtbot)
    assert what(program) == {"Fra i går"}
    page = backups(program)
    press(page, "Ta bort passordet")
    at_rest(program, qtbot)
    assert not any(b.sealed for b in backups_in(second, "fosdesk"))
    press(page, "Slutt å bruke den")
    assert "minnepinne" in said_on(page)
    assert backups_in(second, "fosdesk"), "what lies there stays"


def test_a_second_folder_that_is_gone_stops_nothing(new_school: Fosdesk, qtbot: QtBot, tmp_path: Path) -> None:
    program = new_school
    (tmp_path / "a file").touch()
    page = backups(program)
    page.second.use(tmp_path / "a file")
    at_rest(program, qtbot)
    press(page, "Lag en kopi nå")
    at_rest(program, qtbot)
    said = said_on(page)
    assert "Den andre mappen for sikkerhetskopier" in said
    assert "Siste gode kopi: i dag" in said


def test_the_backup_of_another_school_says_so(
    new_school: Fosdesk, qtbot: QtBot, example_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = backups(new_school)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(example_store), ""))
    press(page, "Velg en kopi fra et annet sted")
    at_rest(new_school, qtbot)
    assert "som ikke er skolen dere har åpen" in said_on(page)
    assert not has_button(page, "Hent inn det som mangler")
    press(page, "Gå tilbake til denne kopien")
    press(page, "Gå tilbake")
    at_rest(new_school, qtbot)
    assert desk_of(new_school).school.profile.name == "Fjordvik skole"


def test_a_file_that_is_no_backup_is_told(
    new_school: Fosdesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brev.db").write_text("Kjære rektor", encoding="utf-8")
    page = backups(new_school)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "brev.db"), ""))
    press(page, "Velg en kopi fra et annet sted")
    at_rest(new_school, qtbot)
    assert "Dette er ikke en skolefil" in said_on(page)
    press(page, "Lukk")
