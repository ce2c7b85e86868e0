"""Reads rows that were copied elsewhere as records of a noun: which column is which field, and what each cell means."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from fosdesk.display.noun_table import TITLE, CellWords, column_names
from fosdesk.display.noun_words import label_words, options_words
from fosdesk.domain.fields import (
    AnyReference,
    Choice,
    ClockTime,
    Date,
    Field,
    Kroner,
    Long,
    Minutes,
    Months,
    Noun,
    Number,
    Order,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
    YesNo,
    noun_of,
)
from fosdesk.domain.rules.blank_records import blank_record
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.months import SCHOOL_YEAR, stored_months
from fosdesk.domain.values.semester import Semester
from fosdesk.domain.values.text_folding import folded
from fosdesk.domain.values.typed_days import parse_day
from fosdesk.ui.forms.parsing import MOST_CHARACTERS, clean, parse_clock, parse_kroner, parse_minutes, parse_number
from fosdesk.words import Words

_YES = {"ja", "yes", "x", "1", "sant", "true", "ok", "\u2713", "\u2714", "\u2611"}
_NO = {"nei", "no", "0", "usant", "false", "-", "\u2610"}
_JOINS, _SPANS = ("", "og", "and"), ("til", "to", "\u2013", "-")  # between months
_FORMULA_SIGNS = ("=", "+", "@")


class PastedRow(NamedTuple):
    """A record as it would be made, what could not be read by its field, and whether it is there already."""

    record: Record
    unread: Mapping[str, str]
    is_known: bool


class PastedTable(NamedTuple):
    """The rows that were copied, and for each column the name of a field, or nothing where it is left out."""

    headings: Sequence[str]  # empty where the first row is none
    rows: Sequence[Sequence[str]]
    fields: Sequence[str]

    @property
    def formulas(self) -> int:
        """How many cells begin as a formula does."""
        return sum(cell.startswith(_FORMULA_SIGNS) for one in self.rows for cell in one)


class PastedRows:
    """Remembers what each text means, so that looking again costs little."""

    def __init__(self, noun: Noun, cells: CellWords, school: School, languages: Sequence[Words], today: date) -> None:
        """`languages` are the words in which headings and options are understood."""
        self.noun = noun
        self._cells, self._school, self._languages, self._today = cells, school, languages, today
        fields = {n: f for n, f in noun.fields.items() if not f.hidden and not isinstance(f, Order | AnyReference)}
        first = [name for name in (noun.title, *column_names(noun)) if name in fields]
        self.fields: Mapping[str, Field] = {name: fields[name] for name in dict.fromkeys([*first, *fields])}
        self._known: dict[tuple[str, str], Scalar] = {}
        self._there: dict[str, list[Record]] = {}  # the records of the school by their titles
        self._meanings: dict[str, dict[str, Scalar]] = {}

    def matched(self, rows: Sequence[Sequence[str]]) -> PastedTable:
        """The table with its columns matched by the words of their headings, else in the order of the list."""
        names = [self._named(cell) for cell in rows[0]]
        found = [name for name in names if name]
        if found and 2 * len(found) >= sum(map(bool, rows[0])) and (len(rows) > 1 or len(found) > 1):
            unique = [name if name and name not in names[:place] else "" for place, name in enumerate(names)]
            return PastedTable(rows[0], rows[1:], unique)
        return self.in_order(rows)

    def in_order(self, rows: Sequence[Sequence[str]]) -> PastedTable:
        """The table without headings, its columns in the order of the list."""
        order = list(self.fields)
        return PastedTable((), rows, [order[n] if n < len(order) else "" for n in range(len(rows[0]))])

    def read(self, table: PastedTable, given: Mapping[str, Scalar]) -> list[PastedRow]:
        """What would be made of each row; `given` are values for the fields that no column stands for."""
        columns = [(place, name, self.fields[name]) for place, name in enumerate(table.fields) if name]
        if not self._there:  # once: a list may be long
            for record in self._school.of(self.noun.record):
                self._there.setdefault(self._title(record), []).append(record)
        pasted: dict[str, list[Record]] = {}
        blank, found = blank_record(self._school, self.noun, self._today.isoformat()), []
        taken = {name for _, name, _ in columns}
        blank = msgspec.structs.replace(blank, **{name: one for name, one in given.items() if name not in taken})
        place = getattr(blank, "pos", "")
        for cells in table.rows:
            values: dict[str, Scalar] = {}
            unread: dict[str, str] = {}
            for column, name, field in columns:
                cell = cells[column]
                value = self.value(name, field, cell) if cell else field.blank
                if cell and value is None:
                    unread[name] = cell
                elif value != field.blank:
                    values[name] = value
            if not values:  # an empty line leaves nothing behind
                continue
            if place:
                values["pos"], place = place, between(place, "")
            record = msgspec.structs.replace(blank, **values)
            title = self._title(record)
            same = [*self._there.get(title, ()), *pasted.get(title, ())]
            given_values = {name: value for name, value in values.items() if name != "pos"}
            is_known = any(
                all(getattr(other, name) == value or name == self.noun.title for name, value in given_values.items())
                for other in same
            )
            pasted.setdefault(title, []).append(record)
            found.append(PastedRow(record, unread, is_known))
        return found

    def value(self, name: str, field: Field, cell: str) -> Scalar:
        """What a cell means in a field; None where it cannot be read."""
        if (name, cell) not in self._known:
            self._known[name, cell] = self._value(name, field, cell)
        return self._known[name, cell]

    def _value(self, name: str, field: Field, cell: str) -> Scalar:
        try:
            match field:
                case Date():
                    return parse_day(cell, self._today, field.expects)
                case ClockTime():
                    return parse_clock(cell)
                case Minutes():
                    return parse_minutes(cell)
                case Kroner():
                    return parse_kroner(cell)
                case Number():
                    return parse_number(cell)
                case YesNo():
                    said = folded(cell).strip()
                    return True if said in _YES else False if said in _NO else None
                case Months():
                    return self._months(cell)
                case Choice() | Reference() | SemesterField():
                    return self._meaning(name, field).get(_plain(cell))
                case Short() | Long():
                    whole = clean(cell, one_line=isinstance(field, Short))
                    return whole if len(whole) <= MOST_CHARACTERS else None
        except ValueError:
            pass
        return None

    def _months(self, cell: str) -> str | None:
        """Months by their names in one of the languages or as numbers; None where one is unknown."""
        names = {_plain(words.month(n)): n for words in self._languages for n in SCHOOL_YEAR}
        if any(_plain(cell) == _plain(words("every month")) for words in self._languages):
            return stored_months(SCHOOL_YEAR)
        found: list[int] = []
        is_span = False
        for part in re.split(r"[,;/\s]+", _plain(cell)):
            if part in _SPANS:
                is_span = bool(found)
            elif part not in _JOINS:
                n = int(part) if part.isascii() and part.isdigit() and len(part) < 3 else names.get(part, 0)
                if n not in SCHOOL_YEAR:
                    return None
                here = SCHOOL_YEAR.index(n)
                found += SCHOOL_YEAR[SCHOOL_YEAR.index(found[-1]) : here + 1] if is_span else (n,)
                is_span = False
        return stored_months(found)

    def _meaning(self, name: str, field: Field) -> Mapping[str, Scalar]:
        """The values of a field by the words that stand for them; words for several records stand for none."""
        if name not in self._meanings:
            pairs: list[tuple[str, Scalar]] = []
            if isinstance(field, Choice):
                pairs = [(option.key, option.key) for option in field.options]
                pairs += [(said, key) for words in self._languages for key, said in options_words(words, field)]
            elif isinstance(field, SemesterField):
                here = Semester.of_date(self._today.isoformat())
                near = [here.plus(n) for n in range(-40, 41)]
                pairs = [(str(one), str(one)) for one in near]
                pairs += [(words.semester(one), str(one)) for words in self._languages for one in near]
            elif isinstance(field, Reference):
                pairs = [
                    (self._cells.of_value(field, name, one.id), one.id)
                    for one in self._school.records.values()
                    if noun_of(one).key == field.target
                ]
            found: dict[str, Scalar] = {}
            for said, value in pairs:
                known = found.setdefault(_plain(said), value)
                if known != value:
                    found[_plain(said)] = None
            self._meanings[name] = found
        return self._meanings[name]

    def _named(self, heading: str) -> str:
        """The field whose label in one of the languages a heading is; empty when it is none."""
        said = _plain(heading)
        for name, field in self.fields.items():
            if said and any(said == _plain(label_words(words, field)) for words in self._languages):
                return name
        return ""

    def words_of(self, record: Record, name: str) -> str:
        """The words of a value of a record that would be made."""
        return self._cells.of_value(self.fields[name], name, getattr(record, name))

    def _title(self, record: Record) -> str:
        title = getattr(record, self.noun.title, "") or self._cells.of(record, TITLE)
        return _plain(str(title))


def _plain(text: str) -> str:
    return " ".join(folded(text).replace(":", " ").split())


def new_ones(rows: Iterable[PastedRow], *, also_known: bool) -> list[Record]:
    """The records to make: those that are not there already, or all."""
    return [one.record for one in rows if also_known or not one.is_known]
