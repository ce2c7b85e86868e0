"""The tools of checklist items: the nouns that document an item, and what they hold."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from fosdesk.domain.fields import NOUNS, AtItem, Noun, Privacy, Record, noun_of
from fosdesk.domain.rules.surfacing_dates import is_finished
from fosdesk.domain.school import School

SHOWN_FIRST = 4


class Tool(NamedTuple):
    """A noun at a checklist item; `places` are what the item shows of records with fixed ids, empty for a list."""

    noun: Noun
    places: tuple[AtItem, ...] = ()


class ToolCount(NamedTuple):
    """How many records a tool holds, and how many of them are unfinished."""

    records: int
    unfinished: int


def tools_of(item_id: str) -> tuple[Tool, ...]:
    """The tools of a suggested item: those with fixed records first, then in the order of the definitions."""
    found = [
        Tool(noun, tuple(one for one in noun.use.at_items if one.item == item_id))
        for noun in NOUNS.values()
        if item_id in noun.use.items
    ]
    return tuple(sorted(found, key=lambda tool: not tool.places))


def nouns_of(items: Iterable[str]) -> tuple[Noun, ...]:
    """The nouns that document any of some items, in the order of the items; none twice."""
    return tuple({tool.noun.key: tool.noun for item in items for tool in tools_of(item)}.values())


def is_private(noun: Noun) -> bool:
    """Whether every field of a noun is private, so that nothing tells of its records before they are opened."""
    return all(field.privacy is Privacy.PRIVATE for field in noun.fields.values() if not field.hidden)


def is_unfinished(record: Record, noun: Noun) -> bool:
    """Whether somebody waits for a record, as far as its noun says when it is finished."""
    use = noun.use
    if record.put_away:
        return False
    return not is_finished(record) if use.done else bool(use.waits) and getattr(record, use.waits[0]) in use.waits[1:]


def count_of(school: School, noun: Noun) -> ToolCount:
    """What a noun holds; counted anew only when one of its records has changed."""
    return school.cached(_counting(noun.record), noun.record)


def record_id(place: AtItem, phase: str, semester: str) -> str:
    """The id of the record that an item shows."""
    return place.record.replace("{phase}", phase).replace("{semester}", semester)


def written_fields(school: School, noun: Noun, place: AtItem, phase: str, semester: str) -> tuple[str, ...]:
    """Those of the fields at an item that hold something."""
    record = school.get(noun.record, record_id(place, phase, semester))
    return tuple(name for name in place.fields if getattr(record, name) != noun.fields[name].blank)


def first_records(school: School, noun: Noun) -> tuple[Record, ...]:
    """The few records to show at an item: the unfinished first, then the others, each the newest first.

    What is put away comes last.
    """
    return school.cached(_first(noun.record), noun.record)


def can_write_one_line(noun: Noun) -> bool:
    """Whether a line that is typed at an item may become a record of the noun, which is then seen there.

    No names of people are asked for there, and what the line becomes must be seen there.
    """
    if noun.use.line_makes:
        return False
    title = noun.fields.get(noun.title)
    return bool(noun.use.new) and title is not None and (title.privacy is Privacy.OPEN or is_private(noun))


@cache
def _counting(record: type[Record]) -> Callable[[School], ToolCount]:
    """What counts the records of one class; the same function each time, as a School keeps results by function."""

    def count(school: School) -> ToolCount:
        records = school.of(record)
        noun = noun_of(record)
        unfinished = sum(is_unfinished(one, noun) for one in records) if noun.use.done or noun.use.waits else 0
        return ToolCount(len(records), unfinished)

    return count


@cache
def _first(record: type[Record]) -> Callable[[School], tuple[Record, ...]]:
    def first(school: School) -> tuple[Record, ...]:
        noun = noun_of(record)
        newest = _newest_first(school, noun)
        unfinished = list(islice((one for one in newest if is_unfinished(one, noun)), SHOWN_FIRST))
        known = {one.id for one in unfinished}
        others = sorted((one for one in newest if one.id not in known), key=lambda one: one.put_away)
        return (*unfinished, *others)[:SHOWN_FIRST]

    return first


def _newest_first(school: School, noun: Noun) -> list[Record]:
    """By the date that the list is sorted by, where it is sorted by one, the latest first; else as they came."""
    records = list(reversed(school.of(noun.record)))
    name = next((one.removeprefix("-") for one in noun.use.order if one.startswith("-")), "")
    return sorted(records, key=lambda one: str(getattr(one, name) or ""), reverse=True) if name else records
