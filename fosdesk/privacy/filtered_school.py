"""The result of a privacy filter: the school with blanks, and what was withheld and why."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.school import School
from fosdesk.privacy.small_counts import Cell
from fosdesk.privacy.survey_counts import SurveyResult

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
    """A school with the withheld values blank; `gone` are records with nothing left, `history` what may be shown.

    `results` are those of the questions of surveys, by id, as far as they may be told; the answers are all withheld.
    `votes` are those on entries, by id, as others may be told of them.
    """

    school: School
    withheld: tuple[Withheld, ...]
    gone: frozenset[str]  # records of which nothing is left
    history: History = ()
    results: Mapping[str, SurveyResult] = MappingProxyType({})
    votes: Mapping[str, tuple[Cell, ...]] = MappingProxyType({})
