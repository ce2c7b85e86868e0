"""The history of a school: each change of a field with its values, day and role, for documents."""

from collections.abc import Callable
from typing import NamedTuple

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE, Change, Journal


class HistoryEntry(NamedTuple):
    """One field of one record changed from `before` to `value` on a day; `deleted` when the record was deleted."""

    record: str
    noun: str
    field: str
    before: Scalar
    value: Scalar
    day: str  # YYYY-MM-DD
    role: str

    @property
    def deleted(self) -> bool:
        """Whether the record was deleted."""
        return self.field == BIRTH


History = tuple[HistoryEntry, ...]


def history_of(journal: Journal, day_of: Callable[[int], str]) -> History:
    """Every change, oldest first; successive changes of a field by one role on one day are one entry.

    `day_of` gives the day of a time in milliseconds since 1970, because only the caller knows the time zone.
    """
    nouns = _nouns(journal)
    found: list[HistoryEntry] = []
    place: dict[tuple[int, int], int] = {}  # of a change that nothing has been added to: where it stands in `found`
    values: dict[tuple[int, int], Scalar] = {}
    writers = journal.writers
    for change in sorted(journal.changes, key=lambda c: (c.order, writers[c.writer].uid, c.number)):
        key = (change.writer, change.number)
        values[key] = change.value
        if key in journal.blanked:
            continue  # nothing is left of what was said
        if change.record not in nouns or (change.field == BIRTH and not _takes_away(change)):
            continue
        day, role = day_of(change.at), writers[change.writer].role
        if len(change.replaces) == 1 and (at := place.pop(change.replaces[0], None)) is not None:
            last = found[at]
            if (last.field, last.day, last.role) == (change.field, day, role):
                found[at] = last._replace(value=change.value)
                place[key] = at
                continue
        before = next((values[pair] for pair in change.replaces if pair in values), None)
        place[key] = len(found)
        found.append(HistoryEntry(change.record, nouns[change.record], change.field, before, change.value, day, role))
    return tuple(one for one in found if one.deleted or (one.before or "") != (one.value or ""))


def _nouns(journal: Journal) -> dict[str, str]:
    return {change.record: str(change.value).removeprefix(GONE) for change in journal.changes if change.field == BIRTH}


def _takes_away(change: Change) -> bool:
    return str(change.value).startswith(GONE)
