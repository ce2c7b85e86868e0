"""The table of a list as an audience may have it: its columns and cells pass the privacy room first."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

from fosdesk.display.noun_table import CellWords, column_label
from fosdesk.domain.fields import Date, Noun, Number, Record, Reference, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Person
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.dates import known_day
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import fields_withheld
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_school import DocumentSchool
from fosdesk.words import Words

AUDIENCES = (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK)  # research has counts, and no lists
Cell = str | int | date


class ListTable(NamedTuple):
    """Headings and cells; an empty cell is an empty text."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    @property
    def texts(self) -> list[list[str]]:
        """The cells as texts, a day as 8.12.2026."""
        return [[_as_text(cell) for cell in one] for one in self.rows]


def columns_for(noun: Noun, columns: Sequence[str], audience: Audience) -> list[str]:
    """Those of a list's columns that an audience may have at all."""
    home = _home_fields() if audience is not Audience.SCHOOL else ()
    withheld = fields_withheld(noun, audience)
    keys = ((name, name or noun.title) for name in columns)
    return [name for name, key in keys if key not in withheld and f"{noun.key}.{key}" not in home]


def list_table(
    school: School,
    noun: Noun,
    ids: Sequence[str],
    columns: Sequence[str],
    audience: Audience,
    *,
    names: NameDetector,
    words: Words,
    framework: Framework,
    pace: Pace = NO_HURRY,
) -> ListTable:
    """The records `ids` in their order, as `audience` may have them; of which nothing is left, is not there."""
    filtered = DocumentSchool.of(school, None).filtered(audience, _home_fields(), names=names)
    shown = columns_for(noun, columns, audience)
    cells = CellWords(words, framework, filtered.school, noun)
    makers = [_maker(cells, noun, name, school, filtered.school) for name in shown]
    rows = []
    for some in pace.in_parts(list(ids), 500):
        for one in some:
            record = filtered.school.find(one)
            if record is None:  # nothing is left of it
                continue
            made = [make(record) for make in makers]
            if any(cell != "" for cell in made):
                rows.append(made)
    return ListTable([column_label(words, noun, name) for name in shown], rows)


def _home_fields() -> Collection[str]:
    return {place for kind in DOCUMENTS.values() for place in kind.home_fields}


def _maker(cells: CellWords, noun: Noun, name: str, whole: School, filtered: School) -> Callable[[Record], Cell]:
    """Gives the cell of a record in one column."""
    key = name or noun.title
    field = noun.fields.get(key)
    if field is None:
        return lambda record: cells.of(record, name)

    def make(record: Record) -> Cell:
        value = getattr(record, key)
        if value == field.blank:
            return ""
        if isinstance(field, Reference):
            return cells.of_value(field, key, value) if _may_be_named(str(value), whole, filtered) else ""
        if isinstance(field, Date):
            return known_day(value) or str(value)
        if isinstance(field, Number):
            return int(value)
        return cells.whole(record, name)

    return make


def _may_be_named(target: str, whole: School, filtered: School) -> bool:
    """Whether a link may say what it points to: nothing of what is withheld, not even that it is there."""
    there, left = whole.find(target), filtered.find(target)
    if there is None:  # a checklist item, or a record that is gone
        return ":" in target and target not in whole.shielded
    if left is None:
        return False
    if isinstance(left, Person):  # stands with the role
        return True
    noun = noun_of(left)
    if isinstance(noun.fields.get(noun.title), Reference):
        further = str(getattr(left, noun.title))
        return not further or _may_be_named(further, whole, filtered)
    return title_of(left) == title_of(there)


def _as_text(cell: Cell) -> str:
    return f"{cell.day}.{cell.month}.{cell.year}" if isinstance(cell, date) else str(cell)
