"""The window of an owner with many schools: read-only, alphabetical, and nothing of it stored in one's own school."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from fosdesk.app import Fosdesk
from fosdesk.domain.rules.owner.owner_text import CHOICES, NAME, value_at
from fosdesk.exchange.owner.owner_file import OwnerFile
from fosdesk.exchange.password_seal import seal
from fosdesk.reports.document_catalogue import PDF, WORD
from fosdesk.store import Store
from fosdesk.ui.forms.editors import LongEditor
from fosdesk.ui.schools.owner.document_dialog import OwnerDocumentDialog
from fosdesk.ui.schools.owner.own_text_part import OwnTextPart
from fosdesk.ui.schools.owner.owner_window import CHOICES as CHOICES_PART
from fosdesk.ui.schools.owner.owner_window import FILES, NETWORKS, OWN, REQUESTS, SCHOOLS, OwnerWindow
from fosdesk.ui.schools.owner.schools_part import SchoolsPart
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from tests.many_schools import MADE, PERSON, file_of, journal_of, make_folder, records_of
from tests.program import Start
from tests.reading import text_of
from tests.ui.acts import page_of, press, said_on, settle, wait_until

Open = Callable[[QWidget, Path], OwnerWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = make_folder(tmp_path, 12)
    (there / "ødelagt.fosdesk").write_bytes(b"x" * 50)
    people = file_of(journal_of("school-people", records_of(8, "Åsvik", "Med navn")), with_people=True)
    (there / "navn.fosdesk").write_bytes(people)
    whole = file_of(journal_of("school-whole", records_of(7, "Åsvik", "Hele skolen")), whole=True)
    (there / "alt.fosdesk").write_bytes(whole)
    (there / "låst.fosdesk").write_bytes(seal(people, "hemmelig"))
    (there / "eldre.fosdesk").write_bytes(
        file_of(journal_of("school-0001", records_of(1, "Åsvik", "Gammelt navn")), made=MADE - 1)
    )
    return there


@pytest.fixture
def opened(fresh_school: Fosdesk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> OwnerWindow:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    press(page, "Åpne en mappe med skolefiler")
    return window_of(fresh_school.window)


def window_of(parent: QWidget) -> OwnerWindow:
    (window,) = parent.window().findChildren(OwnerWindow)
    wait_until(lambda: not window.long_work.under_way)
    settle()
    return window


def rows_of(window: OwnerWindow) -> list[list[str]]:
    """What the list of schools says, row by row."""
    window.tabs.show_tab(SCHOOLS)
    table = schools_of(window).table
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def schools_of(window: OwnerWindow) -> SchoolsPart:
    part = window.part(SCHOOLS)
    assert isinstance(part, SchoolsPart)
    return part


def own_text_of(window: OwnerWindow) -> OwnTextPart:
    window.tabs.show_tab(OWN)
    part = window.part(OWN)
    assert isinstance(part, OwnTextPart)
    return part


def field_of(window: OwnerWindow, name: str) -> LongEditor:
    own_text_of(window)
    return next(one for one in window.findChildren(LongEditor) if one.accessibleName() == name)


def choose_place(window: OwnerWindow, municipality: str) -> None:
    window.place.setCurrentIndex(window.place.findData(municipality))
    window.place.activated.emit(window.place.currentIndex())


def test_schools_stand_by_the_alphabet_by_municipality_or_by_cohort_and_nothing_else(opened: OwnerWindow) -> None:
    names = [row[0] for row in rows_of(opened)]
    assert names[:3] == ["Ekra A skole", "Elvebakken A skole", "Haugen A skole"]
    assert names[-1] == "Åsen B skole"
    assert "Gammelt navn" not in names
    part = schools_of(opened)
    assert not part.table.header.sectionsClickable()
    part.order.chip("municipality").click()
    heads = [row[0] for row in rows_of(opened) if not row[1]]
    assert [head[2:].split(" (")[0] for head in heads] == ["Bjørkedal", "Elvestrand", "Åsvik"]
    part.order.chip("cohort").click()
    heads = [row[0] for row in rows_of(opened) if not row[1]]
    assert [head[2:].split(" (")[0] for head in heads] == [
        "Høst 2024 · Pulje 1",
        "Høst 2025 · Pulje 2",
        "Høst 2026 · Pulje 3",
    ]
    assert ["Lia A skole", "1 Klargjøring (readiness)", "Åsvik", "Høst 2024 · Pulje 1"] in rows_of(opened)


def test_a_heading_folds_and_a_school_is_found_by_its_name(opened: OwnerWindow) -> None:
    part = schools_of(opened)
    part.order.chip("municipality").click()
    before = len(rows_of(opened))
    part.table.setCurrentIndex(part.table.model().index(0, 0))
    QTest.keyClick(part.table, Qt.Key.Key_Left)
    assert len(rows_of(opened)) == before - 4
    part.order.chip("alphabetical").click()
    part.wanted.setText("elve")
    assert [row[0] for row in rows_of(opened)] == ["Elvebakken A skole"]
    part.wanted.setText("finnes ikke")
    assert "Ingen skole heter det." in said_on(part)


def test_one_school_is_opened_by_key_and_tells_what_it_wrote(opened: OwnerWindow) -> None:
    part = schools_of(opened)
    at = [row[0] for row in rows_of(opened)].index("Lia A skole")
    part.table.setFocus()
    part.table.setCurrentIndex(part.table.model().index(at, 0))
    part.table.activated.emit(part.table.currentIndex())
    told = said_on(part.panel)
    for said in (
        "Lia A skole",
        "Åsvik",
        "Klargjøring",
        "Alle barn hører til (leik og læring)",
        "Vikar to dager, ønske 6",
    ):
        assert said in told, said
    QTest.keyClick(part.panel, Qt.Key.Key_Escape)
    assert part.panel.isHidden()


def test_a_municipality_limits_every_part(opened: OwnerWindow) -> None:
    assert [opened.place.itemData(n) for n in range(opened.place.count())] == ["", "Bjørkedal", "Elvestrand", "Åsvik"]
    choose_place(opened, "Elvestrand")
    assert {row[2] for row in rows_of(opened)} == {"Elvestrand"}
    for key in (NETWORKS, CHOICES_PART, REQUESTS):
        opened.tabs.show_tab(key)
        settle()
        assert "Lia A skole" not in said_on(opened.part(key))


def test_networks_choices_and_requests_are_told_in_the_schools_own_words(opened: OwnerWindow) -> None:
    opened.tabs.show_tab(NETWORKS)
    settle()
    told = said_on(opened.part(NETWORKS))
    assert "Kystregionen" in told
    assert "Ikke et nettverk ennå" in told
    opened.tabs.show_tab(CHOICES_PART)
    settle()
    assert "Alle barn hører til (lesing)" in said_on(opened.part(CHOICES_PART))
    opened.tabs.show_tab(REQUESTS)
    settle()
    assert "Vikar to dager, ønske 6" in said_on(opened.part(REQUESTS))


def test_files_that_are_not_shown_are_told_by_name_with_a_sentence(opened: OwnerWindow) -> None:
    opened.tabs.show_tab(FILES)
    settle()
    told = said_on(opened.part(FILES))
    for file, why in (
        ("ødelagt.fosdesk", "ikke en skolefil"),
        ("låst.fosdesk", "passord"),
        ("eldre.fosdesk", "eldre kopi"),
        ("alt.fosdesk", "personer og private notater"),
    ):
        assert file in told
        assert why in told


def test_nobody_and_nothing_of_how_far_a_school_has_come_is_seen_anywhere(opened: OwnerWindow) -> None:
    for key in (SCHOOLS, NETWORKS, CHOICES_PART, REQUESTS, OWN, FILES):
        opened.tabs.show_tab(key)
        settle()
        seen = [said_on(opened)]
        if key == SCHOOLS:
            seen += [str(rows_of(opened)), *(str(schools_of(opened).told_of(one)) for one in opened.topic.schools)]
        if key == CHOICES_PART:
            place = opened.part(key).findChildren(type(opened.place))[0]
            for at in range(place.count()):
                place.setCurrentIndex(at)
                place.activated.emit(at)
                settle()
                seen.append(said_on(opened))
        for never in (PERSON, "Ragnhild", "Internt møte", "47 av 47", "Alt er gjort"):
            assert not any(never in one for one in seen), (key, never)


def test_nothing_is_stored_in_ones_own_school(opened: OwnerWindow, fresh_school: Fosdesk) -> None:
    assert isinstance(fresh_school.store, Store)
    assert [one.own for one in fresh_school.store.schools()] == [True]


def test_what_the_owner_writes_is_kept_beside_the_folder_and_stands_first_among_the_choices(
    opened: OwnerWindow, folder: Path
) -> None:
    for name, typed in (("Navn på skoleeier", "Kystkommunene"), ("Retningen vår", "Vi lærer av hverandre")):
        field = field_of(opened, name)
        QTest.keyClicks(field, typed)
    opened.tabs.show_tab(CHOICES_PART)
    opened.read()
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    told = said_on(opened.part(CHOICES_PART))
    assert told.index("Vi lærer av hverandre") < told.index("Alle barn hører til")
    kept = OwnerFile(folder, folder.parent / "x", app="x", role="owner", clock=lambda: 1)
    kept.read()
    assert value_at(kept.school, NAME) == "Kystkommunene"
    assert (folder.parent / "Skolefiler (skoleeier).fosdesk").is_file()


def test_what_is_typed_is_saved_when_the_window_or_the_program_closes(
    opened: OwnerWindow, folder: Path, fresh_school: Fosdesk
) -> None:
    QTest.keyClicks(field_of(opened, "Hva vi lar ligge"), "Enda et prosjekt")
    fresh_school.window.close()
    kept = OwnerFile(folder, folder.parent / "x", app="x", role="owner", clock=lambda: 1)
    kept.read()
    assert value_at(kept.school, CHOICES[1]) == "Enda et prosjekt"


def test_what_somebody_else_wrote_at_the_same_time_is_shown_until_one_is_chosen(
    opened: OwnerWindow, folder: Path
) -> None:
    other = OwnerFile(folder, folder.parent / "y", app="x", role="owner", clock=lambda: 1)
    field = field_of(opened, "Retningen vår")
    QTest.keyClicks(field, "Min tekst")
    own_text_of(opened).save()
    other.write(CHOICES[0], "Den andres tekst")
    opened.read()
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    part = own_text_of(opened)
    assert "Noen andre skrev samtidig:" in said_on(part)
    press(part, "Behold begge")
    both = value_at(opened.topic.own.school, CHOICES[0])
    assert "Min tekst" in both
    assert "Den andres tekst" in both
    assert "Noen andre skrev samtidig:" not in said_on(part)


def test_a_place_that_is_closed_is_told_of_and_the_text_is_kept(opened: OwnerWindow, folder: Path) -> None:
    opened.topic.own.path.mkdir()
    QTest.keyClicks(field_of(opened, "Retningen vår"), "Blir ikke borte")
    own_text_of(opened).save()
    assert "tatt vare på her på maskinen" in said_on(opened)
    opened.topic.own.path.rmdir()
    opened.read()
    wait_until(lambda: not opened.long_work.under_way)
    own_text_of(opened).save()
    assert opened.topic.own.path.is_file()


@pytest.mark.parametrize("ending", [PDF, WORD])
def test_a_document_of_one_municipality_is_made(ending: str, opened: OwnerWindow, tmp_path: Path) -> None:
    choose_place(opened, "Elvestrand")
    press(opened, "Lag et dokument")
    (dialog,) = opened.findChildren(OwnerDocumentDialog)
    assert dialog.place.currentData() == "Elvestrand"
    dialog.kind.chip(ending).click()
    assert "Orientering om skolene til styringsgruppen Elvestrand 2026-11-23" in dialog.proposed_path().name
    dialog.save_at(tmp_path / f"dokument{ending}")
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    assert f"dokument{ending} er klar." in said_on(opened)
    if ending == PDF:
        written = text_of(tmp_path / "dokument.pdf")
        assert "Strand A skole" in written
        assert "Lia A skole" not in written


def test_a_document_that_cannot_be_written_is_told_in_the_dialog(opened: OwnerWindow, tmp_path: Path) -> None:
    opened.ask_for_document()
    (dialog,) = opened.findChildren(OwnerDocumentDialog)
    dialog.save_at(tmp_path / "borte" / "dokument.pdf")
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    assert "kunne ikke" in said_on(dialog)
    dialog.reject()


def test_cancel_leaves_what_was_shown(opened: OwnerWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows_of(opened)
    opened.read()
    opened.long_work._pace.stop()
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    assert rows_of(opened) == before


def test_the_same_folder_opens_once_and_is_read_again(opened: OwnerWindow, fresh_school: Fosdesk, folder: Path) -> None:
    (folder / "Åsvik" / "ny.fosdesk").write_bytes(file_of(journal_of("school-new", records_of(1, "Åsvik", "Den nye"))))
    press(page_of(fresh_school.window, "schools", SchoolsPage), "Åpne en mappe med skolefiler")
    assert window_of(fresh_school.window) is opened
    assert "Den nye" in [row[0] for row in rows_of(opened)]


def test_an_owner_without_a_school_begins_at_the_first_start(
    started: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = started()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    first = program.window.findChild(FirstStartPage)
    assert first is not None
    press(first, "For skoleeier")
    window = window_of(program.window)
    assert "Lia A skole" in [row[0] for row in rows_of(window)]
    assert program.store is not None
    assert program.store.schools() == ()
    window.close()
    wait_until(lambda: not isValid(window))


def test_an_empty_folder_says_what_to_do(started: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = started()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    first = program.window.findChild(FirstStartPage)
    assert first is not None
    press(first, "For skoleeier")
    window = window_of(program.window)
    assert "Legg filene du har fått fra skolene" in said_on(window)


def test_a_folder_that_is_gone_is_told_in_one_sentence(opened: OwnerWindow) -> None:
    opened.folder = Path(f"{opened.folder}-borte")
    opened.read()
    wait_until(lambda: not opened.long_work.under_way)
    settle()
    assert "kunne ikke leses" in said_on(opened)
