"""What a filter hands on: a school with blanks in it, what stayed behind, and why."""

from typing import NamedTuple

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.school import School

PERSON, NAME_IN_TEXT, TEXT, PRIVATE = "person", "name in text", "text", "private"
REASONS = (PERSON, NAME_IN_TEXT, TEXT, PRIVATE)


class Withheld(NamedTuple):
    """One value that the audience does not see."""

    noun: str
    field: str
    record: str
    reason: str


class Filtered(NamedTuple):
    """A school in which everything that the audience may not see is blank, and an account of it."""

    school: School
    withheld: tuple[Withheld, ...]
    gone: frozenset[str]  # records of which nothing is left
    history: History = ()
