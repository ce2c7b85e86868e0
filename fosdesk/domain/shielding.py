"""People who are kept and shown nowhere: they, and the records that are about them, leave the picture of the school."""

from collections.abc import Container
from functools import cache

from fosdesk.domain.fields import NOUNS, Record, Reference, noun_of
from fosdesk.domain.records.privacy_decisions import EraseRequest, Restriction

PERSON = "person"
_STAY = (Restriction, EraseRequest)


@cache
def field_about(record: type[Record]) -> str:
    """The field that says whom a record is about as a whole; empty where it is about something else."""
    noun = noun_of(record)
    title = noun.fields.get(noun.title)
    return noun.title if isinstance(title, Reference) and title.target == PERSON else ""


def field_about_of(noun: str) -> str:
    """The same for the records of a noun, which may be one that nobody here knows."""
    known = NOUNS.get(noun)
    return field_about(known.record) if known is not None else ""


def is_shielded(record: Record, people: Container[str]) -> bool:
    """Whether a record is one of some people who are shielded, or about one of them."""
    field = "" if type(record) in _STAY else field_about(type(record))
    return record.id in people or (bool(field) and getattr(record, field) in people)


def apart(records: dict[str, Record]) -> tuple[dict[str, Record], dict[str, Record]]:
    """The records that are shown, and those that are shielded."""
    people = {record.person for record in records.values() if type(record) is Restriction}
    if not people:
        return records, {}
    shielded = {record_id: record for record_id, record in records.items() if is_shielded(record, people)}
    return {i: record for i, record in records.items() if i not in shielded}, shielded
