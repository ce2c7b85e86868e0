"""Records that belong to another record: which they are, in their order, and how they are moved."""

from collections.abc import Iterable
from functools import cache

import msgspec

from fosdesk.domain.fields import NOUNS, Noun, Record, child_nouns, noun_of, parent_id
from fosdesk.domain.records.gate_entries import TranslationNote
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import between, places_after_move

_OWNER_IN_ID = {"translation": "gate_entry"}  # what an id begins with, and the noun whose id follows


def children_of(school: School, noun: Noun, parent: str) -> list[Record]:
    """The records of a child noun that belong to `parent`, in their order."""
    return [one for one in school.of(noun.record) if parent_id(one) == parent]


def owner_of(record: Record) -> tuple[str, str]:
    """The id of what a record belongs to, and the noun that this is of; both empty where it belongs to nothing.

    The id alone is empty in a record that should belong to something.
    """
    noun = noun_of(record)
    if noun.parent:
        return str(getattr(record, noun.parent)), getattr(noun.fields[noun.parent], "target", "")
    kind, _, rest = record.id.partition(":")
    return (rest, _OWNER_IN_ID[kind]) if rest and kind in _OWNER_IN_ID else ("", "")


def kinds_of_children() -> tuple[type[Record], ...]:
    """The classes whose records belong to something, and those that they belong to."""
    return _kinds(tuple(NOUNS.values()))


@cache
def _kinds(nouns: tuple[Noun, ...]) -> tuple[type[Record], ...]:
    children = [noun for noun in nouns if noun.parent]
    owners = {getattr(noun.fields[noun.parent], "target", "") for noun in children} | {*_OWNER_IN_ID.values()}
    found = [*children, *(noun for noun in nouns if noun.key in owners or noun.record is TranslationNote)]
    return tuple(dict.fromkeys(noun.record for noun in found))


def with_children(school: School, records: Iterable[Record]) -> list[Record]:
    """The records, and behind them all that belongs to them, also by way of another."""
    found = {one.id: one for one in records}
    level = list(found.values())
    while level:
        nouns = dict.fromkeys(child for one in level for child in child_nouns(noun_of(one)))
        above = {one.id for one in level}
        level = [c for noun in nouns for c in school.of(noun.record) if parent_id(c) in above]
        named = (school.find(f"{kind}:{owner}") for owner in above for kind in _OWNER_IN_ID)
        level += [one for one in named if one is not None]
        level = [one for one in level if one.id not in found]
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


def moved_one_step(order: Iterable[Record], moving: str, step: int) -> list[tuple[Record, Record]]:
    """Move a record one place up (-1) or down (1); empty at the end of the list, or where it is not in it."""
    records = list(order)
    ids = [one.id for one in records]
    place = ids.index(moving) if moving in ids else -1
    if place < 0 or not 0 <= place + step < len(ids):
        return []
    following = place - 1 if step < 0 else place + 2
    return moved(records, moving, ids[following] if following < len(ids) else "")
