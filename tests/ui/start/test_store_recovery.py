"""Damaged stores and folders that are sent to the internet: met calmly, with a way on, and never mended in place."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fosdesk import paths
from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.copies.backups import backups_in
from tests.program import NOON, Start
from tests.ui.acts import desk_of, press, said_on
from tests.ui.safe import at_rest, backups, keeping, trouble_on, what, yesterday

# -- what the disk does


def spoil(path: Path, text: str) -> None:
    whole = path.read_bytes()
    at = whole.rindex(text.encode())
    path.write_bytes(whole[:at] + b"X" + whole[at + 1 :])


def test_a_row_that_the_disk_has_changed_is_found_and_mended(new_school: Fosdesk, qtbot: QtBot) -> None:
    program = new_school
    entry = desk_of(program).workspace.add(GateEntry(what="Leseløftet"))
    yesterday(program)
    desk_of(program).workspace.add(GateEntry(what="Skrevet etterpå"))
    spoil(program.folder / STORE_NAME, "Leseløftet")
    with qtbot.waitSignal(keeping(program).damage_found, timeout=10_000):
        keeping(program).check_rows()
    assert len(keeping(program).backups()) == 1, "a damaged store pushes no good backup out"
    assert "Disken har endret noe i filen" in said_on(program.window)
    press(program.window, "Se hva dere kan gjøre")
    page = backups(program)
    assert "Disken har endret 1 ting" in said_on(page)
    press(page, "Sett den sammen")
    trouble = trouble_on(program, qtbot)
    assert "1 endring" not in said_on(trouble).replace("endringer", "")
    press(trouble, "Reparer filen og åpne")
    assert what(program) == {"Leseløftet", "Skrevet etterpå"}
    assert desk_of(program).school.get(GateEntry, entry.id).what == "Leseløftet"
    assert list(program.folder.glob("fosdesk damaged *.db"))
    assert not list(program.folder.glob("fosdesk.rescued*"))


@pytest.fixture
def closed_school(started: Start, new_school: Fosdesk) -> Path:
    """The folder of a school with a backup from yesterday and something written since."""
    program = new_school
    desk_of(program).workspace.add(GateEntry(what="Leseløftet " + "x" * 5000))
    yesterday(program)
    for number in range(8):
        desk_of(program).workspace.add(GateEntry(what=f"Skrevet etterpå {number} " + "x" * 5000))
    keeping(program)._saved = program.store.state() if program.store else None  # a power cut makes no last backup
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
    press(page, "Reparer filen og åpne")
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
    press(page, "Reparer filen og åpne")
    assert {text.split(" x")[0] for text in what(program)} == {"Leseløftet"}


def test_a_backup_from_a_wrong_clock_does_not_pass_for_the_newest(
    started: Start, closed_school: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """Else all that was written since would be lost with the store."""
    folder = closed_school / "backups"
    stale = Store.open(tmp_path / "stale.db")
    stale.add_school("our school", own=True, now=NOON)
    wrong = stale.backup(tmp_path, 253_402_300_800_000)
    wrong = wrong.rename(folder / wrong.name.replace("stale", "fosdesk"))
    stale.close()
    store = closed_school / STORE_NAME
    store.write_bytes(bytes(store.stat().st_size))
    program = started(closed_school)
    page = trouble_on(program, qtbot)
    assert "Den nyeste gode sikkerhetskopien er fra 22. november 2026" in said_on(page)
    press(page, "Reparer filen og åpne")
    assert {text.split(" x")[0] for text in what(program)} == {"Leseløftet"}
    assert keeping(program).backups()[-1].path == wrong


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


def test_moving_fails_without_harm(new_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in the way").touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        keeping(new_school).move_to(tmp_path / "in the way" / "fosdesk", pace=keeping(new_school)._pace)
    desk_of(new_school).workspace.add(GateEntry(what="Her er vi"))
    assert what(new_school) == {"Her er vi"}
