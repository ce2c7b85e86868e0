"""A store whose file others change while it is open: whatever they put there, nothing that was written is lost."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import birth
from fosdesk.domain.values.moments import local_moment
from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.copies.backups import backups_in
from tests.store.files_in_use import taken_away
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content

NOW = 1_800_000_000_000
Way = Callable[[Path, bytes], object]


def overwrite(path: Path, put: bytes) -> None:
    """What a sync program or a person does who copies a file over another: the same file, with other bytes in it."""
    with path.open("r+b") as file:
        file.write(put)
        file.truncate(len(put))


def overwrite_keeping_the_time(path: Path, put: bytes) -> None:
    """As a tool does that keeps the time of the file which it copies."""
    overwrite(path, put)
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))


def truncate(path: Path, put: bytes) -> None:
    os.truncate(path, 0)


def shorten(path: Path, put: bytes) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def fill_with_noise(path: Path, put: bytes) -> None:
    overwrite(path, b"what is this? " * 4000)


def spoil_the_first_page(path: Path, put: bytes) -> None:
    overwrite(path, bytes(100) + path.read_bytes()[100:])


def spoil_the_other_pages(path: Path, put: bytes) -> None:
    """The header stays, and with it all by which SQLite would notice."""
    there = path.read_bytes()
    overwrite(path, there[:4096] + bytes(len(there) - 4096))


def replace(path: Path, put: bytes) -> None:
    beside = path.with_name("beside")
    beside.write_bytes(put)
    try:
        os.replace(beside, path)
    except PermissionError:
        assert os.name == "nt", "only Windows holds a file that is open"
        overwrite(path, put)


def move_away(path: Path, put: bytes) -> None:
    taken_away(path, path.with_name("elsewhere"))


def remove(path: Path, put: bytes) -> None:
    taken_away(path)


IN_PLACE: tuple[Way, ...] = (
    overwrite,
    overwrite_keeping_the_time,
    truncate,
    shorten,
    fill_with_noise,
    spoil_the_first_page,
    spoil_the_other_pages,
)
WAYS: tuple[Way, ...] = (*IN_PLACE, replace, move_away, remove)


def texts(copy: Copy) -> set[object]:
    """All that was ever written and can be read in a history."""
    return {what[0][5] for what in content(copy.journal()).values()}


def shown(copy: Copy) -> tuple[object, ...]:
    fields = (("entry", "what"), ("entry", "reason"), ("member", "motivation"), ("group", "name"))
    return tuple(copy.shown(*field) for field in fields)


def follow(copy: Copy) -> None:
    """What the workspace does: keep in mind what is shown."""
    seen = [copy.school()]
    copy.store.keep_in_mind(lambda: seen[0])
    write = copy.store.append

    def append(*about: object, **by: object) -> object:
        step = write(*about, **by)  # type: ignore[arg-type]
        seen[0] = copy.school()
        return step

    copy.store.append = append  # type: ignore[assignment]


def prepared(tmp_path: Path, when: str) -> tuple[Copy, bytes]:
    """A copy with something written in an earlier session and in this one, and an older file."""
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    copy.reopen()
    old = copy.path.read_bytes()
    copy.write("entry", "reason", "because")
    if when != "in this session":
        copy.reopen()
    if when == "before the last backup":
        copy.store.backup(tmp_path / "backups", NOW, "start")
    follow(copy)
    copy.write("member", "motivation", "m")
    copy.write("member", "motivation", "n")
    return copy, old


@pytest.mark.parametrize("when", ["in this session", "before the last backup", "in an earlier session"])
@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_nothing_that_was_written_is_lost(tmp_path: Path, way: Way, when: str) -> None:
    """Also what is written just then; and the file that lay there is kept."""
    copy, old = prepared(tmp_path, when)
    before, everything = shown(copy), texts(copy)
    way(copy.path, old)
    assert copy.write("group", "name", "g")
    assert shown(copy) == (*before[:3], "g")
    if when != "in an earlier session" or way not in IN_PLACE:
        assert texts(copy) >= everything, "the history is whole"
    assert_sound(copy)
    assert copy.file(), "a school file can be written"
    fresh = Copy(tmp_path / "fresh.db")
    fresh.take_in(copy.file())
    assert shown(fresh) == (*before[:3], "g"), "and read"
    copy.reopen()
    assert shown(copy) == (*before[:3], "g"), "and all is there at the next start"
    assert_sound(copy)
    fresh.close()
    copy.close()


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_what_happened_is_told_once(tmp_path: Path, way: Way) -> None:
    copy, old = prepared(tmp_path, "before the last backup")
    told: list[FosdeskError] = []
    copy.store.on_taken_up(told.append)
    way(copy.path, old)
    copy.write("group", "name", "g")
    copy.write("group", "name", "")
    if os.name == "nt" and way in (move_away, remove):
        return
    assert len(told) == 1
    assert "while fosdesk had it open" in str(told[0])


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_it_is_seen_at_the_end_where_nothing_more_is_written(tmp_path: Path, way: Way) -> None:
    copy, old = prepared(tmp_path, "before the last backup")
    before, everything = shown(copy), texts(copy)
    way(copy.path, old)
    copy.reopen()
    assert shown(copy) == before
    assert texts(copy) >= everything
    assert_sound(copy)
    copy.close()


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__ for way in WAYS])
def test_a_backup_is_made_of_what_was_written_and_not_of_what_lies_there(tmp_path: Path, way: Way) -> None:
    copy, old = prepared(tmp_path, "before the last backup")
    before = shown(copy)
    way(copy.path, old)
    kept = Copy(copy.store.backup(tmp_path / "backups", NOW + 1000, "time"))
    assert shown(kept) == before
    kept.close()
    copy.close()


@pytest.mark.parametrize(
    "ways",
    list(product((overwrite, truncate, replace, remove), repeat=2)),
    ids=lambda ways: "-".join(way.__name__ for way in ways),
)
def test_it_may_happen_again(tmp_path: Path, ways: tuple[Way, Way]) -> None:
    copy, old = prepared(tmp_path, "before the last backup")
    for number, way in enumerate(ways):
        way(copy.path, old)
        assert copy.write("group", "name", f"g{number}")
        assert_sound(copy)
    assert shown(copy) == ("a", "because", "n", "g1")
    assert {'"g0"', '"m"', '"because"'} <= texts(copy)
    copy.close()


def written_elsewhere(copy: Copy) -> bytes:
    """The store's file after a teacher has written in it on another laptop."""
    path = copy.path.with_name("b.db")
    shutil.copy(copy.path, path)
    other = Copy(path, role="teacher")
    other.write("group", "name", "theirs")
    other.close()
    return path.read_bytes()


def test_what_lies_there_is_kept_too(tmp_path: Path) -> None:
    """A newer copy from another laptop, put over this one: both have what the other wrote."""
    copy, _ = prepared(tmp_path, "before the last backup")
    other = written_elsewhere(copy)
    copy.write("entry", "reason", "ours")
    overwrite(copy.path, other)
    copy.write("member", "motivation", "later")
    assert shown(copy) == ("a", "ours", "later", "theirs")
    assert_sound(copy)
    copy.close()


def test_a_file_that_holds_all_and_more_is_read_on(tmp_path: Path) -> None:
    copy, _ = prepared(tmp_path, "before the last backup")
    overwrite(copy.path, written_elsewhere(copy))
    copy.write("member", "motivation", "later")
    assert shown(copy) == ("a", "because", "later", "theirs")
    assert [path.name for path in tmp_path.glob("a overwritten*")] == [], "nothing had to be put together"
    assert_sound(copy)
    copy.close()


def test_another_schools_file_is_kept_beside_and_not_mixed_in(tmp_path: Path) -> None:
    copy, _ = prepared(tmp_path, "before the last backup")
    other = Store.open(tmp_path / "other.db")
    other.add_school("another school", own=True, now=1)
    other.append("another school", [birth("e", "gate_entry")], StepLabel("create"), role="r", app="t", now=1)
    other.close()
    told: list[FosdeskError] = []
    copy.store.on_taken_up(told.append)
    put = (tmp_path / "other.db").read_bytes()
    overwrite(copy.path, put)
    copy.write("group", "name", "g")
    assert shown(copy) == ("a", "because", "n", "g")
    assert [(school.id, school.own) for school in copy.store.schools()] == [(SCHOOL, True)]
    (aside,) = tmp_path.glob("a overwritten *.db")
    assert aside.read_bytes() == put
    assert str(tmp_path) in str(told[0])
    copy.close()


def test_two_copies_that_wrote_as_often_are_told_apart(tmp_path: Path) -> None:
    """SQLite counts commits, and sees no difference where both have counted to the same."""
    copy, _ = prepared(tmp_path, "before the last backup")
    copy.store.close()
    shutil.copy(copy.path, tmp_path / "b.db")
    copy.store = Store.open(copy.path)
    follow(copy)
    other = Copy(tmp_path / "b.db", role="teacher")
    copy.write("entry", "what", "b")
    other.write("group", "name", "g")
    other.close()
    ours, theirs = copy.path.read_bytes(), other.path.read_bytes()
    assert ours[24:40] == theirs[24:40], "else this test tries nothing"
    assert len(ours) == len(theirs)
    overwrite(copy.path, theirs)
    copy.write("entry", "reason", "…")
    assert shown(copy) == ("b", "…", "n", "g")
    assert_sound(copy)
    copy.close()


def test_what_was_erased_does_not_come_back_with_an_older_file(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("member", "motivation", "m")
    copy.write("entry", "what", "a")
    old = copy.path.read_bytes()
    copy.store.backup(tmp_path / "backups", NOW, "start")
    copy.store.erase(SCHOOL, Erasure(frozenset({"member"})), **copy.by())
    for way in (overwrite, truncate, replace):
        way(copy.path, old)
        copy.write("entry", "reason", f"after {way.__name__}")
        assert "member" not in copy.alive()
        assert '"m"' not in texts(copy)
        assert copy.store.erased(SCHOOL).records == {"member"}
        assert b'"m"' not in copy.path.read_bytes()
        assert_sound(copy)
    copy.close()
    assert all(b'"m"' not in path.read_bytes() for path in tmp_path.glob("a *.db")), "nor in what was set aside"


def test_undo_after_it_takes_back_nothing_that_nobody_was_asked_about(tmp_path: Path) -> None:
    copy, old = prepared(tmp_path, "before the last backup")
    overwrite(copy.path, old)
    with pytest.raises(FosdeskError, match="changed by another program"):
        copy.store.undo(SCHOOL, **copy.by())
    assert copy.shown("member", "motivation") == "n"
    copy.close()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    copy = Copy(tmp_path / "deep" / "a.db")
    copy.write("entry", "what", "a")
    try:
        (tmp_path / "deep").rename(tmp_path / "elsewhere")
    except PermissionError:
        assert os.name == "nt"
        return
    with pytest.raises(FosdeskError, match=r"a\.db was moved or removed"):
        copy.write("entry", "what", "b")
    (tmp_path / "elsewhere").rename(tmp_path / "deep")
    assert copy.write("entry", "what", "b")
    assert_sound(copy)
    copy.close()


def test_a_touched_file_is_nothing(tmp_path: Path) -> None:
    copy, _ = prepared(tmp_path, "before the last backup")
    told: list[FosdeskError] = []
    copy.store.on_taken_up(told.append)
    os.utime(copy.path)
    copy.write("group", "name", "g")
    os.utime(copy.path)
    assert copy.undo()
    assert told == []
    assert len(copy.journal().writers) == 3
    copy.close()


def test_the_backup_is_looked_for_in_the_state_it_is_in(tmp_path: Path) -> None:
    """A backup that is damaged, or holds less, is passed over for one that helps."""
    copy, old = prepared(tmp_path, "before the last backup")
    everything = texts(copy)
    (tmp_path / "backups" / backup_name(NOW + 60_000)).write_bytes(old)
    (tmp_path / "backups" / backup_name(NOW + 120_000)).write_bytes(b"SQLite format 3\0 and nothing else")
    assert len(backups_in(tmp_path / "backups", "a")) == 3
    truncate(copy.path, old)
    copy.write("group", "name", "g")
    assert texts(copy) >= everything
    copy.close()


def backup_name(moment: int) -> str:
    return f"a {local_moment(moment):%Y-%m-%d %H.%M.%S} time.db"


def test_what_others_wrote_into_our_file_through_sqlite_is_seen(tmp_path: Path) -> None:
    copy, _ = prepared(tmp_path, "before the last backup")
    with closing(sqlite3.connect(copy.path, isolation_level=None)) as tool:
        tool.execute("DELETE FROM change WHERE value = '\"n\"'")
    copy.write("group", "name", "g")
    assert shown(copy) == ("a", "because", "n", "g")
    assert_sound(copy)
    copy.close()
