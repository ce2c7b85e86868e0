"""The documents page: what goes in, what stays out and is let in this one time, and the PDF itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Description, GateEntry, Person, Reflection
from fosdesk.ui.pages.documents import DocumentsPage
from tests.reading import text_of
from tests.ui.acts import desk_of, leave, page_of, press, said_on, type_in


def documents(program: Fosdesk) -> DocumentsPage:
    return page_of(program.window, "documents", DocumentsPage)


def click_on(page: DocumentsPage, choice: str, key: str) -> None:
    QTest.mouseClick(getattr(page, choice).chip(key), Qt.MouseButton.LeftButton)


@pytest.fixture
def filled(fresh_school: Fosdesk) -> Fosdesk:
    """A school with a person, a private note and an entry."""
    workspace = desk_of(fresh_school).workspace
    workspace.add(Person(name="Turid Testad", role="teacher"))
    workspace.commit(None, Reflection("reflection:F1-1", text="Vi er slitne av planer."))
    workspace.add(GateEntry(what="Elevsamtaler i friminuttet", decision="admitted"))
    return fresh_school


def test_what_goes_in_and_what_stays_out_follows_the_audience(filled: Fosdesk) -> None:
    page = documents(filled)
    said = said_on(page)
    assert "Om skolen" in said
    assert "Refleksjoner (1)" in said
    assert "Personer: navn (1)" not in said
    click_on(page, "audience", "owner")
    assert "Personer: navn (1)" in said_on(page)
    click_on(page, "document", "gate_log")
    assert "Refleksjoner (1)" not in said_on(page)
    click_on(page, "document", "gate_log")
    assert page.document.value == "gate_log", "one document is always chosen"


def test_a_tick_lets_something_in_this_one_time_and_is_forgotten(filled: Fosdesk, tmp_path: Path) -> None:
    page = documents(filled)
    click_on(page, "audience", "owner")
    page.make_at(tmp_path / "uten.pdf")
    assert "Turid Testad" not in text_of(tmp_path / "uten.pdf")
    tick = next(t for t in page._ticks.values() if t.accessibleName().startswith("Personer: navn"))
    whole_line = tick.parentWidget()
    assert whole_line is not None
    QTest.mouseClick(whole_line, Qt.MouseButton.LeftButton)
    kept = next(t for t in page._ticks.values() if t.accessibleName().startswith("Personer: navn"))
    assert kept.isChecked()
    assert kept.hasFocus(), "the keyboard stays where it was"
    page.make_at(tmp_path / "med.pdf")
    assert not any(t.isChecked() for t in page._ticks.values())
    page.make_at(tmp_path / "uten igjen.pdf")
    assert "Turid Testad" not in text_of(tmp_path / "uten igjen.pdf")


def test_the_teams_own_words_are_saved_and_open_the_documentation(filled: Fosdesk, tmp_path: Path) -> None:
    page = documents(filled)
    for key, editor in page.descriptions.items():
        type_in(editor, f"Våre ord om {key}.")
        leave(editor)
    assert desk_of(filled).school.get(Description, "description:support").text == "Våre ord om support."
    page.make_at(tmp_path / "valg")
    said = said_on(page)
    assert "valg.pdf er klar: " in said
    text = text_of(tmp_path / "valg.pdf")
    for key in page.descriptions:
        assert f"Våre ord om {key}." in text
    assert "Elevsamtaler i friminuttet" in text


def test_what_is_being_typed_is_in_the_pdf_too(
    filled: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = documents(filled)
    type_in(page.descriptions["anchoring"], "Skrevet for et øyeblikk siden.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nå.pdf"), ""))
    press(page, "Lag PDF")
    assert "Skrevet for et øyeblikk siden." in text_of(tmp_path / "nå.pdf")


def test_the_language_of_the_document_is_chosen_apart_from_the_programs(filled: Fosdesk, tmp_path: Path) -> None:
    page = documents(filled)
    click_on(page, "language", "nn")
    page.make_at(tmp_path / "val.pdf")
    assert "Elevsamtaler i friminuttet" in text_of(tmp_path / "val.pdf")
    assert "skulen" in text_of(tmp_path / "val.pdf")
    assert "Dokumenter" in said_on(page)


def test_draft_stands_on_a_draft_and_not_on_the_final_version(filled: Fosdesk, tmp_path: Path) -> None:
    page = documents(filled)
    page.make_at(tmp_path / "utkast.pdf")
    assert "Utkast" in text_of(tmp_path / "utkast.pdf")
    click_on(page, "state", "final")
    page.make_at(tmp_path / "ferdig.pdf")
    assert "Utkast" not in text_of(tmp_path / "ferdig.pdf")


def test_made_documents_can_be_opened_and_found(
    filled: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def show(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    page = documents(filled)
    page.make_at(tmp_path / "valg.pdf")
    for act in (page.open, page.folder):
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert shown == [str(tmp_path / "valg.pdf"), str(tmp_path)]
    assert filled.settings.value.folder == str(tmp_path)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_offered_to_open(filled: Fosdesk, tmp_path: Path) -> None:
    page = documents(filled)
    (tmp_path / "opptatt.pdf").mkdir()
    page.make_at(tmp_path / "opptatt.pdf")
    assert "opptatt.pdf" in said_on(page)
    assert not page.open.isVisible()
    page.make_at(tmp_path / "no such folder" / "valg.pdf")
    assert not page.open.isVisible()
    assert (tmp_path / "opptatt.pdf").is_dir()


def test_an_empty_school_makes_an_honest_document(fresh_school: Fosdesk, tmp_path: Path) -> None:
    page = documents(fresh_school)
    page.make_at(tmp_path / "tom.pdf")
    assert "Prøve skole" in text_of(tmp_path / "tom.pdf")
