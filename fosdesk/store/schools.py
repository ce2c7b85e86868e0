"""The schools in the store: one's own, and colleagues' schools, which are read-only."""

from typing import TYPE_CHECKING, NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.store.transactions import Transactions

if TYPE_CHECKING:
    from sqlalchemy import Connection


class StoredSchool(NamedTuple):
    """A school in the store: its id, whether it is one's own, and since when it is here (ms since 1970)."""

    id: str
    own: bool
    added: int


class Schools:
    """Lists, adds and removes schools, and maps their ids to their numbers in this store."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._numbers: dict[str, int] = {}

    def all(self) -> tuple[StoredSchool, ...]:
        """The schools in the store, in the order in which they were added."""
        with self._transactions.reading() as connection:
            rows = connection.execute("SELECT school, own, added FROM school ORDER BY id").fetchall()
        return tuple(StoredSchool(school, bool(own), added) for school, own, added in rows)

    def number_of(self, school: str) -> int:
        """The number of a school in this store; KeyError when it is not there."""
        if school not in self._numbers:
            with self._transactions.reading() as connection:
                found = connection.execute("SELECT id FROM school WHERE school = ?", (school,)).fetchone()
            if found is None:
                raise KeyError(school)
            self._numbers[school] = found[0]
        return self._numbers[school]

    def forget_numbers(self) -> None:
        """Look the numbers up again, because the file is another one now."""
        self._numbers.clear()

    def begin(self, school: str, own: bool, now: int) -> None:
        """Add a school without any records; does nothing when it is there already."""
        with self._transactions.writing() as sql:
            self.add(sql, school, own, now)

    def add(self, sql: "Connection", school: str, own: bool, now: int) -> int:
        """Add a school within a transaction of the caller's; returns its number, also when it was there already.

        FosdeskError when it is there as the other kind (own or a colleague's).
        """
        from fosdesk.store.schema import ADD_SCHOOL

        asked = "SELECT id, own FROM school WHERE school = ?"
        raw = self._transactions.connection
        found = raw.execute(asked, (school,)).fetchone()
        if found is None:
            sql.execute(ADD_SCHOOL, {"school": school, "own": int(own), "added": now})
            found = raw.execute(asked, (school,)).fetchone()
        elif bool(found[1]) != own:
            raise FosdeskError(
                "This school is here already as another school, so remove it first."
                if own
                else "This is your own school, so it cannot also be here as another one."
            )
        return int(found[0])

    def remove(self, school: str) -> int:
        """Remove a colleague's school with all its rows; returns its number. FosdeskError for one's own school."""
        from fosdesk.store.schema import REMOVE_SCHOOL

        number = self.number_of(school)
        if next(s.own for s in self.all() if s.id == school):
            raise FosdeskError("This is your own school, so it is not removed.")
        with self._transactions.writing() as sql:
            for statement in REMOVE_SCHOOL:
                sql.execute(statement, {"of_school": number})
        del self._numbers[school]
        return number

    def set_aside(self, school: str, *, back: bool = False) -> None:
        """Make one's own school a read-only one, so that another can take its place; or `back`, where none has.

        ValueError when there would be two schools of one's own.
        """
        from fosdesk.store.schema import SET_ASIDE, TAKE_UP

        number = self.number_of(school)
        if back and any(stored.own for stored in self.all()):
            raise ValueError("there is a school of one's own")
        with self._transactions.writing() as sql:
            sql.execute(TAKE_UP if back else SET_ASIDE, {"of_school": number})
