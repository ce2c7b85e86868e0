"""A data folder that a released program left, in the real window: settings, undo, backups and what closes them."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.exchange.backup_seal import is_sealed_backup, unseal_with
from fosdesk.store import Store
from fosdesk.ui.safety.backups_page import BackupsPage
from tests.program import Start
from tests.released import BACKUP_PASSWORD, ERASED, FOLDER, SHIELDED, STORE, copied_folder, standing, told
from tests.ui.acts import desk_of, page_of, press, said_on
from tests.ui.safe import at_rest

JUST_BEFORE = "fosdesk 2026-10-07 08.00.54 import.db"


def offered(program: Fosdesk, lead: str) -> list[str]:
    """What the buttons for undo or redo at the foot of the window say in full."""
    buttons = [b for b in program.window.findChildren(QAbstractButton) if b.isVisibleTo(program.window)]
    start = program.words(lead, step="")
    return [b.accessibleName().removeprefix(start) for b in buttons if b.accessibleName().startswith(start)]


def looks_on(page: BackupsPage) -> list[QAbstractButton]:
    """The buttons that open a backup, the newest first."""
    said_on(page)
    return [b for b in page.findChildren(QAbstractButton) if b.text() == "Se i kopien" and b.isVisibleTo(page)]


# What can be taken back is «fjernet» by now, and «slettet» is for good.
TODAY = (
    ("slettet: ", "fjernet: "),
    ("sletta: ", "fjerna: "),
    ("det en fil hadde med, er tatt tilbake", "det som kom med en fil, er fjernet"),
    ("det ei fil hadde med, er teke tilbake", "det som kom med ei fil, er fjerna"),
)


def in_todays_words(sentence: str) -> str:
    """A sentence of the released program as today's says it."""
    for before, now in TODAY:
        sentence = sentence.replace(before, now)
    return sentence


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_undo_says_what_it_said(started: Start, tmp_path: Path, language: str) -> None:
    program = started(copied_folder(tmp_path), language)
    redo, *steps, refusal = (in_todays_words(sentence) for sentence in told("sentences-2")[language])
    assert offered(program, "Redo: {step}") == [redo]
    for step in steps:
        assert offered(program, "Undo: {step}") == [step]
        program.window.undo()
    assert refusal in said_on(program.window)
    assert offered(program, "Undo: {step}") == [steps[-1]], "what was refused is still to be undone"
    for _ in steps[:-1]:
        program.window.redo()
    assert offered(program, "Undo: {step}") == [steps[0]]
    assert offered(program, "Redo: {step}") == [redo]


def test_each_setting_is_read(started: Start, tmp_path: Path) -> None:
    folder = copied_folder(tmp_path)
    written = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    program = started(folder)
    read = desk_of(program).choices._asdict()
    assert {name: read[name] for name in written} == written
    assert program.window.current_key == "gatekeeping"
    assert desk_of(program).workspace.role == "deputy"
    desk_of(program).settings.change(folder="et annet sted")
    again = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert {name: again[name] for name in written} == {**written, "folder": "et annet sted"}


def test_a_folder_chosen_elsewhere_is_found_again(started: Start, tmp_path: Path) -> None:
    folder, usual = copied_folder(tmp_path), tmp_path / "usual"
    usual.mkdir()
    (usual / "settings.json").write_text(json.dumps({"language": "nb", "elsewhere": str(folder)}), encoding="utf-8")
    program = started(usual)
    assert program.folder == folder
    assert desk_of(program).school.profile.name == "Fjordvik skole"
    assert not (usual / STORE).exists()


def test_the_window_shows_what_it_showed(started: Start, tmp_path: Path) -> None:
    program = started(copied_folder(tmp_path))
    school = desk_of(program).school
    then = next(picture for picture in told("picture-2").values() if picture["own"])
    assert program.store is not None
    assert standing(program.store, school.id) == {part: then[part] for part in standing(program.store, school.id)}
    for key in ("work_group", "time", "gatekeeping", "records", "documents", "schools", "history", "privacy"):
        program.window.go(key, "")
        assert ERASED not in said_on(program.window)
    program.window.go("work_group", "")
    assert SHIELDED not in said_on(program.window)
    program.window.go("privacy", "")
    assert SHIELDED in said_on(program.window), "the one page that can lift it"


def test_a_new_backup_in_the_second_folder_is_closed_with_the_same_password(started: Start, tmp_path: Path) -> None:
    folder = copied_folder(tmp_path)
    before = {path.name for path in (tmp_path / "second").iterdir()}
    program = started(folder)
    made = desk_of(program).backup_schedule.save("asked")
    came = {path.name for path in (tmp_path / "second").iterdir()} - before
    assert f"{made.stem}.sealed" in came
    assert all(name.endswith(".sealed") for name in came)
    closed = (tmp_path / "second" / f"{made.stem}.sealed").read_bytes()
    assert is_sealed_backup(closed)
    assert unseal_with(closed, BACKUP_PASSWORD) == made.read_bytes()


def test_each_backup_is_listed(started: Start, tmp_path: Path) -> None:
    program = started(copied_folder(tmp_path))
    there = sorted(path.name for path in (FOLDER / "backups").glob("*.db"))
    assert sorted(backup.path.name for backup in desk_of(program).backup_schedule.backups()) == there
    page = page_of(program.window, "backups", BackupsPage)
    assert len(looks_on(page)) == len(there)


def test_one_goes_back_to_a_backup(started: Start, tmp_path: Path, qtbot: QtBot) -> None:
    folder = copied_folder(tmp_path)
    program = started(folder)
    own = desk_of(program).school.id
    page = page_of(program.window, "backups", BackupsPage)
    place = [backup.path.name for backup in desk_of(program).backup_schedule.backups()].index(JUST_BEFORE)
    QTest.mouseClick(looks_on(page)[place], Qt.MouseButton.LeftButton)
    at_rest(program, qtbot)
    press(page, "Gå tilbake til denne kopien")
    before = program.window
    press(page, "Gå tilbake")
    qtbot.waitUntil(lambda: program.window is not before and program.window.desk is not None, timeout=20_000)
    (tmp_path / "then").mkdir()
    (tmp_path / "then" / STORE).write_bytes((FOLDER / "backups" / JUST_BEFORE).read_bytes())
    then = Store.open(tmp_path / "then" / STORE)
    assert program.store is not None
    assert standing(program.store, own) == standing(then, own)
    then.close()
    assert len(program.store.erased(own).records) == 3
