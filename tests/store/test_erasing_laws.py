"""The laws of erasing: whoever erased keeps to it whatever comes, nobody else loses anything, all orders agree."""

import json
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH
from fosdesk.exchange.school_file import merge_journals, read_school_file
from fosdesk.store.erasing import erase_in_backup
from tests.store.erasing import bytes_of, changes_saying, copy_in, erase, said
from tests.store.store_copies import LINES, RECORDS, SCHOOL, Copy, assert_sound, same, workplace

# -- laws

records = st.sampled_from(sorted(RECORDS))
values = st.sampled_from(["a", "b", "c", "d"])
FIELD = {
    "entry": "what",
    "member": "motivation",
    "group": "name",
    "odd": "unheard of",
    "meeting": "what",
} | dict.fromkeys(LINES, "what")
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
