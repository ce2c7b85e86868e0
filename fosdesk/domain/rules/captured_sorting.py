"""What an unsorted line can become, and the record that it becomes: the same one on every laptop."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec

from fosdesk.domain.fields import NOUNS, Date, Noun, Record, Scalar, Short
from fosdesk.domain.records import AgendaLine, Captured
from fosdesk.domain.rules.blank_records import blank_record
from fosdesk.domain.rules.time_use import next_meeting
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import between

_DIGITS = 12  # of an id, as others have them


def kinds(school: School, today: str) -> Sequence[Noun]:
    """The nouns that a line can become, by their letters; an agenda line only where a meeting is ahead."""
    offered = sorted((noun for noun in NOUNS.values() if noun.use.letter), key=lambda noun: noun.use.letter)
    coming = next_meeting(school, today)
    return [noun for noun in offered if coming is not None or noun.record is not AgendaLine]


def sorted_id(captured_id: str, kind: str) -> str:
    """The id of what a line becomes, made from the line's own: sorted twice to one kind, it is one record."""
    return sha256(f"{captured_id}\n{kind}".encode()).hexdigest()[:_DIGITS]


def sorted_record(school: School, line: Captured, noun: Noun, today: str, noted: str = "") -> Record:
    """The record of `noun` that a line becomes, with its text and day; not stored yet.

    `noted` is the day on which the line was noted (YYYY-MM-DD), where that is known: what begins with a day, such as
    when something came in, begins with this one, so that laptops that sort on different days agree.

    The day goes to the first date that comes up by itself or usually lies ahead, and stays in the text alone where
    there is none.
    """
    values: dict[str, Scalar] = {"id": sorted_id(line.id, noun.key)}
    if noun.title:
        one_line = isinstance(noun.fields[noun.title], Short)
        values[noun.title] = " ".join(line.text.splitlines()) if one_line else line.text
    place = _place_of_day(noun)
    if place and line.day:
        values[place] = line.day
    meeting = next_meeting(school, today)
    if meeting is not None and noun.record is AgendaLine:
        places = [one.pos for one in school.of(AgendaLine) if one.meeting == meeting.id]
        values |= {"meeting": meeting.id, "pos": between(max(places, default=""), "")}
    return msgspec.structs.replace(blank_record(school, noun, noted or today), **values)


def _place_of_day(noun: Noun) -> str:
    dates = [(name, field) for name, field in noun.fields.items() if isinstance(field, Date) and not field.hidden]
    due = [name for name, field in dates if field.surfaces]
    ahead = [name for name, field in dates if field.expects == "ahead"]
    return next(iter((*due, *ahead)), "")
