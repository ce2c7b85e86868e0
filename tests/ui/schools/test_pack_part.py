"""The experience pack: written here, and opened on another computer as «Erfaringer fra …»."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, Disclosure, ExperiencePack, Person, SchoolProfile, StopItem
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.schools.pack_part import PackPart
from fosdesk.ui.schools.schools_page import SchoolsPage
from tests.program import Start
from tests.ui.acts import begin_school, changed, desk_of, has_button, page_of, press, said_on, settle, wait_for_work


def pack_part(program: Fosdesk) -> PackPart:
    """The part, as one comes to it."""
    program.window.go("schools", "experience_pack")
    page = program.window.page("schools")
    assert isinstance(page, NounPage)
    part = page.part(page.part_shown)
    assert isinstance(part, PackPart)
    return part


def written(program: Fosdesk, place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a person writes with the main button."""
    part = pack_part(program)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    page = program.window.page("schools")
    assert isinstance(page, NounPage)
    page.main.click()
    wait_for_work(part.desk)
    return place.with_name(place.name + ".fosdesk")


def tell(program: Fosdesk) -> None:
    """What a school has to share, and what it has not."""
    desk = desk_of(program)
    profile = desk.school.profile
    desk.workspace.commit(profile, changed(profile, name="Fjordvik skole", direction="Alle hører til"))
    desk.workspace.add(ExperiencePack("experience_pack", greeting="Begynn med å lytte.", mentor="Vi kommer på besøk."))
    desk.workspace.add(CoreComponent(name="Navnet ved døren"))
    desk.workspace.add(StopItem(what="Mandagsmøtet"))
    desk.workspace.add(Person(name="Turid Testad"))


def test_it_is_written_and_opens_as_experiences_from_the_school(
    fresh_school: Fosdesk, started: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(fresh_school)
    file = written(fresh_school, tmp_path / "pakke", monkeypatch)
    assert file.name in said_on(fresh_school.window)
    other = started(tmp_path / "another")
    begin_school(other)
    page = page_of(other.window, "schools", SchoolsPage)
    page.read_file(file)
    wait_for_work(page.desk)
    assert "Erfaringer fra Fjordvik skole" in said_on(page)
    press(page.panel, "Les den")
    wait_for_work(page.desk)
    window = other.school_window(load_school_file(file).journal.school)
    assert window is not None
    settle()
    said = said_on(window)
    assert "Erfaringer fra Fjordvik skole" in said
    assert "Ingenting her kan endres." in said
    assert "Begynn med å lytte." in said
    assert not has_button(window, "Lag erfaringspakken")
    assert "Erfaringer fra Fjordvik skole" in said_on(page)
    assert "Turid" not in said


def test_a_topic_that_is_not_chosen_stays_out(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(fresh_school)
    pack_part(fresh_school).topics["time"].setChecked(False)
    journal = load_school_file(written(fresh_school, tmp_path / "pakke", monkeypatch)).journal
    values = {change.value for change in journal.changes}
    assert "Navnet ved døren" in values
    assert "Mandagsmøtet" not in values
    assert not any("Turid" in str(value) for value in values)


def test_one_may_note_that_it_was_shared(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(fresh_school)
    written(fresh_school, tmp_path / "pakke", monkeypatch)
    press(fresh_school.window, "Noter det")
    (noted,) = desk_of(fresh_school).school.of(Disclosure)
    assert noted.what == "Erfaringspakke (pakke.fosdesk)"
    assert noted.to_whom == "En annen skole som begynner"


def test_a_file_that_cannot_be_written_is_one_sentence_and_no_fault(fresh_school: Fosdesk, tmp_path: Path) -> None:
    tell(fresh_school)
    part = pack_part(fresh_school)
    part.write(tmp_path / "nowhere" / "deep" / "pakke.fosdesk")
    wait_for_work(part.desk)
    assert not (tmp_path / "nowhere").exists()
    assert desk_of(fresh_school).school.of(Disclosure) == ()


def test_ones_own_pack_is_read_as_others_read_it(
    fresh_school: Fosdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(fresh_school)
    file = written(fresh_school, tmp_path / "pakke", monkeypatch)
    page = page_of(fresh_school.window, "schools", SchoolsPage)
    page.read_file(file)
    wait_for_work(page.desk)
    assert "Dette er deres egen erfaringspakke, slik en annen skole leser den." in said_on(page)
    assert desk_of(fresh_school).school.get(SchoolProfile, "school").name == "Fjordvik skole"
