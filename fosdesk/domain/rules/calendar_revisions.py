"""How far each meeting has come for calendar programs: a number that never falls, and the day it had last."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE, Journal
from fosdesk.domain.values.dates import known_day

MEETING = "meeting"
# What a calendar shows of a meeting, with its creation and deletion.
CALENDAR_FIELDS = frozenset((BIRTH, "what", "day", "start", "who", "minutes", "place"))
READ_FIELDS = CALENDAR_FIELDS | {"series"}


class CalendarChange(NamedTuple):
    """A change of a meeting's record, whether it still stands or not; `rank` is as in `Head`."""

    record: str
    field: str
    value: Scalar
    rank: tuple[int, str, int]


class Revision(NamedTuple):
    """What calendars may know of a meeting, also of a deleted one.

    `number` grows with every change that is known of the meeting, undoing, merging and deleting included, and is the
    same on every laptop that knows the same changes. `day`, `start`, `minutes` and `series` are the last that were
    written there and not blank.
    """

    number: int = 0
    day: str = ""
    start: str = ""
    minutes: int | None = None
    series: str = ""


class Removed(NamedTuple):
    """A change that was known once and is here no longer; `rank` as in `Head`, `day` the meeting's last day then."""

    record: str
    rank: tuple[int, str, int]
    day: str = ""


def revisions(changes: Iterable[CalendarChange], removed: Iterable[Removed] = ()) -> dict[str, Revision]:
    """The revision of each meeting, from every change ever known of it, in any order.

    The number is the greatest order among the changes of what a calendar shows, plus how many they are: it grows with
    whatever is written here and with whatever a merge brings. `removed` are counted too, once, also where they are
    here again.
    """
    found: dict[str, Revision] = {}
    orders: dict[str, dict[tuple[str, int], int]] = {}
    for change in sorted(changes, key=lambda change: change.rank):
        one = found.setdefault(change.record, Revision())
        if change.field in CALENDAR_FIELDS:
            orders.setdefault(change.record, {})[change.rank[1:]] = change.rank[0]
        value = change.value
        if change.field == "minutes" and type(value) is int:
            found[change.record] = one._replace(minutes=value)
        elif isinstance(value, str) and (known_day(value) if change.field == "day" else value):
            found[change.record] = _with(one, change.field, value)
    for gone in removed:
        one = found.setdefault(gone.record, Revision())
        orders.setdefault(gone.record, {})[gone.rank[1:]] = gone.rank[0]
        if not one.day and gone.day:
            found[gone.record] = one._replace(day=gone.day)
    return {
        record: one._replace(number=max(orders[record].values()) + len(orders[record]) if record in orders else 0)
        for record, one in found.items()
    }


def _with(one: Revision, field: str, value: str) -> Revision:
    match field:
        case "day":
            return one._replace(day=value)
        case "start":
            return one._replace(start=value)
        case "series":
            return one._replace(series=value)
    return one


def revisions_in(journal: Journal) -> dict[str, Revision]:
    """The revision of each meeting in a journal."""
    meetings = {c.record for c in journal.changes if c.field == BIRTH and c.value in (MEETING, GONE + MEETING)}
    return revisions(
        CalendarChange(c.record, c.field, c.value, (c.order, journal.writers[c.writer].uid, c.number))
        for c in journal.changes
        if c.record in meetings and c.field in READ_FIELDS
    )
