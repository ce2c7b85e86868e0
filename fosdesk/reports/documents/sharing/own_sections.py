"""The sections that a school adds to its description, each as a chapter under its own heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import DescriptionSection
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write(writer: Writer, reader: DocumentReader) -> None:
    """Each section that holds anything, in the school's order; «Section» in place of a heading that is lacking."""
    for one in reader.school.of(DescriptionSection):
        if one.heading.strip() or one.text.strip():
            write_title(writer, 1, one.heading.strip() or noun_one(reader.words, NOUNS["description_section"]))
            for text in paragraphs(one.text):
                writer.paragraph(text)
