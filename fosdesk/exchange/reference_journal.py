"""A school as a file for others holds it: current values in a new journal, filtered for an audience."""

import re
import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from fosdesk.domain.fields import Reference, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.rules.links import is_framework_id
from fosdesk.domain.school import School, values_of
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import NAMES_IN_TEXTS, filter_school

_Values = dict[str, dict[str, Scalar]]
_ID_BYTES, _IDS_AT_ONCE = 6, 1_000
_RANDOM = re.compile(r"[0-9a-f]{8,}")  # the part of an id that could lead back to the school's own journal


def reference_journal(
    school: School,
    *,
    names: NameDetector,
    name: str,
    audience: Audience,
    ticked: Collection[str] = (),
    now: int,
    limited: Callable[[School], School] = lambda filtered: filtered,
) -> Journal:
    """A journal with new random ids, one writer without a role, and no history, filtered for `audience`.

    `names` are all that were ever written. Outside the school, free text that mentions one of them is left out, unless
    its field, or the names themselves, were ticked. `now` is in milliseconds since 1970. `limited` leaves out more of
    what is filtered already.
    """
    all_ticked = {*ticked, NAMES_IN_TEXTS} if "person.name" in ticked else ticked
    filtered = limited(filter_school(school, audience, names=names, ticked=all_ticked, shows_roles=False).school)
    remaining = _without_dangling_references(school, filtered)
    new_ids: defaultdict[str, str] = defaultdict(_random_ids().__next__)
    changes: list[Change] = []
    for record_id, values in remaining.items():
        noun = noun_of(school.records[record_id])
        for field_name, value in ((BIRTH, noun.key), *values.items()):
            if isinstance(noun.fields.get(field_name), Reference):
                value = _with_new_ids(str(value), new_ids)
            number = len(changes) + 1
            changes.append(Change(0, number, number, now, 1, _with_new_ids(record_id, new_ids), field_name, value, ()))
    return Journal(school.id, name, (Writer(secrets.token_hex(16), "", "", now),), tuple(changes))


def _random_ids() -> Iterator[str]:
    """Random ids of 12 hexadecimal digits, read from the system by the thousand.

    Each read lets go of Python's lock for a moment too short for another thread to take it, and begins its wait anew:
    with one read for each id, the GUI thread waited 300 ms.
    """
    while True:
        digits = secrets.token_hex(_ID_BYTES * _IDS_AT_ONCE)
        yield from (digits[at : at + 2 * _ID_BYTES] for at in range(0, len(digits), 2 * _ID_BYTES))


def _without_dangling_references(school: School, filtered: School) -> _Values:
    """The filled-in values without references to records that are left out, and without empty records."""
    found = {
        record.id: {n: value for n, value in values_of(record).items() if value != noun_of(record).fields[n].blank}
        for record in filtered.records.values()
    }
    while True:
        remaining: _Values = {}
        for record_id, values in found.items():
            fields = noun_of(school.records[record_id]).fields
            rest = {
                name: value
                for name, value in values.items()
                if not isinstance(fields[name], Reference) or value in found or _is_fixed_id(school, str(value))
            }
            if any(not fields[name].hidden for name in rest):
                remaining[record_id] = rest
        if remaining == found:
            return remaining
        found = remaining


def _is_fixed_id(school: School, record_id: str) -> bool:
    """Whether an id is the framework's, or of something that nobody has written about yet."""
    if is_framework_id(record_id):
        return True
    return record_id not in school.records and not any(map(_RANDOM.fullmatch, record_id.split(":")))


def _with_new_ids(record_id: str, new_ids: defaultdict[str, str]) -> str:
    """The id with its random parts replaced; ids such as «answer:F1-06» stay."""
    return ":".join(new_ids[part] if _RANDOM.fullmatch(part) else part for part in record_id.split(":"))
