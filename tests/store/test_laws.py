"""The laws of the journal: whatever people do with their copies, nothing is lost and all come to see the same."""

from itertools import permutations
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE, Journal
from fosdesk.exchange.school_file import merge_journals, read_school_file, write_school_file
from fosdesk.store import Store
from tests.store.copies import FIELDS, RECORDS, SCHOOL, Content, Copy, assert_sound, content, picture, same, workplace

records = st.sampled_from(sorted(RECORDS))
places = st.integers(0, 2)
Writing = tuple[str, str, Scalar]
Act = tuple[str, Writing | str]
clocks = st.integers(0, 4_000_000_000_000)


@st.composite
def writings(draw: st.DrawFn) -> Writing:
    record = draw(records)
    field = draw(st.sampled_from(sorted(FIELDS[RECORDS[record]])))
    return record, field, draw(st.sampled_from(FIELDS[RECORDS[record]][field]))


class Copies(RuleBasedStateMachine):
    """Three copies of a school, what people do with them, and a ledger of everything that was ever written."""

    def __init__(self) -> None:
        super().__init__()
        self.place = workplace()
        self.folder = self.place.__enter__()
        self.ever: Content = {}
        self.held: list[Content] = [{}, {}, {}]
        self.opened = 0

    @initialize(times=st.lists(clocks, min_size=3, max_size=3))
    def start(self, times: list[int]) -> None:
        # Clocks stand, run backwards, or are in another century: none of it decides anything.
        steps = (0, -7, 60_000)
        self.copies = [
            Copy(self.folder / f"{i}.db", clock=clock(start, step))
            for i, (start, step) in enumerate(zip(times, steps, strict=True))
        ]

    @rule(at=places, what=writings())
    def write(self, at: int, what: Writing) -> None:
        self.copies[at].write(*what)

    @rule(at=places, what=writings(), seen=st.data())
    def write_from_a_stale_editor(self, at: int, what: Writing, seen: st.DataObject) -> None:
        record, field, _ = what
        self.copies[at].write_over(seen.draw(st.sampled_from(FIELDS[RECORDS[record]][field])), *what)

    @rule(at=places, record=records)
    def delete(self, at: int, record: str) -> None:
        self.copies[at].delete(record)

    @rule(at=places, what=writings())
    def settle(self, at: int, what: Writing) -> None:
        record, field, value = what
        disputed = self.copies[at].values(record, field)
        self.copies[at].settle(*what)
        assert self.copies[at].values(record, field) == ({value} if disputed else set())

    @rule(at=places, record=records, stays=st.booleans())
    def settle_whether_it_is_there(self, at: int, record: str, stays: bool) -> None:
        if self.copies[at].values(record, BIRTH):
            self.copies[at].settle(record, BIRTH, RECORDS[record] if stays else GONE + RECORDS[record])
            assert (record in self.copies[at].alive()) == stays

    @rule(at=places)
    def undo(self, at: int) -> None:
        before = self.copies[at].picture()
        if not self.copies[at].undo():
            assert self.copies[at].picture() == before

    @rule(at=places)
    def redo(self, at: int) -> None:
        self.copies[at].redo()

    @rule(giver=places, taker=places)
    def merge(self, giver: int, taker: int) -> None:
        one, other = self.copies[taker], self.copies[giver]
        before, file = content(one.journal()), other.file()
        union = before | content(other.journal())
        assert one.take_in(file) == len(union) - len(before)
        assert content(one.journal()) == union
        assert one.take_in(file) == 0

    @rule(at=places)
    def reopen(self, at: int) -> None:
        before = self.copies[at].school()
        self.copies[at].reopen()
        assert same(self.copies[at].school(), before)

    @rule(giver=places, taker=places)
    def copy_the_file(self, giver: int, taker: int) -> None:
        if giver != taker:
            self.copies[taker].become_copy_of(self.copies[giver])

    @invariant()
    def nothing_is_lost_and_nothing_invented(self) -> None:
        for place, copy in enumerate(getattr(self, "copies", [])):
            now = content(copy.journal())
            assert now.items() >= self.held[place].items()
            new = now.keys() - self.held[place].keys()
            for name in new:
                assert self.ever.setdefault(name, now[name]) == now[name]
            self.held[place] = now

    @invariant()
    def every_store_is_sound(self) -> None:
        for copy in getattr(self, "copies", []):
            assert_sound(copy)

    def teardown(self) -> None:
        try:
            if hasattr(self, "copies"):
                self.all_come_to_see_the_same()
        finally:
            for copy in getattr(self, "copies", []):
                copy.close()
            self.place.__exit__(None, None, None)

    def all_come_to_see_the_same(self) -> None:
        files = [copy.file() for copy in self.copies]
        ends = []
        for order in permutations(range(3)):
            fresh = Copy(self.folder / f"{order}.db")
            for place in order:
                fresh.take_in(files[place])
            assert content(fresh.journal()) == self.ever
            assert_sound(fresh)
            ends.append((fresh.file(), fresh.school()))
            fresh.close()
        assert all(file == ends[0][0] and same(school, ends[0][1]) for file, school in ends)
        a, b, c = (read_school_file(file).journal for file in files)
        assert merge_journals(merge_journals(a, b), c) == merge_journals(a, merge_journals(c, b))
        for copy in self.copies:
            for file in files:
                copy.take_in(file)
            assert same(copy.school(), ends[0][1])


def clock(start: int, step: int) -> "Ticks":
    return Ticks(start, step)


class Ticks:
    def __init__(self, start: int, step: int) -> None:
        self.now, self.step = start, step

    def __iter__(self) -> "Ticks":
        return self

    def __next__(self) -> int:
        self.now = max(0, self.now + self.step)
        return self.now


def test_nothing_is_ever_lost_between_three_copies() -> None:
    run_state_machine_as_test(Copies, settings=settings(max_examples=25, stateful_step_count=20))


@pytest.mark.long
def test_nothing_is_ever_lost_between_three_copies_for_long() -> None:
    run_state_machine_as_test(Copies, settings=settings(max_examples=400, stateful_step_count=40))


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
        assert other.school().conflicts == {}
        one.close()
        other.close()


@given(first=acts, what=three_values(), deletes=st.booleans())
def test_undo_leaves_alone_what_somebody_changed_later(
    first: list[Act], what: tuple[str, str, list[Scalar]], deletes: bool
) -> None:
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
        assert one.school().conflicts == {}
        one.close()
        other.close()


@given(what=acts, order=st.randoms(use_true_random=False))
def test_the_order_in_a_file_does_not_matter(what: list[Act], order: Random) -> None:
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
