"""What is said beside the title of a record that one chooses or points to: its kind, its state and its day."""

from collections.abc import Iterator
from itertools import chain

from fosdesk.display.noun_words import noun_one, option_words
from fosdesk.domain.fields import Choice, Date, Noun, Privacy, Record, noun_of
from fosdesk.domain.rules.links import noun_of_target
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.words import Words

_STATES = ("decision", "status", "considered", "standing")  # choices that say how far something has come


def record_facts(words: Words, school: School, record_id: str) -> tuple[str, ...]:
    """Kind, state and day of a record, as far as it has them; nothing that is private, and nothing of what is gone."""
    noun = noun_of_target(school, record_id)
    if noun is None:
        return ()
    kind = noun_one(words, noun)
    if record_id.startswith("answer:"):
        kind = f"{kind} {record_id.partition(':')[2]}"
    record = school.find(record_id)
    return (kind, *(_facts(words, school, noun, record) if record is not None else ()))


def _facts(words: Words, school: School, noun: Noun, record: Record) -> Iterator[str]:
    if record.put_away:
        yield words("Out of the way").lower()
    if noun.use.done and getattr(record, noun.use.done):
        yield words("Done").lower()
    for name in _STATES:
        field = noun.fields.get(name)
        if isinstance(field, Choice) and field.privacy is Privacy.OPEN and getattr(record, name):
            yield option_words(words, field, getattr(record, name)).lower()
            break
    parent = school.find(getattr(record, noun.parent)) if noun.parent else None
    above = _days(noun_of(parent), parent) if parent is not None else ()
    day = next(chain(_days(noun, record), above), "")
    if day:
        yield words.short_date(day)


def _days(noun: Noun, record: Record) -> Iterator[str]:
    """The days of a record, first those that come up by themselves."""
    dates = [
        (name, field)
        for name, field in noun.fields.items()
        if isinstance(field, Date) and not field.hidden and field.privacy is Privacy.OPEN
    ]
    for name, _ in sorted(dates, key=lambda pair: not pair[1].surfaces):
        if known_day(getattr(record, name)):
            yield getattr(record, name)
