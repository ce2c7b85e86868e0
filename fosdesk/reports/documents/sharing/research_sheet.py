"""Studies of the work: what for, consent, until when, what may be shared; guides to write on; never the material."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Study
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import write_title
from fosdesk.reports.inline_text import FormField
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_FACTS = ("kind", "run_by", "institution", "who", "supervisor", "begins", "ends", "notified")
_TEXTS = ("purpose", "consent", "shared")
_LINES = 3  # to write on below each line of a guide


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("study",)


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead."""
    return SCHOOL_FACTS


def write(writer: Writer, reader: DocumentReader) -> None:
    """The studies that are under way, planned and ended, then a guide for each that is not ended."""
    words = reader.words
    found = [one for one in reader.school.of(Study) if has_visible_content(one, NOUNS["study"])]
    if not found:
        writer.paragraph(words("Nothing has been written down about research."))
        return
    writer.small(words("What is collected in a study is never kept here, and no pupil is told of."))
    ended = [one for one in found if known_day(one.ends) and one.ends < reader.day]
    planned = [one for one in found if one not in ended and known_day(one.begins) and one.begins > reader.day]
    under_way = [one for one in found if one not in ended and one not in planned]
    for title, some in ((words("Under way"), under_way), (words("Planned"), planned), (words("Ended"), ended)):
        if some:
            writer.heading(1, title)
        for study in sorted(some, key=lambda one: one.begins):
            _write_study(writer, reader, study)
    _write_guides(writer, reader, [one for one in (*under_way, *planned) if one.guide.strip()])


def _title(reader: DocumentReader, study: Study) -> str:
    return " ".join(study.what.split()) or noun_one(reader.words, NOUNS["study"])


def _write_study(writer: Writer, reader: DocumentReader, study: Study) -> None:
    write_title(writer, 2, _title(reader, study))
    writer.facts([(reader.label(study, name), value) for name in _FACTS if (value := reader.value(study, name))])
    write_labelled(writer, reader, study, _TEXTS)


def _write_guides(writer: Writer, reader: DocumentReader, studies: Sequence[Study]) -> None:
    """Each guide from a page of its own on, one thing after the other with lines to write on."""
    words = reader.words
    for study in studies:
        writer.page_break()
        writer.heading(1, words("Guide: {study}", study=_title(reader, study)))
        writer.small(words("Write what is seen and said. No names, and nothing by which a pupil can be known."))
        writer.form_fields(FormField(words("Date")), FormField(words("Place")))
        for one in study.guide.splitlines():
            if one.strip():
                writer.paragraph(one.strip())
                writer.writing_lines(_LINES)
