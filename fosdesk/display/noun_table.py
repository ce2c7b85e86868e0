"""The table of a noun, from its definition: which columns it has, the words of a cell, and what a column sorts by."""

from collections.abc import Callable, Sequence
from typing import Any

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.display.record_words import record_words, value_words
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    ClockTime,
    Date,
    Field,
    Long,
    Months,
    Noun,
    Number,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
)
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.semester import Semester
from fosdesk.words import Words

TITLE = ""  # the name of the first column, which is the record itself
_MOST_COLUMNS = 3  # where the definition names none
_MEASURED = (Date, SemesterField, Number, ClockTime)


def column_names(noun: Noun) -> tuple[str, ...]:
    """The columns after the title: those of the definition, else the first short fields."""
    if noun.use.columns:
        return tuple(name for name in noun.use.columns if name != noun.title)
    shown = [name for name, field in noun.fields.items() if not field.hidden and name != noun.title and is_brief(field)]
    return tuple(shown[:_MOST_COLUMNS])


def is_brief(field: Field) -> bool:
    """Whether the values of a field fit into a cell."""
    return not isinstance(field, Long)


def column_label(words: Words, noun: Noun, name: str) -> str:
    """The heading of a column; of the first one, the label of the title field."""
    field = noun.fields.get(name or noun.title)
    return label_words(words, field) if field is not None else noun_one(words, noun)


def field_of(noun: Noun, name: str) -> Field | None:
    """The field of a column; None where the first one is no field of its own."""
    return noun.fields.get(name or noun.title)


def is_measured(field: Field | None) -> bool:
    """Whether a column is read as an amount or a time, from the smallest to the largest."""
    return isinstance(field, _MEASURED)


class CellWords:
    """The words of the cells of a noun's table in one School; a long text is its first line."""

    def __init__(self, words: Words, framework: Framework, school: School, noun: Noun) -> None:
        self.noun = noun
        self._words, self._framework, self._school = words, framework, school
        self._known: dict[tuple[str, Scalar], str] = {}
        # A row that is made of several records, or of none yet, says its own title.
        title = noun.fields.get(noun.title)
        self._own_title = title if NOUNS.get(noun.key) is not noun else None
        self._is_plain = type(title) in (Short, Long) and noun.key not in ("answer", "phase")

    def of(self, record: Record, name: str) -> str:
        """The words of one cell; `name` as in `column_names`, or TITLE."""
        field = self.noun.fields.get(name)
        if field is None:
            title = self.noun.title
            if self._is_plain and self._school.find(record.id) is record and (said := getattr(record, title).strip()):
                return str(said).partition("\n")[0]
            own = self.of_value(self._own_title, title, getattr(record, title)) if self._own_title is not None else ""
            if own:
                return own
            whole = record_words(self._words, self._framework, self._school, record.id)
            return whole.partition("\n")[0] if "\n" in whole else whole
        return self.of_value(field, name, getattr(record, name))

    def whole(self, record: Record, name: str) -> str:
        """All words of one cell, to be taken elsewhere: a long text with all its lines, a day with its year in full."""
        field = self.noun.fields.get(name or self.noun.title)
        if field is None or isinstance(field, Reference):
            return self.of(record, name)
        value = getattr(record, name or self.noun.title)
        if value is False:
            return ""
        return value_words(self._words, self._framework, self._school, field, value)

    def of_value(self, field: Field, name: str, value: Scalar) -> str:
        """The words of a value of a field; a tick that is not set has none."""
        if value is None or value == "" or value is False:
            return ""
        if isinstance(field, Short | Long) and not isinstance(field, Months):
            return str(value).partition("\n")[0]
        said = self._known.get((name, value))
        if said is None and isinstance(field, Date):
            said = self._known[name, value] = self._words.short_date(str(value))
        if said is None:
            said = value_words(self._words, self._framework, self._school, field, value)
            self._known[name, value] = said
        return said

    def place(self, name: str) -> Callable[[Record], Any]:
        """The sort key of a column: an amount or a time by what it is, a choice by its options, words as in Norwegian.

        None for a record that has no value there.
        """
        field = self.noun.fields.get(name)
        if field is None and isinstance(self._own_title, SemesterField):
            return lambda record: _semester_place(getattr(record, self.noun.title))
        if field is None:
            return lambda record: sort_key(self.of(record, TITLE))
        if isinstance(field, Choice):
            ranks = {option.key: rank for rank, option in enumerate(field.options)}
            return lambda record: (ranks.get(value, len(ranks)), value) if (value := getattr(record, name)) else None
        if isinstance(field, SemesterField):
            return lambda record: _semester_place(getattr(record, name))
        if is_measured(field):
            blank = field.blank
            return lambda record: None if (value := getattr(record, name)) == blank else value
        if isinstance(field, Short | Long | Reference):
            return lambda record: sort_key(said) if (said := self.of(record, name)) else None
        return lambda record: getattr(record, name) or None

    def in_order(self, records: Sequence[Record], name: str, *, descending: bool) -> list[Record]:
        """Records sorted by one column; those without a value last either way."""
        place = self.place(name)
        keys = [place(record) for record in records]
        # By their numbers: ten thousand pairs would be as many objects for the garbage collector.
        there = [number for number, key in enumerate(keys) if key is not None]
        there.sort(key=keys.__getitem__, reverse=descending)
        empty = [record for record, key in zip(records, keys, strict=True) if key is None]
        return [*(records[number] for number in there), *empty]


def _semester_place(value: str) -> tuple[int, str] | None:
    if not value:
        return None
    known = Semester.known(value)
    return (known.year * 2 + known.autumn, "") if known is not None else (1 << 30, value)
