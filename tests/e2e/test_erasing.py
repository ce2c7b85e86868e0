"""Somebody new to the program looks up a person, hands over a copy, and erases them; a colleague is asked."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting, Membership, Person
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.workspace import Workspace
from tests.program import NOON, Start
from tests.ui.acts import changed, desk_of, erase_person, has_button, page_of, press, said_on, wait_for_work

NAME, ASSESSMENT, CONTACT = "Turid Planteskog", "lyttes til av småtrinnet", "turid@skolen.no"
SECRETS = ("Turid", "Planteskog", ASSESSMENT, CONTACT)


def write_about(workspace: Workspace) -> None:
    """What a team writes about somebody in the course of a year."""
    person = workspace.add(Person("turid", name=NAME, role="teacher", contact=CONTACT))
    workspace.add(Membership("part", person="turid", standing="candidate", position=ASSESSMENT))
    meeting = workspace.add(Meeting("start", what="Oppstart", notes=f"{NAME} la fram en plan."))
    workspace.commit(meeting, changed(meeting, notes="Turid la fram en plan for inspeksjon. Alle var enige."))
    workspace.commit(person, changed(person, left="2026-06-20"))


def holding(folder: Path) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(secret.encode() in path.read_bytes() for secret in SECRETS)
    ]


def test_a_person_is_looked_up_handed_a_copy_and_erased(with_example: Fosdesk, tmp_path: Path) -> None:
    program, desk = with_example, desk_of(with_example)
    write_about(desk.workspace)
    desk.workspace.store.backup(program.folder / "backups", NOON, "asked")
    old = write_school_file(desk.workspace.store.journal(desk.school.id), app="t", made=NOON, reference=False)
    assert len(holding(program.folder)) == 2

    # The page is found in the navigation, and the person on it.
    QTest.mouseClick(program.window.navigation.button_of("storage"), Qt.MouseButton.LeftButton)
    storage = program.window.page("storage")
    assert isinstance(storage, StoragePage)
    QTest.mouseClick(storage.tabs.name_of("privacy"), Qt.MouseButton.LeftButton)
    page = page_of(program.window, "privacy", PrivacyPage)
    QTest.mouseClick(page.lines["turid"], Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    assert page.view is not None
    told = said_on(page)
    for shown in (f"Hva vi vet om {NAME}", ASSESSMENT, CONTACT, "Lærer", "Oppstart", "Bare i historikken"):
        assert shown in told

    # A file that the person can read.
    page.save(tmp_path / "til Turid")
    written = (tmp_path / "til Turid.txt").read_text("utf-8-sig")
    assert written.startswith(f"Hva vi vet om {NAME}\n")
    for shown in (ASSESSMENT, CONTACT, "Laget av", "Rektor", "23. november 2026", "la fram en plan"):
        assert shown in written

    # Erased, once somebody has seen what goes with it and has said yes.
    press(page, "Slett personen …")
    dialog = page.dialog
    assert "Dette kan ikke angres." in said_on(dialog)
    assert "«Turid la fram en plan" in said_on(dialog)
    assert "→ «[lærer] la fram en plan" in said_on(dialog)
    press(dialog, "Avbryt")
    assert desk.school.get(Person, "turid").name == NAME
    press(page, "Slett personen …")
    press(page.dialog, "Slett for godt")
    wait_for_work(desk)
    assert "Slettet, her og i sikkerhetskopiene." in said_on(page)
    assert not has_button(page, "‹ Alle personer")
    assert "turid" not in page.lines
    assert holding(program.folder) == []
    assert desk.school.find("turid") is None
    assert desk.school.find("part") is None
    assert desk.school.get(Meeting, "start").notes == "[lærer] la fram en plan for inspeksjon. Alle var enige."

    # Undo takes back what can be: the word to colleagues, and never the person.
    for _ in range(6):
        program.window.undo()
        assert desk.school.find("turid") is None
    assert holding(program.folder) == []
    for _ in range(6):
        program.window.redo()
    assert desk.school.find("turid") is None

    # An old file that turns up later brings nobody back.
    desk.workspace.store.merge(read_school_file(old).journal, own=True, now=NOON)
    desk.workspace.reload()
    QApplication.processEvents()
    assert desk.school.find("turid") is None
    assert holding(program.folder) == []


def test_a_colleague_is_asked_and_decides(started: Start, with_example: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(with_example)
    write_about(desk.workspace)
    there = Store.open(tmp_path / "there.db")
    there.merge(desk.workspace.store.journal(desk.school.id), own=True, now=NOON)
    colleague = Workspace(there, desk.school.id, role="deputy", app="t", clock=lambda: NOON + 60_000)
    held = colleague.held("turid", lambda role: "[lærer]")
    colleague.erase(held, {m.written.change for m in held.mentions}, [tmp_path / "copies"])
    colleague.reload()
    colleague.ask_to_erase("turid", "2026-11-24")
    file = write_school_file(there.journal(desk.school.id), app="t", made=NOON, reference=False)
    there.close()
    assert not any(secret.encode() in file for secret in SECRETS)

    # The file takes nothing away here: the person is deleted as anything may be, and the team is asked.
    desk.workspace.store.merge(read_school_file(file).journal, own=True, now=NOON)
    desk.workspace.reload()
    asked = "En kollega har bedt om at det som er skrevet om en person, slettes."
    assert asked in said_on(with_example.window.page("overview"))
    assert NAME not in said_on(with_example.window.page("overview"))
    assert holding(with_example.folder) == ["fosdesk.db"]
    page = page_of(with_example.window, "privacy", PrivacyPage)
    assert f"{asked} Slette det her også?" in said_on(page)
    press(page, "Se hva som er skrevet")
    wait_for_work(desk)
    assert ASSESSMENT in said_on(page)
    press(page, "‹ Alle personer")

    # No is an answer, and is remembered.
    press(page, "Nei, behold det")
    assert asked not in said_on(page)
    assert "turid" in page.lines
    with_example.window.go("overview", "")
    assert asked not in said_on(with_example.window.page("overview"))

    # So is yes.
    page = page_of(with_example.window, "privacy", PrivacyPage)
    erase_person(page, "turid")
    assert holding(with_example.folder) == []
