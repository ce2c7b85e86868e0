"""The chapter on gatekeeping: the flow as a figure, and entries of each decision with an excerpt of the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import reasons_by_entry
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, excerpt, paragraphs
from fosdesk.reports.inline_text import Bold, Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

MAX_ENTRIES = 8  # of each decision; the log has them all


def write(writer: Writer, reader: DocumentReader) -> None:
    """Write the chapter; nothing when there are no entries."""
    words = reader.words
    entries = reader.school.of(GateEntry)
    if not entries:
        return
    writer.heading(1, words("What we took in and what we kept outside"), key="gate")
    writer.paragraph(
        words(
            "Much is offered to a school, and most of it is well meant. The principal decides together with the work "
            "group what we take in, and we write down why."
        )
    )
    write_flow(writer, reader)
    for decision, title in decision_titles(reader):
        if newest(reader, decision):
            writer.heading(2, title)
            write_newest(writer, reader, decision)


def newest(reader: DocumentReader, decision: str) -> list[GateEntry]:
    """All entries with that decision; those with a reason in words first, and among them the newest first."""
    chosen = [one for one in reader.school.of(GateEntry) if one.decision == decision and one.what.strip()]
    return sorted(chosen, key=lambda one: (bool(one.reason.strip()), one.signed or one.came), reverse=True)


def write_newest(writer: Writer, reader: DocumentReader, decision: str) -> None:
    """A list of at most `MAX_ENTRIES` entries with their reasons, and how many more there are."""
    reasons, chosen = reasons_by_entry(reader.school), newest(reader, decision)
    writer.bullets([_line(one, reasons.get(one.id, ())) for one in chosen[:MAX_ENTRIES]])
    more = len(chosen) - MAX_ENTRIES
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


def _line(entry: GateEntry, reasons: Sequence[str]) -> Text:
    why = next(iter(paragraphs(entry.reason)), "") or "; ".join(reasons)
    what = entry.what.strip()
    return (Bold(what), "\n", excerpt(why)) if why else Bold(what)
