"""Takes ranges of changes back by one undo step, which keeps what was written since."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from fosdesk.domain.journal import BIRTH
from fosdesk.pace import Pace
from fosdesk.store.lookups.reading import ChangeKey, ChangeRange, Row, rows_of
from fosdesk.store.step_draft import StepDraft, decode_value, is_deletion
from fosdesk.store.steps import UndoStack

_PART = 2000


class Withdrawal(StepDraft):
    """A draft that brings records to what they would be without some changes; later work on top of those stays."""

    def __init__(
        self,
        past: dict[str, list[Row]],
        undo_stack: UndoStack,
        ranges: Sequence[ChangeRange],
        *,
        is_own_step: bool = False,
    ) -> None:
        """Take all rows of the records that the changes touch; `is_own_step` when this laptop wrote those changes."""
        super().__init__(
            {r: [row for row in rows if row.live] for r, rows in past.items()}, lambda some: {r: past[r] for r in some}
        )
        self._all, self._undo_stack, self._is_own_step = past, undo_stack, is_own_step
        self._theirs = _changes_to_withdraw(past, undo_stack, ranges)
        self._stays: dict[str, set[str]] = {}  # fields in which somebody wrote later, by record
        self.kept: set[str] = set()

    def clear(self) -> None:
        """Free what was read, also the full history of the records."""
        super().clear()
        while self._all:
            self._all.popitem()
        while self._theirs:
            self._theirs.pop()

    def take_back(self, raw: sqlite3.Connection, sid: int, pace: Pace) -> None:
        """Compute the changes of the step; `kept` then holds the records that keep later work."""
        self.kept |= self._records_in_use(raw, sid, pace)
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
            self._undo_in(record, step, finals, self._undo_stack.emptied)

    def _live_without(self, record: str, step: Sequence[Row]) -> list[Row]:
        stays = self._stays.get(record, ())
        return [row for row in super()._live_without(record, step) if row.field not in stays]

    def _written_since(self, rows: Sequence[Row]) -> set[str]:
        """The fields whose value descends from one of the changes, and was written by somebody later."""
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

    def _records_in_use(self, raw: sqlite3.Connection, sid: int, pace: Pace) -> set[str]:
        """Records created by the changes that somebody has written in since, or that others refer to."""
        born = {record for record in self._all if self._would_go(record)}
        stay = {record for record in born if self._holds_work(record)}
        if len(born) == len(stay):
            return stay
        # What was written before an own step pointed there with the file, too, and goes on doing so.
        ours = (row.rank[0] for rows in self._all.values() for row in rows if row.key in self._theirs)
        since = min(ours) if self._is_own_step else 0
        rows = raw.execute(
            "SELECT change.writer, number, lamport, record, value FROM writer "
            "CROSS JOIN change ON change.writer = writer.id WHERE writer.school = ? AND live = 1",
            (sid,),
        )
        while part := rows.fetchmany(_PART):
            pace()
            for writer, number, lamport, record, value in part:
                if record in stay or (lamport >= since and (writer, number) not in self._theirs):
                    stay |= _referenced_records(record, value) & born
        waiting = list(stay)
        while waiting:
            record = waiting.pop()
            for row in self._all[record]:
                more = (_referenced_records(record, row.value) & born) - stay if row.live else set()
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
            before |= {later for key in tuple(before) for later in self._undo_stack.successors(key)}
            own = [row for row in own if row.key not in before]
        # A field that somebody has only emptied holds nothing that could go with the record.
        return any(decode_value(row.value) is not None for row in own)

    def _would_go(self, record: str) -> bool:
        """Whether a record exists only because of the changes."""
        births = [row for row in self._all[record] if row.field == BIRTH and row.live]
        if not any(row.key in self._theirs and not is_deletion(row.value) for row in births):
            return False
        left = self._live_without(record, [row for row in self._all[record] if row.key in self._theirs])
        left += [row for row in births if row.key not in self._theirs]
        return all(is_deletion(row.value) for row in left if row.field == BIRTH)


def _changes_to_withdraw(
    past: Mapping[str, list[Row]], undo_stack: UndoStack, ranges: Sequence[ChangeRange]
) -> set[ChangeKey]:
    """The keys of the changes, and of those by which undo wrote their values again."""
    limits: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for writer, first, last in ranges:
        limits[writer].append((first, last))
    found = set[ChangeKey]()
    for rows in past.values():
        for row in rows:
            writer, number = row.key
            if any(first <= number <= last for first, last in limits.get(writer, ())):
                found.update((row.key, *undo_stack.successors(row.key)))
    return found


def _referenced_records(record: str, value: str) -> set[str]:
    """The ids that a value (JSON) may refer to, and those inside a composite record id."""
    found = {value[1:-1]} if value.startswith('"') and len(value) < 200 else set()
    if ":" in record:
        found.update(record.split(":"))
    return found


def prepare_withdrawal(
    raw: sqlite3.Connection,
    sid: int,
    ranges: Sequence[ChangeRange],
    undo_stack: UndoStack,
    pace: Pace,
    *,
    is_own_step: bool,
) -> Withdrawal:
    """The draft of the step that takes ranges of changes back; `is_own_step` when this laptop wrote them."""
    records: dict[str, None] = {}
    for place, (writer, first, last) in enumerate(ranges):
        pace(place, len(ranges))
        found = raw.execute(
            "SELECT record FROM change WHERE writer = ? AND number BETWEEN ? AND ?", (writer, first, last)
        )
        records.update(dict.fromkeys(record for (record,) in found))
    past: dict[str, list[Row]] = {}
    for part in pace.in_parts(list(records), _PART):
        past.update(rows_of(raw, sid, part, live=False))
    made = Withdrawal(past, undo_stack, ranges, is_own_step=is_own_step)
    made.take_back(raw, sid, pace)
    return made
