"""The filter for research: what can be counted passes, coarse in time; a text passes when it was ticked by itself."""

from collections.abc import Container

import msgspec

from fosdesk.domain.fields import (
    Choice,
    Date,
    Field,
    Long,
    Noun,
    Order,
    Privacy,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
    fields_of,
    noun_of,
)
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.filtered_school import NAME_IN_TEXT, PERSON, PRIVATE, TEXT, Filtered, Withheld
from fosdesk.privacy.known_names import PLACES
from fosdesk.privacy.name_detector import Names

TICKED = (TEXT, PRIVATE)  # why what may be ticked one by one stays out
_PLACES = [fields_of(SchoolProfile)[name] for name in PLACES]


def filter_for_research(school: School, ticked: Container[str], *, names: Names) -> Filtered:
    """Blank all that is no count, but for the texts whose own place, «noun.field:record», is in `ticked`."""
    records: dict[str, Record] = {}
    withheld: list[Withheld] = []
    for record_id, record in school.records.items():
        noun = noun_of(record)
        changes: dict[str, Scalar] = {}
        for name, field in noun.fields.items():
            value = getattr(record, name)
            if value == field.blank:
                continue
            reason = _reason_of(noun, field, value, names)
            if reason in TICKED and place_of(noun.key, name, record_id) in ticked and may_be_ticked(noun, field):
                continue
            changes[name] = field.blank if reason else _coarse(field, value)
            if reason and not field.hidden:
                withheld.append(Withheld(noun.key, name, record_id, reason))
        records[record_id] = msgspec.structs.replace(record, **changes)
    return Filtered(School(school.id, records, {}, school.unknown), tuple(withheld), frozenset())


def place_of(noun: str, field: str, record: str) -> str:
    """Where one text stands, as it is ticked."""
    return f"{noun}.{field}:{record}"


def may_be_ticked(noun: Noun, field: Field) -> bool:
    """Whether a text may go to research at all: none that is a person's, or about one."""
    about = noun.key == "person" or any(
        isinstance(one, Reference) and one.target == "person" for one in noun.fields.values()
    )
    return isinstance(field, Short | Long) and not field.hidden and not about and field.privacy is not Privacy.PERSON


def _reason_of(noun: Noun, field: Field, value: Scalar, names: Names) -> str:
    """Why a value stays out unless its text is ticked; empty for what can be counted."""
    if field.privacy is Privacy.PERSON or (isinstance(field, Reference) and field.target == "person"):
        return PERSON
    if isinstance(field, Short | Long):
        if field not in _PLACES and names.stand_in(str(value)):
            return NAME_IN_TEXT
        return TEXT if field.privacy is Privacy.OPEN else PRIVATE
    return "" if field.privacy is Privacy.OPEN else PRIVATE


def _coarse(field: Field, value: Scalar) -> Scalar:
    """No day finer than its semester, and no answer that is not one of those offered."""
    text = str(value)
    if isinstance(field, Date):
        return Semester.of_date(text).first_day if known_day(text) else ""
    if isinstance(field, SemesterField):
        return value if Semester.known(text) else ""
    if isinstance(field, Choice):
        return value if any(text == option.key for option in field.options) else ""
    return "" if isinstance(field, Order) else value
