"""Erasing: what was said goes for good, everything else stays as it was, and copies go on merging."""

import json
import sqlite3
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fosdesk.domain.erasure import Erasure
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Journal
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import merge_journals, read_school_file
from fosdesk.exchange.working_copy import read_working_copy
from fosdesk.pace import Pace, Stopped
from fosdesk.store.erasing import erase_in_backup
from fosdesk.store.journal import checksum
from fosdesk.store.whole import check_whole
from tests.store.copies import RECORDS, SCHOOL, Copy, assert_sound, meet, same, workplace

SECRETS = ("Ola Planteskog", "motivert for oppgaven")


def erase(copy: Copy, *records: str, changes: frozenset[tuple[str, int]] = frozenset()) -> None:
    copy.store.erase(SCHOOL, Erasure(frozenset(records), changes), **copy.by())


def copy_in(folder: Path, name: str) -> Copy:
    return Copy(folder / f"{name}.db")


def planted(copy: Copy) -> None:
    """A record with a history, and another that stays."""
    copy.write("member", "motivation", "usikker")
    copy.write("member", "motivation", SECRETS[1])
    copy.write("member", "leads", True)
    copy.write("entry", "what", f"{SECRETS[0]} foreslo dette")
    copy.write("entry", "what", "foreslått i møtet")
    copy.write("group", "name", "Plangruppa")


def bytes_of(copy: Copy) -> bytes:
    beside = [path for path in copy.path.parent.iterdir() if path.name.startswith(copy.path.name)]
    return b"".join(path.read_bytes() for path in beside)


def said(journal: Journal) -> dict[tuple[str, int], Any]:
    """Everything but what was erased."""
    uids = [writer.uid for writer in journal.writers]
    return {
        (uids[c.writer], c.number): (c.order, c.at, c.step, c.record, c.field, json.dumps(c.value))
        for c in journal.changes
        if (c.writer, c.number) not in journal.blanked
    }


def shape(journal: Journal) -> dict[tuple[str, int], Any]:
    """Who wrote where and what replaces what."""
    uids = [writer.uid for writer in journal.writers]
    return {
        (uids[c.writer], c.number): (c.order, c.record, c.field, frozenset((uids[w], n) for w, n in c.replaces))
        for c in journal.changes
    }


def changes_saying(copy: Copy, words: str) -> frozenset[tuple[str, int]]:
    journal = copy.journal()
    return frozenset((journal.writers[c.writer].uid, c.number) for c in journal.changes if words in str(c.value))


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


# -- laws

records = st.sampled_from(sorted(RECORDS))
values = st.sampled_from(["a", "b", "c", "d"])
FIELD = {"entry": "what", "member": "motivation", "group": "name", "odd": "unheard of"}
acts = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 2), records, values),
        st.tuples(st.just("write"), st.integers(0, 2), records, values),
        st.tuples(st.just("delete"), st.integers(0, 2), records, values),
        st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2), values),
        st.tuples(st.just("undo"), st.integers(0, 2), records, values),
        st.tuples(st.just("erase"), st.integers(0, 1), records, values),
        st.tuples(st.just("redact"), st.integers(0, 1), records, values),
    ),
    max_size=8,
)


@settings(max_examples=30)
@given(before=acts, after=acts)
def test_two_that_erase_and_one_that_does_not_keep_the_laws(before: list[Any], after: list[Any]) -> None:
    with workplace() as folder:
        copies = [copy_in(folder, name) for name in "abc"]
        unsaid: list[set[tuple[str, int]]] = [set(), set(), set()]  # what each copy has erased
        for act, at, about, value in [*before, *after]:
            do(copies, unsaid, act, at, about, value)
            for copy, gone in zip(copies, unsaid, strict=True):
                assert_sound(copy)
                assert gone.isdisjoint(said(copy.journal())), "erased, and there again"
        everything: dict[tuple[str, int], Any] = {}
        for copy in copies:
            everything |= said(copy.journal())
        files = [copy.file() for copy in copies]
        ends = []
        for order in permutations(range(3)):  # P1, P3
            fresh = copy_in(folder, f"{order}")
            for place in order:
                fresh.take_in(files[place])
                assert fresh.take_in(files[place]) == 0
            assert said(fresh.journal()) == everything
            ends.append((fresh.file(), fresh.school()))
            fresh.close()
        assert all(file == ends[0][0] and same(school, ends[0][1]) for file, school in ends)
        a, b, c = (read_school_file(file).journal for file in files)  # P2, also between files
        assert merge_journals(merge_journals(a, b), c) == merge_journals(a, merge_journals(c, b))
        assert merge_journals(a, b) == merge_journals(b, a)
        for copy, gone in zip(copies, unsaid, strict=True):
            for file in files:
                copy.take_in(file)
            assert_sound(copy)
            assert gone.isdisjoint(said(copy.journal()))
            mine = copy.store.erased(SCHOOL).strip(read_school_file(ends[0][0]).journal)
            assert said(copy.journal()) == said(mine), "all see the same but for what each of them erased"
            copy.close()


def do(copies: list[Copy], unsaid: list[set[tuple[str, int]]], act: str, at: int, about: Any, value: Scalar) -> None:
    copy = copies[at]
    match act:
        case "write" | "delete" if about in copy.store.erased(SCHOOL).records:
            pass
        case "write":
            copy.write(about, FIELD[about], value)
        case "delete":
            copy.delete(about)
        case "undo":
            copy.undo()
        case "merge":
            copy.take_in(copies[about].file())
        case "erase":
            own = {name for name, what in said(copy.journal()).items() if what[3] == about and what[4] != BIRTH}
            erase(copy, about)
            unsaid[at] |= own
        case "redact":
            words = json.dumps(value)
            some = {name for name, what in said(copy.journal()).items() if what[5] == words and what[4] != BIRTH}
            erase(copy, changes=frozenset(some))
            unsaid[at] |= some


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


# -- P14 and fault 115

said_of_it = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(["motivation", "leads"]), st.integers(0, 3)),
        st.tuples(st.just("write"), st.sampled_from(["motivation", "leads"]), st.integers(0, 3)),
        st.tuples(st.just("other"), st.just("what"), st.integers(0, 3)),
        st.tuples(st.just("mention"), st.just("what"), st.integers(0, 3)),
        st.tuples(st.sampled_from(["delete", "undo", "redo", "copy", "colleague", "file"]), st.just(""), st.just(0)),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25)
@given(acts=said_of_it, later=said_of_it)
def test_p14_no_value_in_any_row_and_no_byte_in_any_copy_whatever_comes(acts: list[Any], later: list[Any]) -> None:
    with workplace() as folder:
        one, other = copy_in(folder, "a"), copy_in(folder, "b")
        backups, files = [], [one.file()]

        def act(copy: Copy, name: str, field: str, number: int) -> None:
            match name:
                case "write":
                    copy.write("member", field, f"planteskog {number}" if field == "motivation" else number % 2 == 0)
                case "other":
                    copy.write("entry", field, f"annet {number}")
                case "mention":
                    copy.write("entry", field, f"om planteskog {number}")
                case "delete":
                    copy.delete("member")
                case "undo":
                    copy.undo()
                case "redo":
                    copy.redo()
                case "copy":
                    backups.append(copy.store.backup(folder / "backups", next(copy.clock)))
                case "colleague":
                    other.take_in(one.file())
                case "file":
                    files.append(copy.file())

        for what in acts:
            act(one, *what)
        before = said(one.journal())
        mentions = changes_saying(one, "planteskog")
        wanted = Erasure(frozenset({"member"}), mentions)
        one.store.erase(SCHOOL, wanted, **one.by())
        for backup in backups:
            erase_in_backup(backup, {SCHOOL: wanted}, 1)
        kept = {name: what for name, what in before.items() if what[3] != "member" or what[4] == BIRTH}
        kept = {name: what for name, what in kept.items() if name not in mentions}
        assert said(one.journal()).items() >= kept.items()
        for content in (bytes_of(one), *(backup.read_bytes() for backup in backups)):
            assert b"planteskog" not in content
        # A colleague who knows nothing of it goes on writing, and old files come in, in any order.
        for what in later:
            if what[0] in ("write", "delete", "undo", "file"):
                act(other, *what)
        for file in (*files, other.file(), *files[::-1]):
            one.take_in(file)
            assert "member" not in one.school().records
            back = [name for name, what in said(one.journal()).items() if what[3] == "member" and what[4] != BIRTH]
            assert not back
            assert mentions.isdisjoint(said(one.journal()))
            assert_sound(one)
        one.close()
        other.close()
