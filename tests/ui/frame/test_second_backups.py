"""A second folder that is gone, never answers or fails: nobody hangs, everybody is told, and nothing is forgotten."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, current_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.records import GateEntry, Person
from fosdesk.exchange import erase_copies
from fosdesk.store.atomic_file import write_whole
from fosdesk.store.copies import backups
from fosdesk.store.copies.backups import backups_in
from fosdesk.ui.frame import second_backups
from fosdesk.ui.frame.second_backups import SecondBackups
from fosdesk.ui.safety.backups_page import BackupsPage
from fosdesk.ui.safety.privacy_page import PrivacyPage
from tests.patience import LIMIT
from tests.program import NOON, Start
from tests.ui.acts import desk_of, erase_person, page_of, said_on
from tests.ui.safe import keeping

SECONDS = LIMIT / 1000  # of patience


class DeadShare:
    """A folder whose server is gone: whoever writes there hangs until it is back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder, self.back, self.asked = folder, Event(), Event()
        self._write = write_whole
        monkeypatch.setattr(backups, "write_whole", self.write_or_hang)

    def write_or_hang(self, target: Path, content: bytes, **how: Any) -> None:
        if self.folder in target.parents:
            self.asked.set()
            self.back.wait(SECONDS)
        self._write(target, content, **how)

    def names(self) -> set[str]:
        return {one.path.name for one in backups_in(self.folder, "fosdesk")}


@pytest.fixture
def share(new_school: Fosdesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[DeadShare]:
    """A second folder that hangs as soon as something is copied to it."""
    folder = tmp_path / "share"
    folder.mkdir()
    desk_of(new_school).workspace.add(GateEntry(what="Leseløftet"))
    keeping(new_school)._settings.change(second_backups=str(folder))
    made = DeadShare(monkeypatch, folder)
    schedule = keeping(new_school)
    yield made
    made.back.set()
    schedule._second._work.stop(SECONDS)


def wait_no_longer_than(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    for name in ("_SILENCE", "_SILENCE_AT_END", "_SILENCE_OF_A_LOOK"):
        monkeypatch.setattr(second_backups, name, seconds)


def test_the_window_closes_although_the_share_is_dead_and_the_next_start_says_what_is_missing(
    new_school: Fosdesk, share: DeadShare, started: Start, qtbot: QtBot
) -> None:
    closed = keeping(new_school)
    assert new_school.window.close()
    assert share.asked.is_set(), "the last backup was being copied"
    assert not share.back.is_set(), "and still is"
    assert new_school.store is None
    assert not new_school.window.isVisible()
    assert share.names() == set()
    (missing,) = backups_in(new_school.folder / "backups", "fosdesk")
    again = started(new_school.folder)
    schedule = keeping(again)
    said = said_on(again.window)
    assert "ble dette ikke kopiert til den andre mappen" in said
    assert f"{missing.made:%d.%m.%Y %H.%M}" in said
    share.back.set()
    closed._second._work.stop(SECONDS)  # a program that has ended would write no more
    schedule.check_rows()
    qtbot.waitUntil(lambda: again.settings.value.not_copied == "")
    assert missing.path.name in share.names()
    assert schedule.second_trouble is None


def test_closing_takes_no_longer_than_three_seconds_of_waiting() -> None:
    assert second_backups._SILENCE_AT_END <= 2


def test_a_share_that_dies_while_the_program_runs_stops_no_backup_here(
    new_school: Fosdesk, share: DeadShare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_no_longer_than(monkeypatch, 0.1)
    schedule, told, said = keeping(new_school), list[str](), list[str]()
    schedule.trouble_found.connect(lambda trouble: told.append(trouble.sentence))
    for what in ("Kurs", "Bok"):
        desk_of(new_school).workspace.add(GateEntry(what=what))
        with qtbot.waitSignal(schedule.changed):
            schedule._timer.timeout.emit()
        assert schedule.is_saved()
        said.append(said_on(new_school.window))
    assert "svarer ikke" in said[0]
    assert "svarer ikke" in said_on(page_of(new_school.window, "backups", BackupsPage))
    assert len(schedule.backups()) == 2
    assert [sentence[:45] for sentence in told] == ["The second folder for backups, {folder}, does"]
    assert not schedule.second_answers
    share.back.set()
    with qtbot.waitSignal(schedule.changed):
        schedule._timer.timeout.emit()
    with qtbot.waitSignal(schedule.changed):
        schedule._timer.timeout.emit()
    assert {one.path.name for one in schedule.backups()} <= share.names()
    assert schedule.second_trouble is None


def test_whoever_asks_for_a_backup_gets_it_although_the_share_is_dead(
    new_school: Fosdesk, share: DeadShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_no_longer_than(monkeypatch, 0.1)
    schedule = keeping(new_school)
    assert schedule.save("asked").is_file()
    assert schedule.second_trouble is not None


def test_a_person_is_erased_here_although_the_share_is_dead_and_there_when_it_is_back(
    new_school: Fosdesk, share: DeadShare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_no_longer_than(monkeypatch, 0.1)
    desk, schedule = desk_of(new_school), keeping(new_school)
    desk.workspace.add(Person("turid", name="Turid Planteskog"))
    schedule.save("asked")
    assert not schedule.second_answers
    page = page_of(new_school.window, "privacy", PrivacyPage)
    erase_person(page, "turid")
    assert "Den andre mappen er ikke koblet til nå." in said_on(page)
    share.back.set()
    for _ in range(2):
        with qtbot.waitSignal(schedule.changed):
            schedule.check_rows()
    assert share.names()
    assert not [one for one in share.folder.iterdir() if b"Planteskog" in one.read_bytes()]


def test_nobody_waits_for_a_dead_share_in_which_an_erasing_is_to_go_on(
    new_school: Fosdesk, share: DeadShare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    share.back.set()
    desk, schedule = desk_of(new_school), keeping(new_school)
    desk.workspace.add(Person("turid", name="Turid Planteskog"))
    schedule.save("asked")
    assert share.names()
    # As a program leaves it that is killed after the change in the store: no copy is cleaned.
    desk.workspace.store.erase(
        desk.school.id, Erasure(frozenset({"turid"})), role="principal", app="t", now=schedule._clock()
    )
    wait_no_longer_than(monkeypatch, 0.1)
    monkeypatch.setattr(erase_copies, "write_whole", share.write_or_hang)
    share.back.clear()
    share.asked.clear()
    with qtbot.waitSignal(schedule.changed):
        schedule.check_rows()
    assert share.asked.is_set()
    assert not schedule.second_answers
    assert schedule.uncleaned == []
    assert not [one for one in schedule.folder.iterdir() if b"Planteskog" in one.read_bytes()]
    share.back.set()
    for _ in range(2):
        with qtbot.waitSignal(schedule.changed):
            schedule.check_rows()
    assert schedule.second_trouble is None
    assert not [one for one in share.folder.iterdir() if b"Planteskog" in one.read_bytes()]


def test_what_was_erased_keeps_no_backup_waiting_for_a_dead_share(
    new_school: Fosdesk, share: DeadShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_no_longer_than(monkeypatch, 0.1)
    desk, schedule, looked = desk_of(new_school), keeping(new_school), dict[Path, str]()
    desk.workspace.add(Person("turid", name="Turid Planteskog"))
    store = desk.workspace.store
    store.erase(desk.school.id, Erasure(frozenset({"turid"})), role="principal", app="t", now=NOON)

    def look(folder: Path, name: str) -> int:
        looked[folder] = current_thread().name
        if folder == share.folder:
            share.back.wait(SECONDS)
        return 0

    monkeypatch.setattr(erase_copies, "_erased_until", look)
    assert schedule.save("asked").is_file()
    assert looked == {schedule.folder: current_thread().name, share.folder: "second backup"}
    assert schedule.second_trouble is not None
    assert not schedule.second_answers


def test_a_fault_while_copying_is_told_and_the_backup_here_counts(
    new_school: Fosdesk, share: DeadShare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(second_backups, "mirror", fault)
    schedule = keeping(new_school)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(schedule.changed):
        schedule.check_rows()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert "noe gikk galt i programmet" in said_on(new_school.window)
    assert schedule.trouble is None
    assert len(schedule.backups()) == 1


@pytest.mark.parametrize("where", ["here", "second"])
def test_a_fault_at_the_end_is_logged_and_closes_everything_all_the_same(
    new_school: Fosdesk, share: DeadShare, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fault(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    if where == "here":
        assert new_school.store is not None
        monkeypatch.setattr(new_school.store, "backup", fault)
    else:
        monkeypatch.setattr(second_backups, "mirror", fault)
    assert new_school.window.close()
    assert new_school.store is None
    log = new_school.folder / "errors.log"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    log.unlink()


def test_what_the_second_folder_lacks_counts_anew_for_another_folder(
    new_school: Fosdesk, share: DeadShare, tmp_path: Path
) -> None:
    share.back.set()
    schedule = keeping(new_school)
    schedule.save("asked")
    settings = new_school.settings
    (made,) = schedule.backups()
    second = SecondBackups(schedule._store, schedule.folder, "fosdesk", settings, lambda: 0)
    second.mirror()
    second.note_copied()
    assert settings.value.not_copied == ""
    settings.change(second_backups=str(tmp_path / "another"))
    second.note_copied()
    assert settings.value.not_copied == made.path.stem
    second.mirror()
    second.note_copied()
    assert settings.value.not_copied == ""
    settings.change(second_backups="")
    second.end(thin=True)
    assert settings.value.not_copied == ""
