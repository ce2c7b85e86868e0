"""The laws of the journal: whatever people do with their copies, nothing is lost and all come to see the same."""

import ast
import re
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Journal
from fosdesk.exchange.school_file import merge_journals, write_school_file
from fosdesk.store import Store
from tests.store.machine import Copies, Writing, records, writings
from tests.store.store_copies import FIELDS, RECORDS, SCHOOL, Copy, assert_sound, content, picture, workplace
from tests.store.walk import wander

Act = tuple[str, Writing | str]


def merges_of(examples: int, steps: int) -> int:
    """Let three people do whatever is drawn for them, and look after all laws; how many merges there were."""
    merges = list[int]()

    class Counted(Copies):
        def teardown(self) -> None:
            merges.append(self.merges)
            super().teardown()

    run_state_machine_as_test(Counted, settings=settings(max_examples=examples, stateful_step_count=steps))
    return sum(merges)


def test_nothing_is_ever_lost_between_three_copies() -> None:
    """P1, P2, P3, P4, P8, P9, P11, P12, P13, P14."""
    assert merges_of(25, 20) > 25


@pytest.mark.long
def test_nothing_is_ever_lost_between_three_copies_for_long() -> None:
    """P1, P2, P3, P4, P8, P9, P11, P12, P13, P14."""
    assert merges_of(400, 40) > 400


def test_nothing_is_lost_in_merges_by_chance() -> None:
    assert sum(wander(seed, 40) for seed in range(10, 22)) > 150


@pytest.mark.long
def test_nothing_is_lost_in_ten_thousand_random_merges() -> None:
    merges = seed = 0
    while merges < 10_000:
        merges += wander(1000 + seed, 50)
        seed += 1
    print(f"{merges} merges in {seed} walks, and nothing lost")
    assert merges >= 10_000


def test_every_law_has_a_test_that_names_it() -> None:
    named: set[str] = set()
    for path in Path(__file__).parents[1].rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = f"{ast.get_docstring(node)} {node.name.upper().replace('_', ' ')}"
                named.update(re.findall(r"\bP\d+\b", said))
    assert named >= {f"P{number}" for number in range(1, 19)} - {"P16"}  # which waits for PostgreSQL


# -- one copy


acts = st.lists(
    st.one_of(
        st.tuples(st.just("write"), writings()),
        st.tuples(st.just("write"), writings()),
        st.tuples(st.just("delete"), records),
        st.tuples(st.just("settle"), writings()),
    ),
    min_size=1,
    max_size=6,
)


def act(copy: Copy, what: Act) -> bool:
    name, about = what
    if isinstance(about, str):
        return copy.delete(about) is not None
    return (copy.write if name == "write" else copy.settle)(*about) is not None


@given(before=acts, theirs=acts, mine=acts, done=acts, stale=st.booleans())
def test_undo_brings_back_exactly_what_was_there_and_redo_what_was_done(
    before: list[Act], theirs: list[Act], mine: list[Act], done: list[Act], stale: bool
) -> None:
    """P6."""
    with workplace() as folder:
        copy, colleague = Copy(folder / "a.db"), Copy(folder / "b.db")
        for what in before:
            act(copy, what)
        colleague.take_in(copy.file())
        for what in theirs:
            act(colleague, what)
        for what in mine:
            act(copy, what)
        copy.take_in(colleague.file())  # so that there are conflicts to bring back, too
        pictures = [copy.picture()]
        for what in done:
            if act(copy, what):
                pictures.append(copy.picture())
        for _ in range(2):
            if stale:
                copy.reopen()
            for earlier in reversed(pictures[:-1]):
                assert copy.undo()
                assert copy.picture() == earlier
                assert_sound(copy)
            if stale:
                copy.reopen()
            for later in pictures[1:]:
                assert copy.redo()
                assert copy.picture() == later
        assert not copy.redo()
        copy.close()
        colleague.close()


@st.composite
def three_values(draw: st.DrawFn) -> tuple[str, str, list[Scalar]]:
    record = draw(records)
    field = draw(st.sampled_from([f for f, values in FIELDS[RECORDS[record]].items() if len(values) > 2]))
    return record, field, draw(st.permutations(FIELDS[RECORDS[record]][field]))


@given(what=three_values(), ends=st.integers(0, 2))
def test_two_heads_are_a_conflict_that_only_a_decision_ends(what: tuple[str, str, list[Scalar]], ends: int) -> None:
    """P5, P6."""
    record, field, (before, mine, theirs, *_) = what
    with workplace() as folder:
        one, other = Copy(folder / "a.db"), Copy(folder / "b.db")
        one.write(record, field, mine)
        one.write(record, field, before)
        other.take_in(one.file())
        one.write(record, field, mine)
        other.write(record, field, theirs)
        one.take_in(other.file())
        other.take_in(one.file())
        for copy in (one, other):
            assert copy.values(record, field) == {mine, theirs}
            if record != "odd":
                assert set(copy.school().conflicts[record, field]) == {mine, theirs}
        one.write(record, field, before)  # an ordinary edit goes on from the value that it saw
        assert len(one.values(record, field)) == 2
        one.undo()
        assert one.values(record, field) == {mine, theirs}
        one.settle(record, field, (before, mine, theirs)[ends])
        assert one.undo()
        assert one.values(record, field) == {mine, theirs}  # both come back, not only the one that was shown
        assert one.redo()
        other.take_in(one.file())
        assert other.values(record, field) == one.values(record, field) == {(before, mine, theirs)[ends]}
        told = other.school()  # what a line belongs to was never here
        assert not [where for where in told.conflicts if where[0] not in told.brought_back]
        one.close()
        other.close()


@given(first=acts, what=three_values(), deletes=st.booleans())
def test_undo_leaves_alone_what_somebody_changed_later(
    first: list[Act], what: tuple[str, str, list[Scalar]], deletes: bool
) -> None:
    """P6."""
    record, field, (before, mine, theirs, *_) = what
    with workplace() as folder:
        one, other = Copy(folder / "a.db"), Copy(folder / "b.db")
        for some in first:
            act(one, some)
        one.write(record, field, before)
        step = one.write(record, field, mine)
        other.take_in(one.file())
        if deletes:
            other.delete(record)
        else:
            other.write(record, field, theirs)
        one.take_in(other.file())
        seen = content(one.journal())
        assert step is None or not one.undo()
        assert step is None or content(one.journal()) == seen
        one.close()
        other.close()


@given(first=acts)
def test_an_edit_of_something_deleted_stays_to_be_seen_on_both_sides(first: list[Act]) -> None:
    """P7."""
    with workplace() as folder:
        one, other = Copy(folder / "a.db"), Copy(folder / "b.db")
        for what in first:
            act(one, what)
        one.write("entry", "what", "kept")
        one.write("entry", "reason", "old")
        other.take_in(one.file())
        one.delete("entry")
        other.write("entry", "reason", "new")
        for copy, file in ((one, other.file()), (other, one.file())):
            copy.take_in(file)
            assert copy.values("entry", "reason") == {"new"}
            assert copy.values("entry", "what") == set()
            assert copy.school().conflicts["entry", BIRTH] == ("!gate_entry", "gate_entry")
        other.settle("entry", BIRTH, "gate_entry")
        one.take_in(other.file())
        assert one.picture()["entry"] == {
            "": frozenset({'"gate_entry"'}),
            "what": frozenset({'"kept"'}),
            "reason": frozenset({'"new"'}),
        }
        told = one.school()
        assert not [where for where in told.conflicts if where[0] not in told.brought_back]
        one.close()
        other.close()


@given(what=acts, order=st.randoms(use_true_random=False))
def test_the_order_in_a_file_does_not_matter(what: list[Act], order: Random) -> None:
    """P10, P12."""
    with workplace() as folder:
        one = Copy(folder / "a.db")
        for some in what:
            act(one, some)
            one.reopen()
        journal = one.journal()
        writers = list(range(len(journal.writers)))
        order.shuffle(writers)
        changes = list(journal.changes)
        order.shuffle(changes)
        place = {old: new for new, old in enumerate(writers)}
        shuffled = Journal(
            journal.school,
            journal.name,
            tuple(journal.writers[old] for old in writers),
            tuple(
                msgspec.structs.replace(
                    c, writer=place[c.writer], replaces=tuple((place[w], n) for w, n in reversed(c.replaces))
                )
                for c in changes
            ),
        )
        fresh = Copy(folder / "b.db")
        fresh.store.merge(shuffled, own=True, now=1)
        assert fresh.journal() == journal
        assert picture(shuffled) == picture(journal)
        assert write_school_file(shuffled, app="x", made=1, reference=False) == write_school_file(
            journal, app="x", made=1, reference=False
        )
        one.close()
        fresh.close()


def test_two_people_who_go_on_with_the_same_file_lose_nothing(tmp_path: Path) -> None:
    """P13."""
    one = Copy(tmp_path / "a.db")
    one.write("entry", "what", "a")
    one.close()
    (tmp_path / "b.db").write_bytes((tmp_path / "a.db").read_bytes())
    one, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db")
    one.write("entry", "reason", "because")
    other.write("entry", "what", "b")
    ever = content(one.journal()) | content(other.journal())
    assert one.take_in(other.file()) == 1
    assert content(one.journal()) == ever
    assert (one.shown("entry", "what"), one.shown("entry", "reason")) == ("b", "because")
    one.close()
    other.close()


def test_a_school_file_made_by_a_merge_is_the_same_in_either_order(tmp_path: Path) -> None:
    """P1."""
    one, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db")
    one.write("entry", "what", "a")
    other.write("member", "motivation", "m")
    a, b = one.journal(), other.journal()
    assert merge_journals(a, b) == merge_journals(b, a)
    store = Store.open(tmp_path / "c.db")
    store.merge(merge_journals(a, b), own=False, now=1)
    assert store.journal(SCHOOL) == merge_journals(b, a)
    for each in (one, other, store):
        each.close()
