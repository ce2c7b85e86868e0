"""Copies of one school on several laptops, for the laws that must hold whatever people do with them."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import NOUNS, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Edit, Journal, birth, heads, heads_by_record
from fosdesk.domain.rules.children import children_of, moved, owner_of, place_of, with_children
from fosdesk.domain.rules.lost_parents import last_values, with_lost_parents, without_owner
from fosdesk.domain.school import School, school_from_heads
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.store import Step, Store
from fosdesk.store.journal_check import check_whole
from fosdesk.store.step_draft import checksum
from tests.closing import close_at_the_end, close_since, things_to_close

SCHOOL = "our school"
FIELDS: dict[str, dict[str, tuple[Scalar, ...]]] = {
    "gate_entry": {"what": ("", "a", "b", "c"), "reason": ("", "because", "…")},
    "membership": {"leads": (False, True), "motivation": ("", "m", "n")},
    "existing_group": {"freed": (None, 0, 30, 45), "name": ("", "g")},
    "meeting": {"what": ("", "a", "b", "c"), "start": ("", "08:30", "14:00"), "minutes": (None, 0, 45)},
    "agenda_line": {"what": ("", "a", "b", "c"), "said": ("", "s"), "put_off": (False, True)},
    "of a newer fosdesk": {"unheard of": (None, "x", 7, True), "amount": (None, 0, 12_000, 2**53)},
}
RECORDS = {
    "entry": "gate_entry",
    "member": "membership",
    "group": "existing_group",
    "odd": "of a newer fosdesk",
    "meeting": "meeting",
    "line 1": "agenda_line",
    "line 2": "agenda_line",
    "line 3": "agenda_line",
}
PARENT, LINES = "meeting", ("line 1", "line 2", "line 3")
Content = dict[tuple[str, int], tuple[Any, ...]]
Picture = dict[str, dict[str, frozenset[str]]]
_memory = Path("/dev/shm")  # so that thousands of commits do not wait for a disk


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder for the stores of one example, which are closed with it."""
    folder = Path(tempfile.mkdtemp(prefix="fosdesk-", dir=_memory if _memory.is_dir() else None))
    before = things_to_close()
    try:
        yield folder
    finally:
        close_since(before)
        shutil.rmtree(folder, ignore_errors=True)


class Copy:
    """One laptop's copy of the school; `clock` may run as it likes."""

    def __init__(self, path: Path, role: str = "principal", clock: Iterator[int] | None = None) -> None:
        self.path = path
        self.role = role
        self.clock = clock or count(1_800_000_000_000, 1000)
        self.store = Store.open(path)
        close_at_the_end(lambda: self.store.close(look=False))
        self.store.add_school(SCHOOL, own=True, now=next(self.clock))

    # -- acts

    def by(self) -> dict[str, Any]:
        return {"role": self.role, "app": "test", "now": next(self.clock)}

    def write(self, record: str, field: str, value: Scalar) -> Step | None:
        """What the workspace does when an editor commits."""
        return self.write_over(self.shown(record, field), record, field, value)

    def write_over(self, seen: Scalar, record: str, field: str, value: Scalar) -> Step | None:
        """The same from an editor that still shows what the field said at some time."""
        edits = [Edit(record, field, seen, value)]
        if record not in self.alive():
            edits.insert(0, birth(record, RECORDS[record]))
            if record in LINES:
                edits.append(Edit(record, "meeting", "", PARENT))
        return self.store.append(SCHOOL, edits, StepLabel("change", RECORDS[record], field, record), **self.by())

    def delete(self, record: str) -> Step | None:
        return self.store.delete(SCHOOL, [record], StepLabel("delete", "", "", record), **self.by())

    def delete_whole(self, record: str) -> Step | None:
        """With what belongs to it, as the workspace does."""
        found = self.school().find(record)
        gone = with_children(self.school(), [found]) if found is not None else []
        label = StepLabel("delete", "", "", record)
        return self.store.delete(SCHOOL, [one.id for one in gone], label, **self.by())

    def move(self, record: str, before: str) -> Step | None:
        """Put a line of the meeting ahead of another one, as its list does."""
        pairs = moved(children_of(self.school(), NOUNS["agenda_line"], PARENT), record, before)
        edits = [Edit(one.id, "pos", place_of(one), place_of(other)) for one, other in pairs]
        return self.store.append(SCHOOL, edits, StepLabel("change", "agenda_line", "pos", record), **self.by())

    def settle(self, record: str, field: str, value: Scalar) -> Step | None:
        label = StepLabel("settle", "", field, record)
        return self.store.settle(SCHOOL, record, field, value, label, **self.by())

    def undo(self) -> bool:
        """Whether something was taken back; kind refusals count as not."""
        try:
            return self.store.undo(SCHOOL, **self.by()) is not None
        except FosdeskError:
            return False

    def redo(self) -> bool:
        try:
            return self.store.redo(SCHOOL, **self.by()) is not None
        except FosdeskError:
            return False

    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    def close(self) -> None:
        self.store.close()

    def file(self) -> bytes:
        return write_school_file(self.journal(), app="test", made=1, reference=False)

    def take_in(self, file: bytes) -> int:
        return self.store.merge(read_school_file(file).journal, own=True, now=next(self.clock))

    def become_copy_of(self, other: "Copy") -> None:
        """Somebody copies the other's file over ours, and reads our old school file into it afterwards."""
        old = self.file()
        self.store.close()
        shutil.copy(other.path, self.path)
        self.store = Store.open(self.path)
        self.take_in(old)

    # -- looking

    def journal(self) -> Journal:
        return self.store.journal(SCHOOL)

    def school(self) -> School:
        return self.store.snapshot(SCHOOL)

    def picture(self) -> Picture:
        return picture(self.journal())

    def alive(self) -> set[str]:
        found = heads_by_record(heads(self.journal()))
        return {r for r, fields in found.items() if any(not is_gone(h.value) for h in fields.get(BIRTH, []))}

    def shown(self, record: str, field: str) -> Scalar:
        noun = NOUNS.get(RECORDS[record])
        blank = noun.fields[field].blank if noun else None
        found = heads_by_record(heads(self.journal())).get(record, {}).get(field)
        return found[0].value if found else blank

    def values(self, record: str, field: str) -> set[Scalar]:
        return {h.value for h in heads(self.journal()) if (h.record, h.field) == (record, field)}


def meet(one: Copy, other: Copy) -> None:
    """Both read the other's file."""
    one.take_in(other.file())
    other.take_in(one.file())


def is_gone(value: Scalar) -> bool:
    return isinstance(value, str) and value.startswith(GONE)


def content(journal: Journal) -> Content:
    """Every change by its worldwide name."""
    uids = [writer.uid for writer in journal.writers]
    return {
        (uids[c.writer], c.number): (
            (c.order, c.at, c.step, c.record, c.field, json.dumps(c.value)),
            frozenset((uids[w], n) for w, n in c.replaces),
        )
        for c in journal.changes
    }


def picture(journal: Journal) -> Picture:
    """What people see: the values of each field; a field that is blank again is as one never written."""
    found: Picture = {}
    for record, fields in heads_by_record(heads(journal)).items():
        written = [head for name, some in fields.items() if name != BIRTH for head in some if head.value is not None]
        if not written and all(is_gone(head.value) for head in fields.get(BIRTH, ())):
            continue  # deleted, and nobody wrote in it meanwhile
        said = {name: frozenset(json.dumps(h.value) for h in some) for name, some in fields.items()}
        found[record] = {name: values for name, values in said.items() if not values <= {'""', "null", "false"}}
    return found


def assert_sound(copy: Copy) -> None:
    """What holds in every store at any moment: P8, P9, P11, and that both ways of reading agree."""
    journal = copy.journal()
    check_whole(journal)
    assert list(journal.changes) == sorted(journal.changes, key=lambda c: (c.order, c.writer, c.number))
    erased = copy.store.erased(SCHOOL).records  # what a file may bring of them are empty shells
    told = school_from_heads(SCHOOL, [h for h in heads(journal) if h.record not in erased])
    school = copy.school()
    assert same(school, with_lost_parents(told, lambda record: last_values(journal, record)))
    assert_seen(school, is_known=not journal.blanked)
    rows = copy.store._connection.execute(
        "SELECT writer, number, lamport, at, step, record, field, value, replaces, live, checksum FROM change"
    ).fetchall()
    replaced = {tuple(key) for row in rows for key in json.loads(row[8])}
    for row in rows:
        assert row[9] == (row[:2] not in replaced), "a change is live while nothing replaces it, and no longer"
        assert row[10] == checksum(*row[:9])


def assert_seen(school: School, *, is_known: bool = True) -> None:
    """No live record is without a place where it is seen: what it belongs to is there, and in conflict if deleted.

    Where values were erased, it may not be known what a record belongs to; then it is among those `without_owner`.
    """
    for record in school.records.values():
        owner, noun = owner_of(record)
        if noun and not owner and not is_known:
            assert record in without_owner(school)
        elif noun:
            above = school.find(owner)
            assert above is not None, f"{record} is nowhere"
            assert noun_of(above).key == noun
    for record_id in school.brought_back:
        assert school.conflicts[record_id, BIRTH][0] == f"{GONE}{noun_of(school.records[record_id]).key}"
        assert len(with_children(school, [school.records[record_id]])) > 1, "shown for nothing"


def same(one: School, other: School) -> bool:
    return (list(one.records.items()), one.conflicts, one.unknown) == (
        list(other.records.items()),
        other.conflicts,
        other.unknown,
    )


def two_school_files(folder: Path, *made: int) -> list[Path]:
    """Two files of one school, made at two moments (ms since 1970), the second one with more in it."""
    one, other = Copy(folder / "a.db"), Copy(folder / "b.db")
    one.write("entry", "what", "a")
    other.take_in(one.file())
    other.write("group", "name", "g")
    paths = [folder / "one.fosdesk", folder / "other.fosdesk"]
    for copy, path, moment in zip((one, other), paths, made, strict=True):
        path.write_bytes(write_school_file(copy.journal(), app="test", made=moment, reference=False))
        copy.close()
    return paths
