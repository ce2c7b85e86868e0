"""School: the whole picture of one school at one moment, and look-ups in it."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from fosdesk.domain.fields import NOUNS, Record, Scalar, fields_of, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Differences, Head, by_record
from fosdesk.domain.records.school_profile import PROFILE_ID, SchoolProfile

R = TypeVar("R", bound=Record)
Conflicts = Mapping[tuple[str, str], tuple[Scalar, ...]]


class School:
    """Immutable: a change makes a new School that shares what did not change."""

    __slots__ = ("_by_class", "_records", "conflicts", "id", "unknown")

    def __init__(self, school_id: str, records: dict[str, Record], conflicts: Conflicts, unknown: int = 0) -> None:
        """Take records by id, fields with several values (shown one first), and how many values are unknown."""
        self.id = school_id
        self._records = records
        self.conflicts = conflicts
        self.unknown = unknown
        self._by_class: dict[type[Record], tuple[Any, ...]] = {}

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return MappingProxyType(self._records)

    @property
    def profile(self) -> SchoolProfile:
        """What the school says of itself; blank when nothing was written."""
        return self.get(SchoolProfile, PROFILE_ID)

    def of(self, record: type[R]) -> tuple[R, ...]:
        """All records of one class, by their place in the list where they have one, else as they came."""
        found = self._by_class.get(record)
        if found is None:
            found = tuple(r for r in self._records.values() if type(r) is record)
            if "pos" in record.__struct_fields__:
                found = tuple(sorted(found, key=lambda r: (r.pos, r.id)))
            self._by_class[record] = found
        return found

    def get(self, record: type[R], record_id: str) -> R:
        """The record with this id, or a blank one that a first edit will bring into being."""
        found = self._records.get(record_id)
        return found if type(found) is record else record(id=record_id)

    def find(self, record_id: str) -> Record | None:
        """The record with this id, whatever its class; None when deleted or never there."""
        return self._records.get(record_id)

    def replaced(self, parts: "School", ids: Iterable[str]) -> "School":
        """A School in which the records `ids` are as in `parts`; what `parts` lacks is gone."""
        wanted = list(ids)
        records = dict(self._records)
        touched = set(wanted)
        for record_id in wanted:
            found = parts.find(record_id)
            if found is None:
                records.pop(record_id, None)
            else:
                records[record_id] = found
        conflicts = {key: values for key, values in self.conflicts.items() if key[0] not in touched}
        conflicts.update((key, values) for key, values in parts.conflicts.items() if key[0] in touched)
        made = School(self.id, records, conflicts, self.unknown)
        touched_classes = {type(r) for i in wanted for r in (self.find(i), parts.find(i)) if r is not None}
        made.remember({kind: found for kind, found in self._by_class.items() if kind not in touched_classes})
        return made

    def remember(self, lists: "dict[type[Record], tuple[Any, ...]]") -> None:
        """Take over lists by class that are known to hold here too."""
        self._by_class.update(lists)


def school_from(school_id: str, all_heads: Iterable[Head]) -> School:
    """Build the picture from un-replaced values; what no definition here knows is counted and left alone."""
    records: dict[str, Record] = {}
    conflicts: dict[tuple[str, str], tuple[Scalar, ...]] = {}
    unknown = 0
    for record_id, fields in by_record(all_heads).items():
        births = [str(h.value) for h in fields.pop(BIRTH, [])]
        key = next((b for b in births if not b.startswith(GONE)), "")
        if not key:
            if all(h.value is None for some in fields.values() for h in some):
                continue  # deleted, and nobody wrote in it meanwhile
            key = births[0].removeprefix(GONE) if births else ""
            conflicts[record_id, BIRTH] = (GONE + key, key)
        elif any(b != key for b in births):
            conflicts[record_id, BIRTH] = tuple(dict.fromkeys(births))
        noun = NOUNS.get(key)
        if noun is None:
            unknown += len(fields) + 1
            continue
        values: dict[str, Any] = {}
        types = _python_types(noun.record)
        for name, some in fields.items():
            field = noun.fields.get(name)
            if field is None:
                unknown += len(some)
                continue
            value = some[0].value
            if len(some) == 1 and type(value) is types[name]:  # the ordinary case, by far
                values[name] = value
                continue
            # What was unset by an undo is as blank as what nobody has written.
            shown = [field.blank if h.value is None else h.value for h in some]
            if field.fits(shown[0]):
                values[name] = shown[0]
            else:
                unknown += 1
            if len(shown) > 1 and any(value != shown[0] for value in shown):
                conflicts[record_id, name] = tuple(dict.fromkeys(shown))
        records[record_id] = noun.record(record_id, **values)
    return School(school_id, records, conflicts, unknown)


@cache
def _python_types(record: type[Record]) -> Mapping[str, type]:
    return {name: field.python_type for name, field in fields_of(record).items()}


def compare(before: School, after: School) -> Differences:
    """What became new, changed, gone and disputed between two pictures of the same school."""
    new = tuple(i for i in after.records if i not in before.records)
    gone = tuple(i for i in before.records if i not in after.records)
    changed = tuple(i for i, r in after.records.items() if i in before.records and before.records[i] != r)
    conflicts = tuple(key for key in after.conflicts if key not in before.conflicts)
    return Differences(new, changed, gone, conflicts)


def values_of(record: Record) -> dict[str, Scalar]:
    """A record's fields by name, without its id."""
    return {name: getattr(record, name) for name in fields_of(type(record))}


def title_of(record: Record) -> str:
    """What a list calls a record: its first line of text, possibly empty."""
    noun = noun_of(record)
    value = getattr(record, noun.title, "") if noun.title else ""
    return value.strip().partition("\n")[0] if isinstance(value, str) else ""
