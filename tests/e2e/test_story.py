"""A principal's first day, in the real window: from first start through every page to a PDF and a colleague's file."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import (
    Answer,
    Description,
    GateEntry,
    GateReason,
    PhaseState,
    SchoolProfile,
    TranslationNote,
)
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.workspace import Workspace
from tests.program import NOON, Start
from tests.reading import text_of, words_on
from tests.ui.acts import page_in, wait_for_work
from tests.ui.gate_log import GateLog


def press(qtbot: QtBot, within: QWidget, words: str) -> None:
    """Click the visible button that says these words."""
    QApplication.processEvents()
    found = [b for b in within.findChildren(QPushButton) if b.isVisibleTo(within) and b.text().startswith(words)]
    assert found, f"no button says {words!r}; there are {[b.text() for b in within.findChildren(QPushButton)]}"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def type_into(qtbot: QtBot, editor: object, words: str) -> None:
    """Click into an editor, type, and leave it with Tab, as people do."""
    assert isinstance(editor, QWidget)
    editor.window().activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, words)
    editor.clearFocus()


def test_from_first_start_to_a_colleagues_file(qtbot: QtBot, started: Start, tmp_path: Path) -> None:
    # First start: three questions.
    program = started()
    first = program.window.findChild(FirstStartPage)
    assert first is not None
    assert "Tre spørsmål, så er dere i gang. Alt kan endres senere." in words_on(first)
    assert sum(text in words_on(first) for text in first._framework.first_run) == 6
    qtbot.keyClicks(first.name, "Solvik skule & <b>SFO</b>")
    qtbot.mouseClick(first.phase.chip("F1"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(first.begin, Qt.MouseButton.LeftButton)
    window, desk = program.window, program.window.desk
    assert desk is not None
    assert desk.school.profile.name == "Solvik skule & <b>SFO</b>"
    assert "Solvik skule & <b>SFO</b>" in words_on(window.navigation)
    assert desk.school.get(PhaseState, "phase:F1").is_open
    assert window.current_key == "overview"

    # Every page opens from the navigation, and none of them writes anything by being looked at.
    before = len(desk.workspace.store.journal(desk.school.id).changes)
    for place in PAGES:
        qtbot.mouseClick(window.navigation.button_of(place.key), Qt.MouseButton.LeftButton)
        assert window.current_key == place.key
        assert window.page(place.key).isVisible()
    assert len(desk.workspace.store.journal(desk.school.id).changes) == before

    # All 76 checklist items can be reached.
    shown = 0
    for phase in desk.framework.phases:
        window.go(f"phase:{phase.id}", "")
        said = words_on(window.page(f"phase:{phase.id}"))
        shown += sum(any(item.text in words for words in said) for item in phase.items)
    assert shown == 76

    # A gatekeeping entry, decided, with a reason, a translation note and a reply.
    window.go("gatekeeping", "")
    gate = GateLog(window)
    qtbot.mouseClick(gate.new, Qt.MouseButton.LeftButton)
    type_into(qtbot, gate.panel.what.editor, "Elevsamtaler i friminuttet")
    qtbot.mouseClick(gate.panel.decision.chip("adapted"), Qt.MouseButton.LeftButton)
    (entry,) = desk.school.of(GateEntry)
    assert (entry.what, entry.decision, entry.signed_by, entry.signed) == (
        "Elevsamtaler i friminuttet",
        "adapted",
        "principal",
        "2026-11-23",
    )
    press(qtbot, gate.panel, "+ Passer med det vi alt gjør")
    assert [r.text for r in desk.school.of(GateReason)] == ["Passer med det vi alt gjør"]
    note = next(n for n in gate.panel.notes if n.name == "reshaped")
    type_into(qtbot, note.editor, "Vi gjør det i gangen, ikke ute.")
    assert desk.school.get(TranslationNote, f"translation:{entry.id}").reshaped == "Vi gjør det i gangen, ikke ute."
    press(qtbot, gate.panel, "Foreslå et svar")
    assert "tilpasser det" in desk.school.get(GateEntry, entry.id).reply

    # What was done last can be undone, also after the program was closed and started again.
    assert any(words.startswith("Angre: ") for words in words_on(window))
    window.undo()
    assert desk.school.get(GateEntry, entry.id).reply == ""
    program.window.close()
    again = started(program.folder)
    window, desk = again.window, again.window.desk
    assert desk is not None
    assert desk.school.get(GateEntry, entry.id).decision == "adapted"
    window.undo()
    assert desk.school.find(f"translation:{entry.id}") is None
    window.redo()
    assert desk.school.get(TranslationNote, f"translation:{entry.id}").reshaped == "Vi gjør det i gangen, ikke ute."

    # The documentation as a PDF.
    window.go("documents", "")
    documents = window.page("documents")
    assert isinstance(documents, DocumentsPage)
    panel = documents.choose("description")
    type_into(qtbot, documents.descriptions["anchoring"].editor, "Vi brukte et halvt år på å bli enige.")
    assert desk.school.get(Description, "description:anchoring").text == "Vi brukte et halvt år på å bli enige."
    panel.make_at(tmp_path / "valg.pdf")
    wait_for_work(desk)
    assert "valg.pdf er klar" in " ".join(words_on(documents))
    text = text_of(tmp_path / "valg.pdf")
    assert "Solvik skule & <b>SFO</b>" in text
    assert "Vi brukte et halvt år på å bli enige." in text
    assert "Elevsamtaler i friminuttet" in text

    # A colleague's copy of the school comes back with something new and something both have changed.
    sent = write_school_file(desk.workspace.store.journal(desk.school.id), app="t", made=NOON, reference=False)
    there = Store.open(tmp_path / "there.db")
    there.merge(read_school_file(sent).journal, own=True, now=NOON)
    colleague = Workspace(there, desk.school.id, role="deputy", app="t", clock=lambda: NOON + 60_000)
    colleague.commit(None, Answer("answer:F1-02", how="Vi spurte alle i fellestid."))
    profile = colleague.school.profile
    colleague.commit(profile, SchoolProfile(**{**fields(profile), "direction": "Ingen skal gå alene."}))
    mine = desk.school.profile
    desk.workspace.commit(mine, SchoolProfile(**{**fields(mine), "direction": "Alle skal bli sett."}))
    back = write_school_file(there.journal(desk.school.id), app="t", made=NOON, reference=False)
    there.close()
    (tmp_path / "fra kollega.fosdesk").write_bytes(back)
    window.go("schools", "")
    schools = page_in(window, "schools", SchoolsPage)
    schools.read_file(tmp_path / "fra kollega.fosdesk")
    wait_for_work(desk)
    told = " ".join(words_on(schools))
    assert "1 ting er ny" in told
    assert "1 felt er endret av begge" in told
    assert desk.school.find("answer:F1-02") is None
    press(qtbot, schools, "Slå sammen")
    wait_for_work(desk)
    assert desk.school.get(Answer, "answer:F1-02").how == "Vi spurte alle i fellestid."
    assert set(desk.school.conflicts["school", "direction"]) == {"Ingen skal gå alene.", "Alle skal bli sett."}
    assert list((again.folder / "backups").glob("*.db"))

    # Another school opens beside, to read; a broken file is refused and nothing changes.
    other = write_school_file(other_school_journal(), app="t", made=NOON, reference=True)
    (tmp_path / "annen.fosdesk").write_bytes(other)
    schools.read_file(tmp_path / "annen.fosdesk")
    wait_for_work(desk)
    press(qtbot, schools, "Les den")
    wait_for_work(desk)
    beside = [s for s in desk.workspace.store.schools() if not s.own]
    assert len(beside) == 1
    reading = again.school_window(beside[0].id)
    assert reading is not None
    assert "En annen skole, bare til lesing. Ingenting her kan endres." in words_on(reading)
    for place in PAGES:
        reading.go(place.key, "")
    (tmp_path / "ødelagt.fosdesk").write_bytes(back[: len(back) // 2])
    changes = len(desk.workspace.store.journal(desk.school.id).changes)
    schools.read_file(tmp_path / "ødelagt.fosdesk")
    wait_for_work(desk)
    assert any("Ingenting er endret" in words or "skolefil" in words for words in words_on(schools))
    assert len(desk.workspace.store.journal(desk.school.id).changes) == changes


def test_a_second_start_is_told_kindly(started: Start, tmp_path: Path) -> None:
    started(tmp_path / "same")
    second = started(tmp_path / "same")
    told = " ".join(words_on(second.window))
    assert "allerede" in told
    assert second.store is None


def test_a_newer_and_a_broken_store_are_left_alone(started: Start, example_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    shutil.copy(example_store, folder / STORE_NAME)
    whole = (folder / STORE_NAME).read_bytes()
    middle = len(whole) // 2
    (folder / STORE_NAME).write_bytes(whole[:middle] + b"\0" * 8192 + whole[middle + 8192 :])
    broken = (folder / STORE_NAME).read_bytes()
    program: Fosdesk = started(folder)
    assert "fosdesk kunne ikke åpne skolen deres" in words_on(program.window)
    assert (folder / STORE_NAME).read_bytes() == broken


def fields(profile: SchoolProfile) -> dict[str, str]:
    """A profile's values by field."""
    return {name: getattr(profile, name) for name in profile.__struct_fields__}
