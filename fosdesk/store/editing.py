"""What a person does with records, each as one step: write, delete, settle a conflict, restore, undo, redo, erase."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Edit
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import arrivals, sweeping
from fosdesk.store.arrivals import BRING_AGAIN, TAKE_BACK
from fosdesk.store.lookups import reading
from fosdesk.store.lookups.person_queries import PersonQueries
from fosdesk.store.lookups.reading import ChangeKey, Row, Step
from fosdesk.store.schools import Schools
from fosdesk.store.step_draft import RECORDS_AT_A_TIME, StepDraft
from fosdesk.store.step_writer import Author, StepWriter, Written
from fosdesk.store.steps import DoneStep, UndoStack, UndoStacks, steps_of_sitting
from fosdesk.store.transactions import Transactions


class Editing:
    """Each method is one transaction, durable when it returns. `now` is in milliseconds since 1970 everywhere."""

    def __init__(
        self,
        transactions: Transactions,
        schools: Schools,
        people: PersonQueries,
        writer: StepWriter,
        undo_stacks: UndoStacks,
    ) -> None:
        self._transactions, self._schools, self._people = transactions, schools, people
        self._writer, self._undo_stacks = writer, undo_stacks

    # -- writing

    def append(
        self,
        school: str,
        edits: Sequence[Edit],
        label: StepLabel,
        *,
        gone: Sequence[str] = (),
        role: str,
        app: str,
        now: int,
    ) -> Step | None:
        """Write the values that differ from what their author saw, and delete the records `gone`, as one step.

        None when there is nothing to write.
        """

        def act(draft: StepDraft) -> None:
            draft.edit(edits)
            for record in dict.fromkeys(gone):
                draft.delete(record)

        records = [*(edit.record for edit in edits), *gone]
        return self._step(school, records, act, label, Author(role, app, now))

    def delete(
        self, school: str, records: Sequence[str], label: StepLabel, *, role: str, app: str, now: int
    ) -> Step | None:
        """Delete records as one step; what somebody else writes in them meanwhile stays visible after a merge."""

        def act(draft: StepDraft) -> None:
            for record in dict.fromkeys(records):
                draft.delete(record)

        return self._step(school, records, act, label, Author(role, app, now))

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
        """Settle a conflict: replace all values of one field by one. None when there was nothing to do."""
        return self._step(
            school, [record], lambda draft: draft.settle(record, field, value), label, Author(role, app, now)
        )

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
        """Restore deleted records with all their fields, as one step; `records` maps each id to its noun."""

        def act(draft: StepDraft) -> None:
            for some in pace.in_parts(list(records.items()), RECORDS_AT_A_TIME):
                for record, noun in some:
                    draft.settle(record, BIRTH, noun)

        return self._step(school, records, act, label, Author(role, app, now), pace=pace)

    def _step(
        self,
        school: str,
        records: Iterable[str],
        act: Callable[[StepDraft], None],
        label: StepLabel,
        by: Author,
        undoes: ChangeKey | None = None,
        pace: Pace = NO_HURRY,
    ) -> Step | None:
        """Run one act on a draft and write it in one transaction; nothing is written when it raises or is stopped."""
        sid = self._schools.number_of(school)
        records = list(records)
        if not self._people.erased_in(sid).records.isdisjoint(records):
            raise FosdeskError("What was written here has been erased since, so it cannot be brought back.")
        undo_stack = self._undo_stacks.of(sid)
        with self._transactions.writing(is_step=True) as sql:
            draft = self._draft(sid, records, pace)
            act(draft)
            if not draft.changes:
                return None
            pace()
            written = self._writer.write(sql, sid, draft.changes, label, by, undoes)
            pace()
            if undoes is not None and label.act in (TAKE_BACK, BRING_AGAIN):
                # Undoing, as opposed to doing again, turns it round.
                undone = bool(undo_stack.done) and undoes == undo_stack.done[-1].key
                arrivals.set_taken_back(sql, int(label.record), taken_back=(label.act == TAKE_BACK) != undone)
        self._writer.committed(written)
        undo_stack.add(written.done, written.restores)
        draft.clear()
        return written.step

    def _draft(self, sid: int, records: Iterable[str], pace: Pace = NO_HURRY) -> StepDraft:
        live: dict[str, list[Row]] = {}
        for some in pace.in_parts(list(records), RECORDS_AT_A_TIME):
            live.update(reading.rows_of(self._transactions.connection, sid, some, live=True))
        return StepDraft(live, lambda some: reading.rows_of(self._transactions.connection, sid, some, live=False))

    # -- undo and redo

    def undo_label(self, school: str) -> StepLabel | None:
        """The label of the step that undo would take back; None when there is none."""
        done = self._undo_stacks.of(self._schools.number_of(school)).done
        return done[-1].label if done else None

    def redo_label(self, school: str) -> StepLabel | None:
        """The label of the step that redo would repeat; None when there is none."""
        undone = self._undo_stacks.of(self._schools.number_of(school)).undone
        return undone[-1].label if undone else None

    def step_counts(self, school: str) -> tuple[int, int]:
        """How many steps can be undone, and how many can be redone."""
        undo_stack = self._undo_stacks.of(self._schools.number_of(school))
        return len(undo_stack.done), len(undo_stack.undone)

    def undo(self, school: str, *, role: str, app: str, now: int, pace: Pace = NO_HURRY) -> Step | None:
        """Undo the latest step of this laptop, or the steps of the latest sitting at a text; None when there is none.

        FosdeskError, and nothing changed, when the same fields were written later.
        """
        undo_stack = self._undo_stacks.of(self._schools.number_of(school))
        return self._take_back(school, undo_stack, undo_stack.done, Author(role, app, now), pace)

    def redo(self, school: str, *, role: str, app: str, now: int, pace: Pace = NO_HURRY) -> Step | None:
        """Redo the step that was undone last; None when there is none."""
        undo_stack = self._undo_stacks.of(self._schools.number_of(school))
        return self._take_back(school, undo_stack, undo_stack.undone, Author(role, app, now), pace)

    def _take_back(
        self, school: str, undo_stack: UndoStack, steps: list[DoneStep], by: Author, pace: Pace
    ) -> Step | None:
        if not steps:
            return None
        with self._transactions.reading() as connection:
            key, label, _ = steps[-1]
            undoes = steps_of_sitting(connection, steps)[0].key if steps is undo_stack.done else key
            rows = reading.changes_of_step(connection, key)
        writer, first = undoes
        last = max(number for number, _ in rows)
        records = dict.fromkeys(record for _, record in rows)
        return self._step(
            school,
            records,
            lambda draft: draft.undo(writer, first, last, undo_stack, pace),
            label,
            by,
            undoes=undoes,
            pace=pace,
        )

    def is_wide(self, school: str, *, redo: bool = False) -> bool:
        """Whether undo (or redo) would touch more than RECORDS_AT_A_TIME changes, too many for the GUI thread."""
        undo_stack = self._undo_stacks.of(self._schools.number_of(school))
        steps = undo_stack.undone if redo else undo_stack.done
        with self._transactions.reading() as connection:
            return (
                bool(steps)
                and len(reading.changes_of_step(connection, steps[-1].key, RECORDS_AT_A_TIME + 1)) > RECORDS_AT_A_TIME
            )

    def records_of(self, school: str, step: Step) -> frozenset[str]:
        """The ids of the records that a step wrote in."""
        with self._transactions.reading() as connection:
            (writer,) = connection.execute(
                "SELECT id FROM writer WHERE uid = ? AND school = ?", (step.writer, self._schools.number_of(school))
            ).fetchone()
            return frozenset(record for _, record in reading.changes_of_step(connection, (writer, step.number)))

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
        """Erase values from the whole history for good.

        Records in `erasure` are deleted first, and `edits` are written in place of names. The name of a merged
        file is erased where `names_somebody` says that it names a person. Nothing is written when it is stopped
        through `pace`. It cannot be undone, and no merge brings the values back. The file is vacuumed afterwards;
        where that is refused, `is_unswept` is true, and the next opening does it.
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
            if draft.changes:
                written = self._writer.write(sql, sid, draft.changes, StepLabel("erase"), Author(role, app, now), None)
                sql.execute(REMOVE_STEP, dict(zip(("of_writer", "of_step"), written.done.key, strict=True)))
            erase(sql, self._transactions.connection, sid, erasure, now)
            forget_file_names(sql, self._transactions.connection, sid, names_somebody)
            pace()
            sweeping.mark_unswept(self._transactions.path)  # in case nobody gets further than the commit
        if written is not None:
            self._writer.committed(written)
        draft.clear()
        self._undo_stacks.invalidate(sid)
        self._people.invalidate(sid)
        self._transactions.sweep()
