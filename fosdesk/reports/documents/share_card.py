"""The share card: one page for other schools on what was tried, how, and what came of it; about no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.domain.records import CoreComponent, Description, GateEntry, TranslationNote
from fosdesk.domain.rules.gate_rules import flow
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.current_state import component_names, first_few, open_phases_sentence, stopped_activities
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.time_summary import balances

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

# Step by step, until all of it finds room on the page.
_MAX_TRIED, _MAX_ASKED, _WITH_FIGURE = (4, 4, 3, 2, 3, 2), (4, 3, 3, 2, 3, 2), (True, True, True, True, False, False)
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
    return (*SCHOOL_FACTS, "phase.own_title", *tried, *worth, "gate_reason.text", *_RESHAPED)


def write(writer: Writer, reader: DocumentReader) -> None:
    """What was tried, how, what came of it, and what other schools may ask about."""
    words, step = reader.words, reader.compactness
    tried = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    writer.paragraph(open_phases_sentence(reader))
    writer.heading(1, words("What we tried"))
    rows: list[Item | Text] = []
    for one in tried[: _MAX_TRIED[step]]:
        name, looks = Bold(reader.excerpt(one.name)), reader.excerpt(one.looks_like or one.why)
        rows.append((name, ": ", looks) if looks else name)
    writer.bullets(rows)
    if not rows:
        writer.paragraph(words("We have not put words yet on what we try."))
    writer.heading(1, words("How we did it"))
    _write_how(writer, reader)
    writer.heading(1, words("What came of it, and what we would do differently"))
    _write_worth(writer, reader)
    writer.heading(1, words("Ask us about"))
    asked = _questions(reader)[: _MAX_ASKED[step]]
    if asked:
        writer.bullets(asked)
    else:
        writer.paragraph(words("Ask us anything. We tell gladly, also about what did not work."))


def _write_how(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    own = paragraphs(reader.school.get(Description, _LEARNING).text)
    if own:
        writer.paragraph(reader.excerpt(own[0]))
    away = stopped_activities(reader, 3)
    if away:
        writer.paragraph(Bold(words("To make room we stopped with this:")), f" {'; '.join(away)}.")
    if flow(reader.school).entries and _WITH_FIGURE[reader.compactness]:
        writer.figure(gate_flow_figure(reader.school_for_figures, words, FIGURE_WIDTH, _FIGURE_HEIGHT))
    if not own and not away:
        writer.paragraph(words("We have not described it yet."))


def _write_worth(writer: Writer, reader: DocumentReader) -> None:
    """The latest assessment of gain, and the latest adjustment."""
    words = reader.words
    some = balances(reader)
    gain = next((one.gain for one in reversed(some) if one.gain.strip()), "")
    adjust = next((one.adjust for one in reversed(some) if one.adjust.strip()), "")
    if gain:
        writer.paragraph(reader.excerpt(gain))
    if adjust:
        writer.paragraph(Bold(words("We adjusted:")), f" {reader.excerpt(adjust)}")
    if not gain and not adjust:
        writer.paragraph(words("It is too early to say."))


def _questions(reader: DocumentReader) -> list[Item | Text]:
    """What the school adapted to itself: entries that were reshaped, else the names of core components."""
    words = reader.words
    translated = [
        (entry, note)
        for entry in reader.school.of(GateEntry)
        if entry.decision in ("admitted", "adapted") and entry.what.strip()
        for note in (reader.school.get(TranslationNote, f"translation:{entry.id}"),)
        if note.reshaped.strip() or note.added.strip()
    ]
    translated.sort(key=lambda pair: pair[0].signed or pair[0].came, reverse=True)
    rows: list[Item | Text] = [
        (Bold(reader.excerpt(entry.what)), ": ", reader.excerpt(note.reshaped or note.added))
        for entry, note in translated
    ]
    if rows:
        return rows
    names = first_few(reader, component_names(reader, 4), 4)
    return [words("how we work with {what}", what=words.quoted(name)) for name in names]
