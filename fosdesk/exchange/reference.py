"""A school as others may read it: current values in a fresh journal, without people and private notes."""

import re
import secrets
import unicodedata
from collections import defaultdict
from collections.abc import Container

from fosdesk.domain.fields import Choice, Field, Long, Privacy, Reference, Scalar, Short, noun_of
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.privacy import Audience, may_show
from fosdesk.domain.records import Person
from fosdesk.domain.school import School, values_of

_Values = dict[str, dict[str, Scalar]]
_RANDOM = re.compile(r"[0-9a-f]{8,}")  # the part of an id that could lead back to the school's own journal
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_WORD = re.compile(r"[^\W_]+")


def reference_journal(
    school: School, *, name: str, audience: Audience, ticked: Container[str] = (), now: int
) -> Journal:
    """Fresh ids, one writer without a role, no history, and only what `audience` may see or was ticked this once.

    Outside the school, free text that mentions a known person's name stays out, unless its field, or the names
    themselves, were ticked.
    """
    kept = _pruned(school, _allowed(school, audience, ticked))
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


def _allowed(school: School, audience: Audience, ticked: Container[str]) -> _Values:
    """The filled-in fields of each record that may go out."""
    names = None if audience is Audience.SCHOOL or "person.name" in ticked else _names(school)
    found: _Values = {}
    for record in school.records.values():
        noun = noun_of(record)
        values = found[record.id] = {}
        for field_name, value in values_of(record).items():
            field, place = noun.fields[field_name], f"{noun.key}.{field_name}"
            if value == field.blank or not may_show(field, audience, ticked, place):
                continue
            if names and place not in ticked and _is_free(field, value) and names.search(_plain(str(value))):
                continue
            values[field_name] = value
    return found


def _is_free(field: Field, value: Scalar) -> bool:
    """Whether somebody may have written the value, and not only chosen it."""
    if isinstance(field, Choice):
        return value not in {option.key for option in field.options}
    return isinstance(field, Short | Long)


def _pruned(school: School, found: _Values) -> _Values:
    """Without what points to something left out, and without records that then say nothing."""
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


# -- names


def _names(school: School) -> re.Pattern[str] | None:
    """Whole names, each of their words, and what else is written where a person is meant; also with a genitive s."""
    found: set[str] = set()
    for record in (*school.records.values(), *school.shielded.values()):
        for field_name, field in noun_of(record).fields.items():
            if field.privacy is Privacy.PERSON and isinstance(field, Short):
                text = _plain(getattr(record, field_name)).strip()
                found.add(text)
                if isinstance(record, Person) and field_name == "name":
                    found.update(_WORD.findall(text))
    long_enough = sorted((re.escape(name) for name in found if len(name) > 1), key=len, reverse=True)
    if not long_enough:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(long_enough)})(?:['’]?s)?(?!\w)", re.IGNORECASE)


def _plain(text: str) -> str:
    """The text as the eye sees it."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))
