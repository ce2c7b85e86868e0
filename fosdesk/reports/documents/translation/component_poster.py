"""Core components for the wall: each with what it looks like, an example and what it is not, in large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import CoreComponent, Practice
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import write_title
from fosdesk.reports.inline_text import Italic
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MOST_EXAMPLES = 2  # of each component


def nouns() -> tuple[str, ...]:
    """None: the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of components and of what one can see of them."""
    component = tuple(f"core_component.{name}" for name in ("name", "looks_like", "not_this"))
    return (*SCHOOL_FACTS, *component, "practice.text", "practice.component")


def write(writer: Writer, reader: DocumentReader) -> None:
    """The components in the order of the school; a sentence when there is none."""
    found = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    for one in found:
        write_title(writer, 1, " ".join(one.name.split()))
        for part in reader.fitted_paragraphs(one, "looks_like"):
            writer.paragraph(part)
        _write_examples(writer, reader, one)
        for part in reader.fitted_paragraphs(one, "not_this"):
            writer.small(Italic(part))
    if not found:
        writer.paragraph(reader.words("No core components have been written."))


def _write_examples(writer: Writer, reader: DocumentReader, component: CoreComponent) -> None:
    examples = [one for one in reader.school.of(Practice) if one.component == component.id and one.text.strip()]
    shown = reader.listed(examples)[:_MOST_EXAMPLES]
    if shown:
        writer.bullets([reader.fitted(one, "text") for one in shown])
