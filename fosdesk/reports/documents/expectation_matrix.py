"""Expectations as a matrix: what each expects of the school and the school of them, agreed or unclear, with the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.sections.direction_details import expectations, write_expectations
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("expectation",)


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead."""
    return SCHOOL_FACTS


def write(writer: Writer, reader: DocumentReader) -> None:
    """The matrix; a sentence when nobody wrote of any expectation."""
    found = expectations(reader)
    if found:
        write_expectations(writer, reader, found)
    else:
        writer.paragraph(reader.words("Nothing has been written down about expectations."))
