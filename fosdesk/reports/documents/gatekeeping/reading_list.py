"""The reading list: who reads, visits or tries out what until when, what came of it, and the references in APA 7."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.gatekeeping.apa_reference import is_reference, reference_list
from fosdesk.domain.records import GateEntry, Learning
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.documents.gatekeeping.entry_references import PARTS, inline
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_LISTED = ("admitted", "adapted", "parked", "undecided", "")
_WIDTHS = (0.44, 0.22, 0.17, 0.17)


def nouns() -> tuple[str, ...]:
    """What is read and learned is told whole."""
    return ("learning",)


def extra_fields() -> tuple[str, ...]:
    """The school's own facts, and of entries what a reference is made of."""
    parts = ("what", "source", "decision", *PARTS)
    return (*SCHOOL_FACTS, *(f"gate_entry.{name}" for name in parts))


def write(writer: Writer, reader: DocumentReader) -> None:
    """What is under way by its day, what is done with its summary, and the references."""
    words = reader.words
    every = [one for one in reader.school.of(Learning) if not one.put_away]
    ahead = sorted((one for one in every if not one.done), key=lambda one: (one.until or "9999", one.id))
    done = sorted((one for one in every if one.done), key=lambda one: (one.done, one.id), reverse=True)
    entries = [one for one in reader.school.of(GateEntry) if _is_listed(one, every)]
    if not every and not entries:
        writer.lead(words("Nothing stands on the reading list yet."))
        return
    if ahead:
        writer.heading(1, words("To read and learn"), key="ahead")
        _table(writer, reader, ahead, words("By"), "until")
        _texts(writer, reader, ahead)
    if done:
        writer.heading(1, words("Read and learned"), key="done")
        _table(writer, reader, done, words("Done on"), "done")
        _texts(writer, reader, done)
    references = reference_list(words, entries)
    if references:
        writer.heading(1, words("References"), key="references")
        writer.bullets([inline(one) for one in references])
        writer.small(words("References follow APA 7. What was kept outside is not among them."))


def _is_listed(entry: GateEntry, every: Sequence[Learning]) -> bool:
    linked = any(one.about == entry.id for one in every)
    return not entry.put_away and (linked or (is_reference(entry) and entry.decision in _LISTED))


def _table(writer: Writer, reader: DocumentReader, some: Sequence[Learning], when: str, day: str) -> None:
    label = reader.label
    head: list[Text] = [label(Learning, "what"), label(Learning, "who"), label(Learning, "kind"), when]
    rows: list[list[Text]] = [
        [
            one.what.strip() or reader.value(one, "about"),
            one.who.strip() or "–",
            reader.value(one, "kind") or "–",
            reader.words.short_date(getattr(one, day)) or "–",
        ]
        for one in some
    ]
    writer.table(head, rows, list(_WIDTHS))


def _texts(writer: Writer, reader: DocumentReader, some: Sequence[Learning]) -> None:
    """What else was written of each, below its title; nothing of those with a line in the table alone."""
    told: list[Item] = []
    for one in some:
        lines = [
            (Bold(f"{reader.label(one, name)}: "), " ".join(paragraphs(text)))
            for name in ("summary", "condition", "step")
            if (text := reader.value(one, name))
        ]
        about = reader.value(one, "about")
        if about:
            lines.append((Bold(f"{reader.label(one, 'about')}: "), about))
        if lines:
            told.append(Item(Bold(one.what.strip() or about), [[*line] for line in lines]))
    if told:
        writer.bullets(told)
