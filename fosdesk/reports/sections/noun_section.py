"""A section for any noun, written from its definition alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.domain.fields import Date, Long, Noun, Record
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def record_section(writer: Writer, reader: DocumentReader, noun: Noun, level: int = 2, *, key: str = "") -> None:
    """All records of a noun under a heading, in the order of their days; nothing when there are none."""
    records = [record for record in reader.school.of(noun.record) if has_visible_content(record, noun)]
    records.sort(key=lambda record: _day_of(record, noun))
    if not records:
        return
    writer.heading(level, noun_many(reader.words, noun), key=key)
    records_below(writer, reader, noun, records, level + 1)


def _day_of(record: Record, noun: Noun) -> str:
    """The day that a record is about, by its first field of that kind; those without one come last, in their order."""
    if "pos" in noun.fields:
        return ""  # the team has put them in an order of its own
    days = (
        getattr(record, name) for name, field in noun.fields.items() if isinstance(field, Date) and not field.hidden
    )
    return next(days, "") or "9999-12-31"


def records_below(writer: Writer, reader: DocumentReader, noun: Noun, records: Sequence[Record], level: int) -> None:
    """Records one by one, each under its title as a heading of that level."""
    for record in records:
        write_title(writer, level, reader.own_title(record) or noun_one(reader.words, noun))
        write_fields(writer, reader, noun, record)


def write_fields(writer: Writer, reader: DocumentReader, noun: Noun, record: Record) -> None:
    """The long texts of a record under their labels, then the other values as a list of facts."""
    facts = []
    for name, field in noun.fields.items():
        value = "" if field.hidden else reader.value(record, name)
        if not value or (name == noun.title and "\n" not in value and not isinstance(field, Long)):
            continue
        if isinstance(field, Long):
            first, *rest = paragraphs(value)
            writer.paragraph(Bold(reader.label(record, name)), "\n", first)
            for more in rest:
                writer.paragraph(more)
        else:
            facts.append((reader.label(record, name), value))
    writer.facts(facts)


def has_visible_content(record: Record, noun: Noun) -> bool:
    """Whether any field that is not hidden has a value."""
    return any(getattr(record, name) != field.blank for name, field in noun.fields.items() if not field.hidden)
