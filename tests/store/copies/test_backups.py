"""Backups: whole when they have a name, and never half there."""

from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace, Stopped
from fosdesk.store.copies.backups import all_backups, backups_in, file_timestamp, mirror, newest_first, prune, state_in
from tests.store.files_in_use import taken_away
from tests.store.store_copies import Copy, assert_sound

NOW = int(datetime(2026, 11, 23, 14, 5, 9).timestamp() * 1000)


def test_a_backup_opens_as_the_school_was(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    copy.write("entry", "what", "a")
    made = copy.store.backup(tmp_path / "deep" / "backups", NOW)
    journal = copy.journal()
    copy.write("entry", "what", "b")
    again = copy.store.backup(tmp_path / "deep" / "backups", NOW)
    assert [made.name, again.name] == ["fosdesk 2026-11-23 14.05.09.db", "fosdesk 2026-11-23 14.05.09 (2).db"]
    assert {path.name for path in made.parent.iterdir()} == {made.name, again.name}
    kept = Copy(made)
    assert kept.journal() == journal
    assert_sound(kept)
    assert kept.undo()  # the steps are in it, too
    kept.close()
    assert copy.shown("entry", "what") == "b"
    copy.close()


def test_a_backup_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    (tmp_path / "file").touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        copy.store.backup(tmp_path / "file" / "backups", NOW)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "fosdesk 2026-11-23 14.05.09.db.part").mkdir()
    with pytest.raises(FosdeskError, match="No backup could be written in the folder"):
        copy.store.backup(folder, NOW)
    copy.close()


def test_a_damaged_store_gives_no_backup(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    for number in range(60):
        copy.write("entry", "what", f"text {number}")
    whole = copy.path.read_bytes()
    at = len(whole) * 2 // 3 // 4096 * 4096
    copy.path.write_bytes(whole[:at] + b"\xa5" * 300 + whole[at + 300 :])
    copy.store._connection.execute("PRAGMA shrink_memory")
    with pytest.raises(FosdeskError, match="No backup could be written"):
        copy.store.backup(tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").iterdir()) == []
    copy.close()


def test_a_backup_is_known_by_its_name(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    folder = tmp_path / "backups"
    first = copy.store.backup(folder, NOW, "start")
    second = copy.store.backup(folder, NOW, "import")
    third = copy.store.backup(folder, NOW + 1000)
    again = copy.store.backup(folder, NOW + 1000)
    for name in (
        "fosdesk.db",
        "fosdesk 2026-11-23.db",
        "fosdesk 2026-99-23 14.05.09.db",
        "other 2026-11-23 14.05.09.db",
    ):
        (folder / name).touch()
    (folder / "fosdesk 2026-11-20 14.05.09 close.sealed").touch()
    found = backups_in(folder, "fosdesk")
    assert [b.path for b in found[:2]] == [again, third]
    assert {b.path for b in found[2:4]} == {first, second}
    assert [(b.why, b.sealed) for b in found] == [
        ("", False),
        ("", False),
        *sorted([("start", False), ("import", False)], key=lambda one: found[2].why != one[0]),
        ("close", True),
    ]
    assert [b.path for b in all_backups([folder, tmp_path / "nowhere"], "fosdesk")] == [b.path for b in found]
    copy.close()


def test_a_change_is_noticed_and_nothing_else_is(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    copy.write("entry", "what", "a")
    backup = copy.store.backup(tmp_path / "backups", NOW)
    assert state_in(backup) == copy.store.state()
    copy.reopen()
    assert state_in(backup) == copy.store.state()
    copy.write("entry", "what", "b")
    marks = {state_in(backup), copy.store.state()}
    copy.undo()
    marks.add(copy.store.state())
    assert len(marks) == 3
    backup.write_bytes(b"SQLite format 3\0" + b"rubbish" * 500)
    assert state_in(backup) is None
    assert state_in(tmp_path / "nowhere.db") is None
    copy.close()


def test_old_backups_go_by_the_rule_and_the_newest_verified_one_never(tmp_path: Path) -> None:
    folder, day = tmp_path / "backups", 24 * 3_600_000
    folder.mkdir()
    for n in range(40):
        (folder / f"fosdesk {file_timestamp(NOW - n * day // 3)} time.db").touch()
    (folder / "fosdesk.db").touch()
    (folder / "notes.txt").touch()
    prune(folder, "fosdesk", NOW)
    left = backups_in(folder, "fosdesk")
    assert len(left) == 10 + 10  # the latest, and one of each day before
    assert {"fosdesk.db", "notes.txt"} <= {path.name for path in folder.iterdir()}
    oldest = folder / f"fosdesk {file_timestamp(NOW - 300 * day)}.db"
    oldest.touch()
    back = folder / f"fosdesk {file_timestamp(NOW - 301 * day)}.db"
    back.touch()
    prune(folder, "fosdesk", NOW, verified=back)
    assert back.exists()  # made while the clock stood far back


def test_a_second_folder_gets_what_it_lacks_and_trouble_there_is_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    folder, second = tmp_path / "backups", tmp_path / "minnepinne 👋" / "blåbær"
    first = copy.store.backup(folder, NOW, "start")
    assert mirror(folder, second, "fosdesk", NOW) == 1
    assert mirror(folder, second, "fosdesk", NOW) == 0
    copy.write("entry", "what", "a")
    later = copy.store.backup(folder, NOW + 5000, "close")
    assert mirror(folder, second, "fosdesk", NOW + 5000) == 1
    for path in (first, later):
        assert (second / path.name).read_bytes() == path.read_bytes()
    (tmp_path / "a file").touch()
    with pytest.raises(FosdeskError, match="The second folder for backups"):
        mirror(folder, tmp_path / "a file" / "deep", "fosdesk", NOW)
    copy.close()


def test_a_second_folder_can_be_sealed(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    folder, second = tmp_path / "backups", tmp_path / "second"
    made = copy.store.backup(folder, NOW, "close")
    assert mirror(folder, second, "fosdesk", NOW, seal=lambda content: content[::-1]) == 1
    assert mirror(folder, second, "fosdesk", NOW, seal=lambda content: content[::-1]) == 0
    (there,) = backups_in(second, "fosdesk")
    assert (there.sealed, there.why, there.path.suffix) == (True, "close", ".sealed")
    assert there.path.read_bytes() == made.read_bytes()[::-1]
    copy.close()


def test_a_backup_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    for number in range(12):
        copy.write("entry", "what", f"{number} " + "x" * 150_000)

    class Impatient(Pace):
        def __call__(self, done: int = 0, of: int = 0) -> None:
            super().__call__(done, of)
            if done:
                self.stop()

    with pytest.raises(Stopped):
        copy.store.backup(tmp_path / "backups", NOW, pace=Impatient())
    assert list((tmp_path / "backups").iterdir()) == []
    assert copy.write("entry", "what", "still here")
    copy.close()


def test_a_backup_is_whole_while_somebody_writes(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    for number in range(12):
        copy.write("entry", "what", f"{number} " + "x" * 150_000)
    made: list[Path] = []
    worker = Thread(target=lambda: made.append(copy.store.backup(tmp_path / "backups", NOW)))
    worker.start()
    for number in range(6):
        copy.write("entry", "reason", f"meanwhile {number}")
    worker.join()
    kept = Copy(made[0])
    assert_sound(kept)
    assert len(kept.journal().changes) >= 13
    kept.close()
    copy.close()


def test_a_store_that_was_taken_away_while_open_can_still_be_saved(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    copy.write("entry", "what", "a")
    journal = copy.journal()
    if taken_away(copy.path):
        other = Copy(tmp_path / "fosdesk.db")
        other.close()
    kept = Copy(copy.store.backup(tmp_path / "backups", NOW, "close"))
    assert kept.journal() == journal
    kept.close()
    copy.close()


def test_copies_from_a_wrong_clock_come_after_all_others(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "school.db")
    made = {
        now: copy.store.backup(tmp_path / "there", now)
        for now in (NOW, -1, 253_402_300_800_000, NOW - 1000, NOW + 1000)
    }
    copy.close()
    found = backups_in(tmp_path / "there", "school")
    assert found[0].path == made[253_402_300_800_000]
    right = [made[NOW + 1000], made[NOW], made[NOW - 1000], made[-1]]
    assert [backup.path for backup in newest_first(found[::-1], NOW)] == [*right, made[253_402_300_800_000]]
    assert [backup.path for backup in newest_first(found, 2**53)][0] == made[253_402_300_800_000]


def test_a_backup_of_tomorrow_counts_and_one_of_the_day_after_does_not(tmp_path: Path) -> None:
    """A summer time or a time zone makes a day of difference, a wrong clock more."""
    hour = 3_600_000
    for hours in (0, 23, 25, 24 * 90):
        (tmp_path / f"fosdesk {file_timestamp(NOW + hours * hour)}.db").touch()
    found = newest_first(backups_in(tmp_path, "fosdesk"), NOW)
    assert [file_timestamp(int(backup.made.timestamp() * 1000)) for backup in found] == [
        file_timestamp(NOW + hours * hour) for hours in (23, 0, 24 * 90, 25)
    ]


@pytest.mark.parametrize("thin", [True, False])
def test_the_second_folder_keeps_the_newest_and_what_the_rule_keeps(tmp_path: Path, thin: bool) -> None:
    folder, second, day = tmp_path / "backups", tmp_path / "second", 24 * 3_600_000
    folder.mkdir()
    for n in range(40):
        (folder / f"fosdesk {file_timestamp(NOW - n * day)}.db").write_bytes(b"%d" % n)
    assert mirror(folder, second, "fosdesk", NOW, thin=thin) == 40
    left = backups_in(second, "fosdesk")
    assert left[0].path.read_bytes() == b"0"
    if thin:
        prune(folder, "fosdesk", NOW)
        assert [backup.path.name for backup in left] == [b.path.name for b in backups_in(folder, "fosdesk")]
    else:
        assert len(left) == 40, "older ones may hold what a damaged store has lost"
