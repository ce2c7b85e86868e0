"""A school file is written: whom it is for decides what goes in, and what stays out is told by its right name."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CriticalVoice, GateEntry, Membership, Person
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from tests.ui.acts import desk_of, press, said_on, wait_for_work, wait_until, window_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def opened(desk: Desk) -> WriteFileDialog:
    dialog = WriteFileDialog(desk, desk.window)
    dialog.open()
    return dialog


def test_what_stays_out_is_told_and_only_what_there_is(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    assert "Dette blir holdt utenfor:\ningenting" in said_on(opened(desk))
    desk.workspace.add(Person("p", name="Turid Testad", role="teacher"))
    desk.workspace.add(Membership("m", person="p", standing="member", motivation="brenner for dette"))
    desk.workspace.add(CriticalVoice("critical_voice", person="p"))
    dialog = opened(desk)
    told = said_on(dialog)
    for said in ("– Kritiske stemmer", "– Tekster som nevner noen ved navn"):
        assert said in told
    assert "Turid" not in told
    dialog.people.click()
    told = said_on(dialog)
    assert "– Tekster som nevner noen ved navn" not in told
    assert "– Kritiske stemmer" in told, "what is private is not let in with the names"


def test_a_colleague_gets_everything_and_names_are_no_longer_a_question(desk: Desk) -> None:
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    dialog = opened(desk)
    dialog.ours.click()
    told = said_on(dialog)
    assert "Dette blir holdt utenfor" not in told
    assert f"I filen: {len(desk.school.records)} opplysning" in told
    assert not dialog.people.isEnabled()
    assert dialog.lock.wanted.isChecked()
    dialog.others.click()
    assert dialog.people.isEnabled()
    assert not dialog.lock.wanted.isChecked()


def test_a_password_that_is_wanted_and_not_written_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def ask(*about: object) -> tuple[str, str]:
        asked.append(about)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = opened(desk)
    dialog.ours.click()
    dialog.lock.field.clear()
    press(dialog, "Velg sted og lagre")
    assert "Skriv et passord, eller velg å la være." in said_on(dialog)
    assert asked == []
    dialog.lock.wanted.click()
    press(dialog, "Velg sted og lagre")
    assert len(asked) == 1


def test_cancel_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    dialog = opened(desk)
    press(dialog, "Avbryt")
    assert not dialog.isVisible()
    assert sorted(tmp_path.rglob("*")) == before


def test_what_went_wrong_is_in_view_also_in_the_smallest_window(desk: Desk, tmp_path: Path) -> None:
    desk.workspace.add(Person(name="Kari Li", role="teacher"))
    window_of(desk).resize(640, 420)
    dialog = opened(desk)
    place = tmp_path / "x.fosdesk"
    place.mkdir()  # a folder stands where the file is to be
    dialog.lock.wanted.setChecked(False)
    dialog.write(place)
    wait_for_work(desk)
    wait_until(dialog.isVisible)
    (said,) = (label for label in dialog.findChildren(QLabel) if label.property("look") == "said")
    assert said.text()
    wait_until(lambda: said.visibleRegion().boundingRect() == said.rect())
