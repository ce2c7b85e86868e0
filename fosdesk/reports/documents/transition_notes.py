"""The transition notes: what a school wrote when a phase opened, closed or opened again, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.display.noun_words import noun_one
from fosdesk.display.pace_words import pace_sentences
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import TransitionNote
from fosdesk.domain.rules.progress import open_phases
from fosdesk.domain.rules.review.phase_pace import phase_pace
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs, write_title
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("transition_note",)


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, the names of the phases and of their items, and the frame of each."""
    return (*SCHOOL_FACTS, "phase.own_title", "answer.own_text", "own_item.own_text", "phase_frame.time_frame")


def write(writer: Writer, reader: DocumentReader) -> None:
    """When the phases were open, then the notes by phase; the phase with the latest note comes first.

    For the school itself, each phase in progress is told with its time, what is open, and who has taken part.
    """
    words, school = reader.words, reader.school
    notes = sorted(school.of(TransitionNote), key=lambda one: (one.written, one.id), reverse=True)
    in_progress = open_phases(reader.framework, school) if reader.audience is Audience.SCHOOL else ()
    if not notes:
        writer.paragraph(words("No transition note has been written yet."))
    if not (notes or in_progress):
        return
    line = phase_timeline_figure(reader.framework, reader.school_for_figures, words, reader.day, FIGURE_WIDTH)
    writer.figure(line, words("When each phase was open."))
    for phase in dict.fromkeys((*(one.phase for one in notes), *in_progress)):
        write_title(writer, 1, reader.numbered_phase(phase) if phase else words("Without a phase"), key=phase or "none")
        if phase in in_progress:
            _write_pace(writer, reader, phase)
        for note in notes:
            if note.phase == phase:
                _write_note(writer, reader, note)


def _write_pace(writer: Writer, reader: DocumentReader, phase: str) -> None:
    pace = phase_pace(reader.framework, reader.school, phase, reader.day, lambda *_: ())
    told = pace_sentences(reader.words, reader.school, phase, pace, reader.title, lambda frame: frame)
    writer.facts([(heading, "\n".join(sentences)) for heading, sentences in told])


def _write_note(writer: Writer, reader: DocumentReader, note: TransitionNote) -> None:
    words = reader.words
    occasion = reader.value(note, "occasion") or noun_one(words, noun_of(note))
    day = words.date(note.written)
    writer.heading(2, words("{occasion}, {date}", occasion=occasion, date=day) if day else occasion)
    for one in paragraphs(note.why):
        writer.paragraph(one)
    for name in ("carried_on", "still_open"):
        first, *rest = paragraphs(getattr(note, name)) or [""]
        if first:
            writer.paragraph(Bold(f"{reader.label(note, name)}: "), first)
        for one in rest:
            writer.paragraph(one)
