"""One laptop of the exhaustive walk: what can be done there next, and doing it in the real store."""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Edit, Journal, birth
from fosdesk.errors import FosdeskError
from fosdesk.exchange.erase_copies import ErasureRequest, erase_everywhere
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.pace import NO_HURRY
from fosdesk.store import Arrival, Store
from fosdesk.store.copies.backups import copy_database, replace_store_file
from fosdesk.store.erasing import erase_in_backup
from tests.store.store_copies import RECORDS, SCHOOL, Content, Copy, Picture, content, is_gone, picture

OWNERS = ("A", "B")
NOW = 1_800_000_000_000  # a clock that stands, so that states which would differ in their times alone are equal
WRITTEN = {"entry": "what", "member": "motivation"}  # the records that the walk writes, and the field that it writes
PROBE = "group"  # the record that shows whether a write still succeeds
Name = tuple[str, int]  # a change by its worldwide name: its writer's id, and its number there
Tables = dict[str, list[tuple[Any, ...]]]


class Act(NamedTuple):
    """What somebody does, with everything that it is told: done again in an equal state, it has the same outcome."""

    name: str
    about: tuple[Any, ...] = ()


class Outcome(NamedTuple):
    """What the store answered, or the sentence with which it refused."""

    answer: Any = None
    refused: str = ""


class Seen(NamedTuple):
    """What can be seen on a laptop, through the store's own door and in its tables."""

    journal: Journal
    file: bytes
    content: Content
    picture: Picture
    arrivals: tuple[Arrival, ...]
    erased: Erasure
    deleted: tuple[tuple[tuple[str, str], ...], ...]
    last_values: dict[str, dict[str, Scalar]]
    undo: StepLabel | None
    redo: StepLabel | None
    tables: Tables

    def of_record(self, record: str) -> list[Name]:
        """All changes of a record, in the journal's order."""
        uids = [writer.uid for writer in self.journal.writers]
        return [(uids[c.writer], c.number) for c in self.journal.changes if c.record == record]


class Laptop(Copy):
    """A copy of the school in a folder of its own; its writers are named after it, in the order of its openings."""

    def __init__(self, owner: str, folder: Path) -> None:
        """Open the store in a folder, or make one there in which nothing is written."""
        self.owner = owner
        self.folder = folder
        self.openings = 0
        self.opening = ""  # the writer of this opening, once there is one
        self.is_fresh = True  # nothing has been done since the store was opened
        folder.mkdir(exist_ok=True)
        self.path = folder / "fosdesk.db"
        self.role = "principal"
        self.clock = repeat(NOW)
        self.store = Store.open(self.path)
        self.hurry()
        if not self.store.schools():
            self.store.add_school(SCHOOL, own=True, now=NOW)

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def look(self) -> Seen:
        """Everything that laws and the next acts ask for."""
        journal, store = self.journal(), self.store
        deleted = tuple(group.records for group in store.deleted(SCHOOL))
        return Seen(
            journal,
            write_school_file(journal, app="test", made=1, reference=False),
            content(journal),
            picture(journal),
            store.arrivals(SCHOOL),
            store.erased(SCHOOL),
            deleted,
            {record: store.last_values(SCHOOL, record) for group in deleted for record, _ in group},
            store.undo_label(SCHOOL),
            store.redo_label(SCHOOL),
            tables_of(store._connection),
        )

    # -- doing

    def do(self, act: Act) -> Outcome:
        """A refusal in a sentence is an outcome; anything else that is raised is a fault."""
        self.is_fresh = self.is_fresh and act.name == "back up"
        with writers_of(self):
            try:
                return Outcome(getattr(self, f"_{act.name.replace(' ', '_')}")(*act.about))
            except FosdeskError as refusal:
                return Outcome(refused=str(refusal))
            finally:
                self.hurry()

    def hurry(self) -> None:
        """Wait for no disk: nothing here is there to last."""
        self.store._connection.execute("PRAGMA synchronous = OFF")

    def _write(self, record: str, seen: Scalar, value: str) -> Any:
        noun, field = RECORDS[record], WRITTEN.get(record, "name")
        edits = [birth(record, noun), Edit(record, field, seen, value)]
        return self.store.append(SCHOOL, edits, StepLabel("create", noun, "", record), **self.by())

    def _edit(self, record: str, seen: Scalar, value: str) -> Any:
        label = StepLabel("change", RECORDS[record], WRITTEN[record], record)
        return self.store.append(SCHOOL, [Edit(record, WRITTEN[record], seen, value)], label, **self.by())

    def _delete(self, record: str) -> Any:
        return self.delete(record)

    def _settle(self, record: str, field: str, value: str) -> Any:
        return self.settle(record, field, value)

    def _restore(self, *records: tuple[str, str]) -> Any:
        label = StepLabel("restore", records[0][1], "", records[0][0])
        return self.store.restore(SCHOOL, dict(records), label, **self.by())

    def _undo(self) -> Any:
        return self.store.undo(SCHOOL, **self.by())

    def _redo(self) -> Any:
        return self.store.redo(SCHOOL, **self.by())

    def _read(self, file: bytes, name: str) -> int:
        journal = read_school_file(file).journal
        backup = self.store.backup(self.backups, NOW, "import")
        return self.store.merge(journal, own=True, now=NOW, file=name, backup=backup)

    def _take_back(self, arrival: int) -> Any:
        return self.store.take_back(SCHOOL, arrival, **self.by())

    def _bring_again(self, arrival: int) -> Any:
        return self.store.bring_again(SCHOOL, arrival, **self.by())

    def _back_up(self) -> Any:
        return self.store.backup(self.backups, NOW, "asked")

    def _go_back(self, backup: str) -> None:
        """What is now is saved, what was erased stays away, and the copy of the backup takes the store's place."""
        self.store.backup(self.backups, NOW, "restore")
        part = self.path.with_name("fosdesk.restored.db")
        with closing(sqlite3.connect(self.backups / backup, isolation_level=None)) as source:
            copy_database(source, part)
        erased = self.store.erased(SCHOOL)
        if any(erased):
            erase_in_backup(part, {SCHOOL: erased}, NOW)
        self.store.close(look=False)
        replace_store_file(part, self.path, "replaced")
        self.store = Store.open(self.path)
        self.opening, self.is_fresh = "", True

    def _erase(self, record: str) -> Any:
        return self._erase_all(Erasure(frozenset({record})))

    def _erase_value(self, writer: str, number: int) -> Any:
        return self._erase_all(Erasure(changes=frozenset({(writer, number)})))

    def _erase_all(self, erasure: Erasure) -> Any:
        wanted = ErasureRequest(SCHOOL, erasure, (), lambda text: False)
        return erase_everywhere(self.store, wanted, [self.backups], NO_HURRY, "", role=self.role, app="test", now=NOW)

    def _reopen(self) -> None:
        self.reopen()
        self.opening, self.is_fresh = "", True


@contextmanager
def writers_of(laptop: Laptop) -> Iterator[None]:
    """Writers that begin meanwhile get the laptop's name and a number, instead of an id by chance.

    Ids decide nothing but which of several values is shown. Those of the first laptop come before those of the second,
    and a later one of the first after an earlier one, of the second before it. As every sequence is walked on both,
    each is walked with either order.
    """

    def token_hex(size: int) -> str:
        laptop.openings += 1
        digits = 2 * size - 1
        number = laptop.openings if laptop.owner == OWNERS[0] else 10**digits - laptop.openings
        laptop.opening = f"{laptop.owner.lower()}{number:0{digits}d}"
        return laptop.opening

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "token_hex", token_hex)
        yield


def tables_of(connection: sqlite3.Connection) -> Tables:
    """Every row of every table."""
    names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def tables_in(path: Path) -> Tables:
    """The same of a store that nobody has open."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return tables_of(connection)


# -- what can be done next


def acts_of(laptop: Laptop, seen: Seen, backups: Iterable[str], *, is_saved: bool) -> list[Act]:
    """Every act that means something now, but for reading a file.

    `backups` are those that hold something else than the store; whether it `is_saved` as it is, too.
    """
    acts = []
    alive = {r for r in WRITTEN if any(not is_gone(value) for value in _values(seen, r, BIRTH))}
    may = [record for record in WRITTEN if record not in seen.erased.records]
    new, there = [r for r in may if r not in alive], [r for r in may if r in alive]
    if new:
        acts.append(Act("write", (new[0], _shown(seen, new[0]), _next_value(laptop, seen, new[0]))))
    if there:
        acts.append(Act("edit", (there[0], _shown(seen, there[0]), _next_value(laptop, seen, there[0]))))
        acts.append(Act("delete", (there[0],)))
    acts += [Act("settle", (*where, value)) for where, value in _ends_of_conflicts(seen)][:2]
    if seen.deleted:
        acts.append(Act("restore", seen.deleted[0]))
    if seen.undo is not None:
        acts.append(Act("undo"))
    if seen.redo is not None:
        acts.append(Act("redo"))
    for arrival in seen.arrivals:  # also those that a page offers which has not heard of what was done since
        acts.append(Act("take back", (arrival.id,)))
        acts.append(Act("bring again", (arrival.id,)))
    if not laptop.is_fresh:
        acts.append(Act("reopen"))
    if not is_saved:
        acts.append(Act("back up"))
    acts += [Act("go back", (name,)) for name in backups]
    written = [record for record in may if seen.of_record(record)]
    if written:
        acts.append(Act("erase", (written[0],)))
    old = _replaced_values(seen)
    if old:
        acts.append(Act("erase value", old[-1]))
    return acts


def incoming(own: Seen, other: Seen) -> Act | None:
    """Reading the other's file; None where it brings nothing, because the program says so and does nothing then.

    The name of the file tells which changes it brings, and which there were before.
    """
    came = sorted(other.content.keys() - own.content.keys())
    if not came:
        return None
    return Act("read", (other.file, json.dumps([came, sorted(own.content)])))


def brought(arrival: Arrival) -> tuple[frozenset[Name], frozenset[Name]]:
    """Which changes came with a file, and which there were before, as its name tells."""
    came, stood = json.loads(arrival.file)
    return frozenset((w, n) for w, n in came), frozenset((w, n) for w, n in stood)


def _values(seen: Seen, record: str, field: str) -> list[Scalar]:
    """What stands in a field, the value that is shown last."""
    replaced = {key for _, keys in seen.content.values() for key in keys}
    found = [
        (order, name, json.loads(value))
        for name, ((order, _, _, of, where, value), _) in seen.content.items()
        if (of, where) == (record, field) and name not in replaced
    ]
    return [value for *_, value in sorted(found, key=lambda one: one[:2])]


def _ends_of_conflicts(seen: Seen) -> Iterator[tuple[tuple[str, str], Scalar]]:
    """The value that is not shown, for a field; and for whether a record is there, both."""
    for record in WRITTEN:
        if record not in seen.erased.records:
            for field in (BIRTH, WRITTEN[record]):
                values = list(dict.fromkeys(_values(seen, record, field)))
                if len(values) > 1:
                    yield from (((record, field), value) for value in (values if field == BIRTH else values[:1]))


def _shown(seen: Seen, record: str) -> Scalar:
    return (_values(seen, record, WRITTEN[record]) or [""])[-1]


def _next_value(laptop: Laptop, seen: Seen, record: str) -> str:
    own = [name for name in seen.of_record(record) if name[0].startswith(laptop.owner.lower())]
    before = [name for name in own if seen.content[name][0][4] != BIRTH]
    return f"{record} by {laptop.owner} {len(before) + 1}"


def _replaced_values(seen: Seen) -> list[Name]:
    """The values that are no longer shown and not erased: the program offers to erase one of them alone."""
    replaced = {key for _, keys in seen.content.values() for key in keys}
    names = [name for record in WRITTEN for name in seen.of_record(record)]
    return [n for n in names if n in replaced and seen.content[n][0][4] != BIRTH and seen.content[n][0][5] != "null"]
