"""School years and semesters: autumn is August to December, spring is January to July."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Self

import msgspec

from fosdesk.domain.values.dates import known_day
from fosdesk.errors import FosdeskError

_STORED = re.compile(r"([1-9]\d{3})([HV])", re.ASCII)
_FIRST_DAY = "1000-01-01"
_LONGEST_GAP = 10  # semesters that are listed though nothing stands in them; a mistyped year leaves more


class Semester(msgspec.Struct, frozen=True, order=True):
    """One semester; later semesters compare as greater."""

    year: int
    autumn: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """The semester stored as «2026H» (autumn) or «2027V» (spring)."""
        semester = cls.known(text)
        if semester is None:
            raise FosdeskError("“{text}” is not a semester. Write the year and H or V, such as 2026H.", text=text)
        return semester

    @classmethod
    @lru_cache(maxsize=1_000)  # thousands of records share some semesters
    def known(cls, text: str) -> Self | None:
        """Like `parse`, but None for any other text, such as a form of a newer version."""
        match = _STORED.fullmatch(text)
        return cls(int(match[1]), match[2] == "H") if match else None

    @classmethod
    def of_date(cls, day: str) -> Self:
        """The semester that a day, written YYYY-MM-DD, falls in; for days that are known to be such."""
        return cls(int(day[:4]), int(day[5:7]) >= 8)

    @classmethod
    def of_stored(cls, day: str) -> Self | None:
        """The semester of a stored date; None for what is no day, or of a year that no semester is stored with."""
        return cls.of_date(day) if known_day(day) and day >= _FIRST_DAY else None

    def next(self) -> Self:
        """The semester after this one."""
        return self.plus(1)

    def plus(self, semesters: int) -> Self:
        """The semester `semesters` later, or earlier when negative."""
        years, autumn = divmod(self.autumn + semesters, 2)
        return type(self)(self.year + years, autumn == 1)

    def since(self, start: "Semester") -> int:
        """How many semesters after `start` this one is; negative before it."""
        return (self.year - start.year) * 2 + self.autumn - start.autumn

    @property
    def school_year(self) -> str:
        """The school year it belongs to, such as «2026/27»."""
        first = self.year if self.autumn else self.year - 1
        return f"{first}/{(first + 1) % 100:02}"

    @property
    def first_day(self) -> str:
        """Its first day, as YYYY-MM-DD; the calendar's first or last for a year outside of 1 to 9999."""
        return self._day("08-01" if self.autumn else "01-01")

    @property
    def last_day(self) -> str:
        """Its last day, in the same way."""
        return self._day("12-31" if self.autumn else "07-31")

    def _day(self, of_year: str) -> str:
        if 1 <= self.year <= 9999:
            return f"{self.year:04}-{of_year}"
        return (date.min if self.year < 1 else date.max).isoformat()

    def __str__(self) -> str:
        """The stored form: «2026H» or «2027V»."""
        return f"{self.year:04}{'H' if self.autumn else 'V'}"


def with_those_between(semesters: Iterable[Semester]) -> Iterator[Semester]:
    """The semesters once each and in order, and those between two of them that are no more than ten apart."""
    before: Semester | None = None
    for semester in sorted(set(semesters)):
        if before is not None and semester.since(before) <= _LONGEST_GAP:
            yield from (before.plus(n) for n in range(1, semester.since(before)))
        yield semester
        before = semester
