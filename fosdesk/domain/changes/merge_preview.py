"""What merging a copy of the same school would change, by record and field, before anything is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from fosdesk.domain.fields import Order, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, Change, Head, Journal
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.pace import NO_HURRY, Pace, let_go

_PART = 5000


class IncomingKind(StrEnum):
    """What would happen to a record."""

    BOTH = "both"  # both have written in the same field, and both texts are kept
    SPLIT = "split"  # one deleted it, the other wrote in it
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class FieldDifference(NamedTuple):
    """A field's value here and in the copy; `both` when the two would conflict."""

    name: str
    ours: Scalar
    theirs: Scalar
    both: bool


class Incoming(NamedTuple):
    """One record that would change, and the roles of those who wrote the incoming changes."""

    record: str
    kind: IncomingKind
    roles: tuple[str, ...]
    fields: tuple[FieldDifference, ...]


class Preview(NamedTuple):
    """Every record that would change, how many changes are new, how many unknown, and the school after merging."""

    incoming: tuple[Incoming, ...]
    changes: int
    unknown: int  # values of a newer fosdesk, which come along without being shown
    after: School

    def count(self, kind: IncomingKind) -> int:
        """The number of records of one kind."""
        return sum(one.kind is kind for one in self.incoming)


def new_changes(file: Journal, known: Mapping[str, int], pace: Pace = NO_HURRY) -> list[Change]:
    """The changes of `file` that are not here; `known` is the version vector of what is here."""
    tops = [known.get(writer.uid, 0) for writer in file.writers]
    found: list[Change] = []
    for part in pace.in_parts(file.changes, _PART):
        found += [change for change in part if change.number > tops[change.writer]]
    return found


def preview(
    before: School,
    standing: Iterable[Head],
    file: Journal,
    new: Sequence[Change],
    pace: Pace = NO_HURRY,
    *,
    complete: Callable[[School], School] = lambda school: school,
) -> Preview:
    """Compare a school with what it would be after a merge; `standing` are the heads now in the records of `new`.

    `complete` adds to a School what its records belong to, also where that is deleted.
    """
    writers = file.writers
    replaced = {(writers[w].uid, n) for change in new for w, n in change.replaces}
    mine = [head for head in standing if head.rank[1:] not in replaced]
    theirs = [
        (Head(c.record, c.field, c.value, (c.order, writers[c.writer].uid, c.number)), writers[c.writer].role)
        for c in new
        if (writers[c.writer].uid, c.number) not in replaced
    ]
    pace()
    records = dict.fromkeys(change.record for change in new)
    part = school_from_heads(before.id, [*mine, *(head for head, _ in theirs)])
    after = complete(before.replaced(part, records))
    came: dict[str, dict[str, Scalar]] = {}
    roles: dict[str, dict[str, None]] = {}
    for head, role in theirs:
        came.setdefault(head.record, {})[head.field] = head.value
        roles.setdefault(head.record, {})[role] = None
    found = []
    # What comes back because something in it was written, or goes again, is told, too.
    records |= dict.fromkeys(sorted(before.brought_back ^ after.brought_back))
    for some in pace.in_parts(list(records), _PART):
        for record in some:
            kind, fields = _difference(before, after, record, came.get(record, {}))
            if kind is not None:
                found.append(Incoming(record, kind, tuple(roles.get(record, ())), fields))
    let_go(mine, theirs, came)
    return Preview(tuple(found), len(new), part.unknown, after)


def _difference(
    before: School, after: School, record: str, came: Mapping[str, Scalar]
) -> tuple[IncomingKind | None, tuple[FieldDifference, ...]]:
    ours, theirs = before.find(record), after.find(record)
    one = ours if ours is not None else theirs
    if one is None:
        return None, ()
    noun = noun_of(one)
    blank = noun.record(record)
    mine, their = (values_of(it if type(it) is noun.record else blank) for it in (ours, theirs))
    if ours is not None and theirs is not None and type(ours) is not type(theirs):
        mine = values_of(blank)  # made anew as something else
    split = (record, BIRTH) in after.conflicts and (record, BIRTH) not in before.conflicts
    fields = []
    for name, field in noun.fields.items():
        disputed = after.conflicts.get((record, name), ())
        both = bool(disputed) and set(disputed) != set(before.conflicts.get((record, name), ()))
        other = came.get(name, field.blank) if both else their[name]
        if (both or mine[name] != other) and not (isinstance(field, Order) and (ours is None or theirs is None)):
            fields.append(FieldDifference(name, mine[name], other if other is not None else field.blank, both))
    if split:
        written = [FieldDifference(name, mine[name], value, False) for name, value in their.items()]
        return IncomingKind.SPLIT, tuple(one for one in written if one.theirs != noun.fields[one.name].blank)
    if ours is None:
        return IncomingKind.NEW, tuple(fields)
    if theirs is None:
        return IncomingKind.GONE, tuple(fields)
    if any(field.both for field in fields):
        return IncomingKind.BOTH, tuple(fields)
    return (IncomingKind.CHANGED, tuple(fields)) if fields else (None, ())
