"""An older file put in the store's place while the program was closed: what the newest backup knows is not lost."""

import shutil
from pathlib import Path

import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.errors import FosdeskError
from fosdesk.store import Store
from fosdesk.store.copies.backups import file_timestamp, replace_store_file
from tests.store.copies.test_overwrite_repair import NOW, backup_name, overwrite, shown, texts
from tests.store.store_copies import SCHOOL, Copy, assert_sound


def put(copy: Copy, file: bytes) -> list[FosdeskError]:
    """Put a file in the store's place while it is closed, start, and return what the start tells."""
    copy.store.close()
    copy.path.write_bytes(file)
    return started(copy)


def started(copy: Copy) -> list[FosdeskError]:
    copy.reopen()
    told: list[FosdeskError] = []
    copy.store.on_taken_up(told.append)
    copy.store.take_up_backup(copy.store.newest_backups(NOW + 3_600_000))
    return told


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    made = Copy(tmp_path / "a.db")
    made.write("entry", "what", "a")
    return made


def back_up(copy: Copy, after: int, why: str = "close") -> Path:
    return copy.store.backup(copy.path.parent / "backups", NOW + after * 1000, why)


def test_what_is_missing_comes_from_the_newest_backup(copy: Copy) -> None:
    old = copy.path.read_bytes()
    copy.write("entry", "reason", "because")
    copy.reopen()
    copy.write("member", "motivation", "m")
    everything, before = texts(copy), shown(copy)
    back_up(copy, 0)
    (told,) = put(copy, old)
    assert "older than the newest backup" in str(told)
    assert shown(copy) == before
    assert texts(copy) >= everything
    assert copy.write("group", "name", "g")
    assert_sound(copy)
    assert copy.file()
    assert started(copy) == [], "it is told once"
    assert shown(copy) == (*before[:3], "g")


def test_what_was_written_before_it_was_noticed_stays(copy: Copy) -> None:
    old = copy.path.read_bytes()
    copy.write("entry", "reason", "because")
    back_up(copy, 0)
    copy.store.close()
    copy.path.write_bytes(old)
    copy.reopen()
    copy.write("group", "name", "g")
    backups = copy.store.newest_backups(NOW + 3_600_000)
    back_up(copy, 60)
    assert copy.store.take_up_backup(backups)
    assert shown(copy)[1::2] == ("because", "g")
    assert_sound(copy)


def test_a_copy_from_elsewhere_is_united_with_what_the_backup_knows(copy: Copy, tmp_path: Path) -> None:
    shutil.copy(copy.path, tmp_path / "b.db")
    other = Copy(tmp_path / "b.db", role="teacher")
    other.write("group", "name", "theirs")
    other.close()
    copy.write("entry", "reason", "because")
    back_up(copy, 0)
    (_,) = put(copy, (tmp_path / "b.db").read_bytes())
    assert shown(copy)[1::2] == ("because", "theirs")
    assert_sound(copy)


def test_a_store_that_holds_all_is_left_alone(copy: Copy) -> None:
    back_up(copy, 0)
    copy.write("entry", "reason", "because")
    copy.store.close()
    before = copy.path.read_bytes()
    assert started(copy) == []
    assert copy.path.read_bytes() == before


def test_what_was_left_by_going_back_does_not_come_back(copy: Copy, tmp_path: Path) -> None:
    """Also where the program ended before it could make a backup of what it went back to."""
    shutil.copy(copy.path, tmp_path / "a.restored.db")
    copy.write("entry", "reason", "because")
    back_up(copy, 0, "restore")
    copy.store.close()
    replace_store_file(tmp_path / "a.restored.db", copy.path, f"replaced {file_timestamp(NOW + 5_000)}")
    assert started(copy) == []
    assert shown(copy)[1] == ""
    copy.write("group", "name", "g")
    overwrite(copy.path, bytes(4096))
    copy.write("group", "name", "h")
    assert shown(copy) == ("a", "", "", "h"), "nor when the file is put together while it is open"


def test_a_backup_before_going_back_that_failed_is_one_like_others(copy: Copy) -> None:
    old = copy.path.read_bytes()
    copy.write("entry", "reason", "because")
    (copy.path.parent / f"a replaced {file_timestamp(NOW - 60_000)}.db").write_bytes(old)  # by going back before that
    back_up(copy, 0, "restore")
    assert len(put(copy, old)) == 1
    assert shown(copy)[1] == "because"


def test_what_was_taken_back_does_not_come_back(copy: Copy, tmp_path: Path) -> None:
    other = Copy(tmp_path / "b.db", role="teacher")
    other.take_in(copy.file())
    other.write("group", "name", "theirs")
    before = back_up(copy, 0, "import")
    journal = other.journal()
    copy.store.merge(journal, own=True, now=NOW, file="b.fosdesk", backup=before)
    (arrival,) = copy.store.arrivals(SCHOOL)
    back_up(copy, 60, "import")
    copy.store.take_back(SCHOOL, arrival.id, **copy.by())
    assert shown(copy)[3] == ""
    assert started(copy) == []
    assert shown(copy)[3] == ""
    overwrite(copy.path, bytes(4096))
    copy.write("entry", "reason", "…")
    assert shown(copy) == ("a", "…", "", ""), "nor when the file is put together while it is open"


@pytest.mark.parametrize("in_backup", [{"member"}, {"group"}, set()], ids=str)
def test_what_was_erased_does_not_come_back(copy: Copy, in_backup: set[str]) -> None:
    """Whether the backup remembers it, as every one does that could be reached, or the store, or each of them some."""
    copy.write("member", "motivation", "secret")
    copy.write("group", "name", "secret, too")
    old = copy.path.read_bytes()
    copy.store.erase(SCHOOL, Erasure(frozenset(in_backup)), **copy.by())
    copy.write("entry", "reason", "because")
    back_up(copy, 0)
    copy.store.close()
    copy.path.write_bytes(old)
    copy.reopen()
    copy.store.erase(SCHOOL, Erasure(frozenset({"member", "group"} - in_backup)), **copy.by())
    started(copy)
    assert shown(copy)[1] == "because"
    assert not copy.alive() & {"member", "group"}
    assert copy.store.erased(SCHOOL).records == {"member", "group"}
    copy.store.close()
    assert all(b"secret" not in path.read_bytes() for path in copy.path.parent.glob("a*.db"))


def test_a_colleagues_school_that_was_removed_does_not_come_back(copy: Copy, tmp_path: Path) -> None:
    copy.store.add_school("theirs", own=False, now=1)
    old = copy.path.read_bytes()
    back_up(copy, 0)
    copy.store.remove_reference("theirs")
    assert started(copy) == []
    assert [school.id for school in copy.store.schools()] == [SCHOOL]
    copy.write("entry", "reason", "because")
    back_up(copy, 60)
    put(copy, old)
    assert [school.id for school in copy.store.schools()] == [SCHOOL]
    assert shown(copy)[1] == "because"


def test_another_schools_store_is_not_taken_for_an_older_one(copy: Copy, tmp_path: Path) -> None:
    back_up(copy, 0)
    copy.store.close()
    copy.path.unlink()
    other = Store.open(copy.path)
    other.add_school("another school", own=True, now=1)
    assert not other.take_up_backup(other.newest_backups(NOW + 3_600_000))
    assert [school.id for school in other.schools()] == ["another school"]
    other.close()


def test_a_damaged_backup_is_passed_over(copy: Copy) -> None:
    old = copy.path.read_bytes()
    copy.write("entry", "reason", "because")
    good = back_up(copy, 0)
    spoiled = good.with_name(backup_name(NOW + 60_000))
    spoiled.write_bytes(good.read_bytes().replace(b"because", b"becausE"))
    assert len(put(copy, old)) == 1
    assert shown(copy)[1] == "because"
