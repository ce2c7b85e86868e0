"""The chapter on gatekeeping: the flow as a figure, and entries of each decision with reasons, translation notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.fields import Long, Short, noun_of
from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.rules.gate_rules import reasons_by_entry
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Item, Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

MAX_ENTRIES = 8  # of each decision; the log has them all


def write(writer: Writer, reader: DocumentReader) -> None:
    """Write the chapter; nothing when there are no entries."""
    words = reader.words
    if not reader.school.of(GateEntry):
        return
    writer.heading(1, words("What we took in and what we kept outside"), key="gate")
    write_flow(writer, reader)
    for decision, title in decision_titles(reader):
        if newest(reader, decision):
            writer.heading(2, title)
            write_newest(writer, reader, decision, with_notes=True)


def _note_lines(rows: Sequence[tuple[str, str]]) -> list[Text]:
    return [(Bold(f"{label}: "), " ".join(paragraphs(value))) for label, value in rows]


def translation_rows(reader: DocumentReader, entry: GateEntry) -> list[tuple[str, str]]:
    """What an entry's translation came to, in those fields that somebody filled in, with their labels."""
    note = reader.school.get(TranslationNote, f"translation:{entry.id}")
    rows = [
        (reader.label(note, name), value)
        for name, field in noun_of(note).fields.items()
        if isinstance(field, Long | Short) and name != "existing" and (value := reader.value(note, name))
    ]
    return [*rows, *beside_what_is_there(reader, note), *challenge_and_optimism(reader, note)]


def beside_what_is_there(reader: DocumentReader, note: TranslationNote) -> list[tuple[str, str]]:
    """What the school had from before, and whether this replaces it; nothing where neither is said."""
    existing, way = reader.value(note, "existing"), reader.value(note, "way")
    if not existing:
        return [(reader.label(note, "way"), way)] if way else []
    return [(reader.label(note, "existing"), f"{existing} ({lowercase_first(way)})" if way else existing)]


def challenge_and_optimism(reader: DocumentReader, note: TranslationNote) -> list[tuple[str, str]]:
    """Where a translation stands between the two; else what ticks of earlier versions say."""
    if note.balance:
        return [(reader.label(note, "balance"), reader.value(note, "balance"))]
    felt = [reader.label(note, name) for name in ("challenges", "encourages") if getattr(note, name)]
    said = reader.words.joined([one if number == 0 else lowercase_first(one) for number, one in enumerate(felt)])
    return [(reader.words("What it does to us"), said)] if felt else []


def newest(reader: DocumentReader, decision: str) -> list[GateEntry]:
    """All entries with that decision; those with a reason in words first, and among them the newest first."""
    chosen = [one for one in reader.school.of(GateEntry) if one.decision == decision and one.what.strip()]
    return sorted(chosen, key=lambda one: (bool(one.reason.strip()), one.signed or one.came), reverse=True)


def write_newest(writer: Writer, reader: DocumentReader, decision: str, *, with_notes: bool = False) -> None:
    """A list of at most `MAX_ENTRIES` entries with their reasons, and how many more there are.

    `with_notes` adds how each of them became the school's own.
    """
    reasons, chosen = reasons_by_entry(reader.school), newest(reader, decision)
    shown = reader.shortening.first(chosen, MAX_ENTRIES)
    rows = [_line(reader, one, reasons.get(one.id, ())) for one in shown]
    notes = [translation_rows(reader, one) if with_notes else [] for one in shown]
    writer.bullets([Item(row, _note_lines(note)) for row, note in zip(rows, notes, strict=True)])
    write_more_in_log(writer, reader, len(chosen) - MAX_ENTRIES)


def write_more_in_log(writer: Writer, reader: DocumentReader, more: int) -> None:
    """A small line on how many more entries the log has; nothing when it has none."""
    if more > 0:
        writer.small(
            reader.words.plural("And {n} more, in the gatekeeping log.", "And {n} more, in the gatekeeping log.", more)
        )


def write_flow(writer: Writer, reader: DocumentReader) -> None:
    """The figure of what was offered and what became of it."""
    flow = gate_flow_figure(reader.school_for_figures, reader.words, FIGURE_WIDTH)
    writer.figure(flow, reader.words("What came in, and where it went."))


def decision_titles(reader: DocumentReader) -> list[tuple[str, str]]:
    """The key and the label of each decision, in the order of the documents."""
    field = choice_of(GateEntry, "decision")
    return [(key, option_words(reader.words, field, key)) for key in ("admitted", "adapted", "parked", "kept_out")]


def _line(reader: DocumentReader, entry: GateEntry, reasons: Sequence[str]) -> Text:
    why = reader.fitted(entry, "reason") or "; ".join(reasons)
    what = entry.what.strip()
    return (Bold(what), "\n", why) if why else Bold(what)
