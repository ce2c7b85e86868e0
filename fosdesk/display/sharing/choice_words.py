"""Words for choices of several schools side by side: what was chosen among, and what a school said."""

from fosdesk.display.noun_words import choice_of, label_words, noun_many, option_words, seat_label
from fosdesk.display.phase_names import phase_heading
from fosdesk.domain.fields import Choice, fields_of, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Answer, Seat
from fosdesk.domain.rules.sharing.school_choices import Difference, Said
from fosdesk.domain.school import School
from fosdesk.words import Words

_NEUTRAL = School("", {}, {})  # for the framework's own names of the phases


def difference_words(words: Words, framework: Framework, one: Difference) -> str:
    """What the schools chose among."""
    if one.kind is Answer:
        item = framework.item(_rest(one.record))
        return item.topic if item is not None else one.record
    noun = noun_of(one.kind)
    if one.kind is Seat:
        return f"{noun_many(words, noun)}: {seat_label(words, _rest(one.record))}"
    if one.answer:
        answer = option_words(words, choice_of(one.kind, one.field), one.answer)
        return f"{noun_many(words, noun)}: {answer}"
    if one.record:
        return phase_heading(words, framework, _NEUTRAL, _rest(one.record))
    return noun_many(words, noun) if one.is_list else label_words(words, noun.fields[one.field])


def said_words(words: Words, said: Said) -> str:
    """What a school chose, with what it says of it."""
    field = fields_of(said.kind)[said.field]
    value = option_words(words, field, said.value) if isinstance(field, Choice) else said.value
    return f"{value}: {said.more}" if said.more else value


def _rest(record: str) -> str:
    return record.partition(":")[2]
