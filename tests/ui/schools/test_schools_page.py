"""The schools page: a copy of one's own is merged, another is read beside, and a file is written for whom it is for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from fosdesk.app import Fosdesk
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import GateEntry, Person, SchoolProfile
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.school_file import write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.store import Store
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from fosdesk.workspace import Workspace
from tests.privacy.known import names_of
from tests.program import NOON
from tests.reading import words_on
from tests.ui.acts import (
    changed,
    desk_of,
    from_colleague,
    has_button,
    page_of,
    press,
    said_on,
    wait_for_work,
    wait_until,
)
from tests.ui.gate_log import GateLog, gate_log


def schools(program: Fosdesk) -> SchoolsPage:
    return page_of(program.window, "schools", SchoolsPage)


def read(page: SchoolsPage, file: Path) -> None:
    """Choose a file, and wait until it is shown what it would bring."""
    page.read_file(file)
    wait_for_work(page.desk)


def other_school(folder: Path, name: str, what: str, *, uid: str = "f0" * 12, reference: bool = True) -> Path:
    """A file of a school that was started elsewhere."""
    store = Store.open(folder / "other.db")
    store.add_school(uid, own=True, now=NOON)
    there = Workspace(store, uid, role="principal", app="test", clock=lambda: NOON)
    there.commit(None, SchoolProfile("school", name=name))
    there.add(GateEntry(what=what))
    there.add(Person(name="Turid Testad"))
    journal = store.journal(uid)
    if reference:
        journal = reference_journal(
            there.school, names=names_of(there.school), name=name, audience=Audience.NETWORK, now=NOON
        )
    store.close()
    (folder / "other.db").unlink()
    place = folder / f"{name}.fosdesk"
    place.write_bytes(write_school_file(journal, app="test", made=NOON, reference=reference))
    return place


def test_a_copy_of_ones_own_school_shows_what_it_brings_and_merges_by_union(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet", source="brosjyre"))
    gone = desk.workspace.add(GateEntry(what="Et kurs"))

    def work(there: Workspace) -> None:
        there.add(GateEntry(what="Fra kollegaen"))
        there.commit(entry, changed(entry, what="Leseløftet 2"))
        there.delete([gone])

    file = from_colleague(desk, tmp_path, work)
    desk.workspace.commit(entry, changed(entry, what="Leseløftet hos oss", source="nettside"))
    before = len(desk.workspace.store.journal(desk.school.id).changes)
    read(page, file)
    said = said_on(page)
    assert "1 ting er ny" in said
    assert "1 ting er fjernet" in said
    assert "1 felt er endret av begge" in said
    assert "0 " not in said_on(page.panel)
    assert len(desk.workspace.store.journal(desk.school.id).changes) == before, "nothing is merged unasked"
    press(page, "Slå sammen")
    wait_for_work(desk)
    assert {e.what for e in desk.school.of(GateEntry)} >= {"Fra kollegaen"}
    assert desk.school.get(GateEntry, entry.id).source == "nettside"
    assert desk.school.find(gone.id) is None
    assert set(desk.school.conflicts[entry.id, "what"]) == {"Leseløftet 2", "Leseløftet hos oss"}
    assert "1 sted der to har skrevet" in said_on(page)
    assert list((fresh_school.folder / "backups").glob("*.db"))
    read(page, file)
    assert "Dere har allerede alt" in said_on(page)
    assert not has_button(page, "Slå sammen")
    press(page, "Lukk")
    QTest.mouseClick(
        next(b for b in page.conflicts.findChildren(type(page.read)) if "Hva" in b.text()), Qt.MouseButton.LeftButton
    )
    assert fresh_school.window.current_key == "gatekeeping"
    gate = GateLog(fresh_school.window)
    press(gate.panel.what, "Bruk denne")
    assert not desk.school.conflicts
    assert not schools(fresh_school).conflicts.isVisible()


def test_what_one_deleted_and_another_wrote_in_can_be_kept_or_deleted(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    kept, dropped = (desk.workspace.add(GateEntry(what=what)) for what in ("Leseløftet", "Et kurs"))
    file = from_colleague(desk, tmp_path, lambda there: there.delete([kept, dropped]))
    for entry in (kept, dropped):
        desk.workspace.commit(entry, changed(entry, source="nettside"))
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups").update)
    QApplication.processEvents()
    assert {(kept.id, BIRTH), (dropped.id, BIRTH)} <= set(desk.school.conflicts)
    said = said_on(page.conflicts)
    assert "Leseløftet: En av dere har fjernet dette" in said
    assert "Et kurs: En av dere har fjernet dette" in said
    press(page.conflicts, "Behold det")
    press(page.conflicts, "Fjern det")
    assert not desk.school.conflicts
    (left,) = desk.school.of(GateEntry)
    assert left.what in ("Leseløftet", "Et kurs")
    assert left.source == "nettside"


def test_cancelling_a_merge_leaves_everything(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    file = from_colleague(desk, tmp_path, lambda there: there.add(GateEntry(what="Fra kollegaen")))
    read(page, file)
    press(page, "Avbryt")
    assert not desk.school.of(GateEntry)
    assert not page.panel.isVisible()


def test_another_school_is_read_beside_and_reading_it_again_replaces_it(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    read(page, other_school(tmp_path, "Nes skole", "Første innspill"))
    assert "Nes skole" in said_on(page)
    assert len(desk.workspace.store.schools()) == 1
    press(page, "Les den")
    wait_for_work(desk)
    (other,) = [s.id for s in desk.workspace.store.schools() if not s.own]
    window = fresh_school.school_window(other)
    assert window is not None
    assert "Første innspill" in "\n".join(words_on(gate_log(window).page))
    assert "Turid" not in said_on(window)
    window.close()
    read(page, other_school(tmp_path, "Nes skole", "Andre innspill"))
    assert "lest denne skolen før" in said_on(page)
    press(page, "Les den")
    wait_for_work(desk)
    assert len(desk.workspace.store.schools()) == 2
    window = fresh_school.school_window(other)
    assert window is not None
    said = "\n".join(words_on(gate_log(window).page))
    assert "Andre innspill" in said
    assert "Første innspill" not in said
    window.close()
    press(page, "Fjern")
    assert len(desk.workspace.store.schools()) == 1
    assert "Nes skole" not in said_on(page)


def test_the_same_name_is_not_the_same_school(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    read(page, other_school(tmp_path, "Prøve skole", "Noe annet", reference=False))
    said = said_on(page)
    assert "samme navn" in said
    assert not has_button(page, "Slå sammen")
    press(page, "Les den")
    wait_for_work(desk)
    assert not desk.school.of(GateEntry)
    assert sum(s.own for s in desk.workspace.store.schools()) == 1


def test_a_file_of_ones_own_made_for_others_has_nothing_to_merge(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    journal = reference_journal(
        desk.school, names=names_of(desk.school), name="Prøve skole", audience=Audience.NETWORK, now=NOON
    )
    (tmp_path / "oss.fosdesk").write_bytes(write_school_file(journal, app="t", made=NOON, reference=True))
    read(page, tmp_path / "oss.fosdesk")
    assert "deres egen skole" in said_on(page)
    assert not has_button(page, "Slå sammen")


@pytest.mark.parametrize("packed", [b"", b"hei", b"PK\x03\x04" + b"\0" * 400])
def test_a_broken_file_is_refused_and_nothing_changes(fresh_school: Fosdesk, tmp_path: Path, packed: bytes) -> None:
    page, desk = schools(fresh_school), desk_of(fresh_school)
    before = desk.workspace.store.journal(desk.school.id)
    (tmp_path / "x.fosdesk").write_bytes(packed)
    read(page, tmp_path / "x.fosdesk")
    assert "ingenting er endret" in said_on(page).lower()
    read(page, tmp_path / "not there.fosdesk")
    assert "ingenting er endret" in said_on(page).lower()
    assert desk.workspace.store.journal(desk.school.id) == before


def writing(program: Fosdesk) -> WriteFileDialog:
    """The dialog, open."""
    press(schools(program), "Lag en skolefil")
    return next(d for d in program.window.findChildren(WriteFileDialog) if d.isVisible())


def wrote(dialog: WriteFileDialog, place: Path) -> None:
    """Write to a place, and wait until it is done."""
    written = list[str]()
    dialog.written.connect(written.append)
    dialog.write(place)
    wait_until(lambda: written)


def test_people_stay_out_of_a_file_for_others_unless_ticked(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person(name="Turid Testad"))
    desk.workspace.add(GateEntry(what="Turid foreslo dette"))
    desk.workspace.add(GateEntry(what="Elevsamtaler"))
    dialog = writing(fresh_school)
    assert "Personer" in said_on(dialog)
    wrote(dialog, tmp_path / "uten")
    assert "uten.fosdesk" in said_on(schools(fresh_school))
    shared = load_school_file(tmp_path / "uten.fosdesk")
    assert shared.reference
    values = {str(change.value) for change in shared.journal.changes}
    assert "Elevsamtaler" in values
    assert not any("Turid" in value for value in values)
    dialog = writing(fresh_school)
    dialog.people.click()
    assert "Tekster som nevner noen ved navn" not in said_on(dialog)
    dialog.lock.wanted.click()
    wrote(dialog, tmp_path / "med.fosdesk")
    values = {str(change.value) for change in load_school_file(tmp_path / "med.fosdesk").journal.changes}
    assert {"Turid Testad", "Turid foreslo dette"} <= values


def test_a_file_for_a_colleague_holds_everything_with_its_history(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Person(name="Turid Testad"))
    dialog = writing(fresh_school)
    dialog.ours.setChecked(True)
    assert not dialog.people.isEnabled()
    dialog.lock.wanted.click()
    wrote(dialog, tmp_path / "vår.fosdesk")
    whole = load_school_file(tmp_path / "vår.fosdesk")
    assert not whole.reference
    assert whole.journal == desk.workspace.store.journal(desk.school.id)


def test_a_place_that_cannot_be_written_is_told_in_the_dialog(fresh_school: Fosdesk, tmp_path: Path) -> None:
    dialog = writing(fresh_school)
    (tmp_path / "opptatt.fosdesk").mkdir()
    dialog.write(tmp_path / "opptatt.fosdesk")
    assert not dialog.isVisible()
    wait_until(dialog.isVisible)
    assert dialog._said.isVisible()
    assert dialog._said.text().endswith(".")
    dialog.reject()


def test_the_proposed_name_is_the_schools_and_fit_for_a_file(
    fresh_school: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit(desk.school.profile, changed(desk.school.profile, name='Nes/skole: "øst" <1>'))
    asked: list[str] = []

    def ask(*about: str) -> tuple[str, str]:
        asked.append(about[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = writing(fresh_school)
    dialog.save.click()
    dialog.people.click()
    dialog.save.click()
    dialog.ours.click()
    dialog.lock.wanted.setChecked(False)
    dialog.save.click()
    assert [Path(one).name for one in asked] == [
        "Nesskole øst 1 2026-11-23 (til andre).fosdesk",
        "Nesskole øst 1 2026-11-23 (til andre, med personer).fosdesk",
        "Nesskole øst 1 2026-11-23 (egen skole, alt).fosdesk",
    ]
    dialog.reject()
