"""A sheet for the meeting that answers a new initiative: what one asks before saying yes, and what runs already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.initiative_figures import hops_figure, hops_sentence, load_figure
from fosdesk.display.noun_words import choice_of, options_words
from fosdesk.domain.records import GateEntry, Initiative
from fosdesk.domain.rules.consolidation.initiative_load import hops, is_considered, load, met_before
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, lowercase_first, paragraphs, write_title
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.initiative_summary import INITIATIVE_FIELDS, running_initiatives, write_initiatives

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_FACTS = ("origin", "from_whom", "carried_by", "minutes", "started")
_ASKED = ("displaces", "component", "loses_time", "reason")
_LINES = 2  # to write on where nothing stands yet


def nouns() -> tuple[str, ...]:
    """None: the reply was written to somebody else, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of initiatives, and what was met at the gate."""
    gate = tuple(f"gate_entry.{name}" for name in ("what", "decision", "came", "signed"))
    return (*SCHOOL_FACTS, *INITIATIVE_FIELDS, *gate)


def write(writer: Writer, reader: DocumentReader) -> None:
    """Each initiative that waits for an answer, then what was begun and ended, and what runs."""
    words = reader.words
    considered = [one for one in reader.school.of(Initiative) if is_considered(one, reader.day) and one.name.strip()]
    for one in considered:
        write_title(writer, 1, " ".join(one.name.split()))
        _write_considered(writer, reader, one)
    if not considered:
        writer.paragraph(words("No new initiative waits for an answer."))
    found = hops(reader.school, reader.day)
    if found:
        writer.heading(1, words("Begun and ended in the last 24 months"))
        writer.figure(hops_figure(found, words, reader.day, FIGURE_WIDTH), hops_sentence(found, words))
    running = [one for one in running_initiatives(reader) if not is_considered(one, reader.day)]
    if running:
        writer.heading(1, words("What runs beside the work"))
        write_initiatives(writer, reader, running)


def _write_considered(writer: Writer, reader: DocumentReader, one: Initiative) -> None:
    words = reader.words
    writer.facts([(reader.label(one, name), value) for name in _FACTS if (value := reader.value(one, name))])
    if one.minutes:
        figure = load_figure(load(reader.school, reader.day, (one.id,)), words, FIGURE_WIDTH * 0.75)
        writer.figure(figure, words("What a yes would add to what runs already."))
    for name in _ASKED:
        value = reader.value(one, name)
        writer.heading(2, reader.label(one, name))
        for part in paragraphs(value):
            writer.paragraph(part)
        if not value:
            writer.writing_lines(_LINES)
    met = [_met(reader, record) for record in met_before(reader.school, one) if reader.title(record.id)]
    if met:
        writer.heading(2, words("Met before"))
        writer.bullets(met)
    _write_answer(writer, reader, one)


def _met(reader: DocumentReader, record: object) -> str:
    """What was met before, with what was answered and when."""
    assert isinstance(record, GateEntry | Initiative)
    words = reader.words
    answer, day = (
        ("decision", record.signed or record.came)
        if isinstance(record, GateEntry)
        else ("answer", record.decided or record.started)
    )
    about = [lowercase_first(reader.value(record, answer)), words.short_date(day) if known_day(day) else ""]
    said = ", ".join(part for part in about if part)
    title = " ".join(reader.own_title(record).split())
    return f"{title} ({said})" if said else title


def _write_answer(writer: Writer, reader: DocumentReader, one: Initiative) -> None:
    """The answer that is proposed, or all three to tick."""
    words = reader.words
    if one.answer:
        dated = [
            f"{reader.label(one, name)}: {words.date(value)}"
            for name in ("decided", "revisit")
            if known_day(value := getattr(one, name))
        ]
        writer.heading(2, words("Proposed answer"))
        writer.paragraph(". ".join([reader.value(one, "answer"), *dated]))
        return
    writer.heading(2, words("The answer"))
    writer.checklist([said for _, said in options_words(words, choice_of(Initiative, "answer"))])
