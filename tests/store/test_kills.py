"""Programs that are killed in the middle of something large: real processes, at every place that counts."""

import shutil
from pathlib import Path

import pytest

from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from fosdesk.store.copies.backups import backups_in
from fosdesk.store.copies.row_check import is_good
from tests.store.processes import DEATHS, start
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content

OLD = Path(__file__).resolve().parent.parent / "data" / "store-1.db"
CHANGES = 400
# Dies before the statement with a number is carried out, wherever in the code that is.
DYING = (
    "import os, signal, sqlite3, sys; from pathlib import Path\n"
    "left, real = [int(sys.argv[2])], sqlite3.connect\n"
    "def die(*_):\n"
    "    left[0] -= 1\n"
    "    left[0] or os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    "def connect(*a, **k):\n"
    "    made = real(*a, **k); made.set_trace_callback(die); return made\n"
)
MIGRATE = DYING + "sqlite3.connect = connect\nfrom fosdesk.store import Store\nStore.open(Path(sys.argv[1])).close()"
IMPORT = (
    DYING + "from fosdesk.store import Store\nfrom fosdesk.exchange.file_loading import load_school_file\n"
    "store = Store.open(Path(sys.argv[1])); store._connection.set_trace_callback(die)\n"
    "store.merge(load_school_file(Path(sys.argv[3])).journal, own=True, now=1)"
)
BACKUP = (
    DYING + "import fosdesk.store.copies.backups as b; from fosdesk.pace import Pace; from fosdesk.store import Store\n"
    "b._PAGES = 4\n"
    "for name in ('fsync', 'replace', 'unlink'):\n"
    "    def dying(*a, act=getattr(os, name), **k):\n"
    "        die(); done = act(*a, **k); die(); return done\n"
    "    setattr(os, name, dying)\n"
    "class Killing(Pace):\n"
    "    def __call__(self, done=0, of=0): die()\n"
    "Store.open(Path(sys.argv[1])).backup(Path(sys.argv[3]), 1_800_000_000_000, 'time', Killing())"
)


def killed(code: str, *arguments: str | Path) -> bool:
    """Whether the program died on its way; it did its work otherwise, and nothing else."""
    with start(code, *arguments) as process:
        _, trouble = process.communicate(timeout=60)
    assert process.returncode in (0, *DEATHS), trouble
    return process.returncode != 0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store, and a school file with much that is new in it."""
    folder = tmp_path_factory.mktemp("made")
    copy = Copy(folder / "fosdesk.db")
    for number in range(6):
        copy.write("entry", "what", f"{number} " + "x" * 9000)
    journal = copy.journal()
    uid, top = "c0" * 16, len(journal.changes)
    place = len(journal.writers)
    more = [Change(place, 1, top + 1, 1, 1, "group", BIRTH, "existing_group", ())]
    more += [
        Change(place, n, top + n, 1, n, "group", "name", f"name {n}", ((place, n - 1),) if n > 2 else ())
        for n in range(2, CHANGES)
    ]
    both = Journal(SCHOOL, "", (*journal.writers, Writer(uid, "teacher", "test", 1)), (*journal.changes, *more))
    (folder / "kollega.fosdesk").write_bytes(write_school_file(both, app="test", made=1, reference=False))
    copy.close()
    return copy.path, folder / "kollega.fosdesk"


def check_import(made: tuple[Path, Path], folder: Path, statement: int) -> bool:
    store, file = Path(shutil.copy(made[0], folder / "a.db")), made[1]
    opened = Store.open(store)
    before = content(opened.journal(SCHOOL))
    opened.close()
    died = killed(IMPORT, store, str(statement), file)
    copy = Copy(store)
    assert_sound(copy)
    there = content(copy.journal())
    whole = content(load_school_file(file).journal)
    assert there in (before, whole)
    assert died or there == whole
    copy.take_in(file.read_bytes())
    assert content(copy.journal()) == whole
    copy.close()
    return died


def check_migration(folder: Path, statement: int) -> bool:
    store = Path(shutil.copy(OLD, folder / "fosdesk.db"))
    died = killed(MIGRATE, store, str(statement))
    opened = Store.open(store)
    (school,) = (s.id for s in opened.schools())
    assert content(opened.journal(school)) == content(load_school_file(OLD).journal)
    opened.close()
    assert is_good(folder / "fosdesk.version-1.db")
    return died


def check_backup(made: tuple[Path, Path], folder: Path, moment: int) -> bool:
    store = Path(shutil.copy(made[0], folder / "fosdesk.db"))
    died = killed(BACKUP, store, str(moment), folder / "backups")
    assert all(is_good(backup.path) for backup in backups_in(folder / "backups", "fosdesk"))
    copy = Copy(store)
    assert_sound(copy)
    backup = copy.store.backup(folder / "backups", 1_800_000_000_000, "time")
    assert is_good(backup)
    assert died or len(backups_in(folder / "backups", "fosdesk")) == 2
    assert not list((folder / "backups").glob("*.part"))
    copy.close()
    return died


@pytest.mark.parametrize("statement", [1, 4, 40, CHANGES])
def test_91_an_import_that_is_killed_came_whole_or_not_at_all(
    made: tuple[Path, Path], tmp_path: Path, statement: int
) -> None:
    check_import(made, tmp_path, statement)


@pytest.mark.parametrize("statement", [12, 16, 20, 24])
def test_92_a_migration_that_is_killed_leaves_the_old_store_or_the_new_one(tmp_path: Path, statement: int) -> None:
    check_migration(tmp_path, statement)


@pytest.mark.parametrize("moment", [2, 9, 14, 16])
def test_93_a_backup_that_is_killed_is_whole_or_has_no_name(
    made: tuple[Path, Path], tmp_path: Path, moment: int
) -> None:
    check_backup(made, tmp_path, moment)


@pytest.mark.long
def test_forty_imports_forty_migrations_and_forty_backups_are_killed(made: tuple[Path, Path], tmp_path: Path) -> None:
    died = {"import": 0, "migration": 0, "backup": 0}
    for turn in range(1, 41):
        for name in died:
            (tmp_path / f"{name} {turn}").mkdir()
        died["import"] += check_import(made, tmp_path / f"import {turn}", 1 + turn * (CHANGES // 40))
        died["migration"] += check_migration(tmp_path / f"migration {turn}", turn)
        died["backup"] += check_backup(made, tmp_path / f"backup {turn}", turn)
    assert min(died.values()) > 12, died
