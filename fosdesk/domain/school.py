"""School: an immutable snapshot of one school's records, with lookups by id and class."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from fosdesk.domain.fields import NOUNS, Record, Scalar, fields_of, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Head, Journal, SchoolDifferences
from fosdesk.domain.records.privacy_decisions import Restriction
from fosdesk.domain.records.school_profile import PROFILE_ID, SchoolProfile
from fosdesk.domain.shielding import is_shielded, split_shielded
from fosdesk.pace import sorted_in_parts

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_Found = tuple[tuple[type[Record], ...], Any]  # what was worked out, and from records of which kinds
Conflicts = Mapping[tuple[str, str], tuple[Scalar, ...]]


class School:
    """Immutable: a change makes a new School that shares the records and caches that did not change."""

    __slots__ = (
        "_by_class",
        "_found",
        "_records",
        "all_conflicts",
        "brought_back",
        "conflicts",
        "id",
        "shielded",
        "unknown",
    )

    def __init__(
        self,
        school_id: str,
        records: dict[str, Record],
        conflicts: Conflicts,
        unknown: int = 0,
        brought_back: frozenset[str] = frozenset(),
    ) -> None:
        """Take records by id, conflicting values by (record, field) the shown one first, and how many are unknown.

        `brought_back` are the records that are deleted, and shown because another record belongs to them.
        """
        self.id = school_id
        self._records: Mapping[str, Record]
        self._records, self.shielded = split_shielded(records)  # whoever is shielded is kept, and found nowhere
        self.all_conflicts = conflicts  # with those of whoever is shielded
        if self.shielded:
            conflicts = {key: said for key, said in conflicts.items() if key[0] not in self.shielded}
        self.conflicts = conflicts
        self.unknown = unknown
        self.brought_back = brought_back
        self._by_class: dict[type[Record], tuple[Any, ...]] = {}
        self._found: dict[object, _Found] = {}

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return MappingProxyType(self._records)

    @property
    def profile(self) -> SchoolProfile:
        """The school's profile; blank when nothing was written."""
        return self.get(SchoolProfile, PROFILE_ID)

    def of(self, record: type[R]) -> tuple[R, ...]:
        """All records of one class, by their place in the list where they have one, else as they came."""
        if not self._by_class:  # all at once: one class after the other would go through everything each time
            grouped: dict[type[Record], list[Any]] = {}
            for one in self._records.values():
                grouped.setdefault(type(one), []).append(one)
            self._by_class = {kind: _in_order(kind, some) for kind, some in grouped.items()}
        found = self._by_class.get(record)
        if found is None:
            found = _in_order(record, (r for r in self._records.values() if type(r) is record))
            self._by_class[record] = found
        return found

    def get(self, record: type[R], record_id: str) -> R:
        """The record with this id, or a blank one that does not exist yet and is created by the first edit."""
        found = self._records.get(record_id)
        return found if type(found) is record else record(id=record_id)

    def find(self, record_id: str) -> Record | None:
        """The record with this id, whatever its class; None when deleted or never there."""
        return self._records.get(record_id)

    def cached(self, compute: "Callable[[School], T]", *kinds: type[Record]) -> T:
        """The result of `compute(self)`, computed once and kept by later Schools until a record of `kinds` changes."""
        if compute not in self._found:
            self._found[compute] = (kinds, compute(self))
        found: T = self._found[compute][1]
        return found

    def replaced(self, parts: "School", ids: Iterable[str]) -> "School":
        """A School in which the records `ids` are those of `parts`; ids that `parts` lacks are removed.

        Deleted records that were shown because of others go with them.
        """
        wanted = list(dict.fromkeys((*ids, *self.brought_back)))
        records = {**self._records, **self.shielded}
        touched = set(wanted)
        for record_id in wanted:
            found = parts.find(record_id) or parts.shielded.get(record_id)
            if found is None:
                records.pop(record_id, None)
            else:
                records[record_id] = found
        conflicts = {key: values for key, values in self.all_conflicts.items() if key[0] not in touched}
        conflicts.update((key, values) for key, values in parts.all_conflicts.items() if key[0] in touched)
        made = School(self.id, records, conflicts, self.unknown)
        changed = {type(r) for i in wanted for r in (self.find(i), parts.find(i)) if r is not None}
        changed |= {type(record) for some in (self.shielded, made.shielded) for record in some.values()}
        made.adopt_caches(
            {kind: found for kind, found in self._by_class.items() if kind not in changed},
            {compute: found for compute, found in self._found.items() if changed.isdisjoint(found[0])},
        )
        return made

    def with_shared_records(self, before: "School") -> "School":
        """The same School, with the equal record objects of `before` in it, so that fewer objects are freed."""
        known = {**before.records, **before.shielded}
        records = {**self._records, **self.shielded}
        for record_id, record in records.items():
            other = known.get(record_id)
            if other is not None and other == record:
                records[record_id] = other
        return School(self.id, records, self.all_conflicts, self.unknown, self.brought_back)

    def with_brought_back(self, more: Mapping[str, Record], conflicts: Conflicts) -> "School":
        """The School with deleted records in it that others belong to, and other versions of some that are there.

        `conflicts` holds, for each deleted one, whether it is there.
        """
        back = frozenset(record for record, _ in conflicts)
        records = {**self._records, **self.shielded, **more}
        made = School(self.id, records, {**self.all_conflicts, **conflicts}, self.unknown, back)
        changed = {type(one) for one in more.values()}
        made.adopt_caches(
            {kind: found for kind, found in self._by_class.items() if kind not in changed},
            {compute: found for compute, found in self._found.items() if changed.isdisjoint(found[0])},
        )
        return made

    def with_records(self, more: Mapping[str, Record]) -> "School":
        """The School with some records added on top, for looking them up; shielded ones are left out."""
        people = {one.person for one in self.of(Restriction)}
        return _Overlay(self, {i: record for i, record in more.items() if not is_shielded(record, people)})

    def adopt_caches(self, lists: "dict[type[Record], tuple[Any, ...]]", found: dict[object, _Found]) -> None:
        """Take over lists by class and cached results that are known to be valid for this School."""
        self._by_class.update(lists)
        self._found.update(found)


class _Overlay(School):
    """A School with a few records on top of another; copying all records for each row of a long list would be slow."""

    __slots__ = ()

    def __init__(self, below: School, records: dict[str, Record]) -> None:
        self.id, self.shielded, self.unknown = below.id, below.shielded, below.unknown
        self.conflicts, self.all_conflicts = below.conflicts, below.all_conflicts
        self.brought_back = below.brought_back
        self._records = ChainMap(records, below.records)  # type: ignore[arg-type]  # nobody writes in it
        self._by_class, self._found = {}, {}


def _in_order(kind: type[Record], records: Iterable[Any]) -> tuple[Any, ...]:
    if "pos" in kind.__struct_fields__:
        place = attrgetter("pos", "id")
    elif noun_of(kind).use.shuffled:
        place = attrgetter("id")  # ids are random: in their order, nobody sees which came first
    else:
        return tuple(records)
    return tuple(sorted_in_parts(records, place))


def school_from_heads(school_id: str, all_heads: Iterable[Head]) -> School:
    """The School of unreplaced values; values of unknown nouns or fields are counted and left out."""
    ordered = sorted_in_parts(all_heads, attrgetter("rank"))
    return school_from_values(school_id, ((head.record, head.field, head.value) for head in ordered))


def school_from_journal(journal: Journal) -> School:
    """The School of a journal whose changes are in journal order."""
    replaced = {pair for change in journal.changes for pair in change.replaces}
    shown = ((c.record, c.field, c.value) for c in journal.changes if (c.writer, c.number) not in replaced)
    return school_from_values(journal.school, shown)


def school_from_values(school_id: str, values: Iterable[tuple[str, str, Scalar]]) -> School:
    """The School of unreplaced (record, field, value); of several values of a field, the last one is shown."""
    found: dict[str, dict[str, Any]] = {}
    earlier: dict[str, dict[str, list[Scalar]]] = {}  # of the few records in which people disagree
    for record_id, name, value in values:
        fields = found.get(record_id)
        if fields is None:
            found[record_id] = {name: value}
            continue
        if name in fields:
            earlier.setdefault(record_id, {}).setdefault(name, []).insert(0, fields[name])
        fields[name] = value
    records: dict[str, Record] = {}
    conflicts: dict[tuple[str, str], tuple[Scalar, ...]] = {}
    unknown = 0
    for record_id in list(found):
        fields = found.pop(record_id)  # forgotten one after the other: all in one stroke would be felt
        record = None if record_id in earlier else _plain_record(record_id, fields)
        if record is None:
            others = earlier.get(record_id, {})
            several = {name: [value, *others.get(name, ())] for name, value in fields.items()}
            record, disputed, foreign = _disputed_record(record_id, several)
            unknown += foreign
            conflicts.update(((record_id, name), said) for name, said in disputed.items())
        if record is not None:
            records[record_id] = record
    return School(school_id, records, conflicts, unknown)


def _plain_record(record_id: str, fields: dict[str, Any]) -> Record | None:
    """The record of fields that are all known, valid and without conflict (nearly all records); else None."""
    noun = NOUNS.get(fields.get(BIRTH))  # type: ignore[arg-type]
    if noun is None or not fields.keys() <= _known(noun.record):
        return None
    try:
        return msgspec.convert({**fields, "id": record_id}, noun.record)
    except msgspec.ValidationError:
        return None


@cache
def _known(record: type[Record]) -> frozenset[str]:
    return frozenset((BIRTH, *fields_of(record)))


def _disputed_record(
    record_id: str, fields: dict[str, list[Scalar]]
) -> tuple[Record | None, dict[str, tuple[Scalar, ...]], int]:
    """A record in conflict, deleted or partly unknown: what is shown, the conflicts, the count of unknown values."""
    conflicts: dict[str, tuple[Scalar, ...]] = {}
    births = [str(value) for value in fields.pop(BIRTH, [])]
    key = next((b for b in births if not b.startswith(GONE)), "")
    if not key:
        if all(value is None for some in fields.values() for value in some):
            return None, {}, 0  # deleted, and nobody wrote in it meanwhile
        key = births[0].removeprefix(GONE) if births else ""
        conflicts[BIRTH] = (GONE + key, key)
    elif any(b != key for b in births):
        conflicts[BIRTH] = tuple(dict.fromkeys(births))
    noun = NOUNS.get(key)
    if noun is None:
        return None, conflicts, len(fields) + 1
    unknown = 0
    values: dict[str, Any] = {}
    for name, some in fields.items():
        field = noun.fields.get(name)
        if field is None:
            unknown += len(some)
            continue
        # What was unset by an undo is as blank as what nobody has written.
        shown = [field.blank if value is None else value for value in some]
        if field.accepts(shown[0]):
            values[name] = shown[0]
        else:
            unknown += 1
        if any(value != shown[0] for value in shown):
            conflicts[name] = tuple(dict.fromkeys(shown))
    return noun.record(record_id, **values), conflicts, unknown


def compare(before: School, after: School) -> SchoolDifferences:
    """The differences of two snapshots of the same school."""
    old, now = before.records, after.records
    new = tuple(i for i in now if i not in old)
    gone = tuple(i for i in old if i not in now)
    changed = tuple(i for i, r in now.items() if i in old and old[i] is not r and old[i] != r)
    conflicts = tuple(key for key in after.conflicts if key not in before.conflicts)
    return SchoolDifferences(new, changed, gone, conflicts)


def values_of(record: Record) -> dict[str, Scalar]:
    """A record's fields by name, without its id."""
    return {name: getattr(record, name) for name in fields_of(type(record))}


def title_of(record: Record) -> str:
    """The title of a record in lists: its first line of text; may be empty."""
    noun = noun_of(record)
    value = getattr(record, noun.title, "") if noun.title else ""
    return value.strip().partition("\n")[0] if isinstance(value, str) else ""
