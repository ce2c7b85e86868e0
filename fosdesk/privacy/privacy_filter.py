"""The one place that decides what documents, previews and files may show: a school filtered for an audience."""

from collections.abc import Container, Iterable, Iterator

import msgspec

from fosdesk.domain.changes.change_history import History, HistoryEntry
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    Date,
    Field,
    Long,
    Noun,
    Privacy,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
    noun_of,
)
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.privacy.filtered_school import NAME_IN_TEXT, PERSON, PRIVATE, Filtered, Withheld
from fosdesk.privacy.known_names import PLACES
from fosdesk.privacy.name_detector import Names
from fosdesk.privacy.research_filter import filter_for_research

NAMES_IN_TEXTS = "names in texts"  # among what is ticked: texts may mention somebody this one time
_PLACES = {(SchoolProfile, name) for name in PLACES}
_Rules = dict[str, tuple[Field, str]]  # by a field's name: the field, and why it stays out
_TEXTS = frozenset((Short, Long))


def filter_school(
    school: School,
    audience: Audience,
    *,
    names: Names,
    ticked: Container[str] = (),
    history: History = (),
    says_roles: bool = True,
) -> Filtered:
    """Blank what `audience` may not see; a place («noun.field») or a whole noun in `ticked` is let in this one time.

    `names` are all that were ever written and not erased. What `says_roles` keeps who is meant in a reference to a
    person, to say the role in place of the name; what cannot do so does without.
    """
    if audience is Audience.RESEARCH:
        return filter_for_research(school, ticked, names=names)
    records: dict[str, Record] = {}
    withheld: list[Withheld] = []
    gone = set(school.shielded)
    rules = {noun.key: dict(_rules(noun, audience, ticked, says_roles)) for noun in NOUNS.values()}
    for record_id, record in school.records.items():
        noun = noun_of(record)
        blanks: dict[str, Scalar] = {}
        for name, (field, why) in _rules_of(rules, noun, audience, ticked, says_roles).items():
            value = getattr(record, name)
            if value == field.blank or (why == NAME_IN_TEXT and not mentions(names, field, value)):
                continue
            blanks[name] = field.blank
            withheld.append(Withheld(noun.key, name, record_id, why))
        if blanks:
            record = msgspec.structs.replace(record, **blanks)
            if all(getattr(record, name) == field.blank for name, field in noun.fields.items() if not field.hidden):
                gone.add(record_id)
                continue
        records[record_id] = record
    stays = {(one.record, one.field) for one in withheld}
    conflicts = {}
    for (record_id, name), said in school.conflicts.items():
        found = school.find(record_id)
        if (record_id, name) in stays or found is None:
            continue
        if not _hides(_rules_of(rules, noun_of(found), audience, ticked, says_roles).get(name), said, names):
            conflicts[record_id, name] = said
    past = []
    for one in history:
        if one.record in school.shielded:
            continue
        rule = _rule_for(one, rules)
        if _hides(rule, (one.before, one.value), names):
            withheld.append(Withheld(one.noun, one.field, one.record, rule[1] if rule else PRIVATE))
        else:
            past.append(one)
    kept = School(school.id, records, conflicts, school.unknown)
    return Filtered(kept, tuple(withheld), frozenset(gone), tuple(past))


def fields_withheld(noun: Noun, audience: Audience, ticked: Container[str] = ()) -> frozenset[str]:
    """The fields of a noun that stay out as a whole, whatever they say; told before anything is made."""
    rules = _rules(noun, audience, ticked, says_roles=False)
    return frozenset(name for name, (_, why) in rules if why != NAME_IN_TEXT)


def mentions(names: Names, field: Field, value: Scalar) -> bool:
    """Whether somebody may have written the value, and not only chosen it, and somebody is named in it."""
    return isinstance(value, str) and is_free(field, value) and names.stand_in(value)


def is_free(field: Field, value: str) -> bool:
    """Whether a value may be in somebody's own words: a text, or what none of the answers offered or days is."""
    if type(field) in _TEXTS:
        return True
    if isinstance(field, Choice):
        return all(value != option.key for option in field.options)
    if isinstance(field, Date):
        return not known_day(value)
    if isinstance(field, SemesterField):
        return Semester.known(value) is None
    return False


def _hides(rule: tuple[Field, str] | None, said: Iterable[Scalar], names: Names) -> bool:
    """Whether values of a field stay out: all of them, or those that mention somebody."""
    if rule is None:
        return False
    field, why = rule
    return why != NAME_IN_TEXT or any(mentions(names, field, one) for one in said)


_UNKNOWN = (Field("", privacy=Privacy.PRIVATE), PRIVATE)  # from a newer version: nobody here knows whose it is


def _rule_for(one: HistoryEntry, rules: dict[str, _Rules]) -> tuple[Field, str] | None:
    """Why what was once written in a field may have to stay out; None when it may be shown."""
    if one.deleted and one.noun in NOUNS:
        return None
    noun = NOUNS.get(one.noun)
    if noun is None or one.field not in noun.fields:
        return _UNKNOWN
    return rules[one.noun].get(one.field)


def _rules_of(
    rules: dict[str, _Rules], noun: Noun, audience: Audience, ticked: Container[str], says_roles: bool
) -> _Rules:
    if noun.key not in rules:  # a record may be older than the list of nouns
        rules[noun.key] = dict(_rules(noun, audience, ticked, says_roles))
    return rules[noun.key]


def _rules(
    noun: Noun, audience: Audience, ticked: Container[str], says_roles: bool
) -> Iterator[tuple[str, tuple[Field, str]]]:
    """The fields of a noun that stay out, and why; texts only where they mention somebody."""
    for name, field in noun.fields.items():
        if noun.key in ticked or f"{noun.key}.{name}" in ticked:
            continue
        if not may_show(field, audience):
            if field.privacy is not Privacy.PERSON:
                yield name, (field, PRIVATE)
            elif not says_roles or not (isinstance(field, Reference) and field.target == "person"):
                yield name, (field, PERSON)
            # Else who is meant may be said by role; the name has its own place among the person's fields.
        elif audience is Audience.SCHOOL or (noun.record, name) in _PLACES or NAMES_IN_TEXTS in ticked:
            continue
        elif field.python_type is str and not isinstance(field, Reference):
            yield name, (field, NAME_IN_TEXT)
