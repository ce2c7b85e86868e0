"""The share card: one page for other schools on what was tried, how, and what came of it; about no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.domain.records import CoreComponent, Description, GateEntry, StopItem, TranslationNote
from fosdesk.domain.rules.gate_rules import flow
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.current_state import first_few, gate_sentence, open_phases_sentence, stops_by_now
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.time_summary import balances

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_FIGURE_HEIGHT = 130.0
_LEARNING = "description:learning"
_RESHAPED = ("translation_note.reshaped", "translation_note.added")


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, and those on each thing that was tried."""
    tried = ("core_component.name", "core_component.why", "core_component.looks_like", "stop_item.what")
    worth = ("description.text", "balance.gain", "balance.adjust", "gate_entry.decision", "gate_entry.what")
    return (*SCHOOL_FACTS, "phase.own_title", *tried, *worth, "gate_reason.text", "stop_item.semester", *_RESHAPED)


def write(writer: Writer, reader: DocumentReader) -> None:
    """The core components, how, what came of it, and what was adapted; what nobody wrote about is left out."""
    words = reader.words
    components = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    writer.paragraph(open_phases_sentence(reader))
    if components:
        writer.heading(1, words("Core components"))
        writer.bullets([_component(reader, one) for one in reader.listed(components)])
    gone, ahead = stops_by_now(reader)
    _write_how(writer, reader, gone)
    _write_worth(writer, reader)
    if ahead:
        writer.heading(1, words("In progress and planned"))
        what = "; ".join(first_few(reader, ahead, "what"))
        writer.paragraph(Bold(words("Later we stop with this:")), f" {what}.")
    adapted = _adapted(reader)
    if adapted:
        writer.heading(1, words("What we adapted to our school"))
        listed = reader.listed([note for _, note in adapted])
        writer.bullets([_translation(reader, entry, note) for entry, note in adapted[: len(listed)]])


def _component(reader: DocumentReader, component: CoreComponent) -> Text:
    name = Bold(reader.fitted(component, "name"))
    looks = reader.fitted(component, "looks_like") or reader.fitted(component, "why")
    return (name, ": ", looks) if looks else name


def _write_how(writer: Writer, reader: DocumentReader, gone: list[StopItem]) -> None:
    """What was written on learning, what the school has stopped doing, and what came to it: all of it is done."""
    words = reader.words
    own = reader.school.get(Description, _LEARNING)
    came = flow(reader.school).entries
    if not (own.text.strip() or gone or came):
        return
    writer.heading(1, words("How we did it"))
    for one in reader.fitted_paragraphs(own, "text"):
        writer.paragraph(one)
    if gone:
        writer.paragraph(
            Bold(words("To make room we stopped with this:")), f" {'; '.join(first_few(reader, gone, 'what'))}."
        )
    if came and reader.room.figure:
        high = _FIGURE_HEIGHT * reader.room.figure
        writer.figure(gate_flow_figure(reader.school_for_figures, words, FIGURE_WIDTH, high))
    elif came:
        writer.paragraph(f"{gate_sentence(reader)}.")


def _write_worth(writer: Writer, reader: DocumentReader) -> None:
    """The latest assessment of gain, and the latest adjustment."""
    words = reader.words
    some = balances(reader)
    gain = next((one for one in reversed(some) if one.gain.strip()), None)
    adjust = next((one for one in reversed(some) if one.adjust.strip()), None)
    if gain or adjust:
        writer.heading(1, words("What came of it, and what we would do differently"))
    if gain:
        writer.paragraph(reader.fitted(gain, "gain"))
    if adjust:
        writer.paragraph(Bold(words("We adjusted:")), f" {reader.fitted(adjust, 'adjust')}")


def _adapted(reader: DocumentReader) -> list[tuple[GateEntry, TranslationNote]]:
    """What was taken in and reshaped or added to, the latest first."""
    adapted = [
        (entry, note)
        for entry in reader.school.of(GateEntry)
        if entry.decision in ("admitted", "adapted") and entry.what.strip()
        for note in (reader.school.get(TranslationNote, f"translation:{entry.id}"),)
        if note.reshaped.strip() or note.added.strip()
    ]
    return sorted(adapted, key=lambda pair: pair[0].signed or pair[0].came, reverse=True)


def _translation(reader: DocumentReader, entry: GateEntry, note: TranslationNote) -> Text:
    name = "reshaped" if note.reshaped.strip() else "added"
    return (Bold(reader.fitted(entry, "what")), ": ", reader.fitted(note, name))
