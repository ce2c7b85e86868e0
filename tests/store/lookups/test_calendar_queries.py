"""A meeting's number never falls on a laptop, whatever is done there, and is equal on two that know the same."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random

import pytest

from fosdesk.domain.records import Meeting
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import SchoolFile, read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.store.copies.backups import copy_database, replace_store_file
from fosdesk.store.copies.calendar_memory import carry_calendar_numbers
from fosdesk.workspace import Workspace
from tests.ui.acts import changed

NOW = 1_800_000_000_000
SCHOOL = "0123456789abcdef0123456789abcdef"


class Laptop:
    """A store of the school with its workspace, and what was last seen of each meeting's number."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.folder.mkdir()
        self.store = Store.open(self.folder / "fosdesk.db")
        ticks = count(NOW, 1000)
        self._clock: Callable[[], int] = lambda: next(ticks)
        self.seen: dict[str, int] = {}

    def begin(self) -> None:
        self.work = Workspace(self.store, SCHOOL, role=self.folder.name, app="test", clock=self._clock)

    def file(self) -> SchoolFile:
        journal = self.store.journal(SCHOOL)
        return read_school_file(write_school_file(journal, app="test", made=NOW, reference=False))

    def read(self, other: "Laptop") -> None:
        self.work.adopt(self.work.merge(other.file(), self.folder / "backups", "kollega.fosdesk").update)

    def take_back(self) -> bool:
        """Take the last file back; whether its changes were removed altogether."""
        here = [arrival for arrival in self.work.arrivals() if not arrival.taken_back]
        taken, update = self.work.take_back(here[0].id, self.folder / "backups")
        self.work.adopt(update)
        return taken.exactly

    def go_back(self) -> None:
        """Let an earlier state take the store's place; the one before becomes the next to go back to."""
        earlier, part = self.folder / "earlier.db", self.folder / "fosdesk.restored.db"
        if earlier.exists():
            shutil.copy(earlier, part)
            carry_calendar_numbers(self.store, part)
            self.store.close()
            replace_store_file(part, self.folder / "fosdesk.db", "replaced")
            self.store = Store.open(self.folder / "fosdesk.db")
            self.begin()
        with closing(sqlite3.connect(self.folder / "fosdesk.db")) as now:
            copy_database(now, earlier)

    def numbers(self) -> dict[str, int]:
        return {record: one.number for record, one in self.store.calendar_revisions(SCHOOL).items()}

    def look(self) -> None:
        """No number has fallen since the last look."""
        now = self.numbers()
        assert {
            record: (before, now.get(record)) for record, before in self.seen.items() if now.get(record, -1) < before
        } == {}
        self.seen = now


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """Two laptops that know the same meeting."""
    one, other = Laptop(tmp_path, "one"), Laptop(tmp_path, "other")
    one.store.add_school(SCHOOL, own=True, now=NOW)
    one.begin()
    one.work.add(Meeting("m", what="Oppstart", day="2026-12-08", start="14:30", who="work_group"))
    other.store.merge(one.file().journal, own=True, now=NOW)
    other.begin()
    yield one, other
    for laptop in (one, other):
        laptop.store.close()


def test_undo_and_redo_raise_the_number(two: tuple[Laptop, Laptop]) -> None:
    one, _ = two
    work, numbers = one.work, [one.numbers()["m"]]
    meeting = work.school.get(Meeting, "m")
    work.commit(meeting, changed(meeting, day="2026-12-15"))
    numbers.append(one.numbers()["m"])
    work.undo()
    numbers.append(one.numbers()["m"])
    work.redo()
    numbers.append(one.numbers()["m"])
    work.delete([work.school.get(Meeting, "m")])
    numbers.append(one.numbers()["m"])
    work.undo()
    numbers.append(one.numbers()["m"])
    assert numbers == sorted({*numbers}), "each act makes it greater"
    before = one.numbers()
    work.commit(meeting, changed(work.school.get(Meeting, "m"), notes="Hei"))
    assert one.numbers() == before, "but not what no calendar shows"


def test_what_a_file_brought_and_was_removed_again_still_counts(two: tuple[Laptop, Laptop]) -> None:
    one, other = two
    theirs = other.work.school.get(Meeting, "m")
    other.work.commit(theirs, changed(theirs, day="2026-12-15", place="Rom 2"))
    other.work.add(Meeting("n", what="Nytt", day="2026-12-17"))
    one.read(other)
    known = one.numbers()
    assert known == other.numbers()
    assert one.take_back(), "nothing was written since, so that the changes are removed altogether"
    assert one.work.school.get(Meeting, "m").day == "2026-12-08"
    assert one.numbers() == known
    assert one.store.calendar_revisions(SCHOOL)["n"].day == "2026-12-17", "so that it can be cancelled"
    mine = one.work.school.get(Meeting, "m")
    one.work.commit(mine, changed(mine, start="15:00"))
    assert one.numbers()["m"] > known["m"]
    one.read(other)
    other.read(one)
    assert one.numbers() == other.numbers()
    assert one.numbers()["m"] > known["m"]


def test_a_store_opened_again_still_knows(two: tuple[Laptop, Laptop]) -> None:
    one, other = two
    theirs = other.work.school.get(Meeting, "m")
    other.work.commit(theirs, changed(theirs, place="Rom 2"))
    one.read(other)
    known = one.numbers()
    assert one.take_back()
    one.store.close()
    one.store = Store.open(one.folder / "fosdesk.db")
    assert one.numbers() == known


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("goes_back", [False, True], ids=["", "going back to backups"])
def test_numbers_never_fall_and_are_equal_once_both_know_the_same(
    two: tuple[Laptop, Laptop], seed: int, *, goes_back: bool
) -> None:
    chance, names = Random(seed), count(1)
    acts = ("write", "write", "new", "delete", "undo", "redo", "read", "read", "take back", "take back")
    for _ in range(22):
        here, there = chance.sample(two, 2)
        work = here.work
        meetings = work.school.of(Meeting)
        act = chance.choice((*acts, "go back") if goes_back else acts)
        try:
            if act == "write" and meetings:
                meeting = chance.choice(meetings)
                field, value = chance.choice((("day", "2026-12-22"), ("place", "Rom 3"), ("what", ""), ("minutes", 45)))
                work.commit(meeting, changed(meeting, **{field: value}))
            elif act == "new":
                work.add(Meeting(f"{here.folder.name}{next(names)}", day="2027-01-12"))
            elif act == "delete" and meetings:
                work.delete([chance.choice(meetings)])
            elif act in ("undo", "redo") and (work.redo_label() if act == "redo" else work.undo_label()):
                getattr(work, act)()
            elif act == "read":
                here.read(there)
            elif act == "take back" and any(not arrival.taken_back for arrival in work.arrivals()):
                here.take_back()
            elif act == "go back":
                here.go_back()
        except FosdeskError:
            pass  # the store refuses what it can no longer tell
        here.look()
    one, other = two
    for _ in range(2):
        one.read(other)
        other.read(one)
    one.look()
    other.look()
    if not goes_back:  # else one of them remembers what the other never heard of
        assert one.numbers() == other.numbers()
