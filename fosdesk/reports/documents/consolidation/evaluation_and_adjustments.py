"""Each look back with what was found, kept and stopped, and what it made different; the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Evaluation
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import write_title
from fosdesk.reports.sections.consolidation_summary import ADJUSTED_FIELDS, write_adjustments
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.look_back import EVALUATION_FIELDS, evaluations

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """None: of what was adjusted only what became different is shown, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of looks back and adjustments, and those that they may have changed."""
    adjusted = (f"{noun}.{name}" for noun, names in ADJUSTED_FIELDS.items() for name in names)
    return tuple(dict.fromkeys((*SCHOOL_FACTS, *EVALUATION_FIELDS, "evaluation.kind", "adjustment.about", *adjusted)))


def write(writer: Writer, reader: DocumentReader) -> None:
    """Each look back as a chapter."""
    found = evaluations(reader)[::-1]
    for one in found:
        write_evaluation(writer, reader, one, 1)
        write_adjustments(writer, reader, one)
    if not found:
        writer.paragraph(reader.words("Nothing has been written down about evaluation."))


def write_evaluation(writer: Writer, reader: DocumentReader, one: Evaluation, level: int) -> None:
    """The title, the day, the kind and who took part, then what was found, what stays and what stops."""
    words = reader.words
    write_title(writer, level, " ".join(one.what.split()) or noun_one(words, noun_of(one)))
    groups = " ".join(one.groups.split())
    told = (words.date(one.day), reader.value(one, "kind"), words("Those who took part: {who}", who=groups))
    about = [part for part in (*told[:2], told[2] if groups else "") if part]
    if about:
        writer.small(" · ".join(about))
    write_labelled(writer, reader, one, ("found", "keep", "stop"))
