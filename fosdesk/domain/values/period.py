"""A period: some semesters in a row, such as a school year, or the days from one to another."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester


class Period(NamedTuple):
    """From one semester to another, in which both count; `first` is not after `last`.

    It may begin and end on a day (YYYY-MM-DD) inside of these.
    """

    first: Semester
    last: Semester
    from_day: str = ""
    to_day: str = ""

    @classmethod
    def school_year(cls, autumn: int) -> "Period":
        """The school year that begins in the autumn of that year."""
        return cls(Semester(autumn, autumn=True), Semester(autumn + 1, autumn=False))

    @classmethod
    def of_days(cls, first: str, last: str) -> "Period":
        """From one day to another, both YYYY-MM-DD."""
        return cls(Semester.of_date(first), Semester.of_date(last), first, last)

    @property
    def first_day(self) -> str:
        """The first day that is in it, as YYYY-MM-DD."""
        return self.from_day or self.first.first_day

    @property
    def last_day(self) -> str:
        """The last day that is in it, in the same way."""
        return self.to_day or self.last.last_day

    def includes(self, day: str) -> bool:
        """Whether a stored day (YYYY-MM-DD) falls in the period; False for what is no day."""
        return known_day(day) is not None and self.first_day <= day <= self.last_day


def school_years_of(days: Iterable[str]) -> dict[str, Period]:
    """The school years that these stored days fall in, the latest first, by their names such as «2026/27»."""
    found = {known.year - (not known.autumn) for day in days if (known := Semester.of_stored(day))}
    periods = (Period.school_year(autumn) for autumn in sorted(found, reverse=True))
    return {period.first.school_year: period for period in periods}
