"""Erasing: what was said goes for good, everything else stays as it was, and copies go on merging."""

import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.journal import BIRTH
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file
from fosdesk.exchange.working_copy import read_working_copy
from fosdesk.pace import Pace, Stopped
from fosdesk.store.journal_check import check_whole
from fosdesk.store.step_draft import checksum
from tests.store.erasing import SECRETS, bytes_of, changes_saying, copy_in, erase, planted, said, shape
from tests.store.store_copies import SCHOOL, assert_sound, meet

# -- in one store


def test_what_was_said_is_in_no_row_and_no_byte(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    planted(copy)
    before = copy.journal()
    assert all(secret.encode() in bytes_of(copy) for secret in SECRETS)
    erase(copy, "member", changes=changes_saying(copy, SECRETS[0]))
    after = copy.journal()
    assert "member" not in copy.school().records
    assert not any(secret.encode() in bytes_of(copy) for secret in (*SECRETS, "usikker"))
    assert not any(secret in str(c.value) for c in after.changes for secret in (*SECRETS, "usikker"))
    assert all(c.value is None for c in after.changes if c.record == "member" and c.field != BIRTH)
    # Nothing else has changed: the same shape, and the same words wherever nothing was to be erased.
    assert shape(after).items() >= shape(before).items()
    assert set(shape(after)) - set(shape(before)) == set(said(after)) - set(said(before))
    lost = {name: what for name, what in said(before).items() if name not in said(after)}
    assert {what[3] for what in lost.values()} == {"member", "entry"}
    assert copy.shown("entry", "what") == "foreslått i møtet"
    assert copy.shown("group", "name") == "Plangruppa"
    assert_sound(copy)
    check_whole(after)


def test_history_tells_that_something_was_erased(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    planted(copy)
    (change,) = changes_saying(copy, SECRETS[0])
    erase(copy, changes=frozenset({change}))
    versions = copy.store.history(SCHOOL, "entry", "what")
    assert [(v.value, v.blanked) for v in versions] == [("foreslått i møtet", False), (None, True)]
    assert versions[1].change == change


def test_undo_does_not_bring_it_back_and_goes_on_with_what_was_before(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    copy.write("group", "name", "g")
    planted(copy)
    copy.delete("member")
    erase(copy, "member", changes=changes_saying(copy, SECRETS[0]))
    while copy.undo():
        assert "member" not in copy.school().records
        assert not any(secret in str(c.value) for c in copy.journal().changes for secret in SECRETS)
        assert_sound(copy)
    for _ in range(20):
        copy.redo()
    assert "member" not in copy.school().records
    assert not any(secret in str(c.value) for c in copy.journal().changes for secret in SECRETS)
    copy.reopen()
    while copy.undo():
        assert "member" not in copy.school().records


def test_undoing_what_replaced_an_erased_value_is_refused_kindly(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    copy.write("entry", "what", SECRETS[0])
    copy.write("entry", "what", "foreslått i møtet")
    erase(copy, changes=changes_saying(copy, SECRETS[0]))
    with pytest.raises(FosdeskError, match="erased since"):
        copy.store.undo(SCHOOL, **copy.by())
    assert copy.shown("entry", "what") == "foreslått i møtet"


def test_an_erased_record_is_written_in_no_more(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    planted(copy)
    erase(copy, "member")
    for act in (
        lambda: copy.write_over(SECRETS[1], "member", "motivation", "igjen"),
        lambda: copy.settle("member", BIRTH, "membership"),
    ):
        with pytest.raises(FosdeskError, match="erased since"):
            act()
    assert_sound(copy)


def test_cancelling_leaves_everything_as_it_was(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    planted(copy)
    before = copy.file()
    pace = Pace()
    pace.stop()
    with pytest.raises(Stopped):
        copy.store.erase(SCHOOL, Erasure(frozenset({"member"})), pace=pace, **copy.by())
    assert copy.file() == before
    assert copy.store.erased(SCHOOL) == Erasure()
    assert copy.undo()


# -- with files


def test_fault_115_an_old_file_does_not_bring_it_back(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    planted(copy)
    old = copy.file()
    erase(copy, "member", changes=changes_saying(copy, SECRETS[0]))
    before = said(copy.journal())
    assert copy.take_in(old) == 0
    copy.reopen()
    assert copy.take_in(old) == 0
    assert said(copy.journal()) == before
    assert not any(secret.encode() in bytes_of(copy) for secret in SECRETS)


def test_what_a_colleague_wrote_in_it_meanwhile_stays_out(tmp_path: Path) -> None:
    one, other = copy_in(tmp_path, "a"), copy_in(tmp_path, "b")
    planted(one)
    meet(one, other)
    other.write("member", "motivation", "nytt fra en kollega")
    other.write("group", "name", "Nytt navn")
    erase(one, "member")
    one.take_in(other.file())
    assert "member" not in one.school().records
    assert b"nytt fra en kollega" not in bytes_of(one)
    assert one.shown("group", "name") == "Nytt navn"
    assert_sound(one)


def test_a_file_takes_nothing_away_from_anybody(tmp_path: Path) -> None:
    one, other = copy_in(tmp_path, "a"), copy_in(tmp_path, "b")
    planted(one)
    meet(one, other)
    erase(one, "member", changes=changes_saying(one, SECRETS[0]))
    file = one.file()
    assert not any(secret.encode() in file for secret in SECRETS)
    other.take_in(file)
    assert changes_saying(other, SECRETS[0])
    assert changes_saying(other, SECRETS[1])
    # The deletion is an ordinary one over there, and can be undone by settling.
    assert "member" not in other.school().records
    assert_sound(other)
    one.take_in(other.file())
    assert not changes_saying(one, SECRETS[0])


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whoever_erased_nothing_has_the_same_whatever_comes_first(order: tuple[int, ...], tmp_path: Path) -> None:
    one, other, third = copy_in(tmp_path, "a"), copy_in(tmp_path, "b"), copy_in(tmp_path, "c")
    planted(one)
    old = one.file()
    meet(one, other)
    erase(one, "member")
    erase(other, changes=changes_saying(other, SECRETS[0]))
    files = [old, one.file(), other.file()]
    for place in order:
        third.take_in(files[place])
    assert not third.journal().blanked
    assert said(third.journal()).items() >= said(read_school_file(old).journal).items()
    assert_sound(third)


def test_a_file_that_blanks_what_it_may_not_is_refused(tmp_path: Path) -> None:
    import msgspec

    copy = copy_in(tmp_path, "a")
    planted(copy)
    journal = copy.journal()
    for wrong in ({(0, 1)}, {(0, 2)}, {(0, 99)}, {(7, 1)}):
        with pytest.raises(FosdeskError):
            copy.store.merge(msgspec.structs.replace(journal, blanked=frozenset(wrong)), own=True, now=1)


def test_checksums_are_those_of_what_stands_there_now(tmp_path: Path) -> None:
    copy = copy_in(tmp_path, "a")
    planted(copy)
    erase(copy, "member")
    copy.close()
    file = sqlite3.connect(copy.path)
    what = "writer, number, lamport, at, step, record, field, value, replaces, checksum"
    found = file.execute(f"SELECT {what} FROM change WHERE blanked = 1").fetchall()
    file.close()
    assert len(found) == 3
    assert all(row[7] == "null" and row[9] == checksum(*row[:9]) for row in found)


def test_a_working_file_of_somebody_who_erased_tells_what_is_blank(tmp_path: Path) -> None:
    one, other = copy_in(tmp_path, "a"), copy_in(tmp_path, "b")
    planted(one)
    meet(one, other)
    erase(one, "member")
    one.close()
    journal = read_working_copy(one.path).journal
    assert len(journal.blanked) == 3
    other.store.merge(journal, own=True, now=1)
    assert changes_saying(other, SECRETS[1])


def test_what_is_kept_of_a_deleted_record_comes_back_without_what_was_erased(tmp_path: Path) -> None:
    """One deletes, the other writes; a value from before is erased; whoever keeps it gets all the rest."""
    ours = copy_in(tmp_path, "a")
    ours.write("entry", "what", SECRETS[0])
    ours.write("group", "name", "g")
    ours.write("group", "freed", 30)
    before = ours.journal()
    (secret,) = ((before.writers[c.writer].uid, c.number) for c in before.changes if c.field == "freed")
    theirs = copy_in(tmp_path, "b")
    theirs.take_in(ours.file())
    ours.delete("group")
    theirs.write("group", "name", "Plangruppa")
    ours.take_in(theirs.file())
    erase(ours, changes=frozenset({secret}))
    assert ("group", BIRTH) in ours.school().conflicts
    ours.settle("group", BIRTH, "existing_group")
    assert ours.shown("group", "name") == "Plangruppa"
    assert ours.shown("group", "freed") is None
    assert ours.school().conflicts == {}
    check_whole(ours.journal())
    assert_sound(ours)
