"""Files that came in: which changes each one brought, and how the school stands without them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import BIRTH
from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.store.journal import Draft, is_gone, read
from fosdesk.store.reading import ChangeKey, Row, pairs, rows_of
from fosdesk.store.steps import Trail, written_label
from fosdesk.store.writer_numbers import ARRIVAL, counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

TAKE_BACK = "what a file brought is taken back"
BRING_AGAIN = "what a file brought is brought in again"
_PART = 2000

Span = tuple[int, int, int]  # a writer's number in this file, and the first and last of its changes that came

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
    later = raw.execute("SELECT came FROM arrival WHERE id > ?", (arrival,))
    claimed = [span for (text,) in later for span in _decoded(text)]
    # An arrival that stands although its spans are wrong was taken back twice, the second time by a step.
    doubtful = arrival <= counted(raw, ARRIVAL) and _last_step(raw, sid, arrival) is not None
    for span in spans:
        if any(_overlap(span, other) for other in claimed) or not _came_as_noted(raw, sid, span):
            return []
        writer, first, _ = span
        if doubtful and first == 1:
            (opened,) = raw.execute("SELECT opened FROM writer WHERE id = ?", (writer,)).fetchone()
            if opened > at:
                return []
    return spans


def _decoded(came: str) -> list[Span]:
    """Spans as they lie in the file; none where the disk has changed them."""
    try:
        return _SPANS.decode(came)
    except msgspec.MsgspecError:
        return []


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]


def _came_as_noted(raw: sqlite3.Connection, sid: int, span: Span) -> bool:
    """Whether all of a span is there, in this school, and nothing in it was written on this laptop."""
    writer, first, last = span
    (there,) = raw.execute(
        "SELECT count(*) FROM change JOIN writer ON writer.id = change.writer "
        "WHERE change.writer = ? AND number BETWEEN ? AND ? AND writer.school = ?",
        (*span, sid),
    ).fetchone()
    if there != last - first + 1:
        return False
    own = raw.execute("SELECT 1 FROM step WHERE writer = ? AND step BETWEEN ? AND ? LIMIT 1", span)
    return own.fetchone() is None


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
    sql.exec_driver_sql("UPDATE arrival SET taken_back = ? WHERE id = ?", (int(taken_back), arrival))


# -- exactly as before


class NotAsBefore(Exception):
    """The store without what came differs from the backup made just before."""


def remove(
    sql: "Connection", raw: sqlite3.Connection, sid: int, spans: Sequence[Span], backup: Path, pace: Pace
) -> None:
    """Take what came out of the journal, within a transaction; NotAsBefore when the backup says otherwise."""
    replaced: set[ChangeKey] = set()
    for place, (writer, first, last) in enumerate(spans):
        pace(place, 2 * len(spans))
        redacted = "SELECT 1 FROM redacted WHERE writer = ? AND number BETWEEN ? AND ?"
        if raw.execute(redacted, (writer, first, last)).fetchone():
            raise NotAsBefore  # what was erased must be known when the file is read again
        for (text,) in raw.execute(
            "SELECT replaces FROM change WHERE writer = ? AND number BETWEEN ? AND ? AND replaces <> '[]'",
            (writer, first, last),
        ):
            replaced.update(pairs(text))
    for place, (writer, first, last) in enumerate(spans):
        pace(len(spans) + place, 2 * len(spans))
        sql.exec_driver_sql("DELETE FROM change WHERE writer = ? AND number BETWEEN ? AND ?", (writer, first, last))
        if first == 1:
            sql.exec_driver_sql("DELETE FROM step WHERE writer = ?", (writer,))
            sql.exec_driver_sql("DELETE FROM writer WHERE id = ?", (writer,))
    _revive(sql, raw, sid, replaced, pace)
    if backup.is_file():
        _compare(raw, sid, backup, pace)


def _revive(sql: "Connection", raw: sqlite3.Connection, sid: int, replaced: set[ChangeKey], pace: Pace) -> None:
    """Let live again what nothing else replaces."""
    records: set[str] = set()
    for part in pace.in_parts(sorted(replaced), _PART):
        for key in part:
            records.update(r for (r,) in raw.execute("SELECT record FROM change WHERE writer = ? AND number = ?", key))
    for some in pace.in_parts(sorted(records), _PART):
        for rows in rows_of(raw, sid, some, live=False).values():
            elsewhere = {key for row in rows for key in row.replaces}
            back = [row.key for row in rows if row.key in replaced and row.key not in elsewhere]
            if back:
                sql.exec_driver_sql("UPDATE change SET live = 1 WHERE writer = ? AND number = ?", back)


def _compare(raw: sqlite3.Connection, sid: int, backup: Path, pace: Pace) -> None:
    query = (
        "SELECT change.* FROM writer CROSS JOIN change ON change.writer = writer.id "
        "WHERE writer.school = ? ORDER BY writer.id, number"
    )
    try:
        copy = sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)
        try:
            ours, theirs = raw.execute(query, (sid,)), copy.execute(query, (sid,))
            for one, other in zip_longest(_parts(ours, pace), _parts(theirs, pace)):
                if one != other:
                    raise NotAsBefore
        finally:
            copy.close()
    except sqlite3.DatabaseError as why:
        raise NotAsBefore from why


def _parts(rows: sqlite3.Cursor, pace: Pace) -> Iterator[list[object]]:
    while part := rows.fetchmany(_PART):
        pace()
        yield part


# -- one step that leaves what was written since


class Withdrawal(Draft):
    """Brings records to what they would be without some changes; what somebody wrote on top of those stays."""

    def __init__(
        self, past: dict[str, list[Row]], trail: Trail, spans: Sequence[Span], *, is_own_step: bool = False
    ) -> None:
        """Take everything ever written in the records that the changes touch; whether a step of ours wrote those."""
        super().__init__(
            {r: [row for row in rows if row.live] for r, rows in past.items()}, lambda some: {r: past[r] for r in some}
        )
        self._all, self._trail, self._is_own_step = past, trail, is_own_step
        self._theirs = _keys(past, trail, spans)
        self._stays: dict[str, set[str]] = {}  # fields in which somebody wrote later, by record
        self.kept: set[str] = set()

    def forget(self) -> None:
        """As any draft does, and everything ever written in the records, too."""
        super().forget()
        while self._all:
            self._all.popitem()
        while self._theirs:
            self._theirs.pop()

    def take_back(self, raw: sqlite3.Connection, sid: int, pace: Pace) -> None:
        """Write the step."""
        self.kept |= self._worked_on(raw, sid, pace)
        for part in pace.in_parts(list(self._all), 100):
            for record in part:
                if record not in self.kept:
                    self._take_back_in(record)

    def _take_back_in(self, record: str) -> None:
        rows = self._all[record]
        step = [row for row in rows if row.key in self._theirs]
        finals: dict[str, list[Row]] = defaultdict(list)
        for row in step:
            if row.live:
                finals[row.field].append(row)
        self._stays[record] = stays = self._written_since(rows)
        if stays or not finals:
            self.kept.add(record)
        if finals:
            self._undo_in(record, step, finals, self._trail.emptied)

    def _left_by(self, record: str, step: Sequence[Row]) -> list[Row]:
        stays = self._stays.get(record, ())
        return [row for row in super()._left_by(record, step) if row.field not in stays]

    def _written_since(self, rows: Sequence[Row]) -> set[str]:
        """The fields whose value builds on what came, and is somebody else's."""
        by_key = {row.key: row for row in rows}
        found = set[str]()
        for head in rows:
            if not head.live or head.key in self._theirs:
                continue
            behind, seen = list(head.replaces), set[ChangeKey]()
            while behind:
                key = behind.pop()
                if key in self._theirs and by_key[key].field == head.field:
                    found.add(head.field)
                    break
                if key not in seen:
                    seen.add(key)
                    behind += by_key[key].replaces
        return found

    def _worked_on(self, raw: sqlite3.Connection, sid: int, pace: Pace) -> set[str]:
        """Records that came with the file, and that somebody has written in since or points to from elsewhere."""
        born = {record for record in self._all if self._would_go(record)}
        stay = {record for record in born if self._holds_work(record)}
        if len(born) == len(stay):
            return stay
        rows = raw.execute(
            "SELECT change.writer, number, record, value FROM writer CROSS JOIN change ON change.writer = writer.id "
            "WHERE writer.school = ? AND live = 1",
            (sid,),
        )
        while part := rows.fetchmany(_PART):
            pace()
            for writer, number, record, value in part:
                if record in stay or (writer, number) not in self._theirs:
                    stay |= _meant(record, value) & born
        waiting = list(stay)
        while waiting:
            record = waiting.pop()
            for row in self._all[record]:
                more = (_meant(record, row.value) & born) - stay if row.live else set()
                stay |= more
                waiting += more
        return stay

    def _holds_work(self, record: str) -> bool:
        rows = self._all[record]
        own = [row for row in rows if row.live and row.field != BIRTH and row.key not in self._theirs]
        if self._is_own_step:
            # What was written before stood there with the file, too, and so did what undo brought back of it.
            begun = min(row.rank for row in rows if row.key in self._theirs)
            before = {row.key for row in rows if row.rank < begun}
            before |= {later for key in tuple(before) for later in self._trail.stand_ins(key)}
            own = [row for row in own if row.key not in before]
        # A field that somebody has only emptied holds nothing that could go with the record.
        return any(read(row.value) is not None for row in own)

    def _would_go(self, record: str) -> bool:
        """Whether a record is there only because of what came."""
        births = [row for row in self._all[record] if row.field == BIRTH and row.live]
        if not any(row.key in self._theirs and not is_gone(row.value) for row in births):
            return False
        left = self._left_by(record, [row for row in self._all[record] if row.key in self._theirs])
        left += [row for row in births if row.key not in self._theirs]
        return all(is_gone(row.value) for row in left if row.field == BIRTH)


def _keys(past: Mapping[str, list[Row]], trail: Trail, spans: Sequence[Span]) -> set[ChangeKey]:
    """The changes that came, and those that an undo wrote to bring them back."""
    limits: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for writer, first, last in spans:
        limits[writer].append((first, last))
    found = set[ChangeKey]()
    for rows in past.values():
        for row in rows:
            writer, number = row.key
            if any(first <= number <= last for first, last in limits.get(writer, ())):
                found.update((row.key, *trail.stand_ins(row.key)))
    return found


def _meant(record: str, value: str) -> set[str]:
    """The records that a value may point to, as it lies in the file, and those in the name of its own record."""
    found = {value[1:-1]} if value.startswith('"') and len(value) < 200 else set()
    if ":" in record:
        found.update(record.split(":"))
    return found


def withdrawal(
    raw: sqlite3.Connection, sid: int, spans: Sequence[Span], trail: Trail, pace: Pace, *, is_own_step: bool
) -> Withdrawal:
    """The step that takes some changes back, still to be written; whether they are those of a step of ours."""
    records: dict[str, None] = {}
    for place, (writer, first, last) in enumerate(spans):
        pace(place, len(spans))
        found = raw.execute(
            "SELECT record FROM change WHERE writer = ? AND number BETWEEN ? AND ?", (writer, first, last)
        )
        records.update(dict.fromkeys(record for (record,) in found))
    past: dict[str, list[Row]] = {}
    for part in pace.in_parts(list(records), _PART):
        past.update(rows_of(raw, sid, part, live=False))
    made = Withdrawal(past, trail, spans, is_own_step=is_own_step)
    made.take_back(raw, sid, pace)
    return made
