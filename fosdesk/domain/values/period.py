"""A period: some semesters in a row, such as a school year."""

from typing import NamedTuple

from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester


class Period(NamedTuple):
    """From the first day of one semester to the last day of another; `first` is not after `last`."""

    first: Semester
    last: Semester

    @classmethod
    def school_year(cls, autumn: int) -> "Period":
        """The school year that begins in the autumn of that year."""
        return cls(Semester(autumn, autumn=True), Semester(autumn + 1, autumn=False))

    def includes(self, day: str) -> bool:
        """Whether a stored day (YYYY-MM-DD) falls in the period; False for what is no day."""
        return known_day(day) is not None and self.first.first_day <= day <= self.last.last_day
