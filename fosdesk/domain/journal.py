"""The journal of one school as plain values: writers, changes, and which changes each one replaces."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Scalar

BIRTH = ""  # the field whose value is the noun of a record; once the record is deleted, the noun behind GONE
GONE = "!"


class Writer(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One opening of a school on one laptop: random id, the laptop's role, program version, time (ms since 1970)."""

    uid: str
    role: str
    app: str
    opened: int


class ChangeId(NamedTuple):
    """A change's id within a Journal: its writer's index in `writers`, and the writer's number, from 1 without gaps."""

    writer: int
    number: int


class Change(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One field of one record was set to a value; `replaces` are the changes its author saw there (causal links)."""

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
    """Every change of one school, or a new journal of the current values made for others."""

    school: str
    name: str
    writers: tuple[Writer, ...]
    changes: tuple[Change, ...]
    blanked: frozenset[tuple[int, int]] = frozenset()  # the changes whose values were erased where this comes from


class Head(NamedTuple):
    """An unreplaced value of a field; `rank` (Lamport number, writer, number) orders heads alike on every laptop."""

    record: str
    field: str
    value: Scalar
    rank: tuple[int, str, int]  # order, writer's uid, number


def heads(journal: Journal) -> list[Head]:
    """The unreplaced changes, in the journal's order."""
    replaced = {pair for change in journal.changes for pair in change.replaces}
    return [
        Head(c.record, c.field, c.value, (c.order, journal.writers[c.writer].uid, c.number))
        for c in journal.changes
        if (c.writer, c.number) not in replaced
    ]


class Edit(NamedTuple):
    """A requested change: `seen` is the value the editor started from; nothing is written when `value` equals it."""

    record: str
    field: str
    seen: Scalar
    value: Scalar


class SchoolDifferences(NamedTuple):
    """Ids of records that are new, changed or deleted, and (record, field) in conflict."""

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
    """The edit that creates a record."""
    return Edit(record, BIRTH, None, noun)


def heads_by_record(all_heads: Iterable[Head]) -> dict[str, dict[str, list[Head]]]:
    """Heads by record and field, the one to show first; the same order on every laptop."""
    found: dict[str, dict[str, list[Head]]] = {}
    for head in all_heads:
        found.setdefault(head.record, {}).setdefault(head.field, []).append(head)
    for fields in found.values():
        for some in fields.values():
            if len(some) > 1:
                some.sort(key=lambda h: h.rank, reverse=True)
    return found
