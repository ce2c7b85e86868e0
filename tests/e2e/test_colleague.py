"""A colleague's copy, met by somebody who is new to the program: looked at, merged, settled, taken back, restored."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, Meeting, Person
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.workspace import Workspace
from tests.ui.acts import (
    button_on,
    changed,
    desk_of,
    from_colleague,
    leave,
    page_of,
    press,
    said_on,
    settle,
    take_cursor,
    type_in,
    wait_for_work,
)
from tests.ui.gate_log import GateLog, gate_log

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def choose(program: Fosdesk, monkeypatch: pytest.MonkeyPatch, file: Path) -> SchoolsPage:
    """Press the page's main act, and choose a file in the dialog of the operating system."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = page_of(program.window, "schools", SchoolsPage)
    press(page, "Les en skolefil")
    wait_for_work(page.desk)
    return page


def unfold(page: SchoolsPage | StoragePage, words: str) -> None:
    """Click the visible line that begins with these words."""
    settle()
    lines = [d for d in page.findChildren(Disclosure) if d.isVisibleTo(page) and d.text().startswith(words)]
    assert lines, f"no line begins with {words!r}"
    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def gate(program: Fosdesk, entry: GateEntry) -> GateLog:
    page = gate_log(program.window)
    program.window.go("gatekeeping", entry.id)
    QApplication.processEvents()
    return page


def field(page: GateLog, name: str) -> FieldEditor:
    """The editor of one field of the entry that is open."""
    return next(one for one in page.panel.findChildren(FieldEditor) if one.name == name)


def test_a_copy_is_looked_at_word_by_word_and_merged(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    both = desk.workspace.add(GateEntry(what="Leseløftet", reason="Vi leser hver dag."))
    theirs = desk.workspace.add(GateEntry(what="Et kurs"))
    gone = desk.workspace.add(GateEntry(what="En brosjyre"))
    split = desk.workspace.add(GateEntry(what="Et brev"))

    def work(there: Workspace) -> None:
        there.commit(both, changed(both, reason="Vi leser hver uke."))
        there.commit(theirs, changed(theirs, what="Et kurs i matematikk"))
        there.delete([gone])
        there.delete([split])
        there.add(Meeting(what="Møte om lesing"))

    file = from_colleague(desk, tmp_path, work)
    desk.workspace.commit(both, changed(both, reason="Vi leser hver dag og kveld."))
    desk.workspace.commit(split, changed(split, source="posten"))
    before = desk.workspace.store.journal(desk.school.id)
    page = choose(fresh_school, monkeypatch, file)
    said = said_on(page.panel)
    for sentence in ("1 felt er endret av begge", "1 ting er fjernet av den ene og endret av den andre"):
        assert sentence in said
    for sentence in ("1 ting er ny", "1 ting er endret", "1 ting er fjernet", "Møter · Inspektør"):
        assert sentence in said
    unfold(page, "Grensevokting · Inspektør")
    said = said_on(page.panel)
    assert said.index("endret av begge: innspill") < said.index("fjernet i filen, endret her")
    assert "fjernet i filen, endret her" in said
    unfold(page, "Leseløftet")
    assert "Her nå" in said_on(page.panel)
    assert "I filen (Inspektør)" in said_on(page.panel)
    assert desk.workspace.store.journal(desk.school.id) == before, "looking changes nothing"
    press(page, "Slå sammen")
    wait_for_work(desk)
    assert "endringer kom inn" in said_on(page.panel)
    assert desk.school.get(GateEntry, theirs.id).what == "Et kurs i matematikk"
    assert desk.school.find(gone.id) is None
    assert [m.what for m in desk.school.of(Meeting)] == ["Møte om lesing"]
    assert "2 steder der to har skrevet" in said_on(page.conflicts)


def test_what_two_wrote_is_settled_by_one_of_them_by_both_and_by_a_third(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    entries = [desk.workspace.add(GateEntry(what=name, reason="før")) for name in ("En", "To", "Tre")]

    def work(there: Workspace) -> None:
        for entry in entries:
            there.commit(entry, changed(entry, reason="skrevet der"))

    file = from_colleague(desk, tmp_path, work)
    for entry in entries:
        desk.workspace.commit(entry, changed(entry, reason="skrevet her"))
    page = choose(fresh_school, monkeypatch, file)
    press(page, "Slå sammen")
    wait_for_work(desk)
    one, two, three = entries
    conflict = field(gate(fresh_school, one), "reason").conflict
    assert conflict.isVisible()
    said = said_on(conflict)
    for sentence in ("To har skrevet her", "skrevet der", "skrevet her", "Rektor", "Inspektør", "Slik sto det før"):
        assert sentence in said
    press(conflict, "Bruk denne")
    assert desk.school.get(GateEntry, one.id).reason in ("skrevet der", "skrevet her")
    assert not conflict.isVisible()
    conflict = field(gate(fresh_school, two), "reason").conflict
    press(conflict, "Behold begge")
    assert set(desk.school.get(GateEntry, two.id).reason.split("\n\n")) == {"skrevet der", "skrevet her"}
    conflict = field(gate(fresh_school, three), "reason").conflict
    press(conflict, "Skriv noe annet")
    assert conflict.third is not None
    editor = as_widget(conflict.third)
    assert editor.hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "vi ble enige")
    press(conflict, "Bruk det jeg har skrevet")
    QApplication.processEvents()
    assert desk.school.get(GateEntry, three.id).reason == "vi ble enige"
    assert not desk.school.conflicts
    fresh_school.window.undo()
    assert set(desk.school.conflicts[three.id, "reason"]) == {"skrevet der", "skrevet her"}


def test_a_third_text_that_is_left_is_kept_and_one_that_is_given_up_is_not(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="En", reason="før"))
    file = from_colleague(desk, tmp_path, lambda there: there.commit(entry, changed(entry, reason="der")))
    desk.workspace.commit(entry, changed(entry, reason="her"))
    press(choose(fresh_school, monkeypatch, file), "Slå sammen")
    wait_for_work(desk)
    conflict = field(gate(fresh_school, entry), "reason").conflict
    press(conflict, "Skriv noe annet")
    assert conflict.third is not None
    QTest.keyClicks(as_widget(conflict.third), "halvveis")
    press(conflict, "La det være")
    assert set(desk.school.conflicts[entry.id, "reason"]) == {"der", "her"}
    press(conflict, "Skriv noe annet")
    assert conflict.third is not None
    take_cursor(as_widget(conflict.third))
    QTest.keyClick(as_widget(conflict.third), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(as_widget(conflict.third), "noe tredje")
    fresh_school.window.go("schools", "")
    assert desk.school.get(GateEntry, entry.id).reason == "noe tredje"
    assert not desk.school.conflicts


def test_the_whole_file_is_taken_back_at_once_and_read_again(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))

    def work(there: Workspace) -> None:
        there.commit(entry, changed(entry, what="Et kurs"))
        there.add(GateEntry(what="Fra kollegaen"))

    file = from_colleague(desk, tmp_path, work)
    before, picture = desk.workspace.store.journal(desk.school.id), dict(desk.school.records)
    page = choose(fresh_school, monkeypatch, file)
    press(page, "Slå sammen")
    wait_for_work(desk)
    assert len(desk.school.of(GateEntry)) == 2
    press(page, "Fjern det som kom med filen")
    wait_for_work(desk)
    assert "Alt er som før filen ble lest" in said_on(page)
    assert desk.workspace.store.journal(desk.school.id) == before
    assert dict(desk.school.records) == picture
    page = choose(fresh_school, monkeypatch, file)
    press(page, "Slå sammen")
    wait_for_work(desk)
    assert {e.what for e in desk.school.of(GateEntry)} == {"Et kurs", "Fra kollegaen"}


def test_taken_back_later_what_was_written_since_is_kept_and_the_file_comes_in_again(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    one, two = (desk.workspace.add(GateEntry(what=name)) for name in ("En", "To"))

    def work(there: Workspace) -> None:
        for entry in (one, two):
            there.commit(entry, changed(entry, what=f"{entry.what} der"))
        there.add(GateEntry(what="Fra kollegaen"))

    file = from_colleague(desk, tmp_path, work)
    press(choose(fresh_school, monkeypatch, file), "Slå sammen")
    wait_for_work(desk)
    panel = gate(fresh_school, one).panel
    type_in(panel.what, "En, skrevet her siden")
    leave(panel.what)
    history = page_of(fresh_school.window, "history", StoragePage)
    press(history, "Filer som er lest inn")
    assert "fra kollega.fosdesk" in said_on(history)
    press(history, "Fjern det som kom med filen")
    wait_for_work(desk)
    said = said_on(history)
    assert "er fjernet" in said
    assert "skrevet videre i 1 ting" in said
    assert {e.what for e in desk.school.of(GateEntry)} == {"En, skrevet her siden", "To"}
    assert button_on(fresh_school.window, "Angre: det som kom med en fil, er fjernet").isVisible()
    page = choose(fresh_school, monkeypatch, file)
    assert "fjernet det den hadde med" in said_on(page)
    press(page, "Hent det inn igjen")
    wait_for_work(desk)
    assert {e.what for e in desk.school.of(GateEntry)} == {"En, skrevet her siden", "To der", "Fra kollegaen"}
    fresh_school.window.undo()
    assert {e.what for e in desk.school.of(GateEntry)} == {"En, skrevet her siden", "To"}


def test_something_deleted_comes_back_from_the_bin_with_what_went_with_it(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    people = desk.school.of(Person)[:2]
    desk.workspace.delete(people)
    history = page_of(with_example.window, "history", StoragePage)
    press(history, "Papirkurv")
    assert f"{people[0].name} og 1 til" in said_on(history)
    unfold(history, people[0].name)
    assert people[1].name in said_on(history)
    press(history, "Hent tilbake")
    assert [desk.school.find(person.id) for person in people] == list(people)
    assert "er tilbake der det var" in said_on(history)
    with_example.window.undo()
    assert desk.school.find(people[0].id) is None


def test_an_earlier_value_is_brought_back_from_the_history_of_its_field(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet", source="brosjyre"))
    desk.workspace.commit(entry, changed(entry, what="Løftet for alle"))
    panel = gate(fresh_school, entry).panel
    take_cursor(as_widget(panel.what.editor))
    QTest.keyClick(as_widget(panel.what.editor), Qt.Key.Key_H, BOTH)
    QApplication.processEvents()
    (dialog,) = (d for d in fresh_school.window.findChildren(HistoryDialog) if d.isVisible())
    said = said_on(dialog)
    assert "Løftet for alle" in said
    assert "slik det er nå" in said
    assert "brosjyre" not in said
    press(dialog, "Hent tilbake")
    assert desk.school.get(GateEntry, entry.id).what == "Leseløftet"
    fresh_school.window.undo()
    assert desk.school.get(GateEntry, entry.id).what == "Løftet for alle"
