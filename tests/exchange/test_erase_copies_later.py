"""Copies that are reached later, were made meanwhile or hold more than rows; each stays as old as it was."""

import os
from pathlib import Path

import pytest

from fosdesk.domain.records import Meeting
from fosdesk.exchange.backup_seal import seal_with, sealing_key_for
from fosdesk.exchange.erase_copies import erase_unfinished
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.exchange.working_copy import schools_in
from fosdesk.pace import Pace
from fosdesk.store import Store
from fosdesk.workspace import Workspace
from tests.closing import close_at_the_end
from tests.exchange.test_erase_copies import NOW, SCHOOL, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_cleaned_copy_is_as_old_as_it_was(office: Office) -> None:
    copies = [path for folder in office.folders for path in folder.glob("*.db")]
    for path in copies:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    office.erase()
    assert {path.stat().st_mtime for path in copies} == {1_700_000_000}


def test_a_copy_that_is_made_while_others_are_cleaned_is_cleaned_too(office: Office) -> None:
    late = office.folders[0] / "fosdesk 2027-01-20 10.00.00 time.db"
    before = next(iter(office.folders[0].glob("*.db"))).read_bytes()

    class Meanwhile(Pace):
        def __call__(self, done: int = 0, of: int = 0) -> None:
            super().__call__(done, of)
            if not late.exists() and list(office.folders[0].glob("*.erasing")):
                late.write_bytes(before)

    assert office.erase(pace=Meanwhile()) == []
    assert late.exists()
    assert office.holding() == []


def test_a_folder_is_gone_through_anew_after_each_erasing(office: Office, tmp_path: Path) -> None:
    office.erase()
    office.workspace.add(Meeting("u", what="Enda et møte", notes="Noe som ikke skulle stått der"))
    stick, drawer = office.folders[1], tmp_path / "drawer"
    office.store.backup(stick, NOW + 120_000, "asked")
    stick.rename(drawer)
    (saying,) = [s for s in office.store.values_in_record(SCHOOL, "u") if s.field == "notes"]
    later = Workspace(office.store, SCHOOL, role="principal", app="test", clock=lambda: NOW + 180_000)
    later.redact([saying.change], office.folders)
    drawer.rename(stick)
    assert office.holding("ikke skulle stått")
    assert erase_unfinished(office.store, office.folders, stick, NOW + 240_000) == []
    assert office.holding("ikke skulle stått") == []


def test_what_could_not_be_cleaned_is_told_each_time(office: Office, tmp_path: Path) -> None:
    stick, drawer = office.folders[1], tmp_path / "drawer"
    alone = stick / "fosdesk 2026-11-01 10.00.00.sealed"
    alone.write_bytes(seal_with(sealing_key_for("hemmelig og lang"), next(iter(stick.glob("*.db"))).read_bytes()))
    stick.rename(drawer)
    office.erase()
    drawer.rename(stick)
    for _ in range(2):
        assert erase_unfinished(office.store, office.folders, stick, NOW) == [alone]


def test_files_that_came_in_are_nameless_in_a_copy_that_is_reached_later(office: Office, tmp_path: Path) -> None:
    """Nobody knows any more whose name to look for, so that none of them stays there."""
    other = Store.open(tmp_path / "colleague.db")
    close_at_the_end(lambda: other.close(look=False))
    other.merge(office.store.journal(SCHOOL), own=True, now=NOW)
    Workspace(other, SCHOOL, role="deputy", app="t", clock=lambda: NOW).add(Meeting("v", what="Fra kollegaen"))
    file = read_school_file(write_school_file(other.journal(SCHOOL), app="t", made=NOW, reference=False))
    office.store.merge(file.journal, own=True, now=NOW, file="hilsen fra Kari.fosdesk")
    stick, drawer = office.folders[1], tmp_path / "drawer"
    office.store.backup(stick, NOW + 120_000, "asked")
    stick.rename(drawer)
    office.erase()
    drawer.rename(stick)
    assert office.holding("hilsen fra")
    erase_unfinished(office.store, office.folders, stick, NOW)
    assert office.holding("hilsen fra") == []


def test_a_working_file_says_what_was_erased_in_it(office: Office) -> None:
    """Else what it lost would contradict what a colleague still has, and the file would be refused."""
    whole = office.store.journal(SCHOOL)
    office.erase()
    office.store.close()
    (found,) = schools_in(office.folder / "fosdesk.db")
    assert found.journal.blanked
    store = Store.open(office.folder / "colleague.db")
    close_at_the_end(lambda: store.close(look=False))
    store.merge(whole, own=True, now=NOW)
    assert store.merge(found.journal, own=True, now=NOW) > 0
