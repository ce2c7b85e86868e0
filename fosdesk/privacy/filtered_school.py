"""The result of a privacy filter: the school with blanks, and what was withheld and why."""

from typing import NamedTuple

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.school import School

PERSON, NAME_IN_TEXT, FOR_OTHERS, TEXT = "person", "name in text", "for others", "text"
AT_HOME, PRIVATE = "at home", "private"
REASONS = (PERSON, NAME_IN_TEXT, FOR_OTHERS, TEXT, AT_HOME, PRIVATE)


class Withheld(NamedTuple):
    """A value that is withheld from the audience; `reason` is one of `REASONS`, with AT_HOME for a whole record."""

    noun: str
    field: str
    record: str
    reason: str


class Filtered(NamedTuple):
    """A school with the withheld values blank; `gone` are records with nothing left, `history` what may be shown."""

    school: School
    withheld: tuple[Withheld, ...]
    gone: frozenset[str]  # records of which nothing is left
    history: History = ()
