"""A password on a file: proposed where people are in it, kept nowhere, asked for when the file is read."""

import math
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Person
from fosdesk.errors import FosdeskError
from fosdesk.exchange import passphrase, password_seal
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.password_seal import WrongPassword, is_sealed, seal
from fosdesk.ui.controls.password_choice import PasswordChoice
from fosdesk.ui.controls.password_dialog import PasswordDialog, ask_password
from fosdesk.ui.frame.password_sheet_dialog import PasswordSheetDialog
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from tests.reading import text_of
from tests.ui.acts import desk_of, has_button, page_of, press, said_on, wait_until


def choosing(monkeypatch: pytest.MonkeyPatch, *places: Path | str) -> list[str]:
    """Let the file dialog answer with places, one after the other; what it proposed."""
    proposed: list[str] = []
    answers = iter(places)

    def ask(*about: str) -> tuple[str, str]:
        proposed.append(about[2])
        return str(next(answers)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


@pytest.fixture
def dialog(fresh_school: Fosdesk) -> WriteFileDialog:
    press(page_of(fresh_school.window, "schools", SchoolsPage), "Lag en skolefil")
    return next(d for d in fresh_school.window.findChildren(WriteFileDialog) if d.isVisible())


def sheet_over(dialog: WriteFileDialog) -> PasswordSheetDialog:
    wait_until(lambda: any(d.isVisible() for d in dialog.findChildren(PasswordSheetDialog)))
    return next(d for d in dialog.findChildren(PasswordSheetDialog) if d.isVisible())


# -- the words


def test_proposed_words_are_hard_to_guess_and_easy_to_type() -> None:
    words = passphrase.word_list()
    assert len(set(words)) == len(words) >= 300
    assert math.log2(math.perm(len(words), passphrase.WORDS)) >= 50
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in words)
    proposals = {passphrase.generate_passphrase() for _ in range(200)}
    assert len(proposals) == 200
    assert all(set(one.split()) <= set(words) and len(one.split()) == passphrase.WORDS for one in proposals)


# -- writing


def test_a_password_is_on_where_people_are_in_the_file(dialog: WriteFileDialog) -> None:
    lock = dialog.lock
    assert not lock.wanted.isChecked()
    assert lock.password == ""
    dialog.people.click()
    assert lock.wanted.isChecked()
    assert len(lock.password.split()) == passphrase.WORDS
    dialog.people.click()
    assert not lock.wanted.isChecked()
    dialog.ours.click()
    assert lock.wanted.isChecked()
    assert "Ingen kan finne det igjen" in said_on(dialog)
    # What somebody decided stays so.
    lock.wanted.click()
    assert "Uten passord kan alle som får tak i filen" in said_on(dialog)
    dialog.others.click()
    dialog.ours.click()
    assert not lock.wanted.isChecked()
    assert lock.password == ""


def test_another_password_can_be_proposed_or_written(dialog: WriteFileDialog) -> None:
    dialog.ours.click()
    first = dialog.lock.password
    press(dialog, "Nytt forslag")
    assert dialog.lock.password not in ("", first)
    assert "Et kort passord" not in said_on(dialog)
    dialog.lock.field.selectAll()
    QTest.keyClicks(dialog.lock.field, "rips")
    assert dialog.lock.password == "rips"
    assert "Et kort passord er fort gjettet" in said_on(dialog)
    QTest.keyClicks(dialog.lock.field, " og bringebær")
    assert "Et kort passord" not in said_on(dialog)


def test_nothing_is_written_with_an_empty_password(
    dialog: WriteFileDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = choosing(monkeypatch, tmp_path / "a.fosdesk")
    dialog.ours.click()
    dialog.lock.field.setText("   ")
    press(dialog, "Velg sted og lagre")
    assert asked == []
    assert "Skriv et passord, eller velg å la være." in said_on(dialog)


def test_before_the_first_password_a_sheet_is_offered(
    dialog: WriteFileDialog, fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, place, sheet = desk_of(fresh_school), tmp_path / "vår.fosdesk", tmp_path / "ark"
    asked = choosing(monkeypatch, place, sheet)
    desk.workspace.add(Person(name="Turid Testad"))
    dialog.ours.click()
    password = dialog.lock.password
    press(dialog, "Velg sted og lagre")
    paper = sheet_over(dialog)
    assert not place.exists()
    assert {"Uten passordet er filen tapt. Ingen kan finne det igjen.", password, "vår.fosdesk"} <= set(
        said_on(paper).split("\n")
    )
    press(paper, "Lagre et ark til utskrift")
    wait_until(place.exists)
    assert Path(asked[1]).name == "Passord til vår.pdf"
    printed = " ".join(text_of(tmp_path / "ark.pdf").split())
    for words in ("Passord til en skolefil", "Prøve skole", "vår.fosdesk", "23. november 2026", password):
        assert words in printed
    wait_until(lambda: "vår.fosdesk" in said_on(page_of(fresh_school.window, "schools", SchoolsPage)))
    assert is_sealed(place.read_bytes())
    assert b"Turid" not in place.read_bytes()
    assert load_school_file(place, password).journal == desk.workspace.store.journal(desk.school.id)
    assert desk.choices.sheet_offered


def test_a_sheet_can_be_left_out_and_is_not_asked_about_again(
    dialog: WriteFileDialog, fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "a.fosdesk", tmp_path / "b.fosdesk")
    dialog.ours.click()
    press(dialog, "Velg sted og lagre")
    press(sheet_over(dialog), "Avbryt")
    assert dialog.isVisible()
    assert list(tmp_path.glob("*.fosdesk")) == []
    monkeypatch.undo()
    choosing(monkeypatch, tmp_path / "a.fosdesk", tmp_path / "b.fosdesk")
    press(dialog, "Velg sted og lagre")
    press(sheet_over(dialog), "Gå videre uten ark")
    wait_until((tmp_path / "a.fosdesk").exists)
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    wait_until(lambda: "a.fosdesk" in said_on(page))
    press(page, "Lag en skolefil")
    again = next(d for d in fresh_school.window.findChildren(WriteFileDialog) if d.isVisible())
    again.ours.click()
    press(again, "Velg sted og lagre")
    wait_until((tmp_path / "b.fosdesk").exists)
    wait_until(lambda: "b.fosdesk" in said_on(page))


def test_a_sheet_is_there_whenever_it_is_wanted(
    dialog: WriteFileDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "opptatt.pdf").mkdir()
    choosing(monkeypatch, tmp_path / "opptatt.pdf", tmp_path / "ark.pdf")
    dialog.ours.click()
    press(dialog, "Ark til utskrift")
    paper = sheet_over(dialog)
    assert not has_button(paper, "Gå videre uten ark")
    press(paper, "Lagre et ark til utskrift")
    wait_until(lambda: "opptatt.pdf" in said_on(paper))
    assert paper.isEnabled()
    press(paper, "Lagre et ark til utskrift")
    wait_until((tmp_path / "ark.pdf").exists)
    wait_until(lambda: not dialog.findChildren(PasswordSheetDialog))
    assert dialog.isVisible()
    dialog.reject()


def test_the_password_is_kept_nowhere(dialog: WriteFileDialog, fresh_school: Fosdesk, tmp_path: Path) -> None:
    dialog.ours.click()
    dialog.lock.field.setText("blåbærsyltetøy og vafler")
    place = tmp_path / "ut" / "a.fosdesk"
    place.parent.mkdir()
    dialog.write(place)
    wait_until(place.exists)
    wait_until(lambda: not desk_of(fresh_school).long_work.under_way)
    for file in [*tmp_path.rglob("*"), *fresh_school.folder.rglob("*")]:
        if file.is_file():
            assert "syltetøy".encode() not in file.read_bytes(), file


def test_sealing_is_done_off_the_screens_thread(
    dialog: WriteFileDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    threads: list[threading.Thread] = []

    def closed(content: bytes, password: str) -> bytes:
        threads.append(threading.current_thread())
        return seal(content, password)

    monkeypatch.setattr(password_seal, "seal", closed)
    dialog.ours.click()
    dialog.write(tmp_path / "a.fosdesk")
    wait_until((tmp_path / "a.fosdesk").exists)
    assert threads
    assert threads[0] is not threading.main_thread()


# -- reading


def asked(program: Fosdesk, trouble: password_seal.PasswordNeeded, tried: str = "") -> tuple[PasswordDialog, list[str]]:
    given: list[str] = []
    ask_password(program.words, program.theme, program.window, "a.fosdesk", trouble, given.append, tried=tried)
    return next(d for d in program.window.findChildren(PasswordDialog) if d.isVisible()), given


def test_the_question_takes_a_password_with_enter(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    dialog, given = asked(fresh_school, password_seal.password_needed_error())
    qtbot.waitUntil(dialog.field.hasFocus)
    assert "a.fosdesk" in said_on(dialog)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.open_it.isEnabled()
    QTest.keyClicks(dialog.field, "kaktus fjord")
    dialog.show_it.click()
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert given == ["kaktus fjord"]


def test_a_wrong_password_is_told_and_can_be_mended(fresh_school: Fosdesk) -> None:
    with pytest.raises(FosdeskError) as trouble:
        password_seal.unseal(seal(b"x", "kaktus fjord"), "kaktus fjor")
    assert isinstance(trouble.value, WrongPassword)
    dialog, given = asked(fresh_school, trouble.value, "kaktus fjor")
    assert "Passordet passer ikke til filen" in said_on(dialog)
    assert dialog.field.text() == "kaktus fjor"
    QTest.keyClick(dialog.field, Qt.Key.Key_End)
    QTest.keyClicks(dialog.field, "d")
    press(dialog, "Åpne")
    assert given == ["kaktus fjord"]


def test_nothing_happens_when_nobody_answers(fresh_school: Fosdesk) -> None:
    dialog, given = asked(fresh_school, password_seal.password_needed_error())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert given == []


def test_every_part_has_a_name_for_those_who_hear_it(fresh_school: Fosdesk) -> None:
    lock = PasswordChoice(fresh_school.words, fresh_school.theme)
    lock.set_people(True)
    for widget in (lock.wanted, lock.field, lock.another, lock.sheet):
        assert (widget.accessibleName() or getattr(widget, "text", str)()).strip()
    lock.deleteLater()
