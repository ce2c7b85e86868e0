"""A school as others may read it: current values in a fresh journal, without people and private notes."""

import re
import secrets
from collections.abc import Container

from fosdesk.domain.fields import Reference, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.privacy import Audience, may_show
from fosdesk.domain.records import Person
from fosdesk.domain.school import School, values_of


def reference_journal(
    school: School, *, name: str, audience: Audience, ticked: Container[str] = (), now: int = 0, uid: str = ""
) -> Journal:
    """Fresh ids, one writer without a role, and only what `audience` may see or what was ticked this one time.

    Text that mentions a known person's name stays out, unless the names themselves were ticked.
    """
    names = None if "person.name" in ticked else _names(school)
    kept: dict[str, dict[str, Scalar]] = {}
    for record in school.records.values():
        noun = noun_of(record)
        values = {
            field_name: value
            for field_name, value in values_of(record).items()
            if value != noun.fields[field_name].blank
            and may_show(noun.fields[field_name], audience, ticked, f"{noun.key}.{field_name}")
            and not (names is not None and isinstance(value, str) and names.search(value))
        }
        if any(not noun.fields[n].hidden for n in values):
            kept[record.id] = values
    new_ids = {i: i if ":" in i or i in ("school", "work_group", "time_plan") else secrets.token_hex(6) for i in kept}
    changes: list[Change] = []
    for record_id, values in kept.items():
        record = school.records[record_id]
        noun = noun_of(record)
        new_id = _renamed(record_id, new_ids)
        for field_name, value in ((BIRTH, noun.key), *values.items()):
            if isinstance(noun.fields.get(field_name), Reference):
                if value not in new_ids:
                    continue
                value = new_ids[str(value)]
            number = len(changes) + 1
            changes.append(Change(0, number, number, now, 1, new_id, field_name, value, ()))
    writer = Writer(uid or secrets.token_hex(16), "", "", now)
    return Journal(school.id, name, (writer,), tuple(changes))


def _renamed(record_id: str, new_ids: dict[str, str]) -> str:
    """An id such as «translation:<entry id>» follows the entry's new id."""
    prefix, colon, rest = record_id.partition(":")
    return f"{prefix}:{new_ids[rest]}" if colon and rest in new_ids else new_ids[record_id]


def _names(school: School) -> re.Pattern[str] | None:
    names = {p.name.strip() for p in school.of(Person)} | {w for p in school.of(Person) for w in p.name.split()}
    found = sorted((re.escape(n) for n in names if len(n) > 1), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE) if found else None
