"""What an owner is told of a school: the fields that are named here, and nothing that comes later by itself."""

from collections.abc import Iterator, Mapping

import msgspec

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import Answer
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS
from fosdesk.domain.rules.sharing.school_choices import OTHERWISE
from fosdesk.domain.school import School

_OUT_OF_THE_WAY = "put_away"
# The days of a phase tell which phases go on; they are not kept.
PHASE_DAYS = ("opened", "closed")
OWNER_FIELDS: Mapping[str, tuple[str, ...]] = {
    "school_profile": ("name", "municipality", "collaboration", "start", "pace", "naming", *DIRECTION_FIELDS),
    "phase": ("own_title",),
    "theme": ("name", "standing", "reason"),
    "core_component": ("name", "why"),
    "existing_group": ("name", "decision", "reason"),
    "partner": ("name", "support"),
    "stop_item": ("what", "reason"),
    "initiative": ("name", "answer", "reason"),
    "work_group": ("name", "mandate", "criteria", "size_reason", "leader_reason"),
    "seat": ("considered", "reason"),
    "answer": ("status", "reason", "how"),
    "network": ("name", "basis", "reach", "purpose", "schools", "topic"),
    "cohort": ("name", "starts", "ours", "schools", "condition"),
    "owner_request": ("what", "asked_of", "asked", "answer", "answered"),
}


def read_fields(noun: str) -> tuple[str, ...]:
    """The fields that are read of a noun, with those that decide what is told and are let go of."""
    days = PHASE_DAYS if noun == "phase" else ()
    return (*OWNER_FIELDS[noun], *days, _OUT_OF_THE_WAY)


def told_records(school: School) -> Iterator[Record]:
    """The records of which an owner is told something, with nothing in them but what may be told.

    What lies out of the way is left out, and each answer that only tells how far a school has come.
    """
    for record in school.records.values():
        told = OWNER_FIELDS.get(noun_of(record).key)
        if told is None or getattr(record, _OUT_OF_THE_WAY, False):
            continue
        if isinstance(record, Answer) and record.status not in OTHERWISE:
            continue
        fields = noun_of(record).fields
        blanks = {
            name: field.blank
            for name, field in fields.items()
            if name not in told and getattr(record, name) != field.blank
        }
        one = msgspec.structs.replace(record, **blanks) if blanks else record
        if any(getattr(one, name) != fields[name].blank for name in told):
            yield one
