"""References between records: which records point to a record, looked up by its id."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from fosdesk.domain.fields import NOUNS, Noun, Record, Reference, noun_of
from fosdesk.domain.records import (
    AdviceLimit,
    AdviceReply,
    Answer,
    EraseRequest,
    GapReply,
    GateReason,
    PhaseState,
    Restriction,
    Retention,
)
from fosdesk.domain.school import School

_OF_THE_FRAMEWORK = re.compile(r"answer:F[0-4]-[0-9]{2}|phase:F[0-4]")
_NOT_SHOWN = (EraseRequest, Restriction, GateReason)  # decisions on privacy, and a part of its entry
_NO_TARGETS = (*_NOT_SHOWN, Retention, AdviceReply, AdviceLimit, GapReply)  # settings of a kind, which nobody looks for


class Link(NamedTuple):
    """A field of a record that holds the id of another one."""

    record: str
    field: str


_Index = Mapping[str, Mapping[str, Sequence[str]]]  # by field and by the id that is pointed to: the records that do


def is_framework_id(record_id: str) -> bool:
    """Whether an id is that of a suggested checklist item or a phase, which is there before anybody writes in it."""
    return _OF_THE_FRAMEWORK.fullmatch(record_id) is not None


def is_linkable(record: Record) -> bool:
    """Whether a record is something to link to, and neither a setting nor a mere part of another record."""
    return not isinstance(record, _NO_TARGETS) and bool(noun_of(record).title)


def noun_of_target(school: School, record_id: str) -> Noun | None:
    """The noun of what an id stands for, also where nobody has written in it yet; None when it is gone."""
    record = school.find(record_id)
    if record is not None:
        return noun_of(record)
    if is_framework_id(record_id) and record_id not in school.shielded:
        return noun_of(Answer if record_id.startswith("answer:") else PhaseState)
    return None


def links_to(school: School, record_id: str) -> tuple[Link, ...]:
    """The fields of other records that hold this id, except those of its children; by noun and field.

    Each noun has an index of its own, which later Schools keep until one of its records changes.
    """
    found: list[Link] = []
    for noun in NOUNS.values():
        if _link_fields(noun.record) and noun.record not in _NOT_SHOWN:
            index = school.cached(link_index(noun.record), noun.record)
            for name, pointing in index.items():
                found += [Link(one, name) for one in pointing.get(record_id, ()) if one != record_id]
    return tuple(found)


@cache
def link_index(record: type[Record]) -> Callable[[School], _Index]:
    """What makes the index of one noun; the same function each time, as a School keeps results by function."""
    names = _link_fields(record)

    def index(school: School) -> _Index:
        found: dict[str, dict[str, list[str]]] = {}
        for name in names:
            pointing = found[name] = {}
            for target, one in map(attrgetter(name, "id"), school.of(record)):
                if not target:
                    continue
                if target in pointing:
                    pointing[target].append(one)
                else:
                    pointing[target] = [one]
        return found

    return index


@cache
def _link_fields(record: type[Record]) -> tuple[str, ...]:
    fields = noun_of(record).fields
    return tuple(name for name, field in fields.items() if isinstance(field, Reference) and not field.parent)
