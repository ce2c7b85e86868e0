"""Store: the one door to the local database."""

import sqlite3
from pathlib import Path
from typing import Self

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.arrival_acts import ArrivalActs
from fosdesk.store.database import open_database
from fosdesk.store.editing import Editing
from fosdesk.store.past_queries import PastQueries
from fosdesk.store.person_queries import PersonQueries
from fosdesk.store.queries import Queries
from fosdesk.store.schools import Schools
from fosdesk.store.step_writer import StepWriter
from fosdesk.store.steps import Trails
from fosdesk.store.transactions import Transactions


class Store:
    """One connection and one writer; what it answers are values of the domain.

    Each part is handed the transactions, and does one kind of thing; what may be asked of them is listed here.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use `open`."""
        self._transactions = transactions = Transactions(connection, path)
        self._schools = schools = Schools(transactions)
        self._writer, self._trails = StepWriter(transactions), Trails(transactions)
        self._people = people = PersonQueries(transactions, schools)

        self._connection = connection
        self.path = path
        self.prepare = transactions.prepare
        self.close = transactions.close

        self.schools = schools.all
        self.add_school = schools.begin
        self.set_aside = schools.set_aside

        queries = Queries(transactions, schools)
        self.snapshot = queries.snapshot
        self.snapshot_of = queries.snapshot_of
        self.journal = queries.journal
        self.history = queries.history
        self.recent = queries.recent
        self.known = queries.known
        self.heads_of = queries.heads_of

        past = PastQueries(transactions, schools)
        self.predecessor = past.predecessor
        self.arrivals = past.arrivals
        self.changed_since = past.changed_since
        self.brought_by = past.brought_by
        self.values_around = past.values_around
        self.deleted = past.deleted
        self.last_words = past.last_words

        self.erased = people.erased
        self.last_erased = people.last_erased
        self.keep = people.keep
        self.answered = people.answered
        self.deleted_of = people.deleted_of
        self.said_in = people.said_in
        self.all_said = people.all_said
        self.said_at = people.said_at

        editing = Editing(transactions, schools, people, self._writer, self._trails)
        self.append = editing.append
        self.delete = editing.delete
        self.settle = editing.settle
        self.restore = editing.restore
        self.undo_label = editing.undo_label
        self.redo_label = editing.redo_label
        self.undo = editing.undo
        self.redo = editing.redo
        self.is_wide = editing.is_wide
        self.records_of = editing.records_of
        self.erase = editing.erase

        coming = ArrivalActs(transactions, schools, people, self._writer, self._trails)
        self.merge = coming.merge
        self.take_back = coming.take_back
        self.bring_again = coming.bring_again

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store, or make one; FosdeskError for what is newer, damaged, of another kind or out of reach."""
        return cls(open_database(path), path)

    def get_ready(self, school: str, pace: Pace = NO_HURRY) -> None:
        """Read what undo and the first word will ask for, so that nobody waits for it at the screen."""
        sid = self._schools.number_of(school)
        self._trails.of(sid, pace)
        self._people.erased_in(sid)
        self._writer.get_ready(sid, pace)

    def remove_reference(self, school: str) -> None:
        """Take away a colleague's school as a whole; one's own stays whatever happens."""
        sid = self._schools.remove(school)
        for part in (self._writer, self._trails, self._people):
            part.forget(sid)

    # -- copies

    def backup(self, folder: Path, now: int, why: str = "", pace: Pace = NO_HURRY) -> Path:
        """Write a verified copy of the whole store into a folder, also while somebody writes; its place."""
        from fosdesk.store.backups import back_up

        with self._transactions.committed() as source:
            return back_up(source, folder, self.path.stem, now, why, pace)

    def mark(self) -> tuple[int, ...]:
        """Tells this state of the store from any other."""
        from fosdesk.store.backups import mark_of

        with self._transactions.committed() as source:
            return mark_of(source)

    def bad_rows(self, pace: Pace = NO_HURRY) -> int:
        """How many changes are not as they were written, because the disk has changed them."""
        from fosdesk.store.row_check import bad_rows

        with self._transactions.committed() as source:
            return bad_rows(source, pace)
