"""Taking changes back by one step, which leaves what was written since."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from fosdesk.domain.journal import BIRTH
from fosdesk.pace import Pace
from fosdesk.store.journal import Draft, is_gone, read
from fosdesk.store.reading import ChangeKey, Row, Span, rows_of
from fosdesk.store.steps import Trail

_PART = 2000


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
