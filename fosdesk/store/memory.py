"""What the store remembers: the history of a record, what changed lately, files that came in, and what lies deleted."""

from collections.abc import Callable, Iterable

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import Head
from fosdesk.store import arrivals, looking_back, reading
from fosdesk.store.arrivals import Arrival
from fosdesk.store.database import told
from fosdesk.store.looking_back import Deleted, FieldKeys, Past
from fosdesk.store.reading import RecentChange, Version
from fosdesk.store.schools import Schools

_NEVER = 2**60  # a moment after all others


class Memory(Schools):
    """Reads, and writes nothing."""

    def history(self, school: str, record: str, field: str | None = None) -> tuple[Version, ...]:
        """What a record, or one field of it, said before; newest first."""
        with told(self._path):
            return reading.history(self._connection, self._sid(school), record, field)

    def recent(self, school: str, limit: int) -> tuple[RecentChange, ...]:
        """The last records that were written, newest act first."""
        with told(self._path):
            return reading.recent(self._connection, self._sid(school), limit)

    def known(self, school: str) -> dict[str, int]:
        """Each writer of a school by its id, and how many of its changes are here."""
        with told(self._path):
            return reading.known(self._connection, self._sid(school))

    def heads_of(self, school: str, records: Iterable[str]) -> list[Head]:
        """What stands in some records, with who wrote it."""
        with told(self._path):
            return reading.heads_of(self._connection, self._sid(school), records)

    def predecessor(self, school: str, record: str, field: str) -> tuple[Scalar, ...]:
        """The value from which all that stand in a field now have grown; empty when there is none."""
        with told(self._path):
            return looking_back.predecessor(self._connection, self._sid(school), record, field)

    def arrivals(self, school: str) -> tuple[Arrival, ...]:
        """The files that came into a school, the latest first."""
        with told(self._path):
            return arrivals.arrivals(self._connection, self._sid(school))

    def changed_since(self, school: str, moment: int, day_of: Callable[[int], object]) -> Past:
        """What was written since a moment (ms), or has come with a file since then."""
        sid = self._sid(school)
        with told(self._path):
            here = [a.id for a in self.arrivals(school) if a.at >= moment and (a.again or not a.taken_back)]
            spans = [span for one in here for span in arrivals.spans_of(self._connection, sid, one)]
            return looking_back.since(self._connection, sid, moment, spans, day_of)

    def brought_by(self, school: str, arrival: int, day_of: Callable[[int], object]) -> Past:
        """What one file brought."""
        sid = self._sid(school)
        with told(self._path):
            spans = arrivals.spans_of(self._connection, sid, arrival)
            return looking_back.since(self._connection, sid, _NEVER, spans, day_of)

    def values_around(self, keys: FieldKeys) -> tuple[Scalar, Scalar]:
        """What a field said before the first of some changes, and after the last."""
        with told(self._path):
            return looking_back.values_around(self._connection, keys)

    def deleted(self, school: str) -> tuple[Deleted, ...]:
        """What lies deleted, step by step, the latest first."""
        with told(self._path):
            return looking_back.deleted(self._connection, self._sid(school))

    def last_words(self, school: str, record: str) -> dict[str, Scalar]:
        """What the fields of a deleted record said when it was deleted."""
        with told(self._path):
            return looking_back.last_words(self._connection, self._sid(school), record)
