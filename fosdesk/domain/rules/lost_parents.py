"""What live records belong to is shown with them, also when somebody has deleted it meanwhile."""

from collections.abc import Callable, Container, Iterator, Mapping

import msgspec

from fosdesk.domain.fields import NOUNS, Noun, Record, Scalar, child_nouns, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Change, Journal
from fosdesk.domain.rules.children import kinds_of_children, owner_of
from fosdesk.domain.school import School, school_from_journal

LastValues = Callable[[str], Mapping[str, Scalar]]  # what the fields of a deleted record said when it was deleted


def needs_parents(school: School) -> bool:
    """Whether a record is deleted in part: in conflict, or without what it belongs to."""
    return bool(without_owner(school)) or any(_split(school))


def with_lost_parents(school: School, last: LastValues) -> School:
    """The School in which whatever a record belongs to is there, deleted or not, as a conflict to be settled.

    A record that one person deleted and another wrote in says again what it said; a record that was deleted while
    somebody wrote in what belongs to it comes back with its last values, and its id is in `brought_back`.
    """
    if not needs_parents(school):
        return school
    shown: dict[str, Record] = {}
    back: dict[str, str] = {}
    for record in _split(school):
        shown[record.id] = _filled(record, last(record.id))
    waiting = [*without_owner(school), *shown.values()]
    while waiting:
        child = waiting.pop()
        owner, noun = owner_of(child)
        if not owner and noun and child.id not in shown:
            child = shown[child.id] = _filled(child, last(child.id))
            owner, noun = owner_of(child)
        if not owner or owner in shown or owner in school.shielded or school.find(owner) is not None:
            continue
        shown[owner] = _filled(NOUNS[noun].record(owner), last(owner))
        back[owner] = noun
        waiting.append(shown[owner])
    changed = {record: one for record, one in shown.items() if school.find(record) != one}
    return school.with_brought_back(changed, {(i, BIRTH): (GONE + noun, noun) for i, noun in back.items()})


def school_of_journal(journal: Journal) -> School:
    """The School of a journal whose changes are in journal order, with what its records belong to."""
    return with_lost_parents(school_from_journal(journal), lambda record: last_values(journal, record))


def last_values_after(school: School, here: LastValues, file: Journal, new: Container[tuple[str, str]]) -> LastValues:
    """What deleted records said last, once a file is merged: as it is told here, and where the file is newer, there.

    `new` are the fields, as (record, field), in which the file has changes that are not here. Where the deletion is one
    of them, what was not changed in `school` since says what the file knows of it.
    """

    def after(record: str) -> Mapping[str, Scalar]:
        known = {name: value for name, value in here(record).items() if (record, name) not in new}
        stands = school.find(record) if (record, BIRTH) in new else None
        told = {
            name: value
            for name, value in last_values(file, record).items()
            if (record, name) in new or (stands is not None and getattr(stands, name, None) == value)
        }
        return known | told

    return after


def without_owner(school: School) -> tuple[Record, ...]:
    """The records that should belong to something, and it is not there; after `with_lost_parents`, it is not known."""
    return school.cached(_without_owner, *kinds_of_children())


def _without_owner(school: School) -> tuple[Record, ...]:
    found: list[Record] = []
    for kind in kinds_of_children():
        parent = noun_of(kind).parent
        for one in school.of(kind):
            # Of all records of a large school, on the screen's thread: what cannot be is left out first.
            if school.find(getattr(one, parent)) is not None if parent else ":" not in one.id:
                continue
            owner, noun = owner_of(one)
            if noun and school.find(owner) is None and owner not in school.shielded:
                found.append(one)
    return tuple(found)


def _split(school: School) -> Iterator[Record]:
    """The records that one person deleted and another wrote in, of the kinds that belong together."""
    for (record_id, name), values in school.conflicts.items():
        record = school.find(record_id) if name == BIRTH and str(values[0]).startswith(GONE) else None
        if record is not None and (owner_of(record)[1] or _owns(noun_of(record))):
            yield record


def _owns(noun: Noun) -> bool:
    return bool(child_nouns(noun))


def _filled(record: Record, said: Mapping[str, Scalar]) -> Record:
    """A record whose blank fields say what they said last."""
    fields = noun_of(record).fields
    last = {
        name: said[name]
        for name, field in fields.items()
        if getattr(record, name) == field.blank and said.get(name) is not None and field.accepts(said[name])
    }
    return msgspec.structs.replace(record, **last)


def last_values(journal: Journal, record: str) -> Mapping[str, Scalar]:
    """What the fields of a deleted record said when it was deleted."""
    own = {(change.writer, change.number): change for change in journal.changes if change.record == record}
    replaced = {pair for change in own.values() for pair in change.replaces}
    waiting = [key for key, change in own.items() if _is_deletion(change) and key not in replaced]
    deletions = set(waiting)
    while waiting:  # with those that they replaced in their turn
        before = {pair for pair in own[waiting.pop()].replaces if pair in own and _is_deletion(own[pair])} - deletions
        deletions |= before
        waiting += before
    by_deletion = {pair for key in deletions for pair in own[key].replaces}
    elsewhere = {pair for key, change in own.items() if key not in deletions for pair in change.replaces}
    left = (change for key, change in own.items() if key in by_deletion - elsewhere)
    return {change.field: change.value for change in left if change.field != BIRTH}


def _is_deletion(change: Change) -> bool:
    return change.field == BIRTH and str(change.value).startswith(GONE)
