"""A school as others may read it: current values in a fresh journal, without people and private notes."""

import re
import secrets
from collections import defaultdict
from collections.abc import Collection

from fosdesk.domain.fields import Reference, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.school import School, values_of
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.names import Names
from fosdesk.privacy.privacy_filter import NAMES_IN_TEXTS, filter_school

_Values = dict[str, dict[str, Scalar]]
_RANDOM = re.compile(r"[0-9a-f]{8,}")  # the part of an id that could lead back to the school's own journal


def reference_journal(
    school: School, *, names: Names, name: str, audience: Audience, ticked: Collection[str] = (), now: int
) -> Journal:
    """Fresh ids, one writer without a role, no history, and only what `audience` may see or was ticked this once.

    `names` are all that were ever written. Outside the school, free text that mentions one of them stays out, unless
    its field, or the names themselves, were ticked.
    """
    let_in = {*ticked, NAMES_IN_TEXTS} if "person.name" in ticked else ticked
    filtered = filter_school(school, audience, names=names, ticked=let_in, says_roles=False).school
    kept = _pruned(school, filtered)
    fresh: defaultdict[str, str] = defaultdict(lambda: secrets.token_hex(6))
    changes: list[Change] = []
    for record_id, values in kept.items():
        noun = noun_of(school.records[record_id])
        for field_name, value in ((BIRTH, noun.key), *values.items()):
            if isinstance(noun.fields.get(field_name), Reference):
                value = _renamed(str(value), fresh)
            number = len(changes) + 1
            changes.append(Change(0, number, number, now, 1, _renamed(record_id, fresh), field_name, value, ()))
    return Journal(school.id, name, (Writer(secrets.token_hex(16), "", "", now),), tuple(changes))


def _pruned(school: School, filtered: School) -> _Values:
    """Its filled-in fields without what points to something left out, and no records that then say nothing."""
    found = {
        record.id: {n: value for n, value in values_of(record).items() if value != noun_of(record).fields[n].blank}
        for record in filtered.records.values()
    }
    while True:
        kept: _Values = {}
        for record_id, values in found.items():
            fields = noun_of(school.records[record_id]).fields
            rest = {
                name: value
                for name, value in values.items()
                if not isinstance(fields[name], Reference) or value in found or _is_fixed(school, str(value))
            }
            if any(not fields[name].hidden for name in rest):
                kept[record_id] = rest
        if kept == found:
            return kept
        found = kept


def _is_fixed(school: School, record_id: str) -> bool:
    """Whether an id is the framework's, for something about which nobody has written yet."""
    return record_id not in school.records and not any(map(_RANDOM.fullmatch, record_id.split(":")))


def _renamed(record_id: str, fresh: defaultdict[str, str]) -> str:
    """The same id where it is the framework's or our own, such as «answer:F1-06»; new ones in place of random ones."""
    return ":".join(fresh[part] if _RANDOM.fullmatch(part) else part for part in record_id.split(":"))
