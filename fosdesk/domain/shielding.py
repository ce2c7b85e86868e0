"""Shielding: people whose records are kept but shown nowhere, and the records about them."""

from collections.abc import Container
from functools import cache

from fosdesk.domain.fields import NOUNS, Record, Reference, noun_of
from fosdesk.domain.records.privacy_decisions import EraseRequest, Restriction

PERSON = "person"
_STAY = (Restriction, EraseRequest)


@cache
def field_about(record: type[Record]) -> str:
    """The name of the field that holds the person a record is about; empty for records about something else."""
    noun = noun_of(record)
    title = noun.fields.get(noun.title)
    return noun.title if isinstance(title, Reference) and title.target == PERSON else ""


def field_about_of(noun: str) -> str:
    """The same for the records of a noun, by its key, which may be unknown here."""
    known = NOUNS.get(noun)
    return field_about(known.record) if known is not None else ""


def is_shielded(record: Record, people: Container[str]) -> bool:
    """Whether a record is one of the shielded `people`, or about one of them."""
    field = "" if type(record) in _STAY else field_about(type(record))
    return record.id in people or (bool(field) and getattr(record, field) in people)


def split_shielded(records: dict[str, Record]) -> tuple[dict[str, Record], dict[str, Record]]:
    """The records that are shown, and those that are shielded."""
    people = {record.person for record in records.values() if type(record) is Restriction}
    if not people:
        return records, {}
    # By kind first and with copies made in one stroke, as this goes through all that a school has.
    about = {kind: field_about(kind) for kind in set(map(type, records.values())) if kind not in _STAY}
    fields = {kind: field for kind, field in about.items() if field}
    some = [(i, record) for i, record in records.items() if type(record) in fields]
    ids = {i for i, record in some if getattr(record, fields[type(record)]) in people}
    ids |= people & records.keys()
    shielded = {i: record for i, record in records.items() if i in ids}
    shown = dict(records)
    for record_id in shielded:
        del shown[record_id]
    return shown, shielded
