"""The page about privacy: everybody of whom something is kept, everything kept of them, and what can be done."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CriticalVoice, Meeting, Membership, Person, Restriction, Retention, SeatHolder
from fosdesk.exchange.password_seal import seal, unseal
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.overview.overview_page import OverviewPage
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.program import NOON
from tests.ui.acts import (
    button_on,
    changed,
    desk_of,
    has_button,
    leave,
    page_of,
    press,
    said_on,
    settle,
    type_in,
    wait_for_work,
    window_of,
)


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


@pytest.fixture
def page(fresh_school: Fosdesk) -> PrivacyPage:
    return page_of(fresh_school.window, "privacy", PrivacyPage)


def open_person(page: PrivacyPage, person: str) -> str:
    settle()
    QTest.mouseClick(page.lines[person], Qt.MouseButton.LeftButton)
    wait_for_work(page.desk)
    return said_on(page)


def test_an_empty_school_is_met_kindly(page: PrivacyPage) -> None:
    assert "Ingen personer er skrevet inn ennå." in said_on(page)
    assert not page.searched.isVisible()


def test_everybody_is_there_also_who_has_left_or_was_deleted(page: PrivacyPage, desk: Desk) -> None:
    workspace = desk.workspace
    workspace.add(Person("a", name="Anna", role="teacher"))
    workspace.add(Person("b", role="health"))
    workspace.add(Person("c", name="Carl", left="2026-10-01"))
    gone = workspace.add(Person("d", name="Dina", role="teacher"))
    workspace.delete([gone])
    told = said_on(page)
    assert list(page.lines) == ["a", "c", "d", "b"]
    for shown in (
        "Anna",
        "Skolehelsetjenesten",
        "ikke lenger med fra 1. okt. 2026",
        "fjernet, men fortsatt i historikk",
    ):
        assert shown in told
    assert "Dina" in open_person(page, "d")


def test_everything_about_a_person_is_on_one_page_with_a_way_to_it(page: PrivacyPage, desk: Desk) -> None:
    workspace = desk.workspace
    person = workspace.add(Person("a", name="Anna Lie", role="teacher", contact="anna@skolen.no"))
    workspace.commit(person, changed(person, contact="al@skolen.no"))
    workspace.add(Membership("m", person="a", standing="member", motivation="brenner for dette"))
    workspace.add(SeatHolder("s", person="a", seat="teachers"))
    workspace.add(CriticalVoice("v", person="a", note="spør godt"))
    meeting = workspace.add(Meeting("t", what="Møte om lek", notes="Vi hørte på Lie."))
    told = open_person(page, "a")
    for shown in (
        "Anna Lie",
        "al@skolen.no",
        "brenner for dette",
        "spør godt",
        "«Vi hørte på Lie.»",
        "1 tidligere versjon",
    ):
        assert shown in told
    assert "anna@skolen.no" not in told
    press(page, "1 tidligere versjon")
    assert "anna@skolen.no" in said_on(page)
    ways = [b for b in page.findChildren(type(page.view.back)) if b.text() == "Gå dit"]  # type: ignore[union-attr]
    QTest.mouseClick(ways[-1], Qt.MouseButton.LeftButton)
    window = window_of(desk)
    assert window.current_key == "meetings"
    workspace.commit(meeting, changed(meeting, notes="Vi hørte på alle."))
    window.go("privacy", "")
    wait_for_work(desk)
    assert "Bare i historikken" in said_on(page)


def test_one_earlier_version_is_erased_after_being_asked_twice(page: PrivacyPage, desk: Desk) -> None:
    workspace = desk.workspace
    workspace.add(Person("a", name="Anna Lie"))
    meeting = workspace.add(Meeting("t", what="Møte", notes="Anna Lie gråt."))
    workspace.commit(meeting, changed(meeting, notes="Vi ble enige."))
    open_person(page, "a")
    once = button_on(page, "Slett denne versjonen")
    QTest.mouseClick(once, Qt.MouseButton.LeftButton)
    assert "gråt" in said_on(page)
    QTest.mouseClick(button_on(page, "Slett for godt"), Qt.MouseButton.LeftButton)
    wait_for_work(desk)
    wait_for_work(desk)
    assert "gråt" not in said_on(page)
    assert [v.blanked for v in workspace.history("t", "notes")] == [False, True]
    assert "gråt".encode() not in (desk.folder / "fosdesk.db").read_bytes()
    assert desk.school.get(Meeting, "t").notes == "Vi ble enige."


def test_whoever_must_be_kept_is_shielded_and_can_be_shown_again(page: PrivacyPage, desk: Desk) -> None:
    workspace = desk.workspace
    workspace.add(Person("a", name="Anna Lie", role="teacher"))
    workspace.add(Membership("m", person="a", standing="member"))
    open_person(page, "a")
    press(page, "Skjerm i stedet for å slette")
    assert page.view is not None
    QTest.keyClicks(page.view.reason, "Klagesak")
    press(page.view, "Skjerm")
    wait_for_work(desk)
    assert desk.school.of(Person) == ()
    assert desk.school.of(Membership) == ()
    told = said_on(page)
    assert "Skjermet fra 23. nov. 2026" in told
    assert "Klagesak" in told
    assert "Anna Lie" in told
    press(page, "‹ Alle personer")
    assert "skjermet" in said_on(page)
    overview = page_of(window_of(desk), "overview", OverviewPage)
    assert "Anna" not in said_on(overview)
    page = page_of(window_of(desk), "privacy", PrivacyPage)
    open_person(page, "a")
    press(page, "Vis igjen")
    wait_for_work(desk)
    assert [person.name for person in desk.school.of(Person)] == ["Anna Lie"]
    assert desk.school.of(Restriction) == ()
    assert len(desk.school.of(Membership)) == 1


def test_people_who_left_long_ago_are_proposed_quietly(page: PrivacyPage, desk: Desk) -> None:
    desk.workspace.add(Person("a", name="Anna", left="2026-01-01"))
    desk.workspace.add(Person("b", name="Bo"))
    assert "Foreslått slettet" not in said_on(page)
    type_in(page.months, "6")
    leave(page.months)
    assert desk.school.get(Retention, "retention").months == 6
    assert "Sluttet for mer enn 6 måneder siden." in said_on(page)
    overview = page_of(window_of(desk), "overview", OverviewPage)
    assert "1 person har sluttet for lenge siden." in said_on(overview)
    assert "Anna" not in said_on(overview.privacy)
    press(overview.privacy, "Se på det")
    assert window_of(desk).current_key == "storage"


def test_a_name_that_is_somebody_elses_too_is_left_unless_ticked(page: PrivacyPage, desk: Desk) -> None:
    workspace = desk.workspace
    workspace.add(Person("a", name="Anna Lie"))
    workspace.add(Person("b", name="Anna Berg"))
    workspace.add(Meeting("t", what="Én", notes="Anna kom."))
    workspace.add(Meeting("u", what="To", notes="Lie kom."))
    open_person(page, "a")
    press(page, "Slett personen …")
    assert len(page.dialog.chosen) == 1
    press(page.dialog, "Slett for godt")
    wait_for_work(desk)
    assert desk.school.get(Meeting, "t").notes == "Anna kom."
    assert desk.school.get(Meeting, "u").notes == "[noen] kom."


def test_a_sealed_backup_asks_for_its_password(page: PrivacyPage, desk: Desk) -> None:
    workspace, folder = desk.workspace, desk.folder / "backups"
    workspace.add(Person("a", name="Anna Planteskog"))
    plain = workspace.store.backup(folder, NOON, "asked")
    sealed = folder / "fosdesk 2026-11-01 10.00.00.sealed"
    sealed.write_bytes(seal(plain.read_bytes(), "hemmelig"))
    open_person(page, "a")
    press(page, "Slett personen …")
    press(page.dialog, "Slett for godt")
    assert "Skriv passordet" in said_on(page.dialog)
    QTest.keyClicks(page.dialog.password, "galt")
    press(page.dialog, "Slett for godt")
    wait_for_work(desk)
    assert "Passordet passer ikke til filen." in said_on(page.dialog)
    assert desk.school.find("a") is not None
    QTest.keyClicks(page.dialog.password, "hemmelig")
    press(page.dialog, "Slett for godt")
    wait_for_work(desk)
    assert desk.school.find("a") is None
    assert b"Planteskog" not in unseal(sealed.read_bytes(), "hemmelig")


def test_a_copy_that_cannot_be_read_is_told_of_and_deleted_when_asked(page: PrivacyPage, desk: Desk) -> None:
    desk.workspace.add(Person("a", name="Anna Planteskog"))
    damaged = desk.folder / "fosdesk damaged 2026-01-01 10.00.00.db"
    damaged.write_bytes(b"SQLite format 3\0 Planteskog" * 100)
    open_person(page, "a")
    press(page, "Slett personen …")
    press(page.dialog, "Slett for godt")
    wait_for_work(desk)
    assert "1 kopi kunne ikke leses" in said_on(page)
    press(page, "Slett dem")
    press(page, "Slett for godt")
    assert not damaged.exists()
    assert "kunne ikke leses" not in said_on(page)
    press(page, "Gå gjennom sikkerhetskopiene på nytt")
    wait_for_work(desk)
    assert "Sikkerhetskopiene er gjennomgått." in said_on(page)


def test_many_people_are_searched_among(page: PrivacyPage, desk: Desk) -> None:
    for number in range(12):
        desk.workspace.add(Person(f"p{number}", name=f"Person {number}"))
    settle()
    assert page.search()
    QTest.keyClicks(page.searched, "11")
    assert list(page.lines) == ["p11"]
    QTest.keyClicks(page.searched, "x")
    assert "Ingen her heter det." in said_on(page)


def test_a_file_that_cannot_be_written_is_told(page: PrivacyPage, desk: Desk, tmp_path: Path) -> None:
    desk.workspace.add(Person("a", name="Anna"))
    open_person(page, "a")
    page.save(tmp_path / "missing" / "a.txt")
    assert "kunne ikke skrives" in said_on(page)
    assert has_button(page, "Lagre som fil til personen")


@pytest.mark.parametrize("name", ["Anna", "Anna.pdf", "A. Planteskog"])
def test_a_file_for_a_person_ends_as_what_it_is(page: PrivacyPage, desk: Desk, tmp_path: Path, name: str) -> None:
    desk.workspace.add(Person("a", name="Anna"))
    open_person(page, "a")
    page.save(tmp_path / name)
    assert [path.name for path in tmp_path.glob("A*")] == [f"{name}.txt"]


def test_the_list_behind_a_person_is_as_it_should_be_when_somebody_comes_back_to_it(
    page: PrivacyPage, desk: Desk
) -> None:
    desk.workspace.add(Person("a", name="Anna"))
    second = desk.workspace.add(Person("b", name="Berit"))
    open_person(page, "a")
    desk.workspace.add(Person("c", name="Carl"))
    desk.workspace.commit(second, changed(second, name="Birgit"))
    wait_for_work(desk)
    assert page.view is not None
    QTest.mouseClick(page.view.back, Qt.MouseButton.LeftButton)
    said = said_on(page)
    assert list(page.lines) == ["a", "b", "c"]
    assert "Birgit" in said
    assert "Berit" not in said
    assert page.window().focusWidget() is page.lines["a"]
