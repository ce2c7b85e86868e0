"""The share card: one page for other schools on what was tried, how, and what came of it; it tells of no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.gate_flow_figure import flow_figure
from fosdesk.domain.records import CoreComponent, Description, GateEntry, TranslationNote
from fosdesk.domain.rules.gate_rules import flow
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.current_state import components, some_of, stopped, where_we_are
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.time_summary import balances

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

# Step by step, until all of it finds room on the page.
_MOST_TRIED, _MOST_ASKED, _FIGURE = (4, 4, 3, 2, 3, 2), (4, 3, 3, 2, 3, 2), (True, True, True, True, False, False)
_FIGURE_HEIGHT = 130.0
_LEARNING = "description:learning"
_RESHAPED = ("translation_note.reshaped", "translation_note.added")


def nouns() -> tuple[str, ...]:
    """None is told whole."""
    return ()


def also() -> tuple[str, ...]:
    """What stands in the masthead, and what is told of each thing that was tried."""
    tried = ("core_component.name", "core_component.why", "core_component.looks_like", "stop_item.what")
    worth = ("description.text", "balance.gain", "balance.adjust", "gate_entry.decision", "gate_entry.what")
    return (*SCHOOL_FACTS, "phase.own_title", *tried, *worth, "gate_reason.text", *_RESHAPED)


def write(writer: Writer, reader: Reader) -> None:
    """What we tried, how, what came of it, what we would do again, and what to ask us about."""
    words, step = reader.words, reader.tightness
    tried = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    writer.paragraph(where_we_are(reader))
    writer.heading(1, words("What we tried"))
    rows: list[Item | Text] = []
    for one in tried[: _MOST_TRIED[step]]:
        name, looks = Bold(reader.short(one.name)), reader.short(one.looks_like or one.why)
        rows.append((name, ": ", looks) if looks else name)
    writer.bullets(rows)
    if not rows:
        writer.paragraph(words("We have not put words yet on what we try."))
    writer.heading(1, words("How we did it"))
    _write_how(writer, reader)
    writer.heading(1, words("What came of it, and what we would do differently"))
    _write_worth(writer, reader)
    writer.heading(1, words("Ask us about"))
    asked = _asked(reader)[: _MOST_ASKED[step]]
    if asked:
        writer.bullets(asked)
    else:
        writer.paragraph(words("Ask us anything. We tell gladly, also about what did not work."))


def _write_how(writer: Writer, reader: Reader) -> None:
    words = reader.words
    own = paragraphs(reader.school.get(Description, _LEARNING).text)
    if own:
        writer.paragraph(reader.short(own[0]))
    away = stopped(reader, 3)
    if away:
        writer.paragraph(Bold(words("To make room we stopped with this:")), f" {'; '.join(away)}.")
    if flow(reader.school).entries and _FIGURE[reader.tightness]:
        writer.figure(flow_figure(reader.drawn, words, FIGURE_WIDTH, _FIGURE_HEIGHT))
    if not own and not away:
        writer.paragraph(words("We have not described it yet."))


def _write_worth(writer: Writer, reader: Reader) -> None:
    """The latest that was written on the gain, and the latest on what was adjusted."""
    words = reader.words
    some = balances(reader)
    gain = next((one.gain for one in reversed(some) if one.gain.strip()), "")
    adjust = next((one.adjust for one in reversed(some) if one.adjust.strip()), "")
    if gain:
        writer.paragraph(reader.short(gain))
    if adjust:
        writer.paragraph(Bold(words("We adjusted:")), f" {reader.short(adjust)}")
    if not gain and not adjust:
        writer.paragraph(words("It is too early to say."))


def _asked(reader: Reader) -> list[Item | Text]:
    """What the school has made its own: what it took in and reshaped, else what its core components are called."""
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
        (Bold(reader.short(entry.what)), ": ", reader.short(note.reshaped or note.added)) for entry, note in translated
    ]
    if rows:
        return rows
    names = some_of(reader, components(reader, 4), 4)
    return [words("how we work with {what}", what=words.quoted(name)) for name in names]
