"""What is done with files that come in (arrivals): merging, taking back what one brought, bringing it in again."""

from collections.abc import Sequence
from pathlib import Path

from fosdesk.domain.journal import Journal
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import arrivals
from fosdesk.store.arrivals import BRING_AGAIN, TAKE_BACK, TakenBack
from fosdesk.store.exact_removal import DiffersFromBackup, remove
from fosdesk.store.lookups.person_queries import PersonQueries
from fosdesk.store.lookups.reading import ChangeRange
from fosdesk.store.schools import Schools
from fosdesk.store.step_writer import Author, StepWriter
from fosdesk.store.steps import UndoStacks
from fosdesk.store.transactions import Transactions
from fosdesk.store.withdrawal import prepare_withdrawal


class ArrivalActs:
    """Each method is one transaction; when it raises or is stopped through its `pace`, nothing is written."""

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
        """Merge a journal (set union of changes) in one transaction; returns how many changes were new.

        Where `file` names the file it came from, what it brought is recorded as an arrival, so that it can be
        taken back; `backup` is the copy made just before. `now` is in milliseconds since 1970. FosdeskError
        when the journal is incomplete or contradicts the one that is here.
        """
        from fosdesk.store import merge
        from fosdesk.store.journal_check import check_whole

        check_whole(journal)
        raw = self._transactions.connection
        with self._transactions.writing() as sql:
            sid = self._schools.add(sql, journal.school, own, now)
            before = arrivals.change_counts(raw, sid) if file else {}
            added = merge.merge(sql, raw, sid, self._people.erased_in(sid).strip(journal), pace)
            if file and added:
                arrivals.record_arrival(sql, raw, sid, before, now, file, self._relative_place(backup))
        self._writer.merged(sid)
        return added

    def take_back(
        self, school: str, arrival: int, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
    ) -> TakenBack:
        """Take back what a file brought: by removing its changes where nothing was written since, else by an undo step.

        The undo step keeps what was written later. FosdeskError, and nothing changed, when it is taken back
        already, or when its changes can no longer be told from others.
        """
        sid, raw = self._schools.number_of(school), self._transactions.connection
        with self._transactions.reading() as connection:
            ranges, stood, backup = arrivals.arrival_to_take_back(connection, sid, arrival)
        try:
            with self._transactions.writing() as sql:
                if sum(arrivals.change_counts(raw, sid).values()) != stood:
                    raise DiffersFromBackup
                remove(sql, raw, sid, ranges, self._transactions.path.parent / backup, pace)
                arrivals.set_taken_back(sql, arrival, taken_back=True)
        except DiffersFromBackup:
            return self._withdraw(school, ranges, TAKE_BACK, arrival, Author(role, app, now), pace)
        self._writer.merged(sid)
        self._undo_stacks.invalidate(sid)
        return TakenBack(True, 0, 0)

    def bring_again(
        self, school: str, arrival: int, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
    ) -> TakenBack:
        """Write again what an undo step of `take_back` took out; what was written since is kept.

        FosdeskError when the changes were removed from the journal, so that the file has to be read again.
        """
        with self._transactions.reading() as connection:
            step = arrivals.take_back_step(connection, self._schools.number_of(school), arrival)
        if step is None:
            raise FosdeskError("Read the file again to bring in what was taken back.")
        return self._withdraw(school, [step], BRING_AGAIN, arrival, Author(role, app, now), pace)

    def _withdraw(
        self, school: str, ranges: Sequence[ChangeRange], act: str, arrival: int, by: Author, pace: Pace
    ) -> TakenBack:
        sid = self._schools.number_of(school)
        undo_stack = self._undo_stacks.of(sid)
        with self._transactions.writing(is_step=True) as sql:
            again = act == BRING_AGAIN
            draft = prepare_withdrawal(self._transactions.connection, sid, ranges, undo_stack, pace, is_own_step=again)
            if not draft.changes:
                return TakenBack(False, 0, len(draft.kept))
            written = self._writer.write(sql, sid, draft.changes, arrivals.arrival_label(act, arrival), by, None)
            arrivals.set_taken_back(sql, arrival, taken_back=act == TAKE_BACK)
            pace()
        self._writer.committed(written)
        undo_stack.add(written.done, written.restores)
        draft.clear()
        return TakenBack(False, len({change.record for change in draft.changes}), len(draft.kept))

    def _relative_place(self, backup: Path | None) -> str:
        """The path of a backup for the table: relative to the store's folder where it lies below it, else absolute."""
        if backup is None:
            return ""
        folder = self._transactions.path.parent
        return backup.relative_to(folder).as_posix() if backup.is_relative_to(folder) else str(backup)
