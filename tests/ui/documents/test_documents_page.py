"""The documents page: choose, see what goes in and what stays out, let something in this one time, make it, find it."""

import json
import os
import re
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fosdesk import paths
from fosdesk.app import Fosdesk
from fosdesk.domain.records import Description, GateEntry, Person, Reflection
from fosdesk.domain.values.period import Period
from fosdesk.reports.document_catalogue import CATEGORIES, DOCUMENTS
from fosdesk.reports.pdf import finished_pdf
from fosdesk.reports.pdf.archive_metadata import ArchiveNote, schema
from fosdesk.ui.documents.document_panel import DocumentPanel
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.forms.editors import as_widget
from tests.reading import text_of
from tests.reports.word.word_reading import everything_in_word, words_of
from tests.sampling import sampled
from tests.ui.acts import bring_to_front, desk_of, leave, page_of, press, said_on, type_in, wait_for_work


def documents(program: Fosdesk) -> DocumentsPage:
    return page_of(program.window, "documents", DocumentsPage)


def opened(program: Fosdesk, key: str = "description") -> DocumentPanel:
    return documents(program).choose(key)


def click_on(panel: DocumentPanel, choice: str, key: str) -> None:
    QTest.mouseClick(getattr(panel, choice).chip(key), Qt.MouseButton.LeftButton)


def make_at(panel: DocumentPanel, path: Path) -> str:
    """Make it there, and what was said about that."""
    panel.make_at(path)
    wait_for_work(panel.desk)
    return said_on(panel.notice)


@pytest.fixture
def filled(fresh_school: Fosdesk) -> Fosdesk:
    """A school with a person, a private note and an entry."""
    workspace = desk_of(fresh_school).workspace
    workspace.add(Person(name="Turid Testad", role="teacher"))
    workspace.commit(None, Reflection("reflection:F1-1", text="Vi er slitne av planer."))
    workspace.add(GateEntry(what="Elevsamtaler i friminuttet", decision="admitted"))
    return fresh_school


def test_every_document_stands_on_a_shelf_with_a_line_of_what_it_is_for(filled: Fosdesk) -> None:
    page = documents(filled)
    said = said_on(page)
    assert sorted(page.list.shown_ids) == sorted(DOCUMENTS)
    for kind in DOCUMENTS.values():
        assert page.words(kind.title) in said
        assert page.words(CATEGORIES[kind.category]) in said
        line = page.list.row(kind.key).line.accessibleName()
        assert re.search(r"\. .*\w", line), "a title, and what it is for"


@pytest.mark.parametrize("first", sampled(range(3)))
def test_each_document_opens_and_offers_its_own_audiences(first: int, filled: Fosdesk, qtbot: QtBot) -> None:
    for key in list(DOCUMENTS)[first::3]:
        kind = DOCUMENTS[key]
        panel = opened(filled, key)
        qtbot.waitUntil(lambda p=panel: p.height() == p.heightForWidth(p.width()))  # type: ignore[misc]
        assert panel.audience.value == kind.audiences[0].value
        for audience in kind.audiences:
            click_on(panel, "audience", audience.value)
            assert panel.order.audience is audience
            assert "Dette kommer med" in said_on(panel)


@pytest.mark.long
@pytest.mark.parametrize("key", DOCUMENTS)
def test_each_document_is_made(key: str, filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled, key)
    assert " er klar" in make_at(panel, tmp_path / "a.pdf")
    assert ("Prøve skole" in text_of(tmp_path / "a.pdf")) is (key != "research")
    assert "a.docx er klar." in make_at(panel, tmp_path / "a.docx")
    assert ("Prøve skole" in words_of((tmp_path / "a.docx").read_bytes())) is (key != "research")


def test_texts_for_research_are_found_and_ticked_one_by_one(filled: Fosdesk, tmp_path: Path) -> None:
    workspace = desk_of(filled).workspace
    for number in range(30):
        workspace.add(GateEntry(what=f"Tilbud {number}", decision="kept_out", reason=f"Grunn nummer {number}."))
    panel = opened(filled, "research")
    texts = panel.holds.texts
    assert len(texts.ticks) < 20, "a handful at a time"
    shown = len(texts.ticks)
    texts.more.click()
    assert len(texts.ticks) > shown
    bring_to_front(filled.window)
    texts.search.setFocus()
    QTest.keyClicks(texts.search, "grunn 17")
    (found,) = texts.ticks.values()
    found.click()
    assert "1 tekst er valgt." in said_on(texts)
    texts.search.clear()
    assert next(iter(texts.ticks.values())).isChecked(), "what is chosen stands first"
    make_at(panel, tmp_path / "forskning.pdf")
    text = text_of(tmp_path / "forskning.pdf")
    assert "Grunn nummer 17." in text
    assert "Grunn nummer 16." not in text
    assert "Turid" not in text
    assert "Prøve skole" not in text
    assert "Ingen tekst er valgt." in said_on(texts)


def test_what_goes_in_and_what_stays_out_follows_document_and_audience(filled: Fosdesk) -> None:
    panel = opened(filled)
    said = said_on(panel)
    assert "Refleksjoner (1)" in said
    assert "Personer: navn (1)" not in said
    click_on(panel, "audience", "owner")
    assert "Personer: navn (1)" in said_on(panel)
    assert "Refleksjoner (1)" not in said_on(opened(filled, "gate_log"))


def test_a_tick_lets_something_in_this_one_time_and_is_forgotten(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled)
    make_at(panel, tmp_path / "uten.pdf")
    assert "slitne av planer" not in text_of(tmp_path / "uten.pdf")
    bring_to_front(filled.window)
    whole_line = panel.holds.ticks["reflection"].parentWidget()
    assert whole_line is not None
    QTest.mouseClick(whole_line, Qt.MouseButton.LeftButton)
    assert panel.holds.ticks["reflection"].isChecked()
    assert panel.holds.ticks["reflection"].hasFocus(), "the keyboard stays where it was"
    make_at(panel, tmp_path / "med.pdf")
    assert "slitne av planer" in text_of(tmp_path / "med.pdf")
    assert not any(tick.isChecked() for tick in panel.holds.ticks.values())
    make_at(panel, tmp_path / "uten igjen.pdf")
    assert "slitne av planer" not in text_of(tmp_path / "uten igjen.pdf")


def test_a_tick_is_forgotten_when_something_else_is_chosen(filled: Fosdesk) -> None:
    panel = opened(filled)
    click_on(panel, "audience", "owner")
    panel.holds.ticks["reflection"].click()
    click_on(panel, "audience", "network")
    assert panel.order.ticked == frozenset()
    panel.holds.ticks["reflection"].click()
    assert panel.order.ticked == {"reflection"}
    opened(filled, "gate_log")
    assert opened(filled).order.ticked == frozenset()


def test_the_teams_own_words_are_saved_and_open_the_documentation(filled: Fosdesk, tmp_path: Path) -> None:
    page, panel = documents(filled), opened(filled)
    for key, editor in page.descriptions.items():
        type_in(editor, f"Våre ord om {key}.")
        leave(editor)
    assert desk_of(filled).school.get(Description, "description:support").text == "Våre ord om support."
    assert "valg.pdf er klar: " in make_at(panel, tmp_path / "valg")
    text = text_of(tmp_path / "valg.pdf")
    assert len(page.descriptions) == 4
    for key in page.descriptions:
        assert f"Våre ord om {key}." in text
    assert "Elevsamtaler i friminuttet" in text


def test_a_description_can_be_gone_to(filled: Fosdesk) -> None:
    page = documents(filled)
    opened(filled, "gate_log")
    assert page.descriptions == {}
    filled.window.go("documents", "description:support")
    assert as_widget(page.descriptions["support"].editor).hasFocus()


def test_what_is_being_typed_is_in_the_pdf_too(
    filled: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, panel = documents(filled), opened(filled)
    type_in(page.descriptions["anchoring"], "Skrevet for et øyeblikk siden.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nå.pdf"), ""))
    press(panel, "Lagre PDF …")
    wait_for_work(panel.desk)
    assert "Skrevet for et øyeblikk siden." in text_of(tmp_path / "nå.pdf")


def test_the_language_of_the_document_is_chosen_apart_from_the_programs(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled)
    click_on(panel, "language", "nn")
    make_at(panel, tmp_path / "val.pdf")
    assert "Elevsamtaler i friminuttet" in text_of(tmp_path / "val.pdf")
    assert "skulen" in text_of(tmp_path / "val.pdf")
    assert "Dokumenter" in said_on(documents(filled))


def test_the_log_of_one_school_year_is_made_and_its_preview_follows(filled: Fosdesk, tmp_path: Path) -> None:
    workspace = desk_of(filled).workspace
    for what, came in (("Kom før", "2024-09-01"), ("Kom det året", "2025-09-01")):
        workspace.add(GateEntry(what=what, came=came))
    panel = opened(filled, "gate_log")
    assert panel.period.value == ""
    assert panel.order == panel.order._replace(within=None)
    assert panel.period.chip("2025/26").isVisible()
    assert "3" in said_on(panel.holds)
    click_on(panel, "period", "2025/26")
    assert panel.order.within == Period.school_year(2025)
    assert "3" not in said_on(panel.holds)
    whole = panel.order._replace(within=None)
    assert [panel._work.proposed_name(order).name.split(" Prøve")[0] for order in (whole, panel.order)] == [
        "Grensevoktingslogg",
        "Grensevoktingslogg 2025-26",
    ]
    make_at(panel, tmp_path / "log.pdf")
    text = text_of(tmp_path / "log.pdf")
    assert "Kom det året" in text
    assert "Kom før" not in text
    assert not opened(filled, "status").period.isVisible(), "the status has no period to choose"


def test_draft_stands_on_a_draft_and_not_on_the_final_version(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled)
    make_at(panel, tmp_path / "utkast.pdf")
    assert "Utkast" in text_of(tmp_path / "utkast.pdf")
    click_on(panel, "state", "final")
    make_at(panel, tmp_path / "ferdig.pdf")
    assert "Utkast" not in text_of(tmp_path / "ferdig.pdf")


def test_made_documents_can_be_opened_and_found_and_the_folder_is_remembered(
    filled: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    proposed: list[str] = []

    def show(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    def ask(_parent: object, _title: str, there: str, _kinds: str) -> tuple[str, str]:
        proposed.append(there)
        return "", ""

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    panel = opened(filled)
    make_at(panel, tmp_path / "valg.pdf")
    for act in (panel.open, panel.folder):
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert shown == [str(tmp_path / "valg.pdf"), str(tmp_path)]
    assert filled.settings.value.folder == str(tmp_path)
    press(panel, "Lagre PDF …")
    press(panel, "Lagre Word-fil …")
    filled.settings.change(folder=str(tmp_path / "borte"))
    press(panel, "Lagre PDF …")
    name = "Valgbeskrivelse Prøve skole 2026-11-23 (vår egen skole)"
    home = Path.home() / f"{name}.pdf"
    assert proposed == [str(tmp_path / f"{name}.pdf"), str(tmp_path / f"{name}.docx"), str(home)]


def test_a_place_that_cannot_be_written_is_told_and_another_can_be_chosen(
    filled: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(filled)
    (tmp_path / "opptatt.pdf").mkdir()
    assert "opptatt.pdf kunne ikke lagres. Den kan være åpen i et annet program" in make_at(
        panel, tmp_path / "opptatt.pdf"
    )
    assert not panel.open.isVisible()
    assert (tmp_path / "opptatt.pdf").is_dir()
    assert "valg.docx kunne ikke lagres." in make_at(panel, tmp_path / "finnes ikke" / "valg.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "valg.docx"), ""))
    press(panel.notice, "Velg et annet sted …")
    wait_for_work(panel.desk)
    assert "valg.docx er klar." in said_on(panel.notice)
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(("valg", "opptatt"))) == [
        "opptatt.pdf",
        "valg.docx",
    ]


def test_the_same_document_as_a_word_file(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled)
    click_on(panel, "audience", "owner")
    assert "valg.docx er klar." in make_at(panel, tmp_path / "valg.docx")
    written = (tmp_path / "valg.docx").read_bytes()
    assert "Elevsamtaler i friminuttet" in words_of(written)
    everything = everything_in_word(written)
    assert "Turid" not in everything
    assert "slitne av planer" not in everything
    assert Document(str(tmp_path / "valg.docx")).core_properties.title == "Valgbeskrivelse, Prøve skole"


def test_the_archives_facts_stand_beside_the_pdf_when_asked_for(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled, "gate_log")
    filled.settings.change(role="principal")
    assert not panel.reference.isVisible()
    make_at(panel, tmp_path / "alene.pdf")
    panel.archive.click()
    assert panel.reference.isVisible()
    QTest.keyClicks(panel.reference, '2026/1234-5 "A"')
    click_on(panel, "audience", "owner")
    click_on(panel, "state", "final")
    make_at(panel, tmp_path / "logg.pdf")
    assert sorted(one.name for one in tmp_path.glob("*.json")) == ["logg.metadata.json"]
    note = json.loads((tmp_path / "logg.metadata.json").read_bytes())
    assert note == {
        "title": "Grensevoktingslogg",
        "school": "Prøve skole",
        "author_role": "Rektor",
        "date": "2026-11-23",
        "version": "final",
        "period": "Høst 2026",
        "audience": "owner",
        "language": "nb-NO",
        "archive_reference": '2026/1234-5 "A"',
        "file": "logg.pdf",
        "pages": note["pages"],
        "sha256": sha256((tmp_path / "logg.pdf").read_bytes()).hexdigest(),
        "format": "PDF/A-2a, PDF/UA-1",
        "made_with": "fosdesk",
    }
    msgspec.json.decode((tmp_path / "logg.metadata.json").read_bytes(), type=ArchiveNote)
    make_at(panel, tmp_path / "logg.docx")
    assert len(list(tmp_path.glob("*.json"))) == 1, "a Word file is for editing on, not for the archive"


def test_the_shape_of_the_archives_facts_is_written_down() -> None:
    shipped = paths.resource("archive", "document.schema.json").read_bytes()
    assert shipped == schema()
    assert b"noark" not in shipped.lower()


def test_no_archive_note_is_left_when_the_pdf_does_not_come_about(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled)
    panel.archive.click()
    (tmp_path / "opptatt.pdf").mkdir()
    assert "opptatt.pdf kunne ikke lagres" in make_at(panel, tmp_path / "opptatt.pdf")
    assert list(tmp_path.glob("*.json")) == []


def test_nothing_of_the_making_is_left_behind(filled: Fosdesk, tmp_path: Path) -> None:
    panel = opened(filled)
    make_at(panel, tmp_path / "a.pdf")
    make_at(panel, tmp_path / "a.docx")
    private = filled.folder / "documents in the making"
    assert list(private.iterdir()) == []
    make_at(panel, tmp_path / "nowhere" / "a.pdf")
    assert list(private.iterdir()) == []
    # On Windows it is the person's own folder that sees to it.
    assert os.name == "nt" or private.stat().st_mode & 0o777 == 0o700


def test_an_empty_school_makes_an_honest_document(fresh_school: Fosdesk, tmp_path: Path) -> None:
    make_at(opened(fresh_school), tmp_path / "tom.pdf")
    assert "Prøve skole" in text_of(tmp_path / "tom.pdf")


def test_a_file_that_falls_short_of_the_archive_says_so(
    filled: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(filled)
    assert "arkivering" not in make_at(panel, tmp_path / "a.pdf")
    monkeypatch.setattr(finished_pdf, "_ACCEPTED_RULES", frozenset())  # so that the check has something to remark on
    assert "oppfyller ikke alle krav til arkivering" in make_at(panel, tmp_path / "b.pdf")
