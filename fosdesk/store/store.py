"""Store: the one door to the local database."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Edit, Journal
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import arrivals, reading
from fosdesk.store.arrivals import BRING_AGAIN, TAKE_BACK, Span, TakenBack
from fosdesk.store.database import open_database, told
from fosdesk.store.journal import FEW, Draft
from fosdesk.store.memory import Memory
from fosdesk.store.pen import By, Pen, Written
from fosdesk.store.people import People
from fosdesk.store.reading import ChangeKey, Row, Step
from fosdesk.store.steps import DoneStep, Trail, read_trail


class Store(Memory, People):
    """One connection and one writer; what it answers are values of the domain."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use `open`."""
        super().__init__(connection, path)
        self._pen = Pen(connection)
        self._trails: dict[int, Trail] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store, or make one; FosdeskError for what is newer, damaged, of another kind or out of reach."""
        return cls(open_database(path), path)

    def _forget(self, sid: int) -> None:
        self._pen.forget(sid)
        self._trails.pop(sid, None)
        self._erasures.pop(sid, None)

    # -- reading

    def snapshot(self, school: str) -> School:
        """The picture of a school as it stands."""
        with told(self._path):
            return reading.snapshot(self._connection, self._sid(school), school)

    def snapshot_of(self, school: str, records: Iterable[str]) -> School:
        """The same for some records only."""
        with told(self._path):
            return reading.snapshot_of(self._connection, self._sid(school), school, records)

    def journal(self, school: str) -> Journal:
        """Everything that was ever written in a school, for a school file."""
        with told(self._path):
            return reading.journal(self._connection, self._sid(school), school)

    def get_ready(self, school: str) -> None:
        """Read what undo and the first word will ask for, so that nobody waits for it at the screen."""
        sid = self._sid(school)
        self._trail(sid)
        self._erased(sid)
        with told(self._path):
            self._pen.get_ready(sid)

    # -- writing

    def append(
        self, school: str, edits: Sequence[Edit], label: StepLabel, *, role: str, app: str, now: int
    ) -> Step | None:
        """Write what differs from what its author saw, as one step; None when that is nothing."""
        records = [edit.record for edit in edits]
        return self._step(school, records, lambda draft: draft.edit(edits), label, By(role, app, now))

    def delete(
        self, school: str, records: Sequence[str], label: StepLabel, *, role: str, app: str, now: int
    ) -> Step | None:
        """Delete records as one step; what somebody else writes in them meanwhile stays to be seen."""

        def act(draft: Draft) -> None:
            for record in dict.fromkeys(records):
                draft.delete(record)

        return self._step(school, records, act, label, By(role, app, now))

    def settle(
        self,
        school: str,
        record: str,
        field: str,
        value: Scalar,
        label: StepLabel,
        *,
        role: str,
        app: str,
        now: int,
    ) -> Step | None:
        """Replace all values of one field by one; nothing else ends a conflict."""
        return self._step(school, [record], lambda draft: draft.settle(record, field, value), label, By(role, app, now))

    def restore(
        self,
        school: str,
        records: Mapping[str, str],
        label: StepLabel,
        *,
        role: str,
        app: str,
        now: int,
        pace: Pace = NO_HURRY,
    ) -> Step | None:
        """Bring deleted records back whole, as one step; `records` tells which noun each of them was."""

        def act(draft: Draft) -> None:
            for some in pace.in_parts(list(records.items()), FEW):
                for record, noun in some:
                    draft.settle(record, BIRTH, noun)

        return self._step(school, records, act, label, By(role, app, now), pace=pace)

    def _step(
        self,
        school: str,
        records: Iterable[str],
        act: Callable[[Draft], None],
        label: StepLabel,
        by: By,
        undoes: ChangeKey | None = None,
        pace: Pace = NO_HURRY,
    ) -> Step | None:
        """One act in one transaction; it counts when it is safely on the disk, and leaves nothing when stopped."""
        sid = self._sid(school)
        records = list(records)
        if not self._erased(sid).records.isdisjoint(records):
            raise FosdeskError("What was written here has been erased since, so it cannot be brought back.")
        trail = self._trail(sid)
        with self._writing() as sql:
            draft = self._draft(sid, records, pace)
            act(draft)
            if not draft.puts:
                return None
            pace()
            written = self._pen.write(sql, sid, draft.puts, label, by, undoes)
            pace()
            if undoes is not None and label.act in (TAKE_BACK, BRING_AGAIN):
                # Undoing, as opposed to doing again, turns it round.
                undone = bool(trail.done) and undoes == trail.done[-1].key
                arrivals.mark(sql, int(label.record), taken_back=(label.act == TAKE_BACK) != undone)
        self._pen.committed(written)
        trail.add(written.done, written.restores)
        draft.forget()
        return written.step

    def _draft(self, sid: int, records: Iterable[str], pace: Pace = NO_HURRY) -> Draft:
        live: dict[str, list[Row]] = {}
        for some in pace.in_parts(list(records), FEW):
            live.update(reading.rows_of(self._connection, sid, some, live=True))
        return Draft(live, lambda some: reading.rows_of(self._connection, sid, some, live=False))

    # -- undo and redo

    def undo_label(self, school: str) -> StepLabel | None:
        """What undo would take back; None when there is nothing."""
        done = self._trail(self._sid(school)).done
        return done[-1].label if done else None

    def redo_label(self, school: str) -> StepLabel | None:
        """What redo would do again; None when there is nothing."""
        undone = self._trail(self._sid(school)).undone
        return undone[-1].label if undone else None

    def undo(self, school: str, *, role: str, app: str, now: int, pace: Pace = NO_HURRY) -> Step | None:
        """Take back the latest step of this laptop; FosdeskError, and nothing changed, when somebody wrote later."""
        trail = self._trail(self._sid(school))
        return self._take_back(school, trail, trail.done, By(role, app, now), pace)

    def redo(self, school: str, *, role: str, app: str, now: int, pace: Pace = NO_HURRY) -> Step | None:
        """Do again what was undone last."""
        trail = self._trail(self._sid(school))
        return self._take_back(school, trail, trail.undone, By(role, app, now), pace)

    def _take_back(self, school: str, trail: Trail, steps: list[DoneStep], by: By, pace: Pace) -> Step | None:
        if not steps:
            return None
        (writer, first), label, _ = undoes = steps[-1]
        with told(self._path):
            rows = reading.of_step(self._connection, undoes.key)
        last = max(number for number, _ in rows)
        records = dict.fromkeys(record for _, record in rows)
        return self._step(
            school,
            records,
            lambda draft: draft.undo(writer, first, last, trail, pace),
            label,
            by,
            undoes=undoes.key,
            pace=pace,
        )

    def is_wide(self, school: str, *, redo: bool = False) -> bool:
        """Whether undo, or redo, would go through more than may be done while somebody waits."""
        trail = self._trail(self._sid(school))
        steps = trail.undone if redo else trail.done
        with told(self._path):
            return bool(steps) and len(reading.of_step(self._connection, steps[-1].key, FEW + 1)) > FEW

    def records_of(self, school: str, step: Step) -> frozenset[str]:
        """The records in which a step has written."""
        with told(self._path):
            (writer,) = self._connection.execute(
                "SELECT id FROM writer WHERE uid = ? AND school = ?", (step.writer, self._sid(school))
            ).fetchone()
            return frozenset(record for _, record in reading.of_step(self._connection, (writer, step.number)))

    def _trail(self, sid: int) -> Trail:
        if sid not in self._trails:
            with told(self._path):
                self._trails[sid] = read_trail(self._connection, sid)
        return self._trails[sid]

    # -- erasing

    def erase(
        self,
        school: str,
        erasure: Erasure,
        edits: Sequence[Edit] = (),
        *,
        names_somebody: Callable[[str], bool] = lambda text: False,
        role: str,
        app: str,
        now: int,
        pace: Pace = NO_HURRY,
    ) -> None:
        """Take values out of the whole history for good; records go as if deleted, `edits` are written in place.

        Nothing has happened when it is stopped on the way. It cannot be undone, and no file brings it back. Names of
        files that came in go too where they name somebody.
        """
        from fosdesk.store.erasing import erase, forget_file_names, sweep

        sid = self._sid(school)
        written: Written | None = None
        with self._writing() as sql:
            pace()
            draft = self._draft(sid, {*erasure.records, *(edit.record for edit in edits)})
            for record in sorted(erasure.records):
                draft.delete(record)
            for edit in edits:
                draft.edit([edit])
            if draft.puts:
                written = self._pen.write(sql, sid, draft.puts, StepLabel("erase"), By(role, app, now), None)
                sql.exec_driver_sql("DELETE FROM step WHERE writer = ? AND step = ?", written.done.key)
            erase(self._connection, sid, erasure, now)
            forget_file_names(self._connection, sid, names_somebody)
            pace()
        if written is not None:
            self._pen.committed(written)
        draft.forget()
        self._trails.pop(sid, None)
        self._erasures.pop(sid, None)
        with told(self._path):
            sweep(self._connection)

    # -- whole schools

    def merge(
        self,
        journal: Journal,
        *,
        own: bool,
        now: int,
        file: str = "",
        backup: Path | None = None,
        pace: Pace = NO_HURRY,
    ) -> int:
        """Take in a journal by union, in one transaction; how many changes were new.

        With the name of a `file`, what it brought is remembered, so that it can be taken back; `backup` is the copy
        made just before.
        """
        from fosdesk.store.merge import merge
        from fosdesk.store.whole import check_whole

        check_whole(journal)
        with self._writing() as sql:
            sid = self._add(sql, journal.school, own, now)
            before = arrivals.tops(self._connection, sid) if file else {}
            added = merge(sql, self._connection, sid, self._erased(sid).strip(journal), pace)
            if file and added:
                arrivals.note(sql, self._connection, sid, before, now, file, self._told_place(backup))
        self._pen.merged(sid)
        return added

    # -- copies

    def backup(self, folder: Path, now: int, why: str = "", pace: Pace = NO_HURRY) -> Path:
        """Write a verified copy of the whole store into a folder, also while somebody writes; its place."""
        from fosdesk.store.backups import back_up

        with self._reader() as source:
            return back_up(source, folder, self._path.stem, now, why, pace)

    def mark(self) -> tuple[int, ...]:
        """Tells this state of the store from any other."""
        from fosdesk.store.backups import mark_of

        with told(self._path), self._reader() as source:
            return mark_of(source)

    def bad_rows(self, pace: Pace = NO_HURRY) -> int:
        """How many changes are not as they were written, because the disk has changed them."""
        from fosdesk.store.salvage import bad_rows

        with told(self._path), self._reader() as source:
            return bad_rows(source, pace)

    # -- files that came in

    def take_back(
        self, school: str, arrival: int, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
    ) -> TakenBack:
        """Take back what a file brought: exactly, while nothing was written since; else by a step that keeps that.

        FosdeskError, and nothing changed, when it is taken back already, or can no longer be told from other work.
        """
        sid = self._sid(school)
        with told(self._path):
            spans, stood, backup = arrivals.noted_to_take_back(self._connection, sid, arrival)
        try:
            with self._writing() as sql:
                if sum(arrivals.tops(self._connection, sid).values()) != stood:
                    raise arrivals.NotAsBefore
                arrivals.remove(sql, self._connection, sid, spans, self._path.parent / backup, pace)
                arrivals.mark(sql, arrival, taken_back=True)
        except arrivals.NotAsBefore:
            return self._without(school, spans, TAKE_BACK, arrival, By(role, app, now), pace)
        self._pen.merged(sid)
        self._trails.pop(sid, None)
        return TakenBack(True, 0, 0)

    def bring_again(
        self, school: str, arrival: int, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
    ) -> TakenBack:
        """Bring in again what a step took back; what was written since is kept."""
        with told(self._path):
            step = arrivals.step_of(self._connection, self._sid(school), arrival)
        if step is None:
            raise FosdeskError("Read the file again to bring in what was taken back.")
        return self._without(school, [step], BRING_AGAIN, arrival, By(role, app, now), pace)

    def _without(self, school: str, spans: Sequence[Span], act: str, arrival: int, by: By, pace: Pace) -> TakenBack:
        sid = self._sid(school)
        trail = self._trail(sid)
        with self._writing() as sql:
            again = act == BRING_AGAIN
            draft = arrivals.withdrawal(self._connection, sid, spans, trail, pace, is_own_step=again)
            if not draft.puts:
                return TakenBack(False, 0, len(draft.kept))
            written = self._pen.write(sql, sid, draft.puts, arrivals.label_of(act, arrival), by, None)
            arrivals.mark(sql, arrival, taken_back=act == TAKE_BACK)
            pace()
        self._pen.committed(written)
        trail.add(written.done, written.restores)
        draft.forget()
        return TakenBack(False, len({put.record for put in draft.puts}), len(draft.kept))

    def _told_place(self, backup: Path | None) -> str:
        """Where a backup lies, seen from the store where it lies below it."""
        if backup is None:
            return ""
        folder = self._path.parent
        return backup.relative_to(folder).as_posix() if backup.is_relative_to(folder) else str(backup)
