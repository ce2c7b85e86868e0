"""Store: the interface of the local database."""

import sqlite3
from pathlib import Path
from typing import Self

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.arrival_acts import ArrivalActs
from fosdesk.store.database import open_database
from fosdesk.store.editing import Editing
from fosdesk.store.lookups.current_queries import Queries
from fosdesk.store.lookups.past_queries import PastQueries
from fosdesk.store.lookups.person_queries import PersonQueries
from fosdesk.store.schools import Schools
from fosdesk.store.step_writer import StepWriter
from fosdesk.store.steps import UndoStacks
from fosdesk.store.transactions import Transactions


class Store:
    """One writing connection and one writer id per school; results are values of the domain.

    Composed of parts that share `Transactions`; the methods offered to callers are listed in the constructor.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use `open` instead."""
        self._transactions = transactions = Transactions(connection, path)
        self._schools = schools = Schools(transactions)
        self._writer, self._undo_stacks = StepWriter(transactions), UndoStacks(transactions)
        self._people = people = PersonQueries(transactions, schools)

        self._connection = connection
        self.path = path
        self.prepare = transactions.prepare
        self.close = transactions.close
        self.is_being_written = transactions.is_being_written

        self.schools = schools.all
        self.add_school = schools.begin
        self.set_aside = schools.set_aside

        queries = Queries(transactions, schools)
        self.snapshot = queries.snapshot
        self.snapshot_of = queries.snapshot_of
        self.journal = queries.journal
        self.history = queries.history
        self.recent = queries.recent
        self.version_vector = queries.version_vector
        self.heads_of = queries.heads_of

        past = PastQueries(transactions, schools)
        self.ancestor_value = past.ancestor_value
        self.arrivals = past.arrivals
        self.changed_since = past.changed_since
        self.changes_from_arrival = past.changes_from_arrival
        self.values_before_and_after = past.values_before_and_after
        self.deleted = past.deleted
        self.last_values = past.last_values

        self.erased = people.erased
        self.last_erased = people.last_erased
        self.decline_erasure = people.decline_erasure
        self.answered = people.answered
        self.deleted_of = people.deleted_of
        self.values_in_record = people.values_in_record
        self.all_texts = people.all_texts
        self.values_in_fields = people.values_in_fields

        editing = Editing(transactions, schools, people, self._writer, self._undo_stacks)
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
        self.sweep = editing.sweep
        self.is_unswept = editing.is_unswept

        coming = ArrivalActs(transactions, schools, people, self._writer, self._undo_stacks)
        self.merge = coming.merge
        self.take_back = coming.take_back
        self.bring_again = coming.bring_again

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store, or create one; FosdeskError when it is newer, damaged, of another kind or not writable."""
        return cls(open_database(path), path)

    def preload(self, school: str, pace: Pace = NO_HURRY) -> None:
        """Read the undo stack, the erasures and the Lamport number of a school in advance, off the GUI thread."""
        sid = self._schools.number_of(school)
        self._undo_stacks.of(sid, pace)
        self._people.erased_in(sid)
        self._writer.preload(sid, pace)

    def remove_reference(self, school: str) -> None:
        """Remove a colleague's school with all its rows; FosdeskError for one's own."""
        sid = self._schools.remove(school)
        for part in (self._writer, self._undo_stacks, self._people):
            part.invalidate(sid)

    # -- copies

    def backup(self, folder: Path, now: int, why: str = "", pace: Pace = NO_HURRY) -> Path:
        """Write a verified copy of the store into a folder, also while another thread writes; returns its path."""
        from fosdesk.store.copies.backups import back_up

        with self._transactions.committed_reader() as source:
            return back_up(source, folder, self.path.stem, now, why, pace)

    def state(self) -> tuple[int, ...]:
        """Numbers that differ between any two states of the store."""
        from fosdesk.store.copies.backups import state_of

        with self._transactions.committed_reader() as source:
            return state_of(source)

    def bad_rows(self, pace: Pace = NO_HURRY) -> int:
        """The number of changes whose checksum does not match, because the disk has altered them."""
        from fosdesk.store.copies.row_check import bad_rows

        with self._transactions.committed_reader() as source:
            return bad_rows(source, pace)
