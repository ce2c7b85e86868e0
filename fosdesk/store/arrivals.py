"""Files that came in (arrivals): what is recorded of each, and which of the changes in the store it brought."""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.errors import FosdeskError
from fosdesk.store.lookups.reading import ChangeKey, ChangeRange
from fosdesk.store.steps import encode_label
from fosdesk.store.writer_numbers import ARRIVAL, counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

TAKE_BACK = "what a file brought is taken back"
BRING_AGAIN = "what a file brought is brought in again"

_WRITER = (
    "SELECT opened, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE id = ? AND school = ?"
)
_OWN_STEP = "SELECT 1 FROM step WHERE writer = ? AND step BETWEEN ? AND ? LIMIT 1"  # written on this laptop
_RANGES = msgspec.json.Decoder(list[ChangeRange])


class Arrival(NamedTuple):
    """A file that was merged: when (ms since 1970), its name, the backup made before, how many changes it brought."""

    id: int
    at: int
    file: str
    backup: str
    changes: int
    taken_back: bool
    again: bool  # whether what was taken back can be brought in again from the journal, without the file


class TakenBack(NamedTuple):
    """Whether the store is exactly as before the file came; how many records changed, and how many keep later work."""

    exactly: bool
    records: int
    kept: int


# -- what came


def change_counts(raw: sqlite3.Connection, sid: int) -> dict[int, int]:
    """The number of changes by each writer of a school, by the writer's number in this store."""
    rows = raw.execute(
        "SELECT id, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE school = ?", (sid,)
    )
    return {writer: top or 0 for writer, top in rows}


def record_arrival(
    sql: "Connection", raw: sqlite3.Connection, sid: int, before: Mapping[int, int], now: int, file: str, backup: str
) -> None:
    """Record which changes a file has just brought, within the transaction that merges it.

    `before` is `change_counts` before the merge. Nothing is recorded when only erased values were filled in.
    """
    from fosdesk.store.schema import ADD_ARRIVAL

    after = change_counts(raw, sid)
    came = [(writer, before.get(writer, 0) + 1, top) for writer, top in after.items() if top > before.get(writer, 0)]
    if not came:
        return  # only values filled in that were blank here
    sql.execute(
        ADD_ARRIVAL,
        {
            "school": sid,
            "at": now,
            "file": file,
            "backup": backup,
            "came": msgspec.json.encode(came).decode(),
            "stood": sum(after.values()),
            "taken_back": 0,
        },
    )


def arrivals(raw: sqlite3.Connection, sid: int) -> tuple[Arrival, ...]:
    """The files merged into a school, the latest first."""
    rows = raw.execute(
        "SELECT id, at, file, backup, came, taken_back FROM arrival WHERE school = ? ORDER BY id DESC", (sid,)
    ).fetchall()
    return tuple(
        Arrival(
            number,
            at,
            file,
            backup,
            sum(last - first + 1 for _, first, last in _decoded(came)),
            bool(back),
            bool(back) and take_back_step(raw, sid, number) is not None,
        )
        for number, at, file, backup, came, back in rows
    )


class RecordedArrival(NamedTuple):
    """What was recorded of an arrival: its changes, how many the school had right after it, the backup made before."""

    ranges: list[ChangeRange]
    stood: int
    backup: str


def arrival_to_take_back(raw: sqlite3.Connection, sid: int, arrival: int) -> RecordedArrival:
    """What an arrival recorded. FosdeskError when it is taken back already, or its ranges now name other changes."""
    found = raw.execute(
        "SELECT came, stood, backup, taken_back FROM arrival WHERE id = ? AND school = ?", (arrival, sid)
    ).fetchone()
    if found is None or found[3]:
        raise FosdeskError("What this file brought has been taken back already.")
    ranges = ranges_of(raw, sid, arrival)
    if not ranges:
        raise FosdeskError("It can no longer be told which changes this file brought, so nothing was taken back.")
    return RecordedArrival(ranges, found[1], found[2])


def ranges_of(raw: sqlite3.Connection, sid: int, arrival: int) -> list[ChangeRange]:
    """The ranges of changes that an arrival brought; empty where they name other changes by now.

    In stores of older versions, SQLite gave the number of a removed writer to the next one, so that an older
    arrival's ranges may name what somebody else has written.
    """
    at, came = raw.execute("SELECT at, came FROM arrival WHERE id = ? AND school = ?", (arrival, sid)).fetchone()
    ranges = _decoded(came)
    later: dict[int, list[ChangeRange]] = {}
    for (text,) in raw.execute("SELECT came FROM arrival WHERE id > ?", (arrival,)).fetchall():
        for range_ in _decoded(text):
            later.setdefault(range_[0], []).append(range_)
    # An arrival that stands although its spans are wrong was taken back twice, the second time by a step.
    is_doubtful = arrival <= counted(raw, ARRIVAL) and _last_step(raw, sid, arrival) is not None
    for writer, first, last in ranges:
        if any(first <= end and begin <= last for _, begin, end in later.get(writer, ())):
            return []
        opened, top = raw.execute(_WRITER, (writer, sid)).fetchone() or (0, None)
        if top is None or top < last or (is_doubtful and first == 1 and opened > at):
            return []
        if raw.execute(_OWN_STEP, (writer, first, last)).fetchone():
            return []
    return ranges


def _decoded(came: str) -> list[ChangeRange]:
    """The ranges as stored in JSON; empty where the text is damaged."""
    try:
        return _RANGES.decode(came)
    except msgspec.MsgspecError:
        return []


def take_back_step(raw: sqlite3.Connection, sid: int, arrival: int) -> ChangeRange | None:
    """The changes of the step that took an arrival back; None where there is no such step."""
    found = _last_step(raw, sid, arrival)
    if found is None:
        return None
    (last,) = raw.execute(
        "SELECT max(number) FROM change WHERE writer = ? AND number >= ? AND step = ?", (*found, found[1])
    ).fetchone()
    return None if last is None else (*found, last)


def _last_step(raw: sqlite3.Connection, sid: int, arrival: int) -> ChangeKey | None:
    found: ChangeKey | None = raw.execute(
        "SELECT step.writer, step FROM step JOIN writer ON writer.id = step.writer "
        "WHERE writer.school = ? AND label = ? AND undoes_step IS NULL ORDER BY step.writer DESC, step DESC LIMIT 1",
        (sid, encode_label(arrival_label(TAKE_BACK, arrival))),
    ).fetchone()
    return found


def arrival_label(act: str, arrival: int) -> StepLabel:
    """The step label for taking an arrival back or bringing it in again; `act` is one of the two constants above."""
    return StepLabel(act, "", "", str(arrival))


def set_taken_back(sql: "Connection", arrival: int, *, taken_back: bool) -> None:
    """Store whether an arrival is taken back, within a transaction of the caller's."""
    from fosdesk.store.schema import MARK_ARRIVAL

    sql.execute(MARK_ARRIVAL, {"of_arrival": arrival, "to": int(taken_back)})
