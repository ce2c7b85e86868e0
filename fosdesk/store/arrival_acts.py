"""What is done with files that come in: they are merged, taken back and brought in again."""

from collections.abc import Sequence
from pathlib import Path

from fosdesk.domain.journal import Journal
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import arrivals
from fosdesk.store.arrivals import BRING_AGAIN, TAKE_BACK, TakenBack
from fosdesk.store.exact_removal import NotAsBefore, remove
from fosdesk.store.person_queries import PersonQueries
from fosdesk.store.reading import Span
from fosdesk.store.schools import Schools
from fosdesk.store.step_writer import By, StepWriter
from fosdesk.store.steps import Trails
from fosdesk.store.transactions import Transactions
from fosdesk.store.withdrawal import withdrawal


class ArrivalActs:
    """Each act is one transaction; nothing has happened when it is stopped on the way."""

    def __init__(
        self, transactions: Transactions, schools: Schools, people: PersonQueries, writer: StepWriter, trails: Trails
    ) -> None:
        self._transactions, self._schools, self._people = transactions, schools, people
        self._writer, self._trails = writer, trails

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
        from fosdesk.store import merge
        from fosdesk.store.journal_check import check_whole

        check_whole(journal)
        raw = self._transactions.connection
        with self._transactions.writing() as sql:
            sid = self._schools.add(sql, journal.school, own, now)
            before = arrivals.tops(raw, sid) if file else {}
            added = merge.merge(sql, raw, sid, self._people.erased_in(sid).strip(journal), pace)
            if file and added:
                arrivals.note(sql, raw, sid, before, now, file, self._told_place(backup))
        self._writer.merged(sid)
        return added

    def take_back(
        self, school: str, arrival: int, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
    ) -> TakenBack:
        """Take back what a file brought: exactly, while nothing was written since; else by a step that keeps that.

        FosdeskError, and nothing changed, when it is taken back already, or can no longer be told from other work.
        """
        sid, raw = self._schools.number_of(school), self._transactions.connection
        with self._transactions.reading() as connection:
            spans, stood, backup = arrivals.noted_to_take_back(connection, sid, arrival)
        try:
            with self._transactions.writing() as sql:
                if sum(arrivals.tops(raw, sid).values()) != stood:
                    raise NotAsBefore
                remove(sql, raw, sid, spans, self._transactions.path.parent / backup, pace)
                arrivals.mark(sql, arrival, taken_back=True)
        except NotAsBefore:
            return self._without(school, spans, TAKE_BACK, arrival, By(role, app, now), pace)
        self._writer.merged(sid)
        self._trails.forget(sid)
        return TakenBack(True, 0, 0)

    def bring_again(
        self, school: str, arrival: int, *, role: str, app: str, now: int, pace: Pace = NO_HURRY
    ) -> TakenBack:
        """Bring in again what a step took back; what was written since is kept."""
        with self._transactions.reading() as connection:
            step = arrivals.step_of(connection, self._schools.number_of(school), arrival)
        if step is None:
            raise FosdeskError("Read the file again to bring in what was taken back.")
        return self._without(school, [step], BRING_AGAIN, arrival, By(role, app, now), pace)

    def _without(self, school: str, spans: Sequence[Span], act: str, arrival: int, by: By, pace: Pace) -> TakenBack:
        sid = self._schools.number_of(school)
        trail = self._trails.of(sid)
        with self._transactions.writing() as sql:
            again = act == BRING_AGAIN
            draft = withdrawal(self._transactions.connection, sid, spans, trail, pace, is_own_step=again)
            if not draft.puts:
                return TakenBack(False, 0, len(draft.kept))
            written = self._writer.write(sql, sid, draft.puts, arrivals.label_of(act, arrival), by, None)
            arrivals.mark(sql, arrival, taken_back=act == TAKE_BACK)
            pace()
        self._writer.committed(written)
        trail.add(written.done, written.restores)
        draft.forget()
        return TakenBack(False, len({put.record for put in draft.puts}), len(draft.kept))

    def _told_place(self, backup: Path | None) -> str:
        """Where a backup lies, seen from the store where it lies below it."""
        if backup is None:
            return ""
        folder = self._transactions.path.parent
        return backup.relative_to(folder).as_posix() if backup.is_relative_to(folder) else str(backup)
