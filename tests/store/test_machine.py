"""Full disks, odd paths, wrong clocks, old locks and restored backups: the machine's faults, each by its number."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.store import Store
from fosdesk.store.copies.backups import backups_in, prune
from fosdesk.store.lock import Lock
from tests.store.files_in_use import taken_away
from tests.store.processes import start
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content, meet

NOW = 1_800_000_000_000
DAY = 24 * 3_600_000
LARGE = "x" * 150_000


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of one megabyte; where none may be made, a disk that says it is full when it is to keep something."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    mounted = bool(shutil.which("mount")) and subprocess.run(command, capture_output=True).returncode == 0
    if not mounted:

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
    yield place
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> None:
    """Leave no room for anything more."""
    try:
        with (disk / "pictures").open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()
                if file.tell() > 2 << 20:
                    return  # no small disk: it says that it is full by itself
    except OSError:
        return


def test_94_a_disk_that_is_full_at_a_commit(small_disk: Path) -> None:
    copy = Copy(small_disk / "fosdesk.db")
    copy.write("entry", "what", "a")
    before = content(copy.journal())
    fill(small_disk)
    (pages,) = copy.store._connection.execute("PRAGMA page_count").fetchone()
    copy.store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(FosdeskError, match=r"no room left on the disk|did not answer"):
        copy.write("entry", "what", LARGE)
    assert content(copy.journal()) == before
    (small_disk / "pictures").unlink()
    copy.store._connection.execute("PRAGMA max_page_count = 1000000")
    copy.write("entry", "what", "b")
    assert_sound(copy)
    copy.close()


def test_95_a_disk_that_is_full_at_a_backup(small_disk: Path, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    for number in range(9):
        copy.write("entry", "what", f"{number} {LARGE}")
    with pytest.raises(FosdeskError, match="No backup could be written in the folder"):
        copy.store.backup(small_disk / "backups", NOW)
    assert list((small_disk / "backups").iterdir()) == []
    copy.write("entry", "what", "the school goes on")
    copy.close()


def test_96_a_disk_that_is_full_at_an_export(small_disk: Path) -> None:
    (small_disk / "skole.fosdesk").write_bytes(b"the file from before")
    fill(small_disk)
    with pytest.raises(FosdeskError, match="could not be written"):
        save_bytes(small_disk / "skole.fosdesk", os.urandom(2 << 20))
    assert (small_disk / "skole.fosdesk").read_bytes() == b"the file from before"
    assert not list(small_disk.glob("*.part"))


def test_98_a_store_that_was_removed_while_open_loses_nothing(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    copy.write("entry", "what", "a")
    taken_away(copy.path)
    assert copy.write("entry", "what", "b")
    before = copy.journal()
    assert copy.path.is_file()
    kept = Copy(copy.store.backup(tmp_path / "backups", NOW, "close"))
    assert kept.journal() == before
    kept.close()
    copy.close()


# -- locks


HOLD = (
    "import sys; from pathlib import Path; from fosdesk.store.lock import Lock\n"
    "lock = Lock(Path(sys.argv[1])); lock.acquire(); print('held', flush=True); sys.stdin.read()"
)


def test_100_a_second_instance_waits_for_the_first_one_only(tmp_path: Path) -> None:
    with start(HOLD, tmp_path / "a.db") as first:
        assert first.stdout is not None
        first.stdout.readline()
        with pytest.raises(FosdeskError, match="already open on this machine"):
            Lock(tmp_path / "a.db").acquire()
        first.kill()
        first.communicate()
    second = Lock(tmp_path / "a.db")
    second.acquire()
    assert second.is_held
    second.release()


def test_101_a_lock_file_that_another_machine_wrote_locks_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "a.db.lock").write_text("4711\nfosdesk\nrektors-pc\n", encoding="utf-8")
    lock = Lock(tmp_path / "a.db")
    lock.acquire()
    assert lock.is_held
    lock.release()


@pytest.mark.parametrize("left", [b"", b"\0" * 40, b"\xff\xfe"])
def test_102_an_empty_lock_file_locks_nobody_out(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "a.db.lock").write_bytes(left)
    lock = Lock(tmp_path / "a.db")
    lock.acquire()
    assert lock.is_held
    lock.release()


# -- clocks and paths


def test_105_clocks_in_2099_and_backwards_decide_nothing(tmp_path: Path) -> None:
    ahead, behind = Copy(tmp_path / "a.db", clock=count(4_070_908_800_000)), Copy(tmp_path / "b.db", clock=count(1))
    ahead.write("entry", "what", "a")
    behind.take_in(ahead.file())
    behind.write("entry", "what", "later, by a clock that is far behind")
    meet(ahead, behind)
    assert ahead.shown("entry", "what") == "later, by a clock that is far behind"
    backwards = Copy(tmp_path / "c.db", clock=count(4_070_908_800_000, -DAY))
    for number in range(5):
        backwards.write("group", "freed", number)
    assert backwards.shown("group", "freed") == 4
    for copy in (ahead, behind, backwards):
        assert_sound(copy)
    first = ahead.store.backup(tmp_path / "backups", 4_070_908_800_000, "time")
    second = ahead.store.backup(tmp_path / "backups", NOW, "time")
    for n in range(60):
        (tmp_path / "backups" / f"a 2027-01-01 00.{n:02}.00 time.db").touch()
    prune(tmp_path / "backups", "a", NOW, second)
    assert first.exists()
    assert second.exists(), "the one that was just made stays, wherever the clock stood before"
    for copy in (ahead, behind, backwards):
        copy.close()


@pytest.mark.parametrize(
    "folder",
    [
        "Blåbærskolen på Ærø",
        "skole 👩🏽‍🏫 čđŋšŧž",
        "et 'sitat' og 100 % #1" + (" ?" if os.name != "nt" else ""),  # which Windows allows in no name
        "/".join(["en lang mappe " + "æ" * 20] * 4),
    ],
)
def test_106_a_store_with_an_odd_path_is_opened_backed_up_and_locked(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    lock = Lock(place / "fosdesk.db")
    lock.acquire()
    copy = Copy(place / "fosdesk.db")
    copy.write("entry", "what", "a")
    backup = copy.store.backup(place / "backups", NOW, "close")
    assert copy.store.bad_rows() == 0
    assert [found.path for found in backups_in(place / "backups", "fosdesk")] == [backup]
    copy.close()
    again = Copy(place / "fosdesk.db")
    assert again.shown("entry", "what") == "a"
    again.close()
    lock.release()


# -- backups that come back


def restored(copy: Copy, backup: Path) -> None:
    """Somebody puts a backup in the place of the store."""
    copy.close()
    shutil.copy(backup, copy.path)
    copy.store = Store.open(copy.path)


def test_110_an_old_backup_that_goes_on_meets_the_newer_copy(copy: Copy, colleague: Copy, tmp_path: Path) -> None:
    copy.write("entry", "what", "before the backup")
    backup = copy.store.backup(tmp_path / "backups", NOW)
    copy.write("entry", "what", "after the backup")
    copy.write("member", "motivation", "m")
    colleague.take_in(copy.file())
    ever = content(colleague.journal())
    restored(copy, backup)
    assert copy.shown("entry", "what") == "before the backup"
    copy.write("entry", "what", "after going back")
    copy.write("group", "name", "g")
    ever |= content(copy.journal())
    meet(copy, colleague)
    assert content(copy.journal()) == content(colleague.journal()) == ever
    assert copy.values("entry", "what") == {"after the backup", "after going back"}, "both are kept"
    assert copy.shown("member", "motivation") == "m"
    for one in (copy, colleague):
        assert_sound(one)


def test_111_two_people_who_go_on_from_the_same_backup(copy: Copy, colleague: Copy, tmp_path: Path) -> None:
    copy.write("entry", "what", "a")
    backup = copy.store.backup(tmp_path / "backups", NOW)
    restored(copy, backup)
    restored(colleague, backup)
    for number in range(3):
        copy.write("entry", "reason", f"mine {number}")
        colleague.write("entry", "reason", f"theirs {number}")
        colleague.write("group", "freed", number)
    ever = content(copy.journal()) | content(colleague.journal())
    meet(copy, colleague)
    assert content(copy.journal()) == content(colleague.journal()) == ever
    assert copy.values("entry", "reason") == {"mine 2", "theirs 2"}
    for one in (copy, colleague):
        assert_sound(one)


# -- depth


def check_many_steps(path: Path, steps: int, undone: int) -> None:
    """Write a store of so many steps at once, as if somebody had worked for years; then take some back."""
    from fosdesk.domain.changes.step_label import StepLabel
    from fosdesk.store.steps import encode_label, encode_restores

    copy = Copy(path)
    copy.write("entry", "what", "0")
    raw = copy.store._connection
    (writer,) = raw.execute("SELECT max(id) FROM writer").fetchone()
    from fosdesk.store.step_draft import checksum

    label, nothing = encode_label(StepLabel("change", "gate_entry", "what", "entry")), encode_restores([])
    rows, done = [], []
    for n in range(3, steps + 2):
        parts = (writer, n, n, NOW, n, "entry", "what", f'"{n - 2}"', f"[[{writer},{n - 1}]]")
        rows.append((*parts, n == steps + 1, 0, checksum(*parts)))
        done.append((writer, n, label, None, None, nothing))
    raw.execute("BEGIN")
    raw.execute("UPDATE change SET live = 0 WHERE number = 2")
    raw.executemany(f"INSERT INTO change VALUES ({','.join('?' * 12)})", rows)
    raw.executemany("INSERT INTO step VALUES (?,?,?,?,?,?)", done)
    raw.execute("COMMIT")
    copy.reopen()
    assert copy.shown("entry", "what") == str(steps - 1)
    for _ in range(undone):
        assert copy.undo()
    assert copy.shown("entry", "what") == str(steps - 1 - undone)
    for _ in range(undone):
        assert copy.redo()
    assert copy.shown("entry", "what") == str(steps - 1)
    assert len(copy.store.history(SCHOOL, "entry", "what")) == steps + 2 * undone
    copy.close()


def test_113_thousands_of_steps_can_be_taken_back_one_by_one(tmp_path: Path) -> None:
    check_many_steps(tmp_path / "a.db", 32_000, 1)


@pytest.mark.long
def test_113_many_of_them_are_taken_back(tmp_path: Path) -> None:
    check_many_steps(tmp_path / "a.db", 32_000, 40)
