"""The laws notice what they are there for: each of ten known bugs, planted one at a time, is caught."""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from fosdesk.domain.journal import Journal
from fosdesk.domain.school import School, school_from_values
from fosdesk.store import merge as merging
from fosdesk.store.lookups.current_queries import Queries
from fosdesk.store.lookups.reading import ChangeKey, Row, values
from fosdesk.store.step_draft import StepDraft, encode_replaces
from fosdesk.store.step_writer import StepWriter
from tests.store.walk import wander

SEEDS = range(6)
STEPS = 40
Bug = Callable[[pytest.MonkeyPatch], None]
Merge = Callable[..., int]
LIVE = "SELECT writer, number FROM change WHERE live = 1"


def after_merge(patch: pytest.MonkeyPatch, spoil: Callable[..., None]) -> None:
    """Spoil the tables at the end of every merge; `spoil` is given the connection, the journal and what was live."""
    whole: Merge = merging.merge

    def merge(sql: Any, raw: sqlite3.Connection, sid: int, journal: Journal, *more: Any) -> int:
        before = set(raw.execute(LIVE))
        added = whole(sql, raw, sid, journal, *more)
        if added:
            spoil(raw, journal, before)
        return added

    patch.setattr(merging, "merge", merge)


def the_last_writer_wins(patch: pytest.MonkeyPatch) -> None:
    def spoil(raw: sqlite3.Connection, journal: Journal, before: set[ChangeKey]) -> None:
        raw.execute(
            "UPDATE change SET live = 0 WHERE live = 1 AND EXISTS (SELECT 1 FROM change AS later WHERE later.live = 1 "
            "AND later.record = change.record AND later.field = change.field AND (later.at, later.lamport, "
            "later.writer, later.number) > (change.at, change.lamport, change.writer, change.number))"
        )

    after_merge(patch, spoil)


def what_is_replaced_stays_live(patch: pytest.MonkeyPatch) -> None:
    def spoil(raw: sqlite3.Connection, journal: Journal, before: set[ChangeKey]) -> None:
        raw.executemany("UPDATE change SET live = 1 WHERE writer = ? AND number = ?", sorted(before))

    after_merge(patch, spoil)


def what_is_replaced_keeps_the_numbers_of_the_other_file(patch: pytest.MonkeyPatch) -> None:
    def spoil(raw: sqlite3.Connection, journal: Journal, before: set[ChangeKey]) -> None:
        for change in journal.changes:
            raw.execute(
                "UPDATE change SET replaces = ? WHERE number = ? AND writer = (SELECT id FROM writer WHERE uid = ?)",
                (encode_replaces(change.replaces), change.number, journal.writers[change.writer].uid),
            )

    after_merge(patch, spoil)


def deleting_leaves_what_it_has_seen(patch: pytest.MonkeyPatch) -> None:
    whole = StepDraft.delete

    def delete(self: StepDraft, record: str) -> None:
        whole(self, record)
        births = [row.key for row in self._live[record] if row.field == ""]
        self.changes = [put._replace(replaces=tuple(births)) if put.record == record else put for put in self.changes]

    patch.setattr(StepDraft, "delete", delete)


def the_order_does_not_go_on_after_a_merge(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(StepWriter, "merged", lambda self, sid: None)


def undo_does_not_look_at_later_edits(patch: pytest.MonkeyPatch) -> None:
    whole = StepDraft.undo

    def undo(self: StepDraft, *about: Any) -> None:
        read = self._read_all
        self._read_all = lambda some: {r: [row._replace(live=True) for row in rows] for r, rows in read(some).items()}
        whole(self, *about)

    patch.setattr(StepDraft, "undo", undo)


def undo_brings_back_one_of_two_values(patch: pytest.MonkeyPatch) -> None:
    whole = StepDraft._live_without

    def left_by(self: StepDraft, record: str, step: Iterable[Row]) -> list[Row]:
        return list({row.field: row for row in whole(self, record, list(step))}.values())

    patch.setattr(StepDraft, "_live_without", left_by)


def a_file_keeps_its_writer(patch: pytest.MonkeyPatch) -> None:
    whole = StepWriter._new_opening

    def opening(self: StepWriter, sql: Any, sid: int, by: Any) -> Any:
        raw = self._transactions.connection
        known = raw.execute("SELECT min(id), uid FROM writer WHERE school = ?", (sid,)).fetchone()
        if known[0] is None:
            return whole(self, sql, sid, by)
        (written,) = raw.execute("SELECT max(number) FROM change WHERE writer = ?", known[:1]).fetchone()
        made = whole(self, sql, sid, by)
        described = msgspec.structs.replace(made.described, uid=known[1])
        return made._replace(writer=known[0], described=described, written=written or 0)

    patch.setattr(StepWriter, "_new_opening", opening)


def the_counter_goes_on_when_nothing_was_written(patch: pytest.MonkeyPatch) -> None:
    whole = StepWriter.write

    def write(self: StepWriter, sql: Any, sid: int, puts: Any, *about: Any) -> Any:
        try:
            return whole(self, sql, sid, puts, *about)
        except Exception:
            opening = self._openings.get(sid)
            if opening is not None:
                self._openings[sid] = opening._replace(written=opening.written + len(puts))
            raise

    patch.setattr(StepWriter, "write", write)


def the_value_that_is_shown_depends_on_the_file(patch: pytest.MonkeyPatch) -> None:
    def snapshot(self: Queries, school: str) -> School:
        rows = self._transactions.connection.execute(
            "SELECT record, field, value FROM change JOIN writer ON writer.id = change.writer "
            "WHERE live = 1 AND school = ? ORDER BY writer.id, number",
            (self._schools.number_of(school),),
        ).fetchall()
        told = values([row[2] for row in rows])
        return school_from_values(school, ((row[0], row[1], value) for row, value in zip(rows, told, strict=True)))

    patch.setattr(Queries, "snapshot", snapshot)


BUGS: tuple[Bug, ...] = (
    the_last_writer_wins,
    what_is_replaced_stays_live,
    deleting_leaves_what_it_has_seen,
    the_order_does_not_go_on_after_a_merge,
    undo_does_not_look_at_later_edits,
    undo_brings_back_one_of_two_values,
    a_file_keeps_its_writer,
    what_is_replaced_keeps_the_numbers_of_the_other_file,
    the_counter_goes_on_when_nothing_was_written,
    the_value_that_is_shown_depends_on_the_file,
)


def caught() -> str:
    """What the first of some walks stumbles over; empty when none does."""
    for seed in SEEDS:
        try:
            wander(seed, STEPS)
        except Exception as fault:
            return repr(fault)
    return ""


def test_without_a_bug_nothing_is_caught() -> None:
    assert caught() == ""
    assert len(BUGS) == 10


@pytest.mark.parametrize("bug", BUGS, ids=[bug.__name__ for bug in BUGS])
def test_a_planted_bug_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    fault = caught()
    assert fault != ""
    print(fault[:200])
