"""The privacy filter for research: counts with semesters in place of days, and texts that were ticked one by one."""

from collections.abc import Container

import msgspec

from fosdesk.domain.fields import (
    NOUNS,
    AnyReference,
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
from fosdesk.privacy.filtered_school import AT_HOME, NAME_IN_TEXT, PERSON, PRIVATE, TEXT, Filtered, Withheld
from fosdesk.privacy.known_names import PLACE_FIELDS
from fosdesk.privacy.meeting_audience import nouns_told_of, stays_at_home
from fosdesk.privacy.name_detector import NameDetector

TICKABLE_REASONS = (TEXT, PRIVATE)  # why what may be ticked one by one stays out
_PLACE_FIELDS = [fields_of(SchoolProfile)[name] for name in PLACE_FIELDS]


def filter_for_research(school: School, ticked: Container[str], *, names: NameDetector) -> Filtered:
    """Blank all but what can be counted, and the texts whose place «noun.field:record» is in `ticked`."""
    records: dict[str, Record] = {}
    at_home = stays_at_home(school)
    withheld = [Withheld(key, NOUNS[key].title, one, AT_HOME) for key, one in nouns_told_of(school, at_home)]
    for record_id, record in school.records.items():
        if record_id in at_home:
            continue
        noun = noun_of(record)
        changes: dict[str, Scalar] = {}
        for name, field in noun.fields.items():
            value = getattr(record, name)
            if value == field.blank:
                continue
            if isinstance(field, AnyReference):  # nothing to be counted, and it would tell of what it points to
                changes[name] = field.blank
                continue
            reason = _reason_of(noun, field, value, names)
            if (
                reason in TICKABLE_REASONS
                and text_place(noun.key, name, record_id) in ticked
                and may_be_ticked(noun, field)
            ):
                continue
            changes[name] = field.blank if reason else _coarsened(field, value)
            if reason and not field.hidden:
                withheld.append(Withheld(noun.key, name, record_id, reason))
        records[record_id] = msgspec.structs.replace(record, **changes)
    gone = frozenset({*school.shielded, *at_home.records})
    return Filtered(School(school.id, records, {}, school.unknown), tuple(withheld), gone)


def text_place(noun: str, field: str, record: str) -> str:
    """The key of one text among what is ticked."""
    return f"{noun}.{field}:{record}"


def may_be_ticked(noun: Noun, field: Field) -> bool:
    """Whether a text may be ticked for research at all: not one that is a person's or about one."""
    about = noun.key == "person" or any(
        isinstance(one, Reference) and one.target == "person" for one in noun.fields.values()
    )
    return isinstance(field, Short | Long) and not field.hidden and not about and field.privacy is not Privacy.PERSON


def _reason_of(noun: Noun, field: Field, value: Scalar, names: NameDetector) -> str:
    """Why a value is withheld unless its text is ticked; empty for what can be counted."""
    if field.privacy is Privacy.PERSON or (isinstance(field, Reference) and field.target == "person"):
        return PERSON
    if isinstance(field, Short | Long):
        if field not in _PLACE_FIELDS and names.found_in(str(value)):
            return NAME_IN_TEXT
        return TEXT if field.privacy is Privacy.OPEN else PRIVATE
    return "" if field.privacy is Privacy.OPEN else PRIVATE


def _coarsened(field: Field, value: Scalar) -> Scalar:
    """The value with the semester in place of the day, and without answers that are not among the options."""
    text = str(value)
    if isinstance(field, Date):
        return Semester.of_date(text).first_day if known_day(text) else ""
    if isinstance(field, SemesterField):
        return value if Semester.known(text) else ""
    if isinstance(field, Choice):
        return value if any(text == option.key for option in field.options) else ""
    return "" if isinstance(field, Order) else value
