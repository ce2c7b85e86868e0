"""Files that came in: what is noted of each one, and which of the changes in the store it brought."""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.errors import FosdeskError
from fosdesk.store.reading import ChangeKey, Span
from fosdesk.store.steps import written_label
from fosdesk.store.writer_numbers import ARRIVAL, counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

TAKE_BACK = "what a file brought is taken back"
BRING_AGAIN = "what a file brought is brought in again"

_WRITER = (
    "SELECT opened, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE id = ? AND school = ?"
)
_OWN_STEP = "SELECT 1 FROM step WHERE writer = ? AND step BETWEEN ? AND ? LIMIT 1"  # written on this laptop
_SPANS = msgspec.json.Decoder(list[Span])


class Arrival(NamedTuple):
    """A file that came in, when (ms), the backup made just before, how many changes it brought, whether they stand."""

    id: int
    at: int
    file: str
    backup: str
    changes: int
    taken_back: bool
    again: bool  # whether what was taken back can be brought in again from the journal, without the file


class TakenBack(NamedTuple):
    """Whether all is exactly as before the file came; how many records changed, and how many keep something newer."""

    exactly: bool
    records: int
    kept: int


# -- what came


def tops(raw: sqlite3.Connection, sid: int) -> dict[int, int]:
    """Each writer of a school, and how many changes there are of it."""
    rows = raw.execute(
        "SELECT id, (SELECT max(number) FROM change WHERE writer = writer.id) FROM writer WHERE school = ?", (sid,)
    )
    return {writer: top or 0 for writer, top in rows}


def note(
    sql: "Connection", raw: sqlite3.Connection, sid: int, before: Mapping[int, int], now: int, file: str, backup: str
) -> None:
    """Remember what a file has just brought, within the transaction that brings it."""
    from fosdesk.store.schema import ADD_ARRIVAL

    after = tops(raw, sid)
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
    """The files that came in, the latest first."""
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
            bool(back) and step_of(raw, sid, number) is not None,
        )
        for number, at, file, backup, came, back in rows
    )


class Noted(NamedTuple):
    """What was noted of an arrival: its spans, how many changes the school had then, and the backup of just before."""

    spans: list[Span]
    stood: int
    backup: str


def noted_to_take_back(raw: sqlite3.Connection, sid: int, arrival: int) -> Noted:
    """What is to be taken back; FosdeskError when it is taken back already, or its spans no longer mean what came."""
    found = raw.execute(
        "SELECT came, stood, backup, taken_back FROM arrival WHERE id = ? AND school = ?", (arrival, sid)
    ).fetchone()
    if found is None or found[3]:
        raise FosdeskError("What this file brought has been taken back already.")
    spans = spans_of(raw, sid, arrival)
    if not spans:
        raise FosdeskError("It can no longer be told which changes this file brought, so nothing was taken back.")
    return Noted(spans, found[1], found[2])


def spans_of(raw: sqlite3.Connection, sid: int, arrival: int) -> list[Span]:
    """The changes that an arrival brought and that are still there; empty where its spans name other changes now.

    Before numbers of writers were counted, SQLite gave the number of a writer that had been taken back to the next one,
    so that an older arrival's spans may name what somebody else has written.
    """
    at, came = raw.execute("SELECT at, came FROM arrival WHERE id = ? AND school = ?", (arrival, sid)).fetchone()
    spans = _decoded(came)
    later: dict[int, list[Span]] = {}
    for (text,) in raw.execute("SELECT came FROM arrival WHERE id > ?", (arrival,)).fetchall():
        for span in _decoded(text):
            later.setdefault(span[0], []).append(span)
    # An arrival that stands although its spans are wrong was taken back twice, the second time by a step.
    is_doubtful = arrival <= counted(raw, ARRIVAL) and _last_step(raw, sid, arrival) is not None
    for writer, first, last in spans:
        if any(first <= end and begin <= last for _, begin, end in later.get(writer, ())):
            return []
        opened, top = raw.execute(_WRITER, (writer, sid)).fetchone() or (0, None)
        if top is None or top < last or (is_doubtful and first == 1 and opened > at):
            return []
        if raw.execute(_OWN_STEP, (writer, first, last)).fetchone():
            return []
    return spans


def _decoded(came: str) -> list[Span]:
    """Spans as they lie in the file; none where the disk has changed them."""
    try:
        return _SPANS.decode(came)
    except msgspec.MsgspecError:
        return []


def step_of(raw: sqlite3.Connection, sid: int, arrival: int) -> Span | None:
    """The step that took an arrival back, where it was done by a step."""
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
        (sid, written_label(label_of(TAKE_BACK, arrival))),
    ).fetchone()
    return found


def label_of(act: str, arrival: int) -> StepLabel:
    """What taking an arrival back, or bringing it in again, is called."""
    return StepLabel(act, "", "", str(arrival))


def mark(sql: "Connection", arrival: int, *, taken_back: bool) -> None:
    """Remember whether what an arrival brought stands."""
    from fosdesk.store.schema import MARK_ARRIVAL

    sql.execute(MARK_ARRIVAL, {"of_arrival": arrival, "to": int(taken_back)})
