"""The exhaustive walk: every sequence of a few acts on two laptops, the shortest first, and all laws after each act.

What somebody does on a laptop depends on nothing but the state of that laptop and, where the other's file is read, on
its bytes. So a state of both is a pair of states, and an act is done for real once for each different state of one
laptop, whatever the other one is in meanwhile. Acts on both of which neither reads the other's file lead to the same
pair in either order, and nothing is left out for that.

Two states of a laptop are the same when nothing tells them apart: all rows of all tables, what each of its backups
holds, which writer this opening has and whether anything was done in it, and what undo and redo are to do. No name has
to be put in the place of another for that: the clock stands, the ids of writers are the numbers of openings, and a
backup is called by what it holds. Of equal states the one with the fewest acts is gone on with, always from the very
beginning, so that whatever the program remembers in memory is as it would be.
"""

import os
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from traceback import extract_tb
from typing import NamedTuple

import pytest

from tests.store.laptop import OWNERS, Act, Laptop, Seen, Tables, acts_of, incoming, tables_in
from tests.store.laptop_laws import check, try_on
from tests.store.laptop_undo import Expected, follow
from tests.store.store_copies import assert_sound, content, same


class LawBroken(AssertionError):
    """The shortest sequence of acts after which a law does not hold, one act to a line."""


class Backup(NamedTuple):
    """What a backup holds, and what undo is to do for somebody who goes back to it."""

    holds: str
    expected: Expected


@dataclass(eq=False, repr=False)  # told in full, it would tell of all that follow
class State:
    """A laptop after some acts; `acts` lead there, and `following` may be done next."""

    owner: str
    acts: tuple[Act, ...]
    seen: Seen
    expected: Expected
    backups: dict[str, Backup]
    following: list[Act]
    after: dict[Act, "State"] = field(default_factory=dict)  # what has been done already
    reading: dict[bytes, Act | None] = field(default_factory=dict)  # by the other's file


Both = tuple[State, State]


class Found(NamedTuple):
    """How many states of both laptops were met first after 0, 1, … acts; how many of one; which acts were done, in how
    many different states.
    """

    states: list[int]
    of_one: int
    acts: dict[str, int]


class Walk:
    """Walks in a folder; `only` some acts where one looks for something particular."""

    def __init__(self, folder: Path, only: Collection[str] | None = None) -> None:
        self._folder = folder
        self._only = only
        self._states: dict[str, State] = {}
        self._met: dict[tuple[bytes, bytes], None] = {}
        self._acts_done = Counter[str]()
        self._opened_so_far = 0
        self._came: dict[Both, tuple[Both, int, Act] | None] = {}

    def walk(self, most: int) -> Found:
        """Every sequence of up to so many acts; LawBroken for the first one after which a law does not hold."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", lambda handle: None)  # nothing here is there to last
            both = self._beginning(OWNERS[0]), self._beginning(OWNERS[1])
            self._came = {both: None}
            counts, frontier = [1], [both]
            for _ in range(most):
                frontier = [then for both in frontier for then in self._from(both)]
                counts.append(len(frontier))
        return Found(counts, len(self._states), dict(self._acts_done))

    def _from(self, both: Both) -> Iterator[Both]:
        """The states after one more act that have not been met yet."""
        for side, act in self._acts(both):
            own = both[side]
            try:
                if act not in own.after:
                    own.after[act] = self._do(own, act)
                then = own.after[act]
                new = (then, both[1]) if side == 0 else (both[0], then)
                if new not in self._came:
                    self._meet(new[0].seen, new[1].seen)
            except Exception as why:
                raise LawBroken(self._told(both, side, act, why)) from why
            if new not in self._came:
                self._came[new] = both, side, act
                yield new

    def _acts(self, both: Both) -> Iterator[tuple[int, Act]]:
        for side, (own, other) in enumerate((both, both[::-1])):
            file = other.seen.file
            if file not in own.reading:
                own.reading[file] = incoming(own.seen, other.seen)
            reading = own.reading[file]
            for act in chain(own.following, [] if reading is None else [reading]):
                if self._only is None or act.name in self._only:
                    yield side, act

    # -- one laptop

    def _beginning(self, owner: str) -> State:
        laptop = Laptop(owner, self._empty(owner))
        state, _ = self._state(laptop, (), laptop.look(), Expected(), {})
        laptop.close()
        return state

    def _empty(self, owner: str) -> Path:
        return self._folder / f"empty {owner}"

    def _do(self, state: State, act: Act) -> State:
        """Do an act in the real store, after all that came before, and look whether the laws hold."""
        laptop = self._opened(state.owner)
        try:
            for earlier in state.acts:
                laptop.do(earlier)
            self._acts_done[act.name] += 1
            before, outcome, seen = state.seen, laptop.do(act), laptop.look()
            check(laptop, before, act, outcome, seen, state.expected)
            expected = follow(before, act, outcome, seen, state.expected, self._saved(state, act))
            backups = self._backups(laptop, state, act)
            after, is_new = self._state(laptop, (*state.acts, act), seen, expected, backups)
            if is_new:
                try_on(laptop, before, act, outcome, seen)
            return after
        finally:
            laptop.store.close(look=False)
            shutil.rmtree(laptop.folder, ignore_errors=True)

    def _opened(self, owner: str) -> Laptop:
        self._opened_so_far += 1
        place = self._folder / f"{owner} {self._opened_so_far}"
        shutil.copytree(self._empty(owner), place)
        return Laptop(owner, place)

    def _state(
        self, laptop: Laptop, acts: tuple[Act, ...], seen: Seen, expected: Expected, backups: dict[str, Backup]
    ) -> tuple[State, bool]:
        """The state that a laptop is in, and whether it is a new one."""
        holds = _fingerprint(_named(seen.tables, backups))
        kept = {backup.holds: name for name, backup in reversed(backups.items())}
        undo = [(held, _plain(backups[name].expected)) for held, name in sorted(kept.items())]
        opening = laptop.openings, laptop.opening, laptop.is_fresh
        key = _fingerprint((laptop.owner, opening, holds, _plain(expected), undo))
        is_new = key not in self._states
        if is_new:
            others = [name for held, name in sorted(kept.items(), key=lambda one: one[1]) if held != holds]
            following = acts_of(laptop, seen, others, is_saved=holds in kept)
            self._states[key] = State(laptop.owner, acts, seen, expected, backups, following)
        return self._states[key], is_new

    @staticmethod
    def _saved(state: State, act: Act) -> Expected:
        return state.backups[act.about[0]].expected if act.name == "go back" else Expected()

    @staticmethod
    def _backups(laptop: Laptop, state: State, act: Act) -> dict[str, Backup]:
        """All backups that there are after an act, the older first, because the later ones may name them."""
        is_erased = act.name.startswith("erase")
        old = {} if is_erased else state.backups
        there = sorted(path.name for path in laptop.backups.glob("*.db"))
        found: dict[str, Backup] = {}
        for name in [*state.backups, *(name for name in there if name not in state.backups)]:
            if name in old:
                found[name] = old[name]
            else:
                tables = _named(tables_in(laptop.backups / name), found)
                found[name] = Backup(_fingerprint(tables), Expected(is_known=False) if is_erased else state.expected)
        return found

    # -- both laptops

    def _meet(self, one: Seen, other: Seen) -> None:
        """P1, P2, P12: in whichever order somebody reads both files, the same comes out."""
        files = one.file, other.file
        if files in self._met:
            return
        self._met[files] = None
        if not one.content or not other.content:
            return
        ends = []
        for order in (files, files[::-1]):
            fresh = self._opened(OWNERS[0])
            for file in order:
                fresh.take_in(file)
            assert content(fresh.journal()).keys() == one.content.keys() | other.content.keys()
            assert_sound(fresh)
            ends.append((fresh.file(), fresh.school()))
            fresh.store.close(look=False)
            shutil.rmtree(fresh.folder, ignore_errors=True)
        (file, school), (other_file, other_school) = ends
        assert file == other_file, "merging in either order makes the same file"
        assert same(school, other_school), "merging in either order shows the same"

    # -- what is told

    def _told(self, both: Both, side: int, act: Act, why: Exception) -> str:
        lines = [f"{OWNERS[side]} {_words(act, OWNERS[1 - side])}"]
        while (came := self._came[both]) is not None:
            both, side, act = came
            lines.append(f"{OWNERS[side]} {_words(act, OWNERS[1 - side])}")
        numbered = [f"  {number}. {line}" for number, line in enumerate(reversed(lines), 1)]
        count = f"after {len(lines)} acts, and after no fewer, a law does not hold:"
        where = extract_tb(why.__traceback__)[-1]
        return "\n".join([count, *numbered, f"{type(why).__name__}: {why}", f"  in {where.name}: {where.line}"])


def _words(act: Act, other: str) -> str:
    return _WORDS[act.name].format(*act.about, other=other)


_WORDS = {
    "write": "writes {2!r} in a new record, {0}",
    "edit": "writes {2!r} over {1!r} in {0}",
    "delete": "deletes {0}",
    "settle": "ends the conflict in the field {1!r} of {0} by {2!r}",
    "restore": "restores {0[0]} from the bin",
    "undo": "undoes the latest step",
    "redo": "redoes the step that was undone last",
    "read": "reads the file of {other}",
    "take back": "takes back what came with file {0}",
    "bring again": "brings in again what came with file {0}",
    "back up": "backs up",
    "go back": "goes back to the backup {0}",
    "erase": "erases {0}",
    "erase value": "erases the value of the change {1} of the writer {0}",
    "reopen": "closes and opens again",
}


def _named(tables: Tables, backups: Mapping[str, Backup]) -> Tables:
    """The same with what a backup holds in the place of its name."""
    names = {f"backups/{name}": backup.holds for name, backup in backups.items()}
    return tables | {"arrival": [tuple(names.get(value, value) for value in row) for row in tables["arrival"]]}


def _plain(what: object) -> object:
    """The same for the same, whichever way it was put together."""
    if isinstance(what, dict):
        return sorted((key, _plain(value)) for key, value in what.items())
    if isinstance(what, frozenset):
        return sorted(what)
    if isinstance(what, tuple):
        return [_plain(one) for one in what]
    return what


def _fingerprint(what: object) -> str:
    return sha256(repr(what).encode()).hexdigest()
