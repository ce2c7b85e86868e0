"""The rows on an owner with six municipalities: documents inside and across, and a description of its own."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from fosdesk.app import Fosdesk
from fosdesk.ui.forms.editors import LongEditor
from fosdesk.ui.schools.owner.document_dialog import OwnerDocumentDialog
from fosdesk.ui.schools.owner.owner_window import OwnerWindow
from tests.e2e.labels import press_label
from tests.many_schools import MUNICIPALITIES, PERSON, make_folder
from tests.reading import text_of
from tests.ui.acts import bring_to_front, press, said_on, settle, wait_until


def open_many(program: Fosdesk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> OwnerWindow:
    """Two clicks from the overview, by the labels that one sees."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window = program.window
    window.go("overview", "")
    bring_to_front(window)
    press_label(window.navigation, "Skoler og nettverk")
    press_label(window.page(window.current_key), "Åpne en mappe med skolefiler")
    (opened,) = window.findChildren(OwnerWindow)
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    return opened


def make(opened: OwnerWindow, document: str, municipality: str, path: Path) -> str:
    """The words of a document, made as a person makes it."""
    press(opened, "Lag et dokument")
    dialog = next(one for one in opened.findChildren(OwnerDocumentDialog) if one.isVisible())
    dialog.kinds[document].click()
    dialog.place.setCurrentIndex(dialog.place.findData(municipality))
    dialog.save_at(path)
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    return " ".join(text_of(path).split())


def test_a5_schools_of_six_municipalities_inside_and_across(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_many(fresh_school, make_folder(tmp_path, 24, 6), monkeypatch)
    press_label(opened, "Etter kommune")
    assert all(municipality in said_on(opened) for municipality in MUNICIPALITIES)
    across = make(opened, "schools_by_municipality", "", tmp_path / "across.pdf")
    assert all(municipality in across for municipality in MUNICIPALITIES)
    inside = make(opened, "schools_brief", "Tangen", tmp_path / "inside.pdf")
    assert "Innad i Tangen" in inside
    assert not any(municipality in inside for municipality in MUNICIPALITIES[:-1])
    assert PERSON not in across + inside


def test_d8_an_owner_describes_its_own_choices_beside_those_of_the_schools(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder(tmp_path, 12, 6)
    opened = open_many(fresh_school, folder, monkeypatch)
    press_label(opened, "Egen beskrivelse")
    for name, typed in (("Retningen vår", "Seilmaker"), ("Læring innad i Åsvik", "Bjørnunge på besøk")):
        field = next(one for one in opened.findChildren(LongEditor) if one.accessibleName() == name)
        QTest.keyClicks(field, typed)
    opened.close()
    settle()
    again = open_many(fresh_school, folder, monkeypatch)
    press_label(again, "Valg side om side")
    told = said_on(again)
    assert told.index("Seilmaker") < told.index("Alle barn hører til")
    inside = make(again, "owner_description", "Åsvik", tmp_path / "inside.pdf")
    assert "Bjørnunge på besøk" in inside
    assert "Alle barn hører til (lesing)" in inside
    across = make(again, "owner_description", "", tmp_path / "across.pdf")
    assert "Læring innad i Åsvik" in across
