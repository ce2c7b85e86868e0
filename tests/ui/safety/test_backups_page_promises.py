"""What the backups promise without being watched: the second folder, every half hour, and nothing erased comes back."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry, Meeting, Person
from fosdesk.pace import NO_HURRY
from fosdesk.store import Store
from fosdesk.store.copies.backups import backups_in, file_timestamp
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.program import NOON, Start
from tests.ui.acts import changed, desk_of, erase_person, page_of
from tests.ui.safe import DAY, keeping, yesterday

HALF_AN_HOUR = 30 * 60_000


@pytest.fixture
def second(new_school: Fosdesk, tmp_path: Path) -> Path:
    """A second folder, of which the open school knows."""
    desk_of(new_school).settings.change(second_backups=str(tmp_path / "second"))
    return tmp_path / "second"


def test_the_last_backup_lies_in_the_second_folder_too(new_school: Fosdesk, second: Path) -> None:
    desk_of(new_school).workspace.add(GateEntry(what="Leseløftet"))
    assert keeping(new_school).second == second
    assert new_school.window.close()
    here = backups_in(new_school.folder / "backups", "fosdesk")
    assert [backup.why for backup in here] == ["close"]
    assert [backup.path.name for backup in backups_in(second, "fosdesk")] == [here[0].path.name]


def test_what_changed_is_saved_every_half_hour(new_school: Fosdesk, qtbot: QtBot) -> None:
    keeper = keeping(new_school)
    running = [timer for timer in keeper.findChildren(QTimer) if timer.isActive() and timer.interval() == HALF_AN_HOUR]
    assert len(running) == 1
    desk_of(new_school).workspace.add(GateEntry(what="Leseløftet"))
    with qtbot.waitSignal(keeper.changed):
        running[0].timeout.emit()
    assert [backup.why for backup in keeper.backups()] == ["time"]
    assert keeper.is_saved()


def test_going_back_does_not_bring_back_whoever_was_erased(new_school: Fosdesk) -> None:
    desk = desk_of(new_school)
    person = desk.workspace.add(Person(name="Kari Planteskog", role="teacher"))
    desk.workspace.add(GateEntry(what="Leseløftet"))
    before = yesterday(new_school)
    kept = before.with_name("kept elsewhere.bin")  # a copy on a stick, where erasing did not reach it
    kept.write_bytes(before.read_bytes())
    erase_person(page_of(new_school.window, "privacy", PrivacyPage), person.id)
    part = keeping(new_school).prepare_replacement(kept, NO_HURRY)
    assert b"Planteskog" in kept.read_bytes()
    assert b"Planteskog" not in part.read_bytes()
    with closing(Store.open(part)) as store:
        school = store.snapshot(desk.school.id)
    assert school.find(person.id) is None
    assert [entry.what for entry in school.of(GateEntry)] == ["Leseløftet"]


def test_another_password_takes_no_backup_away_that_lies_in_the_second_folder_alone(
    new_school: Fosdesk, second: Path
) -> None:
    keeper = keeping(new_school)
    keeper.save("asked")
    (here,) = keeper.backups()
    alone = second / f"fosdesk {file_timestamp(NOON - DAY)} close.db"
    alone.write_bytes(here.path.read_bytes())
    keeper.rewrite_second()
    assert {backup.path.name for backup in backups_in(second, "fosdesk")} == {alone.name, here.path.name}


def test_a_school_that_moves_takes_its_settings_and_backups_along(
    started: Start, new_school: Fosdesk, tmp_path: Path
) -> None:
    desk = desk_of(new_school)
    desk.settings.change(text_size=125, role="deputy")
    desk.workspace.add(GateEntry(what="Leseløftet"))
    there = keeping(new_school).move_to(tmp_path / "there", NO_HURRY)
    assert SettingsFile(there).value == desk.settings.value
    assert [backup.why for backup in backups_in(there / "backups", "fosdesk")] == ["move"]
    with closing(Store.open(there / STORE_NAME)) as store:
        assert [entry.what for entry in store.snapshot(desk.school.id).of(GateEntry)] == ["Leseløftet"]


def test_a_calendar_takes_no_meeting_for_older_after_going_back(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    meeting = desk.workspace.add(Meeting(what="Oppstart", day="2026-12-08"))
    before = yesterday(fresh_school)
    desk.workspace.commit(meeting, changed(meeting, day="2026-12-15"))
    new = desk.workspace.add(Meeting(what="Nytt", day="2026-12-17"))
    told = desk.workspace.calendar_revisions()
    part = keeping(fresh_school).prepare_replacement(before, NO_HURRY)
    with closing(Store.open(part)) as store:
        known = store.calendar_revisions(desk.school.id)
        assert store.snapshot(desk.school.id).find(new.id) is None
    assert known[meeting.id].number == told[meeting.id].number
    assert known[new.id] == told[new.id]._replace(day="2026-12-17"), "so that it can be cancelled"
    assert known[meeting.id].day == "2026-12-08"
