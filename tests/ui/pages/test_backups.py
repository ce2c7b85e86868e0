"""The backups page: a person who never saw it goes back to yesterday, and nothing is lost on the way."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fosdesk import paths
from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.errors import FosdeskError
from fosdesk.exchange.padlock import is_closed
from fosdesk.store.backups import backups_in
from fosdesk.ui.dialogs.password import PasswordDialog
from fosdesk.ui.dialogs.password_sheet import PasswordSheetDialog
from fosdesk.ui.pages.backups import BackupsPage
from fosdesk.ui.pages.trouble import TroublePage
from fosdesk.ui.safe_keeping import SafeKeeping
from tests.program import NOON, Start
from tests.ui.acts import changed, desk_of, has_button, page_of, press, said_on

DAY = 24 * 3_600_000


def backups(program: Fosdesk) -> BackupsPage:
    return page_of(program.window, "backups", BackupsPage)


def keeping(program: Fosdesk) -> SafeKeeping:
    assert program.keeping is not None
    return program.keeping


def at_rest(program: Fosdesk, qtbot: QtBot) -> None:
    """Long work has come to its end."""
    desk = program.window.desk
    qtbot.waitUntil(lambda: desk is None or not desk.long_work.under_way, timeout=20_000)
    QApplication.processEvents()


def what(program: Fosdesk) -> set[str]:
    return {entry.what for entry in desk_of(program).school.of(GateEntry)}


def yesterday(program: Fosdesk) -> Path:
    """A backup from the day before, of what there is now."""
    assert program.store is not None
    return program.store.backup(program.folder / "backups", NOON - DAY, "close")


def test_going_back_to_yesterday_and_forward_again(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    program = fresh_school
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
    assert program.window.current_key == "backups"
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


def test_keeping_what_there_is(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    program = fresh_school
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


def test_a_backup_by_hand_is_told_and_listed(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    page = backups(fresh_school)
    assert "Det er ingen kopi ennå" in said_on(page)
    press(page, "Lag en kopi nå")
    at_rest(fresh_school, qtbot)
    said = said_on(page)
    assert "Kopien er laget" in said
    assert "Siste gode kopi: i dag kl." in said
    assert "Alt dere har skrevet, er med i den" in said
    assert "Laget av dere" in said
    press(page, "Se i kopien")
    at_rest(fresh_school, qtbot)
    assert "akkurat slik den var da" in said_on(page)


def test_what_changed_is_saved_at_the_start_and_at_the_end_and_not_twice(
    started: Start, fresh_school: Fosdesk, qtbot: QtBot
) -> None:
    program = fresh_school
    folder = program.folder
    with qtbot.waitSignal(keeping(program).changed, timeout=10_000):
        keeping(program).first_look()
    assert [b.why for b in keeping(program).backups()] == ["start"]
    with qtbot.waitSignal(keeping(program).changed, timeout=10_000):
        keeping(program).first_look()
    assert len(keeping(program).backups()) == 1
    desk_of(program).workspace.add(GateEntry(what="Leseløftet"))
    assert not keeping(program).is_saved()
    program.window.close()
    assert sorted(b.why for b in backups_in(folder / "backups", "fosdesk")) == ["close", "start"]
    again = started(folder)
    assert keeping(again).is_saved()
    again.window.close()
    assert len(backups_in(folder / "backups", "fosdesk")) == 2


def test_a_full_disk_for_backups_is_told_and_the_school_stays_open(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    program = fresh_school
    (program.folder / "backups").write_text("in the way")
    with qtbot.waitSignal(keeping(program).changed, timeout=10_000):
        keeping(program).first_look()
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
    fresh_school: Fosdesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, stick = fresh_school, tmp_path / "minnepinne"
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
    settings = (program.folder / "settings.json").read_text()
    assert "fjell" not in settings
    desk_of(program).workspace.add(GateEntry(what="Fra i dag"))
    press(page, "Lag en kopi nå")
    at_rest(program, qtbot)
    there = backups_in(second, "fosdesk")
    assert [b.sealed for b in there] == [True, True], "nobody had to type anything"
    assert all(is_closed(b.path.read_bytes()) and b"Fra i g" not in b.path.read_bytes() for b in there)
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


def test_a_second_folder_that_is_gone_stops_nothing(fresh_school: Fosdesk, qtbot: QtBot, tmp_path: Path) -> None:
    program = fresh_school
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
    fresh_school: Fosdesk, qtbot: QtBot, example_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = backups(fresh_school)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(example_store), ""))
    press(page, "Velg en kopi fra et annet sted")
    at_rest(fresh_school, qtbot)
    assert "som ikke er skolen dere har åpen" in said_on(page)
    assert not has_button(page, "Hent inn det som mangler")
    press(page, "Gå tilbake til denne kopien")
    press(page, "Gå tilbake")
    at_rest(fresh_school, qtbot)
    assert desk_of(fresh_school).school.profile.name == "Fjordvik skole"


def test_a_file_that_is_no_backup_is_told(
    fresh_school: Fosdesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brev.db").write_text("Kjære rektor")
    page = backups(fresh_school)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "brev.db"), ""))
    press(page, "Velg en kopi fra et annet sted")
    at_rest(fresh_school, qtbot)
    assert "Dette er ikke en skolefil" in said_on(page)
    press(page, "Lukk")


# -- what the disk does


def spoil(path: Path, text: str) -> None:
    whole = path.read_bytes()
    at = whole.rindex(text.encode())
    path.write_bytes(whole[:at] + b"X" + whole[at + 1 :])


def test_a_row_that_the_disk_has_changed_is_found_and_mended(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    program = fresh_school
    entry = desk_of(program).workspace.add(GateEntry(what="Leseløftet"))
    yesterday(program)
    desk_of(program).workspace.add(GateEntry(what="Skrevet etterpå"))
    spoil(program.folder / STORE_NAME, "Leseløftet")
    with qtbot.waitSignal(keeping(program).damage_found, timeout=10_000):
        keeping(program).first_look()
    assert len(keeping(program).backups()) == 1, "a damaged store pushes no good backup out"
    assert "Disken har endret noe i filen" in said_on(program.window)
    press(program.window, "Se hva dere kan gjøre")
    page = backups(program)
    assert "Disken har endret 1 ting" in said_on(page)
    press(page, "Sett den sammen")
    trouble = trouble_on(program, qtbot)
    assert "1 endring" not in said_on(trouble).replace("endringer", "")
    press(trouble, "Åpne skolen med dette")
    assert what(program) == {"Leseløftet", "Skrevet etterpå"}
    assert desk_of(program).school.get(GateEntry, entry.id).what == "Leseløftet"
    assert list(program.folder.glob("fosdesk damaged *.db"))
    assert not list(program.folder.glob("fosdesk.rescued*"))


def trouble_on(program: Fosdesk, qtbot: QtBot) -> TroublePage:
    found = program.window.findChildren(TroublePage)[-1]
    qtbot.waitUntil(lambda: not program.mending.work.under_way, timeout=20_000)
    QApplication.processEvents()
    return found


@pytest.fixture
def closed_school(started: Start, fresh_school: Fosdesk) -> Path:
    """The folder of a school with a backup from yesterday and something written since."""
    program = fresh_school
    desk_of(program).workspace.add(GateEntry(what="Leseløftet " + "x" * 5000))
    yesterday(program)
    for number in range(8):
        desk_of(program).workspace.add(GateEntry(what=f"Skrevet etterpå {number} " + "x" * 5000))
    keeping(program)._saved = program.store.mark() if program.store else None  # a power cut makes no last backup
    program.window.close()
    return program.folder


def test_a_damaged_store_opens_with_all_that_can_be_read(started: Start, closed_school: Path, qtbot: QtBot) -> None:
    store = closed_school / STORE_NAME
    damaged = store.read_bytes()
    while (at := damaged.find(b"etterp\xc3\xa5 1 ")) >= 0:
        at = at // 4096 * 4096
        damaged = damaged[:at] + bytes(4096) + damaged[at + 4096 :]
    store.write_bytes(damaged)
    program = started(closed_school)
    page = trouble_on(program, qtbot)
    said = said_on(page)
    assert "er skadet" in said
    assert "Den nyeste gode sikkerhetskopien er fra 22. november 2026" in said
    assert "som ikke er med i den" in said
    assert "kan ikke leses" in said
    assert store.read_bytes() == damaged, "nothing is repaired in place"
    press(page, "Åpne skolen med dette")
    texts = {text.split(" x")[0] for text in what(program)}
    assert {"Leseløftet", "Skrevet etterpå 7"} <= texts
    (kept,) = closed_school.glob("fosdesk damaged *.db")
    assert kept.read_bytes() == damaged


def test_a_damaged_store_can_be_left_for_the_backup_alone(started: Start, closed_school: Path, qtbot: QtBot) -> None:
    store = closed_school / STORE_NAME
    store.write_bytes(store.read_bytes()[:-9000])
    program = started(closed_school)
    page = trouble_on(program, qtbot)
    press(page, "Bruk bare kopien")
    assert {text.split(" x")[0] for text in what(program)} == {"Leseløftet"}


def test_a_store_of_zeros_is_met_with_the_backup(started: Start, closed_school: Path, qtbot: QtBot) -> None:
    """As a power cut leaves it."""
    store = closed_school / STORE_NAME
    store.write_bytes(bytes(store.stat().st_size))
    program = started(closed_school)
    page = trouble_on(program, qtbot)
    assert "Alt som kan leses i den skadde filen, er med i den også" in said_on(page)
    press(page, "Åpne skolen med dette")
    assert {text.split(" x")[0] for text in what(program)} == {"Leseløftet"}


def test_somebody_elses_file_is_left_alone(started: Start, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "school"
    folder.mkdir()
    with closing(sqlite3.connect(folder / STORE_NAME)) as other:
        other.execute("CREATE TABLE cheese (hole)")
    program = started(folder)
    page = trouble_on(program, qtbot)
    assert "er ikke fosdesks egen" in said_on(page)
    assert not page.rescue.isVisible()


# -- a folder that is sent to the internet


def test_a_synced_folder_gets_a_better_proposal(
    started: Start, closed_school: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = tmp_path / "OneDrive - Fjord kommune" / "fosdesk"
    shutil.copytree(closed_school, synced)
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "local" / "fosdesk")
    program = started(synced)
    assert "OneDrive" in said_on(program.window)
    press(program.window, "Se hva dere kan gjøre")
    page = backups(program)
    assert "en mappe som OneDrive sender til internett" in said_on(page)
    before = (synced / STORE_NAME).read_bytes()
    press(page, "Flytt den hit")
    at_rest(program, qtbot)
    assert program.folder == tmp_path / "local" / "fosdesk"
    assert len(what(program)) == 9
    assert "Skolen ligger nå i" in said_on(program.window)
    assert (synced / STORE_NAME).read_bytes() == before, "the old one stays"
    assert not paths.synced_by(program.folder, {})
    assert len(backups_in(program.folder / "backups", "fosdesk")) == 2
    desk_of(program).workspace.add(GateEntry(what="Skrevet her"))
    program.window.close()
    again = started(synced)
    assert again.folder == tmp_path / "local" / "fosdesk"
    assert "Skrevet her" in what(again)


def test_moving_fails_without_harm(fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in the way").touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        keeping(fresh_school).move_to(tmp_path / "in the way" / "fosdesk", pace=keeping(fresh_school)._pace)
    desk_of(fresh_school).workspace.add(GateEntry(what="Her er vi"))
    assert what(fresh_school) == {"Her er vi"}
