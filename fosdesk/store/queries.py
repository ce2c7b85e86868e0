"""What a school says: its picture as it stands, what a record said before, and everything, for a school file."""

import sqlite3
from collections.abc import Iterable

from fosdesk.domain.journal import Head, Journal
from fosdesk.domain.school import School
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store import reading
from fosdesk.store.reading import Part, RecentChange, Version
from fosdesk.store.schools import Schools
from fosdesk.store.transactions import Transactions


class Queries:
    """Reads, and writes nothing; may be asked by any thread."""

    def __init__(self, transactions: Transactions, schools: Schools) -> None:
        self._transactions, self._schools = transactions, schools

    def snapshot(self, school: str, pace: Pace = NO_HURRY) -> School:
        """The picture of a school as it stands."""
        sid = self._schools.number_of(school)
        with reading.no_sweeping():
            rows = self._transactions.consistently(
                lambda connection: reading.live_rows(connection, sid, self._parts(connection, sid), pace)
            )
            return reading.picture(school, rows)

    def snapshot_of(self, school: str, records: Iterable[str]) -> School:
        """The same for some records only."""
        sid, wanted = self._schools.number_of(school), list(records)
        return self._transactions.consistently(lambda connection: reading.snapshot_of(connection, sid, school, wanted))

    def journal(self, school: str, pace: Pace = NO_HURRY) -> Journal:
        """Everything that was ever written in a school, for a school file."""
        sid = self._schools.number_of(school)
        found = self._transactions.consistently(
            lambda connection: reading.everything(connection, sid, school, self._parts(connection, sid), pace)
        )
        return reading.journal(school, found)

    def _parts(self, connection: sqlite3.Connection, sid: int) -> list[Part]:
        if connection is self._transactions.connection:
            return reading.all_at_once(sid)
        return reading.parts_of(connection, sid)

    def history(self, school: str, record: str, field: str | None = None) -> tuple[Version, ...]:
        """What a record, or one field of it, said before; newest first."""
        with self._transactions.reading() as connection:
            return reading.history(connection, self._schools.number_of(school), record, field)

    def recent(self, school: str, limit: int) -> tuple[RecentChange, ...]:
        """The last records that were written, newest act first."""
        sid = self._schools.number_of(school)
        return self._transactions.consistently(lambda connection: reading.recent(connection, sid, limit))

    def known(self, school: str) -> dict[str, int]:
        """Each writer of a school by its id, and how many of its changes are here."""
        with self._transactions.reading() as connection:
            return reading.known(connection, self._schools.number_of(school))

    def heads_of(self, school: str, records: Iterable[str]) -> list[Head]:
        """What stands in some records, with who wrote it."""
        sid, wanted = self._schools.number_of(school), list(records)
        return self._transactions.consistently(lambda connection: reading.heads_of(connection, sid, wanted))
