"""What people do with records: write, delete, settle, restore, undo, redo and erase, each as one step."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Edit
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import arrivals, reading
from fosdesk.store.arrivals import BRING_AGAIN, TAKE_BACK
from fosdesk.store.database import told
from fosdesk.store.journal import FEW, Draft
from fosdesk.store.person_queries import PersonQueries
from fosdesk.store.reading import ChangeKey, Row, Step
from fosdesk.store.schools import Schools
from fosdesk.store.sqlite_dialect import sweep
from fosdesk.store.step_writer import By, StepWriter, Written
from fosdesk.store.steps import DoneStep, Trail, Trails
from fosdesk.store.transactions import Transactions


class Editing:
    """Each act is one transaction; it counts when it is safely on the disk."""

    def __init__(
        self, transactions: Transactions, schools: Schools, people: PersonQueries, writer: StepWriter, trails: Trails
    ) -> None:
        self._transactions, self._schools, self._people = transactions, schools, people
        self._writer, self._trails = writer, trails

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
        sid = self._schools.number_of(school)
        records = list(records)
        if not self._people.erased_in(sid).records.isdisjoint(records):
            raise FosdeskError("What was written here has been erased since, so it cannot be brought back.")
        trail = self._trails.of(sid)
        with self._transactions.writing() as sql:
            draft = self._draft(sid, records, pace)
            act(draft)
            if not draft.puts:
                return None
            pace()
            written = self._writer.write(sql, sid, draft.puts, label, by, undoes)
            pace()
            if undoes is not None and label.act in (TAKE_BACK, BRING_AGAIN):
                # Undoing, as opposed to doing again, turns it round.
                undone = bool(trail.done) and undoes == trail.done[-1].key
                arrivals.mark(sql, int(label.record), taken_back=(label.act == TAKE_BACK) != undone)
        self._writer.committed(written)
        trail.add(written.done, written.restores)
        draft.forget()
        return written.step

    def _draft(self, sid: int, records: Iterable[str], pace: Pace = NO_HURRY) -> Draft:
        live: dict[str, list[Row]] = {}
        for some in pace.in_parts(list(records), FEW):
            live.update(reading.rows_of(self._transactions.connection, sid, some, live=True))
        return Draft(live, lambda some: reading.rows_of(self._transactions.connection, sid, some, live=False))

    # -- undo and redo

    def undo_label(self, school: str) -> StepLabel | None:
        """What undo would take back; None when there is nothing."""
        done = self._trails.of(self._schools.number_of(school)).done
        return done[-1].label if done else None

    def redo_label(self, school: str) -> StepLabel | None:
        """What redo would do again; None when there is nothing."""
        undone = self._trails.of(self._schools.number_of(school)).undone
        return undone[-1].label if undone else None

    def undo(self, school: str, *, role: str, app: str, now: int, pace: Pace = NO_HURRY) -> Step | None:
        """Take back the latest step of this laptop; FosdeskError, and nothing changed, when somebody wrote later."""
        trail = self._trails.of(self._schools.number_of(school))
        return self._take_back(school, trail, trail.done, By(role, app, now), pace)

    def redo(self, school: str, *, role: str, app: str, now: int, pace: Pace = NO_HURRY) -> Step | None:
        """Do again what was undone last."""
        trail = self._trails.of(self._schools.number_of(school))
        return self._take_back(school, trail, trail.undone, By(role, app, now), pace)

    def _take_back(self, school: str, trail: Trail, steps: list[DoneStep], by: By, pace: Pace) -> Step | None:
        if not steps:
            return None
        (writer, first), label, _ = undoes = steps[-1]
        with self._transactions.reading() as connection:
            rows = reading.of_step(connection, undoes.key)
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
        trail = self._trails.of(self._schools.number_of(school))
        steps = trail.undone if redo else trail.done
        with self._transactions.reading() as connection:
            return bool(steps) and len(reading.of_step(connection, steps[-1].key, FEW + 1)) > FEW

    def records_of(self, school: str, step: Step) -> frozenset[str]:
        """The records in which a step has written."""
        with self._transactions.reading() as connection:
            (writer,) = connection.execute(
                "SELECT id FROM writer WHERE uid = ? AND school = ?", (step.writer, self._schools.number_of(school))
            ).fetchone()
            return frozenset(record for _, record in reading.of_step(connection, (writer, step.number)))

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
        from fosdesk.store.erasing import erase, forget_file_names
        from fosdesk.store.schema import REMOVE_STEP

        sid = self._schools.number_of(school)
        written: Written | None = None
        with self._transactions.writing() as sql:
            pace()
            draft = self._draft(sid, {*erasure.records, *(edit.record for edit in edits)})
            for record in sorted(erasure.records):
                draft.delete(record)
            for edit in edits:
                draft.edit([edit])
            if draft.puts:
                written = self._writer.write(sql, sid, draft.puts, StepLabel("erase"), By(role, app, now), None)
                sql.execute(REMOVE_STEP, dict(zip(("of_writer", "of_step"), written.done.key, strict=True)))
            erase(sql, self._transactions.connection, sid, erasure, now)
            forget_file_names(sql, self._transactions.connection, sid, names_somebody)
            pace()
        if written is not None:
            self._writer.committed(written)
        draft.forget()
        self._trails.forget(sid)
        self._people.forget(sid)
        with told(self._transactions.path):
            sweep(self._transactions.connection)
