"""The status for the owner: one page that can be read in two minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.domain.records import Partner
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.current_state import (
    ITEM_FACTS,
    asked_of_owner,
    component_names,
    gate_sentence,
    group_sentence,
    item_phrase,
    open_phases_sentence,
    stopped_activities,
    time_sentence,
    upcoming,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

# Step by step, until all of it finds room on the page.
_MAX_UPCOMING, _MAX_ASKED, _MAX_NAMED = (4, 3, 3, 2, 3, 2), (2, 2, 1, 1, 2, 1), (4, 4, 3, 2, 4, 2)
_FIGURE_HEIGHTS = (0.38, 0.36, 0.34, 0.34, 0.0, 0.0)  # how high, against its width


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, names of what was chosen, what comes next, and what the owner is asked for."""
    chosen = ("phase.own_title", "core_component.name", "stop_item.what", "gate_entry.decision", "gate_entry.what")
    return (*SCHOOL_FACTS, *chosen, "meeting.what", "meeting.day", *ITEM_FACTS, "partner.support")


def write(writer: Writer, reader: DocumentReader) -> None:
    """Where the school is, what it has chosen, what comes next, and what it asks for; all of it on one page."""
    words = reader.words
    writer.paragraph(open_phases_sentence(reader))
    high = _FIGURE_HEIGHTS[reader.compactness]
    if high:
        writer.figure(
            cycle_figure(reader.framework, reader.school_for_figures, words, FIGURE_WIDTH, FIGURE_WIDTH * high)
        )
    chosen = [fact for fact in _chosen_facts(reader) if fact[1]]
    if chosen:
        writer.heading(1, words("What we have chosen"))
        writer.facts(chosen)
    ahead = upcoming(reader, _MAX_UPCOMING[reader.compactness])
    writer.heading(1, words("What happens next"))
    if ahead:
        writer.facts([(words.short_date(one.day), one.text) for one in ahead])
    else:
        writer.paragraph(words("Nothing has a date yet. We are planning the next steps."))
    writer.heading(1, words("What we ask the owner for"))
    write_asked(writer, reader, _MAX_ASKED[reader.compactness])


def _chosen_facts(reader: DocumentReader) -> list[tuple[str, Text]]:
    words, limit = reader.words, _MAX_NAMED[reader.compactness]
    return [
        (words("Core components"), "; ".join(component_names(reader, limit))),
        (words("Work group"), group_sentence(reader)),
        (words("Time"), time_sentence(reader)),
        (words("What we stop doing"), "; ".join(stopped_activities(reader, limit))),
        (words("Gatekeeping"), gate_sentence(reader)),
    ]


def write_asked(writer: Writer, reader: DocumentReader, limit: int) -> None:
    """What the owner helps with today, and at most `limit` items that need the owner."""
    words = reader.words
    given = [one for one in reader.school.of(Partner) if one.kind == "owner" and one.support.strip()]
    for one in given[:limit]:
        writer.paragraph(Bold(words("Today we get:")), " ", reader.excerpt(one.support))
    asked = asked_of_owner(reader)
    if not asked:
        writer.paragraph(words("Just now there is nothing that we wait for. We tell you when that changes."))
        return
    rows: list[Item | Text] = []
    for line in asked[:limit]:
        how = reader.excerpt(line.answer.how)
        what = Bold(item_phrase(reader, line))
        rows.append((what, "\n", how) if how else what)
    writer.bullets(rows)
