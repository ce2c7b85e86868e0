"""Writing a step's changes into the tables: who writes, with which numbers, and after which order."""

import secrets
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.journal import Put, checksum, own_time, pairs_text
from fosdesk.store.reading import IN_PART, ChangeKey, Part, Step, all_at_once, parts_of
from fosdesk.store.sqlite_dialect import data_version
from fosdesk.store.steps import DoneStep, written_label, written_restores
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


class By(NamedTuple):
    """Which laptop writes, with which version of the program, and when (ms)."""

    role: str
    app: str
    now: int


class _Opening(NamedTuple):
    """How the store writes in one school: its number in the file, its id, and how many changes it has made."""

    writer: int
    uid: str
    written: int


class Written(NamedTuple):
    """A step that is in the tables, and counts once its transaction is on the disk."""

    sid: int
    done: DoneStep
    restores: list[tuple[int, int, int]]
    opening: _Opening
    latest: tuple[int, int]

    @property
    def step(self) -> Step:
        """The step by its worldwide name."""
        return Step(self.opening.uid, self.done.key[1])


class StepWriter:
    """One for each opening of a store; its counters go on only with `committed`, so that no number is ever skipped."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        # A fresh writer for each opening and school: a copied file must never go on with the numbers of the original.
        self._openings: dict[int, _Opening] = {}
        self._latest: dict[int, tuple[int, int]] = {}  # the version of the file, and the greatest order in the school

    def write(
        self,
        sql: "Connection",
        sid: int,
        puts: Sequence[Put],
        label: StepLabel,
        by: By,
        undoes: ChangeKey | None,
    ) -> Written:
        """Write a step within a transaction of the caller's."""
        from fosdesk.store.schema import ADD_CHANGE, ADD_STEP, REPLACE

        by = by._replace(now=own_time(by.now))
        opening = self._openings.get(sid) or self._new_opening(sql, sid, by)
        version, latest = self._latest_in(sid)
        first = opening.written + 1
        rows = []
        for place, put in enumerate(puts):
            what = pairs_text(put.replaces)
            parts = (
                opening.writer,
                first + place,
                latest + 1 + place,
                by.now,
                first,
                put.record,
                put.field,
                put.value,
                what,
            )
            rows.append(dict(zip(_COLUMNS, (*parts, 1, 0, checksum(*parts)), strict=True)))
        sql.execute(ADD_CHANGE, rows)
        replaced = {key for put in puts for key in put.replaces}
        if replaced:
            sql.execute(REPLACE, [{"of_writer": writer, "of_number": number} for writer, number in replaced])
        done = DoneStep((opening.writer, first), label, undoes)
        restores = [(first + place, *put.restores) for place, put in enumerate(puts) if put.restores]
        sql.execute(
            ADD_STEP,
            {
                "writer": opening.writer,
                "step": first,
                "label": written_label(label),
                "undoes_writer": undoes[0] if undoes else None,
                "undoes_step": undoes[1] if undoes else None,
                "restores": written_restores(restores),
            },
        )
        after = opening._replace(written=opening.written + len(puts))
        return Written(sid, done, restores, after, (version, latest + len(puts)))

    def committed(self, written: Written) -> None:
        """The transaction of a step is on the disk."""
        self._openings[written.sid] = written.opening
        self._latest[written.sid] = written.latest

    def get_ready(self, sid: int, pace: Pace = NO_HURRY) -> None:
        """Look for the greatest order in a school before anybody writes; also beside the one who writes."""
        while True:
            commits, version = self._transactions.commits, data_version(self._transactions.connection)
            latest = self._transactions.consistently(
                lambda connection: _greatest_order(connection, parts_of(connection, sid, _AT_A_TIME))
            )
            pace()
            if self._transactions.commits == commits:
                self._latest[sid] = version, latest
                return

    def merged(self, sid: int) -> None:
        """Changes of others have come into a school."""
        self._latest.pop(sid, None)

    def forget(self, sid: int) -> None:
        """A school is gone."""
        self._latest.pop(sid, None)
        self._openings.pop(sid, None)

    def _new_opening(self, sql: "Connection", sid: int, by: By) -> _Opening:
        from fosdesk.store.schema import ADD_WRITER

        uid = secrets.token_hex(16)
        (writer,) = new_writer_numbers(sql, self._transactions.connection, 1)
        row = {"id": writer, "uid": uid, "school": sid, "role": by.role, "app": by.app, "opened": by.now}
        sql.execute(ADD_WRITER, row)
        return _Opening(writer, uid, 0)

    def _latest_in(self, sid: int) -> tuple[int, int]:
        """The greatest order in a school; a step must come after all that is in the file, whoever put it there."""
        connection = self._transactions.connection
        version = data_version(connection)
        known, latest = self._latest.get(sid, (None, 0))
        return version, latest if known == version else _greatest_order(connection, all_at_once(sid))


def _greatest_order(connection: sqlite3.Connection, parts: Sequence[Part]) -> int:
    asked = f"SELECT max(lamport) {IN_PART}"
    return max((connection.execute(asked, part).fetchone()[0] or 0 for part in parts), default=0)
