"""Store: the interface of the local database."""

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar, cast

from fosdesk import paths
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import sweeping
from fosdesk.store.arrival_acts import ArrivalActs
from fosdesk.store.database import FileChanged, RepairUnderWay, damage_told, open_database, sqlite_errors_translated
from fosdesk.store.editing import Editing
from fosdesk.store.lookups.calendar_queries import CalendarQueries
from fosdesk.store.lookups.current_queries import Queries
from fosdesk.store.lookups.past_queries import PastQueries
from fosdesk.store.lookups.person_queries import PersonQueries
from fosdesk.store.schools import Schools
from fosdesk.store.step_writer import Author, StepWriter
from fosdesk.store.steps import UndoStacks
from fosdesk.store.transactions import Transactions

if TYPE_CHECKING:
    from fosdesk.store.copies.backups import Backup

MOST_AT_ONCE = 700  # changes of a store that is put together while somebody waits: about 50 ms
_MOST_BACKUPS = 5  # of which the newest good one is looked for
P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def _told_later(path: Path, found: Iterator[T]) -> Iterator[T]:
    with damage_told(path):
        yield from found


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

        self.path = path
        self._shown: Callable[[], School | None] = lambda: None
        self._by: Callable[[], Author] = lambda: Author("", "", 0)
        self._told: Callable[[FosdeskError], object] = lambda _: None
        self._repair_later: Callable[[], None] | None = None
        self.prepare = transactions.prepare
        self.is_busy = transactions.is_busy

        self.schools = self._current(schools.all)
        self.add_school = self._retried(schools.begin)
        self.set_aside = self._retried(schools.set_aside)

        self._queries = queries = Queries(transactions, schools)
        self.snapshot = self._current(queries.snapshot)
        self.snapshot_of = self._current(queries.snapshot_of)
        self.with_lost_parents = self._current(queries.with_lost_parents)
        self.journal = self._current(queries.journal)
        self.history = self._current(queries.history)
        self.recent = self._current(queries.recent)
        self.version_vector = self._current(queries.version_vector)
        self.heads_of = self._current(queries.heads_of)

        past = PastQueries(transactions, schools)
        self.ancestor_value = self._current(past.ancestor_value)
        self.arrivals = self._current(past.arrivals)
        self.changed_since = self._current(past.changed_since)
        self.changes_from_arrival = self._current(past.changes_from_arrival)
        self.values_before_and_after = self._current(past.values_before_and_after)
        self.deleted = self._current(past.deleted)
        self.last_values = self._current(past.last_values)

        calendar = CalendarQueries(transactions, schools)
        self.calendar_revisions = self._current(calendar.calendar_revisions)
        self.calendar_changes = self._current(calendar.calendar_changes)

        self.erased = self._current(people.erased)
        self.last_erased = self._current(people.last_erased)
        self.decline_erasure = self._retried(people.decline_erasure)
        self.answered = self._current(people.answered)
        self.deleted_of = self._current(people.deleted_of)
        self.values_in_record = self._current(people.values_in_record)
        self.all_texts = self._current(people.all_texts)
        self.values_in_fields = self._current(people.values_in_fields)

        editing = Editing(transactions, schools, people, self._writer, self._undo_stacks)
        self.append = self._retried(editing.append)
        self.delete = self._retried(editing.delete)
        self.settle = self._retried(editing.settle)
        self.restore = self._retried(editing.restore)
        self.undo_label = editing.undo_label
        self.redo_label = editing.redo_label
        self.step_counts = editing.step_counts
        self.undo = self._refused(editing.undo)
        self.redo = self._refused(editing.redo)
        self.is_wide = editing.is_wide
        self.records_of = editing.records_of
        self.erase = self._retried(editing.erase)
        self.sweep = self._retried(transactions.sweep)

        coming = ArrivalActs(transactions, schools, people, self._writer, self._undo_stacks)
        self.merge = self._retried(coming.merge)
        self.take_back = self._refused(coming.take_back)
        self.bring_again = self._refused(coming.bring_again)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a store, or create one; FosdeskError when it is newer, damaged, of another kind or not writable."""
        connection = open_database(path)
        try:
            with sqlite_errors_translated(path):
                return cls(connection, path)
        except BaseException:
            connection.close()
            raise

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._transactions.connection

    def close(self, *, look: bool = True) -> None:
        """Close the connection. With `look`, what others put into the file is taken up, and the file is checked."""
        if look:
            with suppress(FosdeskError):  # the next start tells what is wrong with it
                self.take_up_changes()
        self._transactions.close(look=look)

    def is_unswept(self) -> bool:
        """Whether the file may hold traces of what was erased, as it could not be vacuumed yet."""
        return sweeping.is_unswept(self.path)

    def preload(self, school: str, pace: Pace = NO_HURRY) -> None:
        """Read the undo stack, the erasures and the Lamport number of a school in advance, off the GUI thread."""
        sid = self._schools.number_of(school)
        self._undo_stacks.of(sid, pace)
        self._people.erased_in(sid)
        self._writer.preload(sid, pace)

    def remove_reference(self, school: str) -> None:
        """Remove a colleague's school with all its rows; FosdeskError for one's own."""
        sid = self._retried(self._schools.remove)(school)
        for part in (self._writer, self._undo_stacks, self._people):
            part.invalidate(sid)

    # -- a file that others change

    def keep_in_mind(self, shown: Callable[[], School | None], by: Callable[[], Author] | None = None) -> None:
        """Hand over what gives the snapshot of one's own school, and who signs what has to be written anew.

        They are asked when others overwrite the file and changes are found neither in it nor in a backup.
        """
        self._shown = shown
        if by is not None:
            self._by = by

    def on_taken_up(self, told: Callable[[FosdeskError], object]) -> None:
        """Call `told` with a sentence when others changed the file and that was put right; in any thread."""
        self._told = told

    def hand_over_repair(self, later: Callable[[], None] | None) -> None:
        """Let `later` have a large store put together in another thread, when the GUI thread comes upon it. None: not.

        Until that is done, what would be written is refused.
        """
        self._repair_later = later

    def take_up_changes(self, pace: Pace = NO_HURRY) -> bool:
        """Where others changed the file, put together again what was in it; whether there was anything. Any thread.

        FosdeskError when that cannot be done; nothing is lost then, and the next call tries again. RepairUnderWay where
        it was handed over, because it would take long.
        """
        if self._transactions.is_busy() or not self._transactions.is_changed():
            return False  # whoever writes just now looks for itself
        known = self._transactions.known.tops
        takes_long = sum(known.values()) > MOST_AT_ONCE and not self._transactions.is_only_touched()
        if takes_long and self._repair_later is not None and current_thread() is main_thread():
            self._repair_later()
            raise RepairUnderWay(self.path)
        from fosdesk.store.copies.overwrite_repair import take_up

        return self._taken_up(take_up(self._transactions, self._shown(), self._by(), pace))

    def newest_backups(self, now: int) -> "list[Backup]":
        """The last backups beside the store, newest first, to be handed to `take_up_backup`. `now` in ms."""
        from fosdesk.store.copies.backups import backups_in, newest_first

        there = newest_first(backups_in(self.path.parent / paths.BACKUP_FOLDER, self.path.stem), now)
        return [backup for backup in there if not backup.sealed][:_MOST_BACKUPS]

    def take_up_backup(self, backups: "Sequence[Backup]", pace: Pace = NO_HURRY) -> bool:
        """Bring what is missing from the newest good one of `backups`, as an older file was put in the store's place.

        `backups` are those from before the store was opened. What somebody wanted to have gone does not come back.
        Returns whether there was anything. FosdeskError when it cannot be done; nothing is changed then. Any thread.
        """
        from fosdesk.store.copies.older_file import newer_content
        from fosdesk.store.copies.overwrite_repair import take_up

        self.take_up_changes(pace)
        with self._transactions.committed_reader() as store:
            newer = newer_content(self.path, store, self._transactions.known, backups, pace)
        if newer is None:
            return False
        return self._taken_up(take_up(self._transactions, None, self._by(), pace, newer))

    def _taken_up(self, sentence: FosdeskError | None) -> bool:
        self._schools.forget_numbers()
        self._look_again()
        if sentence is not None:
            self._told(sentence)
        return sentence is not None

    def _look_again(self) -> None:
        """Drop what the parts know of the file, because it was not they who wrote in it."""
        self._undo_stacks.invalidate_all()
        self._people.invalidate_all()
        with sqlite_errors_translated(self.path):
            self._writer.check_openings()

    def _current(self, act: Callable[P, R]) -> Callable[P, R]:
        """A query that sees what was written here and not what others put into the file."""

        def current(*args: "P.args", **kwargs: "P.kwargs") -> "R":
            if current_thread() is main_thread():
                with suppress(FosdeskError):  # what can be read is read
                    self.take_up_changes()
            with damage_told(self.path):
                found = act(*args, **kwargs)
            return cast("R", _told_later(self.path, found)) if isinstance(found, Generator) else found

        return current

    def _retried(self, act: Callable[P, R]) -> Callable[P, R]:
        """An act that goes on where others have changed the file, after that was put right."""

        def retried(*args: "P.args", **kwargs: "P.kwargs") -> "R":
            try:
                self.take_up_changes()
                with damage_told(self.path):
                    return act(*args, **kwargs)
            except FileChanged:  # just now
                self.take_up_changes()
            with damage_told(self.path):
                return act(*args, **kwargs)

        return retried

    def _refused(self, act: Callable[P, R]) -> Callable[P, R]:
        """An act about something that was shown before others changed the file: it may mean something else now."""

        def refused(*args: "P.args", **kwargs: "P.kwargs") -> "R":
            if self.take_up_changes():
                raise FileChanged(self.path)
            with damage_told(self.path):
                return act(*args, **kwargs)

        return refused

    def mend_gaps(self, pace: Pace = NO_HURRY) -> int:
        """Mend one's own school where changes are missing in it; returns how many had to be moved to a new writer.

        A school file can be written again then. Any thread.
        """
        self.take_up_changes(pace)
        mended = 0
        for school in self.schools():
            if school.own and (moved := self._retried(self._mend)(school.id, pace)):
                mended += moved
                self._look_again()
        return mended

    def _mend(self, school: str, pace: Pace) -> int:
        from fosdesk.store.gap_mending import mend_school

        return mend_school(self._transactions, self._schools, self._queries, school, pace)

    # -- copies

    def backup(self, folder: Path, now: int, why: str = "", pace: Pace = NO_HURRY) -> Path:
        """Write a verified copy of the store into a folder, also while another thread writes; returns its path."""
        from fosdesk.store.copies.backups import back_up

        self.take_up_changes(pace)
        mark = self._transactions.known.mark()
        with self._transactions.committed_reader() as source:
            made = back_up(source, folder, self.path.stem, now, why, pace)
        if folder == self.path.parent / paths.BACKUP_FOLDER:
            self._transactions.known.forget_saved(mark)
        return made

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
