"""A school as its owner sees it among many: open fields that are named for that, and no text that names anybody."""

import msgspec

from fosdesk.domain.fields import Record, Reference, noun_of
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.rules.owner.owner_fields import OWNER_FIELDS, told_records
from fosdesk.domain.school import School
from fosdesk.privacy.known_names import PLACE_FIELDS
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import mentions


def school_for_owner(school: School, names: NameDetector | None) -> School:
    """What an owner may see of a school; `names` are all that its file knows, None where it knows none.

    A text that mentions one of them is left out, as in a file for others.
    """
    told = told_records(school)
    if names is not None:
        mentioned: NameDetector = names
        told = (_without_names(record, mentioned) for record in told)
    return School(school.id, {record.id: record for record in told}, {})


def _without_names(record: Record, names: NameDetector) -> Record:
    noun = noun_of(record)
    blanks = {}
    for name in OWNER_FIELDS[noun.key]:
        field, value = noun.fields[name], getattr(record, name)
        is_place = isinstance(record, SchoolProfile) and name in PLACE_FIELDS
        if value != field.blank and not is_place and not isinstance(field, Reference) and mentions(names, field, value):
            blanks[name] = field.blank
    return msgspec.structs.replace(record, **blanks) if blanks else record
