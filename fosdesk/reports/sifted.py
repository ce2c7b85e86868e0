"""What a sieve hands on: a school with blanks in it, what stayed behind, and why."""

from typing import NamedTuple

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.school import School

PERSON, NAME_IN_TEXT, TEXT, PRIVATE = "person", "name in text", "text", "private"
WHYS = (PERSON, NAME_IN_TEXT, TEXT, PRIVATE)


class Withheld(NamedTuple):
    """One value that the audience does not see."""

    noun: str
    field: str
    record: str
    why: str


class LeftOut(NamedTuple):
    """Everything of one kind that stays out; `place` is what to tick to let it in this one time."""

    place: str
    what: str
    why: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks
    may_tick: bool
    text: str = ""  # how it begins, where each text is ticked by itself


class Sifted(NamedTuple):
    """A school in which everything that the audience may not see is blank, and an account of it."""

    school: School
    withheld: tuple[Withheld, ...]
    gone: frozenset[str]  # records of which nothing is left
    history: History = ()
