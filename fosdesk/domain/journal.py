"""The journal of one school as plain values: who wrote, what was written, and what each change replaces."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Scalar

BIRTH = ""  # the field whose value is the noun of a record; once the record is deleted, the noun behind GONE
GONE = "!"


class Writer(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One opening of one school on one laptop: a random id, the laptop's role, the program's version, when (ms)."""

    uid: str
    role: str
    app: str
    opened: int


class ChangeId(NamedTuple):
    """A change is known by its writer's place in the journal's list and its number there, from 1 without gaps."""

    writer: int
    number: int


class Change(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One field of one record was given one value; `replaces` names the changes that its author saw there."""

    writer: int
    number: int
    order: int  # Lamport number: one more than the greatest its author knew of; never a clock
    at: int  # milliseconds since 1970, shown to people and never compared
    step: int  # the number of the first change of the same act
    record: str
    field: str
    value: Scalar
    replaces: tuple[tuple[int, int], ...]


class Journal(msgspec.Struct, frozen=True):
    """Every change of one school, or a fresh set of current values made for others."""

    school: str
    name: str
    writers: tuple[Writer, ...]
    changes: tuple[Change, ...]
    blanked: frozenset[tuple[int, int]] = frozenset()  # the changes whose values were erased where this comes from


class Head(NamedTuple):
    """An un-replaced value of one field of one record; `rank` orders heads of one field alike on every laptop."""

    record: str
    field: str
    value: Scalar
    rank: tuple[int, str, int]  # order, writer's uid, number


def heads(journal: Journal) -> list[Head]:
    """The un-replaced changes, by the journal's own order."""
    replaced = {pair for change in journal.changes for pair in change.replaces}
    return [
        Head(c.record, c.field, c.value, (c.order, journal.writers[c.writer].uid, c.number))
        for c in journal.changes
        if (c.writer, c.number) not in replaced
    ]


class Edit(NamedTuple):
    """A wish to write: `seen` is the value that the editor started from; equal to `value` it writes nothing."""

    record: str
    field: str
    seen: Scalar
    value: Scalar


class Differences(NamedTuple):
    """What a file would bring: records that are new, changed, gone, and fields in conflict."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]

    def counts(self) -> Mapping[str, int]:
        """The four counts by name."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "gone": len(self.gone),
            "conflicts": len(self.conflicts),
        }


def birth(record: str, noun: str) -> Edit:
    """The edit that brings a record into being."""
    return Edit(record, BIRTH, None, noun)


def by_record(all_heads: Iterable[Head]) -> dict[str, dict[str, list[Head]]]:
    """Heads by record and field, the one that is shown first; deterministic on every laptop."""
    found: dict[str, dict[str, list[Head]]] = {}
    for head in all_heads:
        found.setdefault(head.record, {}).setdefault(head.field, []).append(head)
    for fields in found.values():
        for some in fields.values():
            if len(some) > 1:
                some.sort(key=lambda h: h.rank, reverse=True)
    return found
