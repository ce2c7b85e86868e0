"""The words of nouns, and of the labels, hints and options of their fields, each looked up in its context first."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import NOUNS, Choice, Field, Noun, Record, SubList, fields_of
from fosdesk.domain.records import SeatHolder
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.words import Words


class DefinedText(NamedTuple):
    """An English text of a definition, and the context that it is looked up in first."""

    context: str
    english: str


def noun_one(words: Words, noun: Noun) -> str:
    """The name of one record of the noun; its context is `gate_entry:one`."""
    return words.about(f"{noun.key}:one", noun.one)


def noun_many(words: Words, noun: Noun) -> str:
    """The name of several records of the noun; the context is `gate_entry:many`."""
    return words.about(f"{noun.key}:many", noun.many)


def sub_list_words(words: Words, sub_list: SubList) -> str:
    """The name of the list that some records of a noun have of their own."""
    return words(sub_list.many)


def label_words(words: Words, field: Field) -> str:
    """The label of a field; the context is `gate_entry.decision`."""
    return words.about(field.context, field.label)


def hint_words(words: Words, field: Field) -> str:
    """The hint of a field, empty when it has none; the context is that of the label."""
    return words.about(field.context, field.hint) if field.hint else ""


def option_words(words: Words, field: Choice, key: str) -> str:
    """The label of one option; the context is `gate_entry.decision:parked`. An unknown key comes back as it is."""
    for option in field.options:
        if option.key == key:
            return words.about(f"{field.context}:{key}", option.label)
    return key


def options_words(words: Words, field: Choice) -> list[tuple[str, str]]:
    """The key and the label of each option, in their order."""
    return [(option.key, option_words(words, field, option.key)) for option in field.options]


def choice_of(record: type[Record], name: str) -> Choice:
    """A field of a record class that is a choice; TypeError when it is none."""
    field = fields_of(record)[name]
    if not isinstance(field, Choice):
        raise TypeError(f"{record.__name__}.{name} is no choice")
    return field


def seat_label(words: Words, seat: str) -> str:
    """The label of a seat of the work group, also of one that is stored elsewhere than in `seat_holder`."""
    return option_words(words, _seats(), seat)


def defined_texts() -> Iterator[DefinedText]:
    """Every text of the definitions with the context that it is looked up in first."""
    for noun in NOUNS.values():
        yield DefinedText(f"{noun.key}:one", noun.one)
        yield DefinedText(f"{noun.key}:many", noun.many)
        for field in noun.fields.values():
            yield DefinedText(field.context, field.label)
            if field.hint:
                yield DefinedText(field.context, field.hint)
            if isinstance(field, Choice):
                options = _seats().options if field.context == _seats().context else field.options
                yield from (DefinedText(f"{field.context}:{option.key}", option.label) for option in options)


@cache
def _seats() -> Choice:
    # Two seats are not among the field's own options: who fills them is private.
    return msgspec.structs.replace(choice_of(SeatHolder, "seat"), options=SEAT_OPTIONS)
