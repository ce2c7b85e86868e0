"""What this laptop did, step by step, and which of it undo and redo would take."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.reading import ROWS_AT_A_TIME, ChangeKey
from fosdesk.store.transactions import Transactions

NOTHING = (0, 0)  # what an undo restores where nothing was written before


class DoneStep(NamedTuple):
    """A step of this laptop, and the step that it undid, if it did."""

    key: ChangeKey
    label: StepLabel
    undoes: ChangeKey | None


class Trail:
    """The steps that may be undone and redone in one school, latest last."""

    def __init__(self) -> None:
        self.done: list[DoneStep] = []
        self.undone: list[DoneStep] = []
        self.emptied: set[ChangeKey] = set()  # blanks that undoing left where nothing was written before
        self._restored: dict[ChangeKey, ChangeKey] = {}

    def stand_in(self, key: ChangeKey) -> ChangeKey:
        """The change that says now what this one said, after an undo brought it back."""
        return [key, *self.stand_ins(key)][-1]

    def stand_ins(self, key: ChangeKey) -> Iterator[ChangeKey]:
        """Each change that came to say the same as this one, by an undo that brought it back."""
        while key in self._restored:
            key = self._restored[key]
            yield key

    def add(self, step: DoneStep, restores: Iterable[tuple[int, int, int]], *, erased: bool = False) -> None:
        """Go on with a step; a new edit leaves nothing to redo. What was `erased` since is passed over."""
        for own, writer, number in restores:
            now, earlier = (step.key[0], own), (writer, number)
            if earlier == NOTHING or earlier in self.emptied:
                self.emptied.add(now)
            if earlier != NOTHING:
                self._restored[earlier] = now
        if erased:
            return
        if self.done and step.undoes == self.done[-1].key:
            self.done.pop()
            self.undone.append(step)
        elif self.undone and step.undoes == self.undone[-1].key:
            self.undone.pop()
            self.done.append(step)
        else:
            self.undone.clear()
            self.done.append(step)


class Trails:
    """The trail of each school, read when it is first asked for."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._known: dict[int, Trail] = {}

    def of(self, sid: int, pace: Pace = NO_HURRY) -> Trail:
        """The trail of a school, which goes on with each step; also beside the one who writes."""
        while sid not in self._known:
            commits = self._transactions.commits
            erased, rows = self._transactions.consistently(lambda connection: _steps_in(connection, sid))
            trail = _trail_of(erased, rows)
            pace()
            if self._transactions.commits == commits:
                return self._known.setdefault(sid, trail)
        return self._known[sid]

    def forget(self, sid: int) -> None:
        """The steps of a school are no longer what they were."""
        self._known.pop(sid, None)


def _steps_in(connection: sqlite3.Connection, sid: int) -> tuple[set[ChangeKey], list[Any]]:
    """The steps of this laptop in a school, some at a time; and which of them nobody can undo."""
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


def _trail_of(erased: set[ChangeKey], rows: Iterable[Any]) -> Trail:
    """The trail as the steps in the file make it."""
    trail = Trail()
    for writer, step, label, undoes_writer, undoes_step, restores in rows:
        undoes = None if undoes_writer is None else (undoes_writer, undoes_step)
        if undoes in erased:
            erased.add((writer, step))
        done = DoneStep((writer, step), read_label(label), undoes)
        trail.add(done, _RESTORES.decode(restores), erased=done.key in erased)
    return trail


# The steps that wrote what was erased, or anything in a record that was erased as a whole: nobody can undo them.
_ERASED = (
    "SELECT writer, step FROM change WHERE blanked = 1 "
    "UNION SELECT writer, step FROM change JOIN erased ON erased.record = change.record WHERE erased.school = ?"
)


_RESTORES = msgspec.json.Decoder(list[tuple[int, int, int]])


def written_label(label: StepLabel) -> str:
    """A label as it lies in the file."""
    return msgspec.json.encode(label).decode()


def read_label(text: str) -> StepLabel:
    """A label out of the file."""
    return StepLabel(*msgspec.json.decode(text, type=tuple[str, str, str, str]))


def written_restores(restores: list[tuple[int, int, int]]) -> str:
    """What an undo brought back, as it lies in the file."""
    return msgspec.json.encode(restores).decode()
