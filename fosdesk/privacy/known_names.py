"""The known names: all that were ever written in a field for names and are not erased."""

from collections.abc import Iterable, Iterator
from functools import cache

from fosdesk.domain.changes.erasure import ChangeName
from fosdesk.domain.changes.written_value import WrittenValue
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.journal import BIRTH, GONE, Journal
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.school import School
from fosdesk.privacy.name_detector import NameDetector

PLACE_FIELDS = ("name", "municipality")  # of the school's profile: a school may be called what a person is


@cache
def name_fields() -> frozenset[tuple[str, str]]:
    """The fields that hold names, as (noun, field)."""
    return frozenset((noun.key, name) for noun in NOUNS.values() for name, field in noun.fields.items() if field.names)


def name_records() -> tuple[type[Record], ...]:
    """The record classes on which the known names depend."""
    return (*dict.fromkeys(NOUNS[noun].record for noun, _ in sorted(name_fields())), SchoolProfile)


def place_names(school: School) -> tuple[str, ...]:
    """The names of the school and its municipality."""
    return tuple(filter(None, (getattr(school.profile, name) for name in PLACE_FIELDS)))


def names_of_others(person: str, written_values: Iterable[WrittenValue], school: School) -> NameDetector:
    """The current and earlier names of everybody but one person."""
    others = complete_values(written for written in written_values if written.record != person)
    return NameDetector((*_current_values(school, person), *others), place_names(school))


def names_written(written_values: Iterable[WrittenValue], school: School) -> NameDetector:
    """The current names, and those in `written_values`, which are ordered by writer and then by time."""
    return NameDetector((*_current_values(school), *complete_values(written_values)), place_names(school))


def names_in(journal: Journal, school: School) -> NameDetector:
    """The names that were ever written in a journal, and the current ones of its school."""
    return names_written(_written_in(journal), school)


def complete_values(written_values: Iterable[WrittenValue]) -> Iterator[str]:
    """The written values without those that are only the beginning of the next one in the same session.

    One writer is one run of the program: while somebody types slowly, «Kar» and «Kari N» are stored on the way to «Kari
    Nordmann». Current values are always complete.
    """
    last: dict[tuple[str, str, str], str] = {}
    for written in written_values:
        if not isinstance(written.value, str) or not written.value.strip():
            continue
        value, place = written.value.strip(), (written.change[0], written.record, written.field)
        before = last.get(place, "")
        if before and not value.startswith(before):
            yield before
        if written.live:
            yield value
        last[place] = value
    yield from last.values()


def _current_values(school: School, excluded: str = "") -> Iterator[str]:
    fields = name_fields()
    for record in (*school.records.values(), *school.shielded.values()):
        for name, field in noun_of(record).fields.items():
            if field.names and record.id != excluded and (value := getattr(record, name)):
                yield value
    for (record_id, name), values in school.all_conflicts.items():
        found = school.find(record_id) or school.shielded.get(record_id)
        if found is not None and record_id != excluded and (noun_of(found).key, name) in fields:
            yield from (value for value in values if isinstance(value, str) and value)


def _written_in(journal: Journal) -> Iterator[WrittenValue]:
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
