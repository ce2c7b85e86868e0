"""The status: one page for the owner, in words that can be read in two minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import model_figure
from fosdesk.domain.records import Partner
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.current_state import (
    ITEM_FACTS,
    asked_of_owner,
    coming,
    components,
    gate_in_short,
    group_in_short,
    item_in_short,
    stopped,
    time_in_short,
    where_we_are,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

# Step by step, until all of it finds room on the page.
_MOST_COMING, _MOST_ASKED, _MOST_NAMED = (4, 3, 3, 2, 3, 2), (2, 2, 1, 1, 2, 1), (4, 4, 3, 2, 4, 2)
_FIGURE = (0.38, 0.36, 0.34, 0.34, 0.0, 0.0)  # how high, against its width


def nouns() -> tuple[str, ...]:
    """None is told whole."""
    return ()


def also() -> tuple[str, ...]:
    """What stands in the masthead, the names of what was chosen, what comes, and what the owner is asked for."""
    chosen = ("phase.own_title", "core_component.name", "stop_item.what", "gate_entry.decision", "gate_entry.what")
    return (*SCHOOL_FACTS, *chosen, "meeting.what", "meeting.day", *ITEM_FACTS, "partner.support")


def write(writer: Writer, reader: Reader) -> None:
    """Where we are, what we have chosen, what comes, and what we ask for; all of it on one page."""
    words = reader.words
    writer.paragraph(where_we_are(reader))
    high = _FIGURE[reader.tightness]
    if high:
        writer.figure(model_figure(reader.framework, reader.drawn, words, FIGURE_WIDTH, FIGURE_WIDTH * high))
    chosen = [fact for fact in _chosen(reader) if fact[1]]
    if chosen:
        writer.heading(1, words("What we have chosen"))
        writer.facts(chosen)
    ahead = coming(reader, _MOST_COMING[reader.tightness])
    writer.heading(1, words("What happens next"))
    if ahead:
        writer.facts([(words.short_date(one.day), one.said) for one in ahead])
    else:
        writer.paragraph(words("Nothing has a date yet. We are planning the next steps."))
    writer.heading(1, words("What we ask the owner for"))
    write_asked(writer, reader, _MOST_ASKED[reader.tightness])


def _chosen(reader: Reader) -> list[tuple[str, Text]]:
    words, most = reader.words, _MOST_NAMED[reader.tightness]
    return [
        (words("Core components"), "; ".join(components(reader, most))),
        (words("Work group"), group_in_short(reader)),
        (words("Time"), time_in_short(reader)),
        (words("What we stop doing"), "; ".join(stopped(reader, most))),
        (words("Gatekeeping"), gate_in_short(reader)),
    ]


def write_asked(writer: Writer, reader: Reader, most: int) -> None:
    """What the owner helps with today, and what cannot be settled without the owner."""
    words = reader.words
    given = [one for one in reader.school.of(Partner) if one.kind == "owner" and one.support.strip()]
    for one in given[:most]:
        writer.paragraph(Bold(words("Today we get:")), " ", reader.short(one.support))
    asked = asked_of_owner(reader)
    if not asked:
        writer.paragraph(words("Just now there is nothing that we wait for. We tell you when that changes."))
        return
    rows: list[Item | Text] = []
    for line in asked[:most]:
        how = reader.short(line.answer.how)
        what = Bold(item_in_short(reader, line))
        rows.append((what, "\n", how) if how else what)
    writer.bullets(rows)
