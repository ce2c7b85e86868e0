"""Whose names are known: all that were ever written in a field for names and are not erased."""

from collections.abc import Iterable, Iterator

from fosdesk.domain.changes.erasure import ChangeName
from fosdesk.domain.changes.written_value import WrittenValue
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Journal
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.school import School
from fosdesk.privacy.name_detector import Names

PLACES = ("name", "municipality")  # of the school's profile: a school may be called what a person is


def name_fields() -> frozenset[tuple[str, str]]:
    """The fields that hold names, as (noun, field)."""
    return frozenset((noun.key, name) for noun in NOUNS.values() for name, field in noun.fields.items() if field.names)


def name_records() -> tuple[type[Record], ...]:
    """The classes of record on which the known names depend."""
    return (*dict.fromkeys(NOUNS[noun].record for noun, _ in sorted(name_fields())), SchoolProfile)


def places_of(school: School) -> tuple[str, ...]:
    """What the school and its municipality are called."""
    return tuple(filter(None, (getattr(school.profile, name) for name in PLACES)))


def names_besides(person: str, sayings: Iterable[WrittenValue], school: School) -> Names:
    """The names of everybody but one person, now and before."""
    others = whole_values(saying for saying in sayings if saying.record != person)
    return Names((*_standing(school, person), *others), places_of(school))


def names_said(sayings: Iterable[WrittenValue], school: School) -> Names:
    """The names in what was ever said in fields for names, each writer's in the order of writing, and in a picture."""
    return Names((*_standing(school), *whole_values(sayings)), places_of(school))


def names_in(journal: Journal, school: School) -> Names:
    """The names that were ever written in a journal, and those in the picture that it makes."""
    return names_said(_said_in(journal), school)


def whole_values(sayings: Iterable[WrittenValue]) -> Iterator[str]:
    """What was written, without what was only the beginning of the next value in the same sitting.

    One writer is one opening of the program: while somebody types slowly, «Kar», «Kari N» are stored on the way to
    «Kari Nordmann». What stands is whole.
    """
    last: dict[tuple[str, str, str], str] = {}
    for saying in sayings:
        if not isinstance(saying.value, str) or not saying.value.strip():
            continue
        value, place = saying.value.strip(), (saying.change[0], saying.record, saying.field)
        before = last.get(place, "")
        if before and not value.startswith(before):
            yield before
        if saying.live:
            yield value
        last[place] = value
    yield from last.values()


def _standing(school: School, besides: str = "") -> Iterator[str]:
    fields = name_fields()
    for record in (*school.records.values(), *school.shielded.values()):
        for name, field in noun_of(record).fields.items():
            if field.names and record.id != besides and (value := getattr(record, name)):
                yield value
    for (record_id, name), said in school.all_conflicts.items():
        found = school.find(record_id) or school.shielded.get(record_id)
        if found is not None and record_id != besides and (noun_of(found).key, name) in fields:
            yield from (value for value in said if isinstance(value, str) and value)


def _said_in(journal: Journal) -> Iterator[WrittenValue]:
    nouns: dict[str, set[str]] = {}
    for change in journal.changes:
        if change.field == BIRTH:
            nouns.setdefault(change.record, set()).add(str(change.value).removeprefix(GONE))
    fields = name_fields()
    wanted = {name for _, name in fields}
    some = [c for c in journal.changes if c.field in wanted and (c.writer, c.number) not in journal.blanked and c.value]
    replaced = {pair for change in journal.changes for pair in change.replaces} if some else set()
    for change in sorted(some, key=lambda c: (c.writer, c.number)):
        noun = next((one for one in nouns.get(change.record, ()) if (one, change.field) in fields), "")
        if noun:
            name: ChangeName = (journal.writers[change.writer].uid, change.number)
            live = (change.writer, change.number) not in replaced
            yield WrittenValue(name, change.record, noun, change.field, change.value, change.at, "", live)
