"""Current values of a school, the history of a record, and the whole journal for a school file."""

import sqlite3
from collections.abc import Iterable

from fosdesk.domain.journal import Head, Journal
from fosdesk.domain.rules.lost_parents import needs_parents, with_lost_parents
from fosdesk.domain.school import School
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.lookups import reading
from fosdesk.store.lookups.past_queries import last_values_of
from fosdesk.store.lookups.reading import RecentChange, RowRange, Version
from fosdesk.store.schools import Schools
from fosdesk.store.transactions import Transactions


class Queries:
    """Read-only; every method may be called from any thread."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools

    def snapshot(self, school: str, pace: Pace = NO_HURRY) -> School:
        """The current state of a school."""
        sid = self._schools.number_of(school)
        with reading.garbage_collection_paused():
            rows = self._transactions.read_consistently(
                lambda connection: reading.live_rows(connection, sid, self._row_ranges(connection, sid), pace)
            )
            return self.with_lost_parents(reading.school_from_rows(school, rows))

    def with_lost_parents(self, school: School) -> School:
        """The School with what its records belong to, also where that is deleted."""
        if not needs_parents(school):
            return school
        sid = self._schools.number_of(school.id)
        return self._transactions.read_consistently(
            lambda connection: with_lost_parents(school, lambda record: last_values_of(connection, sid, record))
        )

    def snapshot_of(self, school: str, records: Iterable[str]) -> School:
        """The current state of some records only, by id; without what they belong to."""
        sid, wanted = self._schools.number_of(school), list(records)
        return self._transactions.read_consistently(
            lambda connection: reading.snapshot_of(connection, sid, school, wanted)
        )

    def journal(self, school: str, pace: Pace = NO_HURRY) -> Journal:
        """The whole journal of a school, for a school file."""
        sid = self._schools.number_of(school)
        found = self._transactions.read_consistently(
            lambda connection: reading.journal_rows(connection, sid, school, self._row_ranges(connection, sid), pace)
        )
        return reading.journal(school, found)

    def _row_ranges(self, connection: sqlite3.Connection, sid: int) -> list[RowRange]:
        if connection is self._transactions.connection:
            return reading.single_range(sid)
        return reading.row_ranges(connection, sid)

    def history(self, school: str, record: str, field: str | None = None) -> tuple[Version, ...]:
        """The earlier and current values of a record, or of one field of it; newest first."""
        with self._transactions.reading() as connection:
            return reading.history(connection, self._schools.number_of(school), record, field)

    def recent(self, school: str, limit: int) -> tuple[RecentChange, ...]:
        """The last `limit` records that were written, newest step first."""
        sid = self._schools.number_of(school)
        return self._transactions.read_consistently(lambda connection: reading.recent(connection, sid, limit))

    def version_vector(self, school: str) -> dict[str, int]:
        """The number of changes here by each writer, by the writer's id."""
        with self._transactions.reading() as connection:
            return reading.version_vector(connection, self._schools.number_of(school))

    def heads_of(self, school: str, records: Iterable[str]) -> list[Head]:
        """The current values of some records, with who wrote each."""
        sid, wanted = self._schools.number_of(school), list(records)
        return self._transactions.read_consistently(lambda connection: reading.heads_of(connection, sid, wanted))
