"""Erasing that is killed, or refused by another program that reads, goes on at the next start and leaves nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from fosdesk.domain.records import Meeting, Person
from fosdesk.exchange.erase_copies import erase_unfinished, untouched_files
from fosdesk.exchange.password_seal import seal
from fosdesk.exchange.school_file import write_school_file
from fosdesk.paths import WORK_FOLDER
from fosdesk.store import Store
from tests.exchange.test_erase_copies import ASSESSMENT, NAME, NOW, SCHOOL, Office
from tests.store.processes import DEATHS, start

SECRETS = (NAME, "Kari", "kari@skolen.no", ASSESSMENT)
# Erases as the page does, and dies before the call with a number of those that change something on the disk.
ERASE = """
import os, signal, sys
from pathlib import Path
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.store import Store
from fosdesk.workspace import Workspace
folder, left = Path(sys.argv[1]), [int(sys.argv[2])]
def die(*_):
    left[0] -= 1
    left[0] or os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
store = Store.open(folder / "fosdesk.db")
workspace = Workspace(store, "our school", role="principal", app="test", clock=lambda: 1_800_000_600_000)
held = workspace.held("p", lambda role: "[lærer]")
for name in ("replace", "unlink"):
    def dying(*a, act=getattr(os, name), **k):
        die(); done = act(*a, **k); die(); return done
    setattr(os, name, dying)
store._connection.set_trace_callback(lambda sql: die() if sql.split()[0] in ("COMMIT", "VACUUM") else None)
workspace.erase(held, {m.written.change for m in held.mentions}, [folder / "backups", folder / "elsewhere"])
os._exit(0)
"""


@pytest.fixture(scope="module")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose store is closed, with a copy that was set aside beside the store."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder)
    office.store.close()
    (folder / "fosdesk replaced 2026-01-01 10.00.00.db").write_bytes((folder / "fosdesk.db").read_bytes())
    return folder


def holding(folder: Path) -> list[str]:
    wanted = [secret.encode() for secret in SECRETS]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(secret in path.read_bytes() for secret in wanted)]


def begin_again(folder: Path) -> tuple[bool, list[Path]]:
    """The next start: whether the person is still in the store, and what could not be cleaned."""
    store = Store.open(folder / "fosdesk.db")
    try:
        there = bool(store.snapshot(SCHOOL).of(Person))
        folders = [folder / "backups", folder / "elsewhere"]
        return there, [path for one in folders for path in erase_unfinished(store, folders, one, NOW)]
    finally:
        store.close()


@pytest.mark.parametrize("moment", [1, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26])
def test_a_person_is_gone_everywhere_or_nowhere_wherever_it_was_killed(
    office_folder: Path, tmp_path: Path, moment: int
) -> None:
    folder = tmp_path / "office"
    copytree(office_folder, folder)
    with start(ERASE, folder, str(moment)) as process:
        _, trouble = process.communicate(timeout=120)
    assert process.returncode in (0, *DEATHS), trouble
    is_there, not_cleaned = begin_again(folder)
    assert not_cleaned == []
    if is_there:
        assert {"fosdesk.db", "fosdesk replaced 2026-01-01 10.00.00.db"} <= set(holding(folder))
        opened = Store.open(folder / "fosdesk.db")
        assert opened.snapshot(SCHOOL).get(Person, "p").name == NAME
        assert opened.snapshot(SCHOOL).get(Meeting, "t").notes == "Kari ledet møtet. Vi ble enige om mye."
        opened.close()
    else:
        assert holding(folder) == []
        assert not list(folder.rglob("*.unswept"))
    # Once is enough: a second start changes nothing.
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.db")}
    assert begin_again(folder) == (is_there, [])
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.db")} == before


def test_it_is_killed_on_both_sides_of_the_change_in_the_store(office_folder: Path, tmp_path: Path) -> None:
    """So that the moments above are worth something."""
    stands = []
    for moment in (6, 16):
        folder = tmp_path / str(moment)
        copytree(office_folder, folder)
        with start(ERASE, folder, str(moment)) as process:
            process.communicate(timeout=120)
        assert process.returncode in DEATHS
        store = Store.open(folder / "fosdesk.db")
        stands.append(bool(store.snapshot(SCHOOL).of(Person)))
        store.close()
    assert stands == [True, False]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_store_that_another_program_reads_in_is_vacuumed_at_the_next_start(office: Office) -> None:
    """What is erased is committed by then, so that the copies must follow all the same."""
    with closing(sqlite3.connect(office.store.path, isolation_level=None, check_same_thread=False)) as other:

        def read_along(sql: str) -> None:
            if sql == "VACUUM" and not other.in_transaction:
                other.execute("BEGIN")
                other.execute("SELECT count(*) FROM change").fetchone()

        office.store._connection.set_trace_callback(read_along)
        office.store._connection.execute("PRAGMA busy_timeout = 50")
        assert office.erase() == []
        assert other.in_transaction, "it was refused"
        office.store._connection.set_trace_callback(None)
    assert office.workspace.school.of(Person) == ()
    assert [name for name in office.holding() if name != "fosdesk.db"] == []
    assert office.store.is_unswept()
    office.store.close()
    again = Store.open(office.store.path)
    assert not again.is_unswept()
    again.close()
    assert office.holding() == []


def test_a_refusal_before_anything_is_erased_leaves_all_as_it_was(office: Office) -> None:
    with closing(sqlite3.connect(office.store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM change").fetchone()
        office.store._connection.execute("PRAGMA busy_timeout = 50")
        before = office.everywhere()
        with pytest.raises(Exception, match="Another program is using the file"):
            office.erase()
        assert {path: content for path, content in office.everywhere().items() if path.suffix != ".unswept"} == before
    assert office.workspace.school.get(Person, "p").name == NAME


def test_files_of_other_names_that_may_hold_a_school_are_listed(office: Office) -> None:
    journal = office.store.journal(SCHOOL)
    packed = write_school_file(journal, app="t", made=NOW, reference=False)
    plain = next(iter(office.folders[0].glob("*.db"))).read_bytes()
    data, backups, second = office.folder, *office.folders
    wanted = {
        data / "til kollega.fosdesk": packed,
        data / "gammel.db": plain,
        data / "ukjent": b"SQLite format 3\0" + bytes(200),
        backups / "fosdesk 2026-01-01.bak": plain,
        second / "skole.zip": packed,
        second / "låst.txt": seal(packed, "hemmelig og lang"),
        second / "kopi.sqlite": plain,
    }
    for path, content in wanted.items():
        path.write_bytes(content)
    for path in (data / "settings.json", second / "Notater.txt", second / "bilder.zip"):
        path.write_bytes(b"PK\3\4" + bytes(40))
    (second / "annet.sqlite").write_bytes(b"SQLite format 3\0" + bytes(200))
    (data / "mappe.fosdesk").mkdir()
    assert set(untouched_files(office.store.path, office.folders)) == set(wanted)
    assert office.erase() == []
    assert set(untouched_files(office.store.path, office.folders)) == set(wanted)


def test_what_was_made_to_be_looked_at_goes_with_the_person(office: Office) -> None:
    seen = office.folder / WORK_FOLDER / "4711-abc" / "Valg.pdf"
    seen.parent.mkdir(parents=True)
    seen.write_text(NAME, encoding="utf-8")
    assert office.erase() == []
    assert not seen.exists()


def test_what_a_reader_has_open_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = office.folder / WORK_FOLDER / "4711-abc" / "Valg.pdf"
    seen.parent.mkdir(parents=True)
    seen.write_text(NAME, encoding="utf-8")
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == seen:  # as Windows answers when a reader has it open
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert office.erase() == [seen]
