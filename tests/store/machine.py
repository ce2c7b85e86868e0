"""What people do with three copies of a school, and the laws that hold whatever they do; driven by whoever draws."""

import shutil
from collections import Counter
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.sitting import LONGEST_PAUSE
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE, heads
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import merge_journals, read_school_file
from fosdesk.store import Store, step_writer
from tests.store.line_rules import LineRules, erased, places
from tests.store.store_copies import (
    FIELDS,
    RECORDS,
    SCHOOL,
    Content,
    Copy,
    assert_sound,
    content,
    same,
    workplace,
)

Writing = tuple[str, str, Scalar]
PERSON = "member"  # the record that may be erased
records = st.sampled_from(sorted(RECORDS))
clocks = st.integers(0, 4_000_000_000_000)
_BEYOND = 60_000  # characters that a full disk has no room for


@st.composite
def writings(draw: st.DrawFn) -> Writing:
    record = draw(records)
    field = draw(st.sampled_from(sorted(FIELDS[RECORDS[record]])))
    return record, field, draw(st.sampled_from(FIELDS[RECORDS[record]][field]))


class Ticks:
    """A clock that stands, runs backwards, or is in another century."""

    def __init__(self, start: int, step: int) -> None:
        self.now, self.step = start, step

    def __iter__(self) -> "Ticks":
        return self

    def __next__(self) -> int:
        self.now = max(0, self.now + self.step)
        return self.now


class Ids:
    """Draws the ids of writers."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def token_hex(self, size: int) -> str:
        return self.chance.randbytes(size).hex()


class Copies(LineRules, RuleBasedStateMachine):
    """Three copies of a school, what people do with them, and a ledger of everything that was ever written."""

    def __init__(self) -> None:
        super().__init__()
        self.place = workplace()
        self.folder = self.place.__enter__()
        self.copies: list[Copy] = []
        self.ever: Content = {}
        self.held: list[Content] = [{}, {}, {}]
        self.backups: list[Path | None] = [None, None, None]
        self.beside: list[bytes] = []  # the files that are kept when a backup is put back
        self.touched: set[int] = set()
        self.merges = 0
        self.patch = pytest.MonkeyPatch()

    @initialize(times=st.lists(clocks, min_size=3, max_size=3))
    def start(self, times: list[int]) -> None:
        # None of what a clock says decides anything.
        steps = (0, -7, 60_000)
        # Ids by chance that can be repeated, or what is found could not be found again.
        self.patch.setattr(step_writer, "secrets", Ids(times[0]))
        for i, (start, step) in enumerate(zip(times, steps, strict=True)):
            self.copies.append(Copy(self.folder / f"{i}.db", clock=Ticks(start, step)))

    def at(self, place: int) -> Copy:
        """A copy in which something may change."""
        self.touched.add(place)
        return self.copies[place]

    # -- writing

    @rule(place=places, what=writings())
    def write(self, place: int, what: Writing) -> None:
        copy = self.at(place)
        if what[0] not in erased(copy):
            copy.write(*what)

    @rule(place=places, what=writings(), seen=st.integers(0, 9))
    def write_from_a_stale_editor(self, place: int, what: Writing, seen: int) -> None:
        record, field, _ = what
        copy, values = self.at(place), FIELDS[RECORDS[record]][field]
        if record not in erased(copy):
            copy.write_over(values[seen % len(values)], *what)

    @rule(place=places, record=records)
    def delete(self, place: int, record: str) -> None:
        copy = self.at(place)
        if record not in erased(copy):
            copy.delete(record)
            assert {field for one, field in live(copy) if one == record} <= {BIRTH}  # P7: all that it has seen goes

    @rule(place=places, what=writings())
    def settle(self, place: int, what: Writing) -> None:
        record, field, value = what
        copy = self.at(place)
        if record not in erased(copy):
            disputed = copy.values(record, field)
            copy.settle(*what)
            assert copy.values(record, field) == ({value} if disputed else set())

    @rule(place=places, record=records, stays=st.booleans())
    def settle_whether_it_is_there(self, place: int, record: str, stays: bool) -> None:
        copy = self.at(place)
        if record not in erased(copy) and copy.values(record, BIRTH):
            before = content(copy.journal())
            try:
                copy.settle(record, BIRTH, RECORDS[record] if stays else GONE + RECORDS[record])
            except FosdeskError:  # what would come back with it has been erased
                assert copy.store.erased(SCHOOL).changes
                assert content(copy.journal()) == before
            else:
                assert (record in copy.alive()) == stays

    @rule(place=places)
    def write_on_a_full_disk(self, place: int) -> None:
        """P9: what does not come onto the disk leaves content and numbering as they were."""
        copy = self.at(place)
        connection, before = copy.store._connection, content(copy.journal())
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        try:
            copy.write("entry", "what", "x" * _BEYOND)
        except FosdeskError:
            assert content(copy.journal()) == before
        finally:
            connection.execute("PRAGMA max_page_count = 1073741823")

    # -- undo

    @rule(place=places)
    def undo(self, place: int) -> None:
        before = self.at(place).picture()
        if not self.copies[place].undo():
            assert self.copies[place].picture() == before

    @rule(place=places)
    def redo(self, place: int) -> None:
        self.at(place).redo()

    @rule(place=places, what=writings(), ends=st.booleans())
    def do_and_undo(self, place: int, what: Writing, ends: bool) -> None:
        """P6: undo brings back exactly what was there, all values of a conflict too; redo what was done."""
        copy = self.at(place)
        written = {(record, field) for record, noun in RECORDS.items() for field in FIELDS[noun]}
        disputed = [where for where, count in sorted(live(copy).items()) if count > 1 and where in written]
        if ends and disputed:
            record, field = disputed[-1]
            what = record, field, FIELDS[RECORDS[record]][field][-1]
        if what[0] in erased(copy):
            return
        assert isinstance(copy.clock, Ticks)
        copy.clock.now += LONGEST_PAUSE + 1  # undo takes back a whole sitting at a text, and this is to be one
        before = copy.picture()
        if (copy.settle if ends else copy.write)(*what) is not None:
            after = copy.picture()
            if copy.undo():  # not where a value that it would bring back is erased
                assert copy.picture() == before
                assert copy.redo()
            assert copy.picture() == after

    @rule(place=places, other=places, value=st.sampled_from(("a", "b", "c")))
    def undo_what_somebody_changed_since(self, place: int, other: int, value: str) -> None:
        """P6: what a colleague wrote on top of a step is left alone."""
        if place == other:
            return
        mine, theirs = self.at(place), self.at(other)
        while value in mine.values("entry", "what"):
            value += "?"
        step = mine.write("entry", "what", value)
        self.merge(place, other)
        theirs.settle("entry", "what", value + "!")
        self.merge(other, place)
        before = mine.picture()
        assert step is not None
        assert not mine.undo()
        assert mine.picture() == before

    # -- files

    @rule(place=places, other=places, record=records)
    def write_at_the_same_time(self, place: int, other: int, record: str) -> None:
        """P5: two that did not know of each other's value see both of them."""
        mine, theirs = self.at(place), self.at(other)
        if place == other or record in erased(mine) | erased(theirs):
            return
        self.merge(place, other)
        self.merge(other, place)
        field, values = next((f, v) for f, v in FIELDS[RECORDS[record]].items() if len(v) > 2)
        a, b = [value for value in values if value != mine.shown(record, field)][:2]
        mine.write(record, field, a)
        if theirs.shown(record, field) != b:
            theirs.write(record, field, b)
            self.merge(place, other)
            self.merge(other, place)
            assert mine.values(record, field) >= {a, b} <= theirs.values(record, field)

    @rule(giver=places, taker=places)
    def merge(self, giver: int, taker: int) -> None:
        """P3, P4: a merge brings exactly what is new, and nothing the second time."""
        one, other = self.at(taker), self.copies[giver]
        before, file = content(one.journal()), other.file()
        theirs = content(other.journal())
        assert one.take_in(file) == len(theirs.keys() - before.keys())
        assert content(one.journal()).keys() == before.keys() | theirs.keys()
        assert one.take_in(file) == 0
        self.merges += 1

    @rule(giver=places, taker=places, then=writings())
    def merge_and_take_back(self, giver: int, taker: int, then: Writing) -> None:
        """What a file brought goes, what was written since stays; and nothing is lost to anybody."""
        one, file = self.at(taker), self.copies[giver].file()
        before, journal = one.picture(), read_school_file(file).journal
        hollow = one.journal().blanked  # what the file says of these stays
        store = one.store
        added = store.merge(journal, own=True, now=next(one.clock), file="a colleague's file")
        self.merges += 1
        if not added:
            return
        self.nothing_is_lost_and_nothing_invented()
        written = then[0] not in erased(one) and one.write(*then) is not None
        self.nothing_is_lost_and_nothing_invented()
        arrival = store.arrivals(SCHOOL)[0].id
        try:
            taken = store.take_back(SCHOOL, arrival, **one.by())
        except FosdeskError:
            return  # a value that would come back has been erased
        assert taken.exactly == (not written)
        if taken.exactly:
            assert hollow or one.picture() == before
            self.held[taker] = content(one.journal())
        if store.arrivals(SCHOOL)[0].taken_back:
            now = content(one.journal())
            with pytest.raises(FosdeskError):
                store.take_back(SCHOOL, arrival, **one.by())
            assert content(one.journal()) == now

    # -- the store's own file

    @rule(place=places)
    def reopen(self, place: int) -> None:
        before = self.at(place).school()
        self.copies[place].reopen()
        assert same(self.copies[place].school(), before)

    @rule(giver=places, taker=places)
    def copy_the_file(self, giver: int, taker: int) -> None:
        """P13: both go on with the same file, and nothing is lost."""
        if giver != taker:
            self.at(taker).become_copy_of(self.copies[giver])
            self.backups[taker] = None

    @rule(place=places)
    def back_up(self, place: int) -> None:
        copy = self.copies[place]
        self.backups[place] = copy.store.backup(self.folder / f"backups {place}", next(copy.clock))

    @rule(place=places)
    def put_a_backup_back(self, place: int) -> None:
        """An old backup is put back and gone on with; what was there since is in the file kept beside it."""
        backup = self.backups[place]
        if backup is not None:
            copy = self.at(place)
            self.beside.append(copy.file())
            copy.close()
            shutil.copy(backup, copy.path)
            copy.store = Store.open(copy.path)
            self.held[place] = content(copy.journal())

    # -- erasing

    @rule(place=places)
    def erase_a_person(self, place: int) -> None:
        copy = self.at(place)
        copy.store.erase(SCHOOL, Erasure(frozenset({PERSON})), **copy.by())
        self.backups[place] = None  # they are rewritten; that has tests of its own

    @rule(place=places, which=st.integers(0, 999))
    def erase_a_value(self, place: int, which: int) -> None:
        copy = self.at(place)
        names = [name for name, what in content(copy.journal()).items() if what[0][4] != BIRTH]
        if names:
            copy.store.erase(SCHOOL, Erasure(changes=frozenset({names[which % len(names)]})), **copy.by())
            self.backups[place] = None

    # -- what holds at any moment

    @invariant()
    def the_laws_hold(self) -> None:
        """P8, P9, P11 too: every store is sound."""
        self.nothing_is_lost_and_nothing_invented()
        for place in self.touched:
            assert_sound(self.copies[place])
        self.touched.clear()

    def nothing_is_lost_and_nothing_invented(self) -> None:
        """P4, P14: a value stays as it was written, unless it was erased in this very copy."""
        for place in self.touched:
            copy = self.copies[place]
            now, gone = content(copy.journal()), copy.store.erased(SCHOOL)
            for name, what in self.held[place].items():
                assert without_value(now[name]) == without_value(what)
            for name, what in now.items():
                ever = self.ever.setdefault(name, what)
                assert without_value(what) == without_value(ever)
                if name in gone.changes or (what[0][3] in gone.records and what[0][4] != BIRTH):
                    assert what[0][5] == "null", "erased, and there again"
                elif what[0][5] != ever[0][5]:
                    assert "null" in (what[0][5], ever[0][5])
                    assert what[0][5] != "null" or self.held[place].get(name, what)[0][5] == "null", "lost"
                    self.ever[name] = max(what, ever, key=lambda one: one[0][5] != "null")
            self.held[place] = now

    def teardown(self) -> None:
        try:
            if self.copies:
                self.all_come_to_see_the_same()
        finally:
            for copy in self.copies:
                copy.close()
            self.patch.undo()
            self.place.__exit__(None, None, None)

    def all_come_to_see_the_same(self) -> None:
        """P1, P2, P4, P12."""
        files = [copy.file() for copy in self.copies]
        ends = []
        for order in permutations(range(3)):
            fresh = Copy(self.folder / f"{order}.db")
            for place in order:
                fresh.take_in(files[place])
            ends.append((fresh.file(), fresh.school()))
            for file in self.beside:
                fresh.take_in(file)
            found = content(fresh.journal())
            assert found.keys() == self.ever.keys()
            for name, what in found.items():
                assert what == self.ever[name] or what[0][5] == "null"
            assert_sound(fresh)
            fresh.close()
        assert all(file == ends[0][0] and same(school, ends[0][1]) for file, school in ends)
        a, b, c = (read_school_file(file).journal for file in files)
        assert merge_journals(merge_journals(a, b), c) == merge_journals(a, merge_journals(c, b))
        for copy in self.copies:
            for file in files:
                copy.take_in(file)
            assert_sound(copy)
            if copy.store.erased(SCHOOL) == Erasure():
                assert same(copy.school(), ends[0][1])


def live(copy: Copy) -> Counter[tuple[str, str]]:
    """The fields that say something, and how many values each has."""
    return Counter((head.record, head.field) for head in heads(copy.journal()))


def without_value(what: tuple[Any, ...]) -> tuple[Any, ...]:
    return what[0][:5], what[1]
