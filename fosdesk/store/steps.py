"""The undo and redo stacks of this laptop, rebuilt from the steps in the store."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from fosdesk.domain.changes.sitting import TextSave, is_typed, saves_in_sitting
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.lookups.reading import ROWS_AT_A_TIME, ChangeKey, decode_replaces
from fosdesk.store.transactions import Transactions

_OF_ONE_SAVE = 8  # changes at most that a save of a text writes: the record's birth, the text and what goes with it
NOTHING = (0, 0)  # what an undo restores where nothing was written before


class DoneStep(NamedTuple):
    """A step of this laptop, its label, and the key of the step that it undid, if it did."""

    key: ChangeKey
    label: StepLabel
    undoes: ChangeKey | None

    @property
    def may_be_in_sitting(self) -> bool:
        """Whether it may be one save of several while somebody wrote a text."""
        act, noun, field, _ = self.label
        return self.undoes is None and act == "change" and is_typed(noun, field)


class UndoStack:
    """The steps that can be undone and redone in one school, latest last."""

    def __init__(self) -> None:
        self.done: list[DoneStep] = []
        self.undone: list[DoneStep] = []
        self.emptied: set[ChangeKey] = set()  # blanks that undoing left where nothing was written before
        self._restored: dict[ChangeKey, ChangeKey] = {}

    def successor(self, key: ChangeKey) -> ChangeKey:
        """The change that now holds a change's value, after undo has written that value again."""
        return [key, *self.successors(key)][-1]

    def successors(self, key: ChangeKey) -> Iterator[ChangeKey]:
        """Each later change by which undo wrote the value of a change again, in order."""
        while key in self._restored:
            key = self._restored[key]
            yield key

    def add(self, step: DoneStep, restores: Iterable[tuple[int, int, int]], *, erased: bool = False) -> None:
        """Add a step; an ordinary edit empties the redo stack. A step that was `erased` since cannot be undone."""
        for own, writer, number in restores:
            now, earlier = (step.key[0], own), (writer, number)
            if earlier == NOTHING or earlier in self.emptied:
                self.emptied.add(now)
            if earlier != NOTHING:
                self._restored[earlier] = now
        if erased:
            return
        undone = self._undone_by(step)
        if undone:
            del self.done[-undone:]
            self.undone.append(step)
        elif self.undone and step.undoes == self.undone[-1].key:
            self.undone.pop()
            self.done.append(step)
        else:
            self.undone.clear()
            self.done.append(step)

    def _undone_by(self, step: DoneStep) -> int:
        """How many of the latest steps a step undoes: all of a sitting where it names the first of it."""
        _, undone_act, undoes = step
        if undoes is None:
            return 0
        for count, done in enumerate(reversed(self.done), start=1):
            key, act, _ = done
            if key == undoes:
                return count
            if act != undone_act or not done.may_be_in_sitting:
                return 0
        return 0


def steps_of_sitting(connection: sqlite3.Connection, done: Sequence[DoneStep]) -> Sequence[DoneStep]:
    """The latest of the steps in `done` that were one sitting at one text, oldest first; at least the last one."""
    last = done[-1]
    (last_writer, _), last_act, _ = last
    found: list[tuple[DoneStep, TextSave]] = []
    following: int | None = None  # the number of the change after the step's
    replaced: Sequence[ChangeKey] = ()  # what the save after it replaced
    for step in reversed(done):
        (writer, first), act, _ = step
        if writer != last_writer or (act.noun, act.record) != (last_act.noun, last_act.record):
            break
        rows = connection.execute(
            "SELECT number, field, value, at, replaces FROM change "
            "WHERE writer = ? AND step = ? AND number BETWEEN ? AND ? "
            "ORDER BY number LIMIT ?",
            (writer, first, first, first + _OF_ONE_SAVE, _OF_ONE_SAVE + 1),
        ).fetchall()
        own = [row for row in rows if row[1] == last_act.field]
        if step.undoes is not None or len(own) != 1 or len(rows) > _OF_ONE_SAVE:
            break
        if following is not None and rows[-1][0] + 1 != following:
            break  # something was written and undone in between
        if found and list(replaced) != [(writer, own[0][0])]:
            break  # somebody else's text was replaced as well, or came in between
        replaced = decode_replaces(own[0][4])
        found.append((step, TextSave(writer, own[0][3], msgspec.json.decode(own[0][2]))))
        if saves_in_sitting([save for _, save in found]) < len(found):
            found.pop()
            break
        following = first
        if not step.may_be_in_sitting or act != last_act:
            break  # the first one, which made the record or wrote something else along with the text
    return [step for step, _ in reversed(found)] or [last]


class UndoStacks:
    """The undo stack of each school, read when first asked for."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._known: dict[int, UndoStack] = {}

    def of(self, sid: int, pace: Pace = NO_HURRY) -> UndoStack:
        """The undo stack of a school, which later steps are added to; safe beside a writing thread."""
        while sid not in self._known:
            commits = self._transactions.commits
            erased, rows = self._transactions.read_consistently(lambda connection: _steps_in(connection, sid))
            undo_stack = _undo_stack_from(erased, rows)
            pace()
            if self._transactions.commits == commits:
                return self._known.setdefault(sid, undo_stack)
        return self._known[sid]

    def invalidate_all(self) -> None:
        """Drop the stack of every school, because the file is another one now."""
        self._known.clear()

    def invalidate(self, sid: int) -> None:
        """Drop the stack of a school, so that it is read anew."""
        self._known.pop(sid, None)


def _steps_in(connection: sqlite3.Connection, sid: int) -> tuple[set[ChangeKey], list[Any]]:
    """The steps of this laptop in a school, read in batches, and the keys of those that cannot be undone."""
    erased = set(connection.execute(_ERASED, (sid,)).fetchall())
    # A later opening has a greater number in this file, and so has a later step of it.
    asked = (
        "SELECT step.writer, step, label, undoes_writer, undoes_step, restores "
        "FROM step JOIN writer ON writer.id = step.writer WHERE writer.school = ? AND (step.writer, step) > (?, ?) "
        "ORDER BY step.writer, step LIMIT ?"
    )
    rows: list[Any] = []
    while some := connection.execute(asked, (sid, *(rows[-1][:2] if rows else (0, 0)), ROWS_AT_A_TIME)).fetchall():
        rows += some
    return erased, rows


def _undo_stack_from(erased: set[ChangeKey], rows: Iterable[Any]) -> UndoStack:
    """The undo stack that the stored steps result in."""
    undo_stack = UndoStack()
    for writer, step, label, undoes_writer, undoes_step, restores in rows:
        try:
            said, restored = decode_label(label), _RESTORES.decode(restores)
        except msgspec.MsgspecError:  # damaged: nobody knows what an undo of it or of anything before would do
            undo_stack = UndoStack()
            continue
        undoes = None if undoes_writer is None else (undoes_writer, undoes_step)
        if undoes in erased:
            erased.add((writer, step))
        done = DoneStep((writer, step), said, undoes)
        undo_stack.add(done, restored, erased=done.key in erased)
    return undo_stack


# The steps that wrote what was erased, or anything in a record that was erased as a whole: nobody can undo them.
_ERASED = (
    "SELECT writer, step FROM change WHERE blanked = 1 "
    "UNION SELECT writer, step FROM change JOIN erased ON erased.record = change.record WHERE erased.school = ?"
)


_RESTORES = msgspec.json.Decoder(list[tuple[int, int, int]])


def encode_label(label: StepLabel) -> str:
    """A step label as JSON for the `label` column."""
    return msgspec.json.encode(label).decode()


def decode_label(text: str) -> StepLabel:
    """A step label from the `label` column."""
    return StepLabel(*msgspec.json.decode(text, type=tuple[str, str, str, str]))


def decode_restores(text: str) -> list[tuple[int, int, int]]:
    """Which changes an undo wrote again, from the `restores` column; empty where the text is damaged."""
    try:
        return _RESTORES.decode(text)
    except msgspec.MsgspecError:
        return []


def encode_restores(restores: list[tuple[int, int, int]]) -> str:
    """Which changes an undo wrote again, as JSON for the `restores` column."""
    return msgspec.json.encode(restores).decode()
