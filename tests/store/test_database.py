"""Opening the store: what it is, what is refused with a sentence, and how an older one is brought up to date."""

import os
import shutil
import sqlite3
import tempfile
import zipfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.store import Store, schema
from fosdesk.store.database import open_database
from fosdesk.store.known_schema import MIGRATIONS
from fosdesk.store.sqlite_dialect import APPLICATION_ID, open_reader, read_only_address
from tests.store.processes import told
from tests.store.store_copies import SCHOOL, Copy

OLD = Path(__file__).resolve().parent.parent / "data" / "store-1.db"

NEWEST = max(MIGRATIONS)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    copy = Copy(tmp_path / "filled.db")
    for number in range(40):
        copy.write("entry", "what", f"text number {number}")
    copy.close()
    return copy.path


def refused(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(FosdeskError) as trouble:
        Store.open(path)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + "-journal").exists()
    return str(trouble.value)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "blåbær" / "fosdesk 👋" / "a.db"
    store = Store.open(path)
    store.add_school(SCHOOL, own=True, now=7)
    store.close()
    again = Store.open(path)
    assert [tuple(school) for school in again.schools()] == [(SCHOOL, True, 7)]
    again.close()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    store = Store.open(tmp_path / "a.db")
    assert store.schools() == ()
    store.close()


def test_the_file_says_what_it_is_and_every_commit_is_durable(filled: Path) -> None:
    connection = open_database(filled)
    said = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    connection.close()
    assert said == {
        "application_id": APPLICATION_ID,
        "user_version": NEWEST,
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    assert APPLICATION_ID.to_bytes(4, "big") == b"FosD"


def test_a_newer_store_is_refused(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    assert refused(filled) == (
        "The file filled.db was made by a newer fosdesk, so update fosdesk on this machine to open it."
    )


def test_files_of_other_kinds_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Kjære rektor", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "letter.db", "w") as letter:
        letter.writestr("word/document.xml", "<w:document/>")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE cheese (hole)")
    other.close()
    (tmp_path / "magic.db").write_bytes(b"SQLite format 3\0" + b"rubbish" * 500)
    for name in ("text", "letter", "other"):
        assert "is not fosdesk's own" in refused(tmp_path / f"{name}.db")
    assert refused(tmp_path / "magic.db")


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8])
def test_a_damaged_store_is_refused_and_left_as_it_is(filled: Path, share: float) -> None:
    whole = filled.read_bytes()
    at = int(len(whole) * share) // 4096 * 4096
    filled.write_bytes(whole[:at] + bytes(byte ^ 0xA5 for byte in whole[at : at + 200]) + whole[at + 200 :])
    assert "is damaged and has not been touched" in refused(filled)


def test_a_store_that_was_cut_short_is_refused(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:-5000])
    assert "is damaged" in refused(filled)


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FosdeskError, match="cannot be used"):
        Store.open(tmp_path / "file" / "a.db")
    (tmp_path / "a.db").mkdir()
    with pytest.raises(FosdeskError, match="cannot be used"):
        Store.open(tmp_path / "a.db")


def test_what_may_only_be_read_is_told_before_anybody_writes() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        Copy(folder / "a.db").close()
        os.chmod(folder / "a.db", 0o444)
        os.chmod(folder, 0o555)  # on Windows this closes no folder, and nothing else does that a program may do
        code = (
            "import sys; from pathlib import Path; from fosdesk.store import Store\ntry: Store.open(Path(sys.argv[1]))"
        )
        for name in ("a.db", "new.db") if os.name != "nt" else ("a.db",):
            said = told(code + "\nexcept Exception as trouble: print(trouble)", folder / name, powerless=True)
            assert said.strip() == f"fosdesk may not write in the folder {folder}, so choose another one."
    finally:
        os.chmod(folder, 0o755)
        os.chmod(folder / "a.db", 0o644)
        shutil.rmtree(folder)


def test_reading_needs_no_sqlalchemy(filled: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from fosdesk.store import Store\n"
        "store = Store.open(Path(sys.argv[1])); store.snapshot('our school'); store.undo_label('our school')\n"
        "store.recent('our school', 5); store.history('our school', 'entry'); store.journal('our school')\n"
        "print('sqlalchemy' in sys.modules); store.prepare(); print('sqlalchemy' in sys.modules)"
    )
    assert told(code, filled).split() == ["False", "True"]


def test_a_store_that_another_program_set_to_a_log_ahead_loses_nothing(filled: Path) -> None:
    other = sqlite3.connect(filled)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("INSERT INTO school (school, own, added) VALUES ('theirs', 0, 1)")
    other.commit()
    other.close()
    store = Store.open(filled)
    assert [school.id for school in store.schools()] == [SCHOOL, "theirs"]
    assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    store.close()


# -- from version to version


def test_the_tables_that_the_code_writes_are_those_of_the_frozen_sql(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    for table in schema._tables.tables.values():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
        assert columns == [column.name for column in table.columns]
    connection.close()


def test_a_store_of_version_1_opens_and_says_what_it_said(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(OLD, path)
    copy = Copy(path)
    assert copy.shown("entry", "what") == "blåbær, ŋ, 👋 og <b>"
    assert copy.school().conflicts == {("entry", "reason"): ("because", "…")}
    assert [v.value for v in copy.store.history(SCHOOL, "entry", "what")] == ["blåbær, ŋ, 👋 og <b>", "a"]
    assert copy.store.undo_label(SCHOOL) is not None
    assert copy.undo()
    copy.close()


def frozen() -> dict[int, str]:
    folder = Path(schema.__file__).parent
    return {number: (folder / place).read_text(encoding="utf-8") for number, place in MIGRATIONS.items()}


def test_an_older_store_is_copied_and_then_brought_up_to_date(filled: Path) -> None:
    before = Copy(filled)
    journal = before.journal()
    before.close()
    steps = {
        **frozen(),
        NEWEST + 1: "CREATE TABLE later (a TEXT);\nCREATE INDEX later_a ON later (a);",
        NEWEST + 2: "DROP TABLE later;",
    }
    open_database(filled, steps).close()
    connection = sqlite3.connect(filled)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST + 2,)
    connection.close()
    kept = Copy(filled.with_name(f"filled.version-{NEWEST}.db"))
    assert kept.journal() == journal
    kept.close()
    assert "newer fosdesk" in refused(filled)


def test_a_migration_that_fails_leaves_everything_as_it_was(filled: Path) -> None:
    before = filled.read_bytes()
    steps = {**frozen(), NEWEST + 1: "CREATE TABLE later (a TEXT);", NEWEST + 2: "DROP TABLE nowhere;"}
    with pytest.raises(sqlite3.OperationalError):
        open_database(filled, steps)
    assert filled.read_bytes() == before
    Copy(filled).close()


def test_a_change_takes_little_room(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    for number in range(60):
        copy.write("entry", "what", f"a title of ordinary length, number {number}")
    empty = Path(tmp_path / "b.db")
    Store.open(empty).close()
    copy.close()
    assert (copy.path.stat().st_size - empty.stat().st_size) / 61 < 220


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (PurePosixPath("/home/å b/100% #1?.db"), "file:///home/%C3%A5%20b/100%25%20%231%3F.db?mode=ro"),
        (PureWindowsPath("C:/Users/Åse/fosdesk.db"), "file:///C:/Users/%C3%85se/fosdesk.db?mode=ro"),
        (PureWindowsPath("//server/felles/fosdesk.db"), "file:////server/felles/fosdesk.db?mode=ro"),
    ],
)
def test_a_file_to_read_is_named_so_that_sqlite_finds_it_on_a_server_too(place: PurePath, address: str) -> None:
    assert read_only_address(place) == address


def test_a_reader_opens_a_file_with_an_odd_name_and_makes_none(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "å 100% #1.db")
    reader = open_reader(copy.path)
    assert reader.execute("SELECT count(*) FROM school").fetchone() == (1,)
    reader.close()
    copy.close()
    with pytest.raises(sqlite3.OperationalError):
        open_reader(tmp_path / "nowhere.db")
    assert not (tmp_path / "nowhere.db").exists()
