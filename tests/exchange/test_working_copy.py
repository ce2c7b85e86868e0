"""A colleague's working file: read as a school file is, and refused in one sentence when anything in it is odd."""

import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from fosdesk.store.known_schema import MIGRATIONS
from fosdesk.store.step_draft import checksum
from tests.exchange.hostile import JOURNAL
from tests.store.processes import DIE, told
from tests.store.store_copies import SCHOOL, Copy, content

OLD = Path(__file__).resolve().parent.parent / "data" / "store-1.db"
Act = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working file with some history, a conflict and a colleague's school in it."""
    folder = tmp_path_factory.mktemp("written")
    copy, other = Copy(folder / "fosdesk.db"), Copy(folder / "other.db", role="teacher")
    copy.write("entry", "what", "a")
    other.take_in(copy.file())
    for number in range(5):
        copy.write("entry", "what", f"ours {number} " + "x" * 300)
    other.write("entry", "what", "theirs")
    copy.take_in(other.file())
    copy.delete("entry")
    copy.undo()
    copy.store.merge(JOURNAL, own=False, now=1)
    copy.close()
    other.close()
    return copy.path


@pytest.fixture
def raw(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(written, tmp_path / "kollega.db"))


def change(path: Path, act: Act | str) -> Path:
    """Do something to a file that fosdesk itself never does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        if isinstance(act, str):
            connection.executescript(act)
        else:
            act(connection)
    return path


def sentence_for(path: Path) -> str:
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    began = time.process_time()
    with pytest.raises(FosdeskError) as trouble:
        load_school_file(path)
    assert time.process_time() - began < 2
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before
    sentence = str(trouble.value)
    assert "\n" not in sentence
    return sentence


# -- what is read


def test_it_gives_what_a_school_file_gives(raw: Path) -> None:
    file = load_school_file(raw)
    store = Store.open(raw)
    assert content(file.journal) == content(store.journal(SCHOOL))
    assert write_school_file(file.journal, app="test", made=file.made, reference=False) == write_school_file(
        store.journal(SCHOOL), app="test", made=file.made, reference=False
    )
    assert (file.app, file.reference, file.journal.school) == ("test", False, SCHOOL)
    assert file.made == max(change.at for change in file.journal.changes)
    store.close()


def test_a_file_of_the_first_shape_is_read_and_left_as_it_is() -> None:
    before = OLD.read_bytes()
    assert load_school_file(OLD).journal.changes
    assert OLD.read_bytes() == before
    assert not OLD.with_name(OLD.name + "-journal").exists()


def test_the_command_line_takes_it_too(raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(raw)]) == 0
    assert main(["info", str(raw)]) == 0
    copy = Copy(tmp_path / "mine.db")
    copy.take_in(write_school_file(load_school_file(raw).journal, app="test", made=1, reference=False))
    copy.write("entry", "reason", "because")
    (tmp_path / "mine.fosdesk").write_bytes(copy.file())
    copy.close()
    capsys.readouterr()
    assert main(["merge", str(raw), str(tmp_path / "mine.fosdesk"), str(tmp_path / "both.fosdesk")]) == 0
    assert "1" in capsys.readouterr().out
    assert main(["check", str(change(raw, "CREATE TABLE more (x)"))]) == 2
    assert "arbeidsfil" in capsys.readouterr().err


# -- faults 67 to 81


def test_67_a_trigger(raw: Path) -> None:
    sql = "CREATE TRIGGER t AFTER INSERT ON school BEGIN DELETE FROM change; END"
    assert "This working file of fosdesk is damaged or has been changed" in sentence_for(change(raw, sql))


def test_68_a_view_without_end(raw: Path) -> None:
    sql = (
        "DROP TABLE arrival; CREATE VIEW arrival AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x AS id FROM n"
    )
    assert "changed by another program" in sentence_for(change(raw, sql))


def test_69_a_table_more_and_one_less(raw: Path) -> None:
    assert "changed by another program" in sentence_for(change(raw, "CREATE TABLE cheese (hole)"))
    assert "changed by another program" in sentence_for(change(raw, "DROP TABLE cheese; DROP TABLE step"))


def test_70_a_generated_column(raw: Path) -> None:
    sql = "ALTER TABLE school ADD COLUMN big TEXT AS (hex(zeroblob(100000000)))"
    assert "changed by another program" in sentence_for(change(raw, sql))


def test_71_an_index_over_an_expression(raw: Path) -> None:
    assert "changed by another program" in sentence_for(change(raw, "CREATE INDEX i ON school (abs(added))"))


def test_72_a_virtual_table(raw: Path) -> None:
    sql = (
        "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
        "VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING fts5(x)')"
    )
    assert "changed by another program" in sentence_for(change(raw, sql))


def test_73_a_table_that_begins_on_the_page_of_another(raw: Path) -> None:
    sql = "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'change') "
    assert "changed by another program" in sentence_for(change(raw, sql + "WHERE name = 'writer'"))
    assert "changed by another program" in sentence_for(
        change(raw, "UPDATE sqlite_master SET rootpage = 99999999 WHERE name = 'writer'")
    )


def test_74_a_forged_description_of_a_table(raw: Path) -> None:
    sql = "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'school'"
    assert "changed by another program" in sentence_for(change(raw, sql))
    sql = "UPDATE sqlite_master SET sql = 'CREATE TABLE rubbish (' WHERE name = 'school'"
    assert "changed by another program" in sentence_for(change(raw, sql))


def test_75_a_newer_version(raw: Path) -> None:
    assert "made by a newer fosdesk" in sentence_for(change(raw, f"PRAGMA user_version = {max(MIGRATIONS) + 1}"))
    assert "not a school file" in sentence_for(change(raw, "PRAGMA user_version = 0"))
    assert "not a school file" in sentence_for(change(raw, "PRAGMA user_version = -7"))
    assert "changed by another program" in sentence_for(change(raw, "PRAGMA user_version = 1"))


def test_76_the_file_of_another_program(raw: Path) -> None:
    assert "not a school file" in sentence_for(change(raw, "PRAGMA application_id = 7"))


def test_77_rubbish_behind_the_first_bytes(raw: Path) -> None:
    whole = raw.read_bytes()
    raw.write_bytes(b"SQLite format 3\0" + b"rubbish" * 500)
    assert "not a school file" in sentence_for(raw)
    raw.write_bytes(whole[:100] + random.Random(3).randbytes(len(whole) - 100))
    assert "changed by another program" in sentence_for(raw)
    raw.write_bytes(whole[:16])
    assert "not a school file" in sentence_for(raw)
    raw.write_bytes(whole[: len(whole) // 2])
    assert "changed by another program" in sentence_for(raw)


def signed(connection: sqlite3.Connection) -> None:
    """Let all sums be true again, whatever the rows say now."""
    connection.create_function("signed", 9, lambda *row: checksum(*row))
    row = "writer, number, lamport, at, step, record, field, value, replaces"
    connection.execute(f"UPDATE change SET checksum = signed({row})")


def forged(path: Path, sql: str) -> Path:
    def act(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(sql)
        signed(connection)

    return change(path, act)


def test_78_text_that_is_no_text(raw: Path) -> None:
    sql = "UPDATE change SET value = CAST(x'22ff22' AS TEXT) WHERE number = 2"
    assert "changed by another program" in sentence_for(change(raw, sql))
    sql = "UPDATE writer SET role = CAST(x'ff' AS TEXT)"
    assert "changed by another program" in sentence_for(change(raw, sql))


def test_79_text_where_a_number_belongs(raw: Path) -> None:
    def act(connection: sqlite3.Connection) -> None:
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'school'").fetchone()
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'school'")
        with closing(sqlite3.connect(raw, isolation_level=None)) as lax:
            lax.execute("UPDATE school SET added = 'soon'")
            lax.execute("PRAGMA writable_schema = ON")
            lax.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'school'", (sql,))

    assert "changed by another program" in sentence_for(change(raw, act))


def mid_commit(raw: Path, folder: Path) -> Path:
    """Copies of the file and of what lies beside it, taken while a commit was under way."""
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE change SET value = ?, at = at + 7', ('\"' + 'y' * 3000 + '\"',))\n" + DIE
    )
    folder.mkdir()
    copy = Path(shutil.copy(raw, folder / "kollega.db"))
    with pytest.raises(AssertionError):
        told(code, copy)
    assert copy.with_name("kollega.db-journal").stat().st_size > 0
    assert copy.read_bytes() != raw.read_bytes()
    return copy


def test_80_a_commit_that_was_under_way_does_not_count(raw: Path, tmp_path: Path) -> None:
    journal = load_school_file(raw).journal
    copy = mid_commit(raw, tmp_path / "hot")
    before = {path.name: path.read_bytes() for path in copy.parent.iterdir()}
    assert load_school_file(copy).journal == journal
    assert {path.name: path.read_bytes() for path in copy.parent.iterdir()} == before
    copy.with_name("kollega.db-journal").unlink()
    with suppress(FosdeskError):  # without it, what was half written is noticed, or had not begun
        assert load_school_file(copy).journal == journal


def test_80_a_journal_that_names_another_file_removes_nothing(raw: Path, tmp_path: Path) -> None:
    copy = mid_commit(raw, tmp_path / "hot")
    letter = tmp_path / "brev.docx"
    letter.write_text("Kjære rektor", encoding="utf-8")
    name = str(letter).encode()
    magic = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    tail = (0x40000001).to_bytes(4, "big") + name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + magic
    with copy.with_name("kollega.db-journal").open("ab") as journal:
        journal.write(tail)
    assert "changed by another program" in sentence_for(copy)
    assert letter.read_text(encoding="utf-8") == "Kjære rektor"


def test_81_a_file_in_another_mode_is_read_as_far_as_it_goes(raw: Path) -> None:
    journal = load_school_file(raw).journal
    connection = sqlite3.connect(raw, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE school SET added = added + 1")
    assert raw.with_name("kollega.db-wal").stat().st_size
    assert "Another program is using this file" in sentence_for(raw)
    connection.close()
    assert raw.read_bytes()[18:20] == b"\2\2"
    assert load_school_file(raw).journal == journal
    assert raw.read_bytes()[18:20] == b"\2\2"


# -- rows that contradict each other


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE change SET value = '{}' WHERE number = 2",
        "UPDATE change SET value = '1.5' WHERE number = 2",
        "UPDATE change SET value = '1,2' WHERE number = 2",
        "UPDATE change SET value = '' WHERE number = 2",
        "UPDATE change SET value = '\"\\u0000\"' WHERE number = 2",
        "UPDATE change SET value = '\"' || hex(zeroblob(100001)) || '\"' WHERE number = 2",
        "UPDATE change SET value = '99999999999999999999' WHERE number = 2",
        "UPDATE change SET record = '' WHERE number = 2",
        "UPDATE change SET record = hex(zeroblob(101)) WHERE number = 2",
        "UPDATE change SET field = char(0) WHERE number = 2",
        "UPDATE change SET replaces = '[[1,2]' WHERE number = 3",
        "UPDATE change SET replaces = '[[77,2]]' WHERE number = 3",
        "UPDATE change SET replaces = '[[1,99]]' WHERE number = 3",
        "UPDATE change SET replaces = '[[1,3]]' WHERE number = 3 AND writer = 1",
        "UPDATE change SET replaces = '[[1.5,3]]' WHERE number = 3",
        "UPDATE change SET lamport = 4000000000000000000 WHERE number = 2",
        "UPDATE change SET at = -9007199254740993 WHERE number = 2",
        "UPDATE change SET writer = 99 WHERE writer = 1",
        "DELETE FROM change WHERE number = 2",
        "UPDATE writer SET uid = 'not hex' WHERE id = 1",
        "UPDATE writer SET school = 7 WHERE id = 1",
        "UPDATE school SET school = char(0) WHERE own",
    ],
)
def test_rows_that_no_fosdesk_would_write(raw: Path, sql: str) -> None:
    sentence = sentence_for(forged(raw, sql))
    assert "changed by another program" in sentence or "is missing or contradicts itself" in sentence


def test_103_a_row_that_the_disk_has_changed(raw: Path) -> None:
    assert "changed by another program" in sentence_for(change(raw, "UPDATE change SET at = at + 1 WHERE number = 2"))


def test_a_file_without_a_school_of_its_own(raw: Path) -> None:
    assert "no school of its own" in sentence_for(change(raw, "UPDATE school SET own = 0"))
    assert "no school of its own" in sentence_for(change(raw, "UPDATE school SET own = 1"))


def test_no_random_damage_brings_anything_but_a_sentence_or_the_same_school(raw: Path, tmp_path: Path) -> None:
    whole, journal, chance = raw.read_bytes(), load_school_file(raw).journal, random.Random(20261125)
    damaged = tmp_path / "damaged.db"
    told_of = 0
    for _ in range(150):
        some = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            some[chance.randrange(len(some))] ^= 1 << chance.randrange(8)
        damaged.write_bytes(some)
        try:
            read = load_school_file(damaged).journal
        except FosdeskError:
            told_of += 1
            continue
        if len(read.writers) == len(journal.writers) and read.school == journal.school:
            assert read.changes == journal.changes
    assert told_of > 30


def test_a_large_valid_file_is_read(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    for number in range(6):
        copy.write("entry", "what", f"{number}" + "ŋ" * 199_000)
    copy.close()
    assert len(load_school_file(copy.path).journal.changes) == 7
