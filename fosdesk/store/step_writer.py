"""Writes a step's changes into the tables: writer id, change numbers and Lamport order."""

import secrets
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Writer
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.known_content import ChangeColumns
from fosdesk.store.lookups.reading import FROM_RANGE, ChangeKey, RowRange, Step, row_ranges, single_range
from fosdesk.store.sqlite_dialect import data_version
from fosdesk.store.step_draft import NewChange, checksum, encode_replaces, own_time
from fosdesk.store.steps import DoneStep, encode_label, encode_restores
from fosdesk.store.transactions import Transactions
from fosdesk.store.writer_numbers import new_writer_numbers

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS = (
    "writer",
    "number",
    "lamport",
    "at",
    "step",
    "record",
    "field",
    "value",
    "replaces",
    "live",
    "blanked",
    "checksum",
)
_AT_A_TIME = 20_000  # changes whose greatest order one statement looks for


class Author(NamedTuple):
    """Who writes: the laptop's role, the program's version, and when (ms since 1970)."""

    role: str
    app: str
    now: int


class _Opening(NamedTuple):
    """The writer that this opening of the store uses in one school: number, what it is, and its count of changes."""

    writer: int
    described: Writer
    written: int


class Written(NamedTuple):
    """A step that is in the tables, but counts only when its transaction is committed."""

    sid: int
    done: DoneStep
    restores: list[tuple[int, int, int]]
    opening: _Opening
    latest: tuple[int, int]
    changes: list[ChangeColumns]

    @property
    def step(self) -> Step:
        """The step's id, the same on every laptop."""
        return Step(self.opening.described.uid, self.done.key[1])


class StepWriter:
    """One for each opening of a store; counters advance only in `committed`, so that numbers have no gaps."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        # A fresh writer for each opening and school: a copied file must never go on with the numbers of the original.
        self._openings: dict[int, _Opening] = {}
        self._latest: dict[int, tuple[int, int]] = {}  # the version of the file, and the greatest order in the school

    def write(
        self,
        sql: "Connection",
        sid: int,
        changes: Sequence[NewChange],
        label: StepLabel,
        by: Author,
        undoes: ChangeKey | None,
    ) -> Written:
        """Write a step within a transaction of the caller's; call `committed` with the result after the commit."""
        from fosdesk.store.schema import ADD_CHANGE, ADD_STEP, REPLACE

        by = by._replace(now=own_time(by.now))
        opening = self._openings.get(sid) or self._new_opening(sql, sid, by)
        version, latest = self._latest_in(sid)
        first = opening.written + 1
        rows, columns = [], []
        for place, change in enumerate(changes):
            what = encode_replaces(change.replaces)
            parts = (
                opening.writer,
                first + place,
                latest + 1 + place,
                by.now,
                first,
                change.record,
                change.field,
                change.value,
                what,
            )
            columns.append(parts)
            rows.append(dict(zip(_COLUMNS, (*parts, 1, 0, checksum(*parts)), strict=True)))
        sql.execute(ADD_CHANGE, rows)
        replaced = {key for change in changes for key in change.replaces}
        if replaced:
            sql.execute(REPLACE, [{"of_writer": writer, "of_number": number} for writer, number in replaced])
        done = DoneStep((opening.writer, first), label, undoes)
        restores = [(first + place, *change.restores) for place, change in enumerate(changes) if change.restores]
        sql.execute(
            ADD_STEP,
            {
                "writer": opening.writer,
                "step": first,
                "label": encode_label(label),
                "undoes_writer": undoes[0] if undoes else None,
                "undoes_step": undoes[1] if undoes else None,
                "restores": encode_restores(restores),
            },
        )
        after = opening._replace(written=opening.written + len(changes))
        return Written(sid, done, restores, after, (version, latest + len(changes)), columns)

    def committed(self, written: Written) -> None:
        """Advance the counters: the transaction of a step is on the disk."""
        self._openings[written.sid] = written.opening
        self._latest[written.sid] = written.latest
        self._transactions.known.add_step(written.sid, written.opening.described, written.changes)

    def preload(self, sid: int, pace: Pace = NO_HURRY) -> None:
        """Look up the greatest Lamport number of a school in advance; safe beside a writing thread."""
        while True:
            commits, version = self._transactions.commits, data_version(self._transactions.connection)
            latest = self._transactions.read_consistently(
                lambda connection: _greatest_order(connection, row_ranges(connection, sid, _AT_A_TIME))
            )
            pace()
            if self._transactions.commits == commits:
                self._latest[sid] = version, latest
                return

    def merged(self, sid: int) -> None:
        """Drop the cached Lamport number of a school, because a merge has added changes."""
        self._latest.pop(sid, None)

    def invalidate(self, sid: int) -> None:
        """Drop what is cached of a removed school."""
        self._latest.pop(sid, None)
        self._openings.pop(sid, None)

    def check_openings(self) -> None:
        """After others have written in the file: go on with a new writer where ours is not as it was left."""
        self._latest.clear()
        asked = "SELECT uid, school, (SELECT max(number) FROM change WHERE writer = id) FROM writer WHERE id = ?"
        for sid, opening in list(self._openings.items()):
            found = self._transactions.connection.execute(asked, (opening.writer,)).fetchone()
            if found != (opening.described.uid, sid, opening.written):
                del self._openings[sid]

    def _new_opening(self, sql: "Connection", sid: int, by: Author) -> _Opening:
        from fosdesk.store.schema import ADD_WRITER

        uid = secrets.token_hex(16)
        (writer,) = new_writer_numbers(sql, self._transactions.connection, 1)
        row = {"id": writer, "uid": uid, "school": sid, "role": by.role, "app": by.app, "opened": by.now}
        sql.execute(ADD_WRITER, row)
        return _Opening(writer, Writer(uid, by.role, by.app, by.now), 0)

    def _latest_in(self, sid: int) -> tuple[int, int]:
        """The file's data version and the school's greatest Lamport number, read anew when the file changed."""
        connection = self._transactions.connection
        version = data_version(connection)
        known, latest = self._latest.get(sid, (None, 0))
        return version, latest if known == version else _greatest_order(connection, single_range(sid))


def _greatest_order(connection: sqlite3.Connection, parts: Sequence[RowRange]) -> int:
    asked = f"SELECT max(lamport) {FROM_RANGE}"
    return max((connection.execute(asked, part).fetchone()[0] or 0 for part in parts), default=0)
