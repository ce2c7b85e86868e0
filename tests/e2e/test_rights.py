"""Data, backups and logs are for their owner alone on Linux and macOS; what is saved for others is left as usual."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import Person
from fosdesk.exchange.backup_seal import sealing_key_for
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.pace import NO_HURRY
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.window.crash import LOG_NAME, log_fault
from tests.program import Start
from tests.ui.acts import desk_of, erase_person, page_of
from tests.ui.safe import keeping

HAS_RIGHTS = os.name != "nt"  # on Windows they come from the folder of the person's account


def open_to_others(*places: Path) -> list[str]:
    """The files and folders, and what lies in the folders, that somebody else may read, write or enter."""
    found = [one for place in places for one in (place, *place.rglob("*"))]
    return sorted(str(one) for one in found if HAS_RIGHTS and one.stat().st_mode & 0o077)


@pytest.fixture(autouse=True)
def usual_mask() -> Iterator[None]:
    """As most systems have it: what is new can be read by everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_all_that_a_day_of_work_leaves_is_for_its_owner_alone(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk, schedule, second = desk_of(fresh_school), keeping(fresh_school), tmp_path / "second"
    desk.workspace.add(Person("a", name="Anna Planteskog"))
    desk.settings.change(second_backups=str(second))
    schedule.save("asked")
    desk.settings.change(padlock=sealing_key_for("blåbær og fjell"))
    desk.workspace.add(Person("b", name="Berit"))
    schedule.save("asked")
    erase_person(page_of(fresh_school.window, "privacy", PrivacyPage), "a")
    log_fault(fresh_school.folder, ValueError("x"))
    part = schedule.prepare_replacement(schedule.backups()[0].path, NO_HURRY)
    moved = schedule.move_to(tmp_path / "moved", NO_HURRY)
    fresh_school._listen()
    assert part.exists()
    assert {path.suffix for path in second.iterdir()} == {".db", ".sealed", ".erased"}
    assert open_to_others(fresh_school.folder, second, moved) == []
    fresh_school.window.close()
    fresh_school.close()
    assert {STORE_NAME, f"{STORE_NAME}.whole", "settings.json", "backups", LOG_NAME} <= set(
        path.name for path in fresh_school.folder.iterdir()
    )
    assert open_to_others(fresh_school.folder, second, moved) == []
    (fresh_school.folder / LOG_NAME).unlink()


def test_what_an_earlier_version_left_open_is_closed_at_the_start(
    started: Start, example_store: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "home"
    (folder / "backups").mkdir(parents=True)
    for name in (STORE_NAME, "settings.json", LOG_NAME, "backups/fosdesk 2026-11-01 10.00.00 close.db"):
        shutil.copy(example_store, folder / name) if name.endswith(".db") else (folder / name).touch()
    if HAS_RIGHTS:
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o755 if one.is_dir() else 0o644)
    (folder / LOG_NAME).unlink()
    started(folder)
    assert open_to_others(folder) == []


def test_a_folder_with_other_things_in_it_stays_open_but_not_what_is_ours(
    started: Start, example_store: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "felles"
    folder.mkdir()
    shutil.copy(example_store, folder / STORE_NAME)
    note = folder / "Møteplan.docx"
    note.touch()
    if HAS_RIGHTS:
        folder.chmod(0o775)
        note.chmod(0o664)
        (folder / STORE_NAME).chmod(0o644)
    keeping(started(folder)).save("asked")
    still_open = open_to_others(folder)
    assert still_open == (sorted([str(folder), str(note)]) if HAS_RIGHTS else [])


def test_what_is_saved_for_others_can_be_read_by_them_as_before(tmp_path: Path) -> None:
    plain, kept = tmp_path / "til alle.fosdesk", tmp_path / "bare meg.fosdesk"
    kept.touch()
    if HAS_RIGHTS:
        kept.chmod(0o600)
    for path in (plain, kept):
        save_bytes(path, b"a school")
    assert not HAS_RIGHTS or (plain.stat().st_mode & 0o777, kept.stat().st_mode & 0o777) == (0o644, 0o600)
