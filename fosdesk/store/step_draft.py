"""Computes the changes of one step: what edits, deletions, settled conflicts and undo replace and write."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

from fosdesk.domain.fields import NOUNS, Scalar
from fosdesk.domain.journal import BIRTH, GONE, Edit
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.lookups.reading import ChangeKey, Row
from fosdesk.store.steps import NOTHING, UndoStack

LONGEST_TEXT = 200_000
LONGEST_RECORD = 200
LONGEST_FIELD = 64
GREATEST_NUMBER = 2**53
RECORDS_AT_A_TIME = 100  # records that are gone through at a time, where somebody may be waiting
_NOTHING = "null"
_BLANKS = (_NOTHING, '""', "false")


def encode_value(value: Scalar) -> str:
    """A value as JSON for the `value` column.

    FosdeskError for a text that is too long or cannot be encoded, and for a number beyond GREATEST_NUMBER.
    """
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise FosdeskError(
                "A text can have up to {most} characters, and this one has {n}; share it out over several fields.",
                most=LONGEST_TEXT,
                n=len(value),
            )
        try:
            value.encode()
        except UnicodeEncodeError:
            raise _unreadable() from None
        if "\0" in value:
            raise _unreadable()
    elif isinstance(value, int) and abs(value) > GREATEST_NUMBER:
        raise FosdeskError("The number {n} is too great to be kept.", n=value)
    elif value is not None and not isinstance(value, int):
        raise TypeError(f"not a scalar: {value!r}")
    return msgspec.json.encode(value).decode()


def _unreadable() -> FosdeskError:
    return FosdeskError("This text holds a character that cannot be kept; write it again without it.")


def decode_value(text: str) -> Any:
    """A value from the `value` column."""
    return msgspec.json.decode(text)


def encode_replaces(replaces: Iterable[ChangeKey]) -> str:
    """Keys of changes as JSON for the `replaces` column, sorted."""
    some = sorted(replaces)
    return f"[{','.join(f'[{w},{n}]' for w, n in some)}]" if some else "[]"


def checksum(
    writer: int, number: int, lamport: int, at: int, step: int, record: str, field: str, value: str, replaces: str
) -> int:
    """The CRC-32 of a change's columns, to detect damage by the disk; no protection against tampering."""
    return crc32(f"{writer} {number} {lamport} {at} {step}\n{record}\n{field}\n{value}\n{replaces}".encode())


def own_time(now: int) -> int:
    """The time `now` (ms since 1970), limited to what every version of the program can store.

    Only for what is written here; a time that came with a file is kept as it is.
    """
    return min(max(now, 0), GREATEST_NUMBER)


class NewChange(NamedTuple):
    """A change that is not written yet; `value` is JSON."""

    record: str
    field: str
    value: str
    replaces: tuple[ChangeKey, ...]
    restores: ChangeKey | None = None  # the earlier change that it brings back; NOTHING for a field as never written


class StepDraft:
    """The changes of one step in the making, on top of what was written in the same records before."""

    def __init__(
        self, live: dict[str, list[Row]], read_all: Callable[[Sequence[str]], Mapping[str, list[Row]]]
    ) -> None:
        """Take the live rows by record, and `read_all`, which reads all rows ever written in some records."""
        self._live = live
        self._read_all = read_all
        self._pasts: dict[str, list[Row]] = {}
        self._heads: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for record, rows in live.items():
            for row in rows:
                self._heads[record, row.field].append(row)
        self.changes: list[NewChange] = []

    def _past(self, record: str) -> list[Row]:
        if record not in self._pasts:
            self._pasts.update(self._read_all([record]))
        return self._pasts[record]

    def clear(self) -> None:
        """Free what was read, a record at a time: all at once would block the GUI thread."""
        for things in (self._heads, self._live, self._pasts):
            while things:
                things.popitem()

    def _put(self, record: str, field: str, value: str, replaces: Iterable[ChangeKey]) -> None:
        self.changes.append(NewChange(record, field, value, tuple(dict.fromkeys(replaces))))

    def _put_back(self, record: str, row: Row, replaces: Iterable[ChangeKey]) -> None:
        if row.blanked:
            raise FosdeskError("What was written here has been erased since, so it cannot be brought back.")
        self.changes.append(NewChange(record, row.field, row.value, tuple(dict.fromkeys(replaces)), row.key))

    # -- ordinary edits

    def edit(self, edits: Sequence[Edit]) -> None:
        """Write the values that differ from what their author saw; a value that changed meanwhile makes a conflict."""
        stale = {edit.record for edit in edits if edit.field != BIRTH and encode_value(edit.seen) not in _BLANKS}
        for edit in _joined(edits):
            if not 0 < len(edit.record) <= LONGEST_RECORD or len(edit.field) > LONGEST_FIELD:
                raise ValueError(f"no place for a value: {edit.record!r}, {edit.field!r}")
            seen, value = encode_value(edit.seen), encode_value(edit.value)
            if seen == value:
                continue
            heads = self._heads[edit.record, edit.field]
            if heads and all(head.value == value for head in heads):
                continue
            if edit.field == BIRTH:
                # Whoever starts from nothing has seen that the record is gone; whoever starts from a value has not.
                known = () if edit.record in stale else tuple(h.key for h in heads if is_deletion(h.value))
            else:
                known = tuple(h.key for h in heads if h.value == seen) or self._seen_before(
                    edit.record, edit.field, seen
                )
            self._put(edit.record, edit.field, value, known)

    def _seen_before(self, record: str, field: str, seen: str) -> tuple[ChangeKey, ...]:
        if seen in _BLANKS and not self._heads[record, field]:
            return ()
        before = [row for row in self._past(record) if row.field == field and row.value == seen]
        return (max(before, key=lambda row: row.rank).key,) if before else ()

    # -- acts of their own

    def delete(self, record: str) -> None:
        """Delete a record: one change of its existence replaces everything live in it."""
        live = self._live[record]
        births = [row for row in live if row.field == BIRTH]
        if not live or (len(live) == len(births) and all(is_deletion(row.value) for row in births)):
            return
        self._put(record, BIRTH, _deletion_value(births), [row.key for row in live])

    def settle(self, record: str, field: str, value: Scalar) -> None:
        """Replace all values of a field by one; if the field is existence, deleted values are written again."""
        text = encode_value(value)
        if field == BIRTH and is_deletion(text):
            self.delete(record)
            return
        heads = self._heads[record, field]
        if not heads or (len(heads) == 1 and heads[0].value == text):
            return
        self._put(record, field, text, [head.key for head in heads])
        if field == BIRTH:
            deletions = [head for head in heads if is_deletion(head.value)]
            past = self._past(record)
            for row in live_without(past, with_replaced_deletions(past, deletions)):
                # A value that was erased since stays away, and the others come back.
                if row.field != BIRTH and not row.blanked and not self._heads[record, row.field]:
                    self._put(record, row.field, row.value, ())

    def _live_without(self, record: str, step: Sequence[Row]) -> list[Row]:
        """What would be live without some changes: what they replaced and nobody else did."""
        return live_without(self._past(record), step)

    # -- undo

    def undo(self, writer: int, first: int, last: int, undo_stack: UndoStack, pace: Pace = NO_HURRY) -> None:
        """Bring the records of a step to what they would be without it; FosdeskError when somebody wrote there later.

        The step, or the steps of one sitting, are the writer's changes from `first` to `last`.
        """
        for some in pace.in_parts(list(self._live), RECORDS_AT_A_TIME):
            self._pasts.update(self._read_all(some))
            for record in some:
                self._undo_step_in(record, writer, first, last, undo_stack)
                del self._pasts[record]

    def _undo_step_in(self, record: str, writer: int, first: int, last: int, undo_stack: UndoStack) -> None:
        rows = self._past(record)
        step = [row for row in rows if row.key[0] == writer and first <= row.key[1] <= last]
        by_key = {row.key: row for row in rows}
        finals: dict[str, list[Row]] = defaultdict(list)
        within = {key for row in step for key in row.replaces} & {row.key for row in step}
        for row in step:
            if row.key in within and not row.blanked:
                continue  # an earlier save of the same sitting
            now = by_key.get(undo_stack.successor(row.key))
            if row.blanked or (now is not None and now.blanked):
                raise FosdeskError("What was written here has been erased since, so it cannot be brought back.")
            if now is None or not now.live:  # None in a store that somebody tampered with
                raise FosdeskError("The same has been changed since, so this is left as it is; see its history.")
            finals[row.field].append(now)
        self._undo_in(record, step, finals, undo_stack.emptied)

    def _undo_in(
        self, record: str, step: list[Row], finals: dict[str, list[Row]], emptied: Container[ChangeKey]
    ) -> None:
        mine = {row.key for rows in finals.values() for row in rows}
        back: dict[str, list[Row]] = defaultdict(list)  # what would be live without the step
        for row in self._live_without(record, step):
            back[row.field].append(row)
        others = {f: [h for h in self._heads[record, f] if h.key not in mine] for f in (BIRTH, *finals)}
        empty = [f for f in finals if f != BIRTH and not back[f] and not others[f]]
        births = back[BIRTH] or others[BIRTH]
        gone = [row for row in births if is_deletion(row.value)]
        goes = bool(gone) or (BIRTH in finals and not births)
        taken: list[ChangeKey] = []
        if goes:
            # A record that goes, or was gone, takes along what the step brought and what earlier undoing left blank.
            taken = [row.key for f in empty for row in finals[f]]
            taken += [row.key for row in self._live[record] if row.key in emptied and row.field not in finals]
        if taken and BIRTH not in finals:
            self._put_back(record, gone[0], [gone[0].key, *taken])
        for field, own in finals.items():
            keys = [row.key for row in own]
            if field in empty:
                if not goes:
                    self.changes.append(NewChange(record, field, self._blank(record, field), tuple(keys), NOTHING))
            elif back[field]:
                for row in back[field]:
                    self._put_back(record, row, keys + (taken if row in gone else []))
            elif others[field]:
                shown = gone[0] if field == BIRTH and gone else max(others[field], key=lambda row: row.rank)
                self._put_back(record, shown, [*keys, shown.key, *(taken if shown in gone else [])])
            else:
                self._put(record, BIRTH, _deletion_value(own), keys + taken)
        for field, rows in back.items():
            if field not in finals:
                for row in rows:
                    self._put_back(record, row, ())

    def _blank(self, record: str, field: str) -> str:
        for head in self._heads[record, BIRTH]:
            noun = NOUNS.get(decode_value(head.value))
            if noun is not None and field in noun.fields:
                return encode_value(noun.fields[field].blank)
        return _NOTHING


def _joined(edits: Sequence[Edit]) -> list[Edit]:
    """Merge several edits of one field into one: from what the first saw to what the last wrote."""
    found: dict[tuple[str, str], Edit] = {}
    for edit in edits:
        first = found.get((edit.record, edit.field), edit)
        found[edit.record, edit.field] = Edit(edit.record, edit.field, first.seen, edit.value)
    return list(found.values())


def live_without(past: Sequence[Row], step: Sequence[Row]) -> list[Row]:
    """What would be live in a record without the changes in `step`; `past` holds all rows of the record."""
    own = {row.key for row in step}
    theirs = {key for row in step for key in row.replaces} - own
    elsewhere = {key for row in past if row.key not in own for key in row.replaces}
    return [row for row in past if row.key in theirs and row.key not in elsewhere]


def with_replaced_deletions(past: Sequence[Row], deletions: Iterable[Row]) -> list[Row]:
    """Deletions of a record, and those that they replaced: as when one was taken back where another stood already."""
    by_key = {row.key: row for row in past}
    found = {row.key: row for row in deletions}
    waiting = list(found.values())
    while waiting:
        for key in waiting.pop().replaces:
            row = by_key.get(key)
            if row is not None and key not in found and row.field == BIRTH and is_deletion(row.value):
                found[key] = row
                waiting.append(row)
    return list(found.values())


def is_deletion(value: str) -> bool:
    """Whether a value of the existence field (as JSON) says that its record is deleted."""
    return value.startswith(f'"{GONE}')


def _deletion_value(births: Sequence[Row]) -> str:
    nouns = [str(decode_value(row.value)).removeprefix(GONE) for row in births]
    return encode_value(GONE + (nouns[0] if nouns else ""))
