"""What machines do to a store: killed programs, full disks, files that go away, two programs at once."""

from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.lock import Lock
from tests.store.files_in_use import taken_away
from tests.store.processes import start
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content

HOLD = (
    "import sys; from pathlib import Path; from fosdesk.store.lock import Lock\n"
    "lock = Lock(Path(sys.argv[1])); lock.acquire(); print('held', flush=True); sys.stdin.read()"
)
WRITE = (
    "import sys; from pathlib import Path; from itertools import count; from tests.store.store_copies import Copy\n"
    "copy = Copy(Path(sys.argv[1]))\n"
    "for number in count():\n"
    "    copy.write('entry', 'what', f'{number} ' + 'x' * 3000); print(number, flush=True)"
)


def test_a_second_fosdesk_is_told_and_the_next_one_is_let_in(tmp_path: Path) -> None:
    with start(HOLD, tmp_path / "deep" / "a.db") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(FosdeskError, match="fosdesk is already open on this machine"):
            Lock(tmp_path / "deep" / "a.db").acquire()
        first.communicate()
    second = Lock(tmp_path / "deep" / "a.db")
    second.acquire()
    second.release()


def test_a_crash_locks_nobody_out(tmp_path: Path) -> None:
    with start(HOLD, tmp_path / "a.db") as crashing:
        assert crashing.stdout is not None
        crashing.stdout.readline()
        crashing.kill()
        crashing.communicate()
    lock = Lock(tmp_path / "a.db")
    lock.acquire()
    assert lock.is_held
    lock.release()


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        Lock(tmp_path / "file" / "a.db").acquire()


def kill_while_writing(path: Path, after: int) -> int:
    """The number of the last commit that was acknowledged before the program was killed."""
    with start(WRITE, path) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= after:
                break
        process.kill()
        rest = process.stdout.read().split()  # `communicate` would pass over what was read ahead of the last line
    return max([after, *map(int, rest)])


@pytest.mark.parametrize("more", range(4))
def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path, more: int) -> None:
    """P17. It is killed whenever that happens to be after the last word that was read, in the middle of the next."""
    last = kill_while_writing(tmp_path / "a.db", 3 + more)
    copy = Copy(tmp_path / "a.db")
    assert_sound(copy)
    written = [int(str(v.value).split()[0]) for v in copy.store.history(SCHOOL, "entry", "what")]
    assert written == list(range(max(written), -1, -1))
    assert max(written) in (last, last + 1)  # the one under way may have arrived, too
    assert copy.undo()
    copy.close()


@pytest.mark.long
@pytest.mark.parametrize("turn", range(40))
def test_what_was_acknowledged_outlives_forty_kills(tmp_path: Path, turn: int) -> None:
    test_what_was_acknowledged_outlives_a_kill(tmp_path, turn)


def test_a_full_disk_is_told_and_loses_only_what_was_not_saved(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    before, school = content(copy.journal()), copy.school()
    connection = copy.store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    for _ in range(2):
        with pytest.raises(FosdeskError, match="There is no room left on the disk, so this was not saved"):
            copy.write("entry", "reason", "x" * 100_000)
    assert content(copy.journal()) == before
    assert copy.school().records == school.records
    connection.execute("PRAGMA max_page_count = 1000000")
    copy.write("entry", "reason", "x" * 100_000)
    assert_sound(copy)  # with no gap where the failed ones would have been
    assert len(copy.journal().writers) == 1
    assert copy.undo()
    assert copy.undo()
    copy.close()


def test_a_store_that_was_moved_is_written_again_and_the_moved_file_is_left_alone(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    stored = copy.path.read_bytes()
    if not taken_away(copy.path, tmp_path / "b.db"):
        assert copy.write("entry", "what", "b"), "it was not moved, and goes on"
        return
    assert copy.write("entry", "what", "b")
    copy.path.write_bytes(stored)
    assert copy.delete("entry")
    assert {v.value for v in copy.store.history(SCHOOL, "entry", "what")} == {"a", "b"}
    assert_sound(copy)
    copy.close()
    assert (tmp_path / "b.db").read_bytes() == stored


def test_a_store_that_another_program_holds_is_told(tmp_path: Path) -> None:
    copy, other = Copy(tmp_path / "a.db"), Store.open(tmp_path / "a.db")
    copy.store._connection.execute("PRAGMA busy_timeout = 50")
    other._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(FosdeskError, match=r"Another program is using the file a\.db"):
        copy.write("entry", "what", "a")
    other._connection.execute("ROLLBACK")
    assert copy.write("entry", "what", "a")
    other.close()
    copy.close()


def test_two_programs_that_write_all_the_same_stay_whole(tmp_path: Path) -> None:
    one, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "a.db")
    for number in range(4):
        one.write("entry", "what", f"one {number}")
        other.write("entry", "what", f"other {number}")
    assert_sound(one)
    assert one.shown("entry", "what") == "other 3"
    one.close()
    other.close()
