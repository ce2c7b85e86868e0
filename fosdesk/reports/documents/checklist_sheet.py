"""The checklist of a phase as a sheet of paper to tick and write on in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import noun_of
from fosdesk.domain.framework import Phase
from fosdesk.domain.records import Answer, OwnItem
from fosdesk.domain.records.phases_and_answers import PHASE_OPTIONS
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.inline_text import FormField, FormItem
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_SHOWN_FIELDS = ("own_text", "status", "reason", "responsible", "due")
_MAX_BESIDE = 60  # characters of whoever is responsible; longer ones stand with the text
_LINES_PER_ITEM, _EMPTY_ITEMS = 2, 2  # for what comes up while people talk


class ChecklistSheet:
    """The sheet of one phase; implements `Document`."""

    def __init__(self, phase_id: str) -> None:
        self._phase_id = phase_id

    def nouns(self) -> tuple[str, ...]:
        """None: how an item was done has no room on this sheet."""
        return ()

    def extra_fields(self) -> tuple[str, ...]:
        """The fields that stand beside each check box."""
        answers = tuple(f"{noun}.{field}" for noun in ("answer", "own_item") for field in _SHOWN_FIELDS)
        return (*SCHOOL_FACTS, "phase.own_title", *answers, "own_item.why")

    def _lines(self, reader: DocumentReader) -> list[ChecklistLine]:
        lines = lines_of(reader.framework, reader.school, self._phase_id)
        return [line for line in lines if not line.put_away]

    def write(self, writer: Writer, reader: DocumentReader) -> None:
        """The items by track, empty items to fill in, and the questions and signs of the phase."""
        words, phase = reader.words, reader.framework.phase(self._phase_id)
        if phase is None:
            return
        writer.lead(reader.numbered_phase(phase.id))
        writer.paragraph(phase.aim)
        writer.small(
            words(
                "Tick what is done, write on the lines, and skip what does not fit you. None of it has to be filled "
                "in. Write roles rather than names, and nothing about single pupils."
            )
        )
        writer.form_fields(FormField(words("Group")), FormField(words("Date"), share=0.5))
        lines = self._lines(reader)
        titles = [(track.id, track.title) for track in phase.tracks]
        for track, title in [*titles, ("", words("Across the tracks") if titles else words("Checklist"))]:
            some = [_form_item(reader, line) for line in lines if line.track == track]
            if some:
                writer.heading(1, title)
                writer.form(some)
        writer.heading(1, words("Our own items"))
        writer.form([FormItem("", fields=_form_fields(reader, "", ""), lines=1)] * _EMPTY_ITEMS)
        _questions(writer, reader, phase)


def _form_item(reader: DocumentReader, line: ChecklistLine) -> FormItem:
    """A settled item as one ticked line; an open one with its reason, fields and writing lines."""
    words, answer = reader.words, line.answer
    who, due, reason = answer.responsible.strip(), words.short_date(answer.due), answer.reason.strip()
    text = line.text.strip() or noun_one(words, noun_of(OwnItem))
    if line.settled:
        said = ", ".join(part for part in (reader.value(answer, "status"), who, due) if part)
        return FormItem(text, ticked=True, below=f"{said}. {reason}")
    notes = [line.why.strip(), reason]
    if len(who) > _MAX_BESIDE:
        notes.append(words("Responsible: {who}", who=who))
        who = ""
    below = "\n".join(part for part in notes if part)
    return FormItem(text, below=below, fields=_form_fields(reader, who, due), lines=_LINES_PER_ITEM)


def _form_fields(reader: DocumentReader, who: str, due: str) -> list[FormField]:
    return [FormField(reader.label(Answer, "responsible"), who), FormField(reader.words("Date"), due, 0.5)]


def _questions(writer: Writer, reader: DocumentReader, phase: Phase) -> None:
    words = reader.words
    if phase.reflection:
        writer.heading(1, words("To talk about"))
    for question in phase.reflection:
        writer.heading(2, question)
        writer.writing_lines(2)
    if phase.signs:
        writer.heading(1, words("Signs that you can go on"))
        writer.checklist(list(phase.signs))


SHEETS = {option.key: ChecklistSheet(option.key) for option in PHASE_OPTIONS}
