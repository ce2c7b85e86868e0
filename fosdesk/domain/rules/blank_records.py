"""A new record that nobody has written in yet, as every way to begin one begins it."""

import msgspec

from fosdesk.domain.fields import Noun, Record
from fosdesk.domain.records import GateEntry
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import at_the_end


def blank_record(school: School, noun: Noun, today: str) -> Record:
    """A blank record without an id, behind the others where their order is made by hand.

    What comes to the gate came today (YYYY-MM-DD).
    """
    blank = at_the_end(school, noun)
    return msgspec.structs.replace(blank, came=today) if isinstance(blank, GateEntry) else blank


def record_of_line(school: School, noun: Noun, line: str, today: str) -> Record:
    """The record that a line becomes, not stored yet; what comes to the gate came today."""
    return msgspec.structs.replace(blank_record(school, noun, today), **{noun.title: line})
