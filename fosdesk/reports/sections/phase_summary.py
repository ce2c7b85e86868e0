"""The chapter phase by phase: aim, when it was open, transition notes, items and reflections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import noun_of
from fosdesk.domain.framework import Phase
from fosdesk.domain.records import OwnItem, PhaseFrame, PhaseState, Reflection, TransitionNote
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs, write_title
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.noun_section import has_visible_content, write_fields

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write(writer: Writer, reader: DocumentReader) -> None:
    """Write the chapter for all phases with any content, in the framework's order."""
    phases = [phase for phase in reader.framework.phases if _PhaseContent(reader, phase).has_content]
    if not phases:
        return
    writer.heading(1, reader.words("Phase by phase"), key="phases")
    line = phase_timeline_figure(reader.framework, reader.school_for_figures, reader.words, reader.day, FIGURE_WIDTH)
    writer.figure(line, reader.words("When each phase was open."))
    writer.paragraph(reader.words("The phases glide into each other, and several may be open at once."))
    for phase in phases:
        _write_phase(writer, reader, _PhaseContent(reader, phase))


class _PhaseContent:
    """The state, notes, checklist lines and reflections of one phase."""

    def __init__(self, reader: DocumentReader, phase: Phase) -> None:
        school = reader.school
        self.phase = phase
        self.state = school.get(PhaseState, f"phase:{phase.id}")
        self.frame = school.get(PhaseFrame, f"phase_frame:{phase.id}")
        notes = [one for one in school.of(TransitionNote) if one.phase == phase.id]
        self.notes = sorted(notes, key=lambda one: one.written)
        self.lines = [
            line for line in lines_of(reader.framework, school, phase.id) if _has_explanation(line) or _is_started(line)
        ]
        self.reflections = [
            (question, reflection.text.strip())
            for number, question in enumerate(phase.reflection, 1)
            if (reflection := school.get(Reflection, f"reflection:{phase.id}-{number}")).text.strip()
        ]

    @property
    def has_content(self) -> bool:
        told = self.state.opened or self.state.closed or self.notes or self.lines or self.reflections
        return bool(told) or has_visible_content(self.frame, noun_of(self.frame))


def _has_explanation(line: ChecklistLine) -> bool:
    return bool(line.answer.how.strip() or line.answer.reason.strip())


def _is_started(line: ChecklistLine) -> bool:
    return line.status != "not_started" and not line.put_away


def _write_phase(writer: Writer, reader: DocumentReader, content: _PhaseContent) -> None:
    words, phase, state = reader.words, content.phase, content.state
    write_title(writer, 2, reader.numbered_phase(phase.id), key=phase.id)
    writer.paragraph(phase.about)
    if state.opened and state.closed:
        opened, closed = words.date(state.opened), words.date(state.closed)
        writer.small(words("Opened {opened}, closed {closed}.", opened=opened, closed=closed))
    elif state.opened:
        writer.small(words("Opened {opened}, and still open.", opened=words.date(state.opened)))
    if has_visible_content(content.frame, noun_of(content.frame)):
        writer.heading(3, noun_one(words, noun_of(content.frame)))
        write_fields(writer, reader, noun_of(content.frame), content.frame)
    if content.notes:
        writer.heading(3, words("Along the way"))
        for note in content.notes:
            _write_note(writer, reader, note)
    titles = [(track.id, track.title) for track in phase.tracks]
    for track, title in [*titles, ("", words("Across the tracks") if titles else words("How we did it"))]:
        lines = [line for line in content.lines if line.track == track]
        _write_lines(writer, reader, [line for line in lines if line.settled], title)
        ahead = words("{track}: in progress and planned", track=title) if track else words("In progress and planned")
        _write_lines(writer, reader, [line for line in lines if not line.settled], ahead)
    if content.reflections:
        writer.heading(3, words("Our thoughts"))
        for question, reflection in content.reflections:
            writer.heading(4, question)
            for one in paragraphs(reflection):
                writer.paragraph(one)


def _write_note(writer: Writer, reader: DocumentReader, note: TransitionNote) -> None:
    words = reader.words
    occasion = reader.value(note, "occasion") or noun_one(words, noun_of(note))
    day = words.date(note.written)
    writer.heading(4, words("{occasion}, {date}", occasion=occasion, date=day) if day else occasion)
    for one in paragraphs(note.why):
        writer.paragraph(one)
    writer.facts(
        [
            (reader.label(note, name), value)
            for name in ("carried_on", "still_open")
            if (value := reader.value(note, name))
        ]
    )


def _write_lines(writer: Writer, reader: DocumentReader, lines: list[ChecklistLine], title: str) -> None:
    """Items under a heading: those with texts one by one, then the others by their status."""
    if not lines:
        return
    words = reader.words
    writer.heading(3, title)
    for line in lines:
        if _has_explanation(line):
            _write_line(writer, reader, line)
    for status, lead in (
        ("done", words("This is done as well:")),
        ("in_progress", words("In progress as well:")),
        ("other_way", words("Done another way:")),
        ("not_applicable", words("Not applicable:")),
    ):
        rest = [_title(reader, line) for line in lines if not _has_explanation(line) and line.status == status]
        if rest:
            writer.paragraph(lead)
            writer.bullets(rest)


def _title(reader: DocumentReader, line: ChecklistLine) -> str:
    return line.told.strip() or noun_one(reader.words, noun_of(OwnItem))


def _write_line(writer: Writer, reader: DocumentReader, line: ChecklistLine) -> None:
    """An item with its texts; what is not simply done says so first, so that a plan is not read as what was done."""
    reason = line.answer.reason.strip()
    write_title(writer, 4, _title(reader, line))
    if line.status == "done":
        writer.paragraph(reason)
    else:
        status = reader.value(line.answer, "status") or reader.words("Not started")
        writer.paragraph(Bold(f"{status}."), f" {reason}" if reason else "")
    for one in paragraphs(line.answer.how):
        writer.paragraph(one)
