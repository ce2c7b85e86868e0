"""Records that belong to another record: which they are, in their order, and how they are moved."""

from collections.abc import Iterable

import msgspec

from fosdesk.domain.fields import Noun, Record, child_nouns, noun_of, parent_id
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import between, places_after_move


def children_of(school: School, noun: Noun, parent: str) -> list[Record]:
    """The records of a child noun that belong to `parent`, in their order."""
    return [one for one in school.of(noun.record) if parent_id(one) == parent]


def with_children(school: School, records: Iterable[Record]) -> list[Record]:
    """The records, and behind them all that belongs to them, also by way of another."""
    found = {one.id: one for one in records}
    level = list(found.values())
    while level:
        nouns = dict.fromkeys(child for one in level for child in child_nouns(noun_of(one)))
        above = {one.id for one in level}
        level = [c for noun in nouns for c in school.of(noun.record) if parent_id(c) in above and c.id not in found]
        found.update((one.id, one) for one in level)
    return list(found.values())


def child_at_end(school: School, noun: Noun, parent: str) -> Record:
    """A blank child behind those that are there."""
    return child_between(noun, parent, max((place_of(c) for c in children_of(school, noun, parent)), default=""), "")


def child_between(noun: Noun, parent: str, before: str, after: str) -> Record:
    """A blank child at a position between two; an empty one means that end of the list."""
    values = {noun.parent: parent}
    if "pos" in noun.fields:
        values["pos"] = between(before, after if after > before else "")
    return noun.record(**values)


def place_of(record: Record) -> str:
    """The position of a record in its list; empty where it has none."""
    return str(getattr(record, "pos", ""))


def moved(order: Iterable[Record], moving: str, before: str) -> list[tuple[Record, Record]]:
    """Move a record ahead of `before`, or to the end where that is empty; (before, after) of what changes by it."""
    records = {one.id: one for one in order}
    places = places_after_move([(one.id, place_of(one)) for one in records.values()], moving, before)
    return [(records[i], msgspec.structs.replace(records[i], pos=place)) for i, place in places.items()]
