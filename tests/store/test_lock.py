"""The lock of a store: taken plainly where that is possible, and by filelock otherwise, each keeping the other out."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from fosdesk.errors import FosdeskError
from fosdesk.store.lock import Lock, StoreInUse


def test_a_lock_is_held_from_acquire_to_release(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "a.db")
    held = [lock.is_held]
    lock.acquire()
    held.append(lock.is_held)
    lock.release()
    lock.release()
    held.append(lock.is_held)
    assert held == [False, True, False]
    assert (tmp_path / "a.db.lock").exists() or sys.platform == "win32"


def test_programs_that_lock_by_filelock_and_this_keep_each_other_out(tmp_path: Path) -> None:
    lock, other = Lock(tmp_path / "a.db"), FileLock(tmp_path / "a.db.lock")
    with other, pytest.raises(StoreInUse):
        lock.acquire()
    lock.acquire()
    with pytest.raises(Timeout):
        other.acquire(timeout=0)
    lock.release()
    other.acquire(timeout=0)
    other.release()


def test_a_file_system_without_such_locks_is_left_to_filelock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", missing)
    first = Lock(tmp_path / "a.db")
    with pytest.warns(UserWarning, match="falling back"):
        first.acquire()
    assert first.is_held
    with pytest.warns(UserWarning, match="falling back"), pytest.raises(StoreInUse):
        Lock(tmp_path / "a.db").acquire()
    first.release()


def test_a_lock_file_that_is_a_link_locks_nothing_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("kept", encoding="utf-8")
    (tmp_path / "a.db.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FosdeskError, match="cannot be used"):
        Lock(tmp_path / "a.db").acquire()
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "kept"


def test_a_usual_lock_imports_no_filelock(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from fosdesk.store.lock import Lock\n"
        "lock = Lock(Path(sys.argv[1])); lock.acquire(); print(lock.is_held, 'filelock' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "a.db")]
    assert subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split() == [
        "True",
        "False",
    ]
