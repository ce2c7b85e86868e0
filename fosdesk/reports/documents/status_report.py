"""The status for the owner: one page that can be read in two minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Partner
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.current_state import (
    ITEM_FACTS,
    component_names,
    first_few,
    gate_sentence,
    group_sentence,
    open_phases_sentence,
    stopped_activities,
    time_fact,
    upcoming,
)
from fosdesk.reports.sections.direction_details import chosen_themes
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.initiative_summary import RUNNING_FIELDS, running_initiatives
from fosdesk.reports.sections.owner_requests import REQUEST_FACTS, waiting_requests, write_requests

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_UPCOMING = 4
_FIGURE_HEIGHT = 0.38  # against its width


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, names of what was chosen, what comes next, and what the owner is asked for."""
    chosen = ("phase.own_title", "core_component.name", "stop_item.what", "gate_entry.decision", "gate_entry.what")
    ahead = ("meeting.what", "meeting.day", *ITEM_FACTS, "milestone.what", "milestone.day", "milestone.reached")
    beside = ("theme.name", "theme.standing", *RUNNING_FIELDS)
    changes = ("adjustment.what", "adjustment.due", "adjustment.done")
    return (*SCHOOL_FACTS, *chosen, *ahead, *beside, *changes, "existing_group.name", "partner.support", *REQUEST_FACTS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """Where the school is, what it has chosen, what comes next, and what it asks for; empty parts are left out."""
    words = reader.words
    writer.paragraph(open_phases_sentence(reader))
    high = _FIGURE_HEIGHT * reader.room.figure
    if high:
        writer.figure(
            cycle_figure(
                reader.framework, reader.school_for_figures, words, FIGURE_WIDTH, FIGURE_WIDTH * high, to_team=False
            )
        )
    chosen = [fact for fact in _chosen_facts(reader) if fact[1]]
    if chosen:
        writer.heading(1, words("What we have chosen"))
        writer.facts(chosen)
    _write_upcoming(writer, reader)
    waiting = waiting_requests(reader)
    if waiting:
        writer.heading(1, words("What we ask the owner for"))
        write_requests(writer, reader, waiting)
    given = [one for one in reader.school.of(Partner) if one.kind == "owner" and one.support.strip()]
    if given:
        writer.heading(1, words("What we get from the owner"))
        writer.bullets([reader.fitted(one, "support") for one in reader.listed(given)])


def _write_upcoming(writer: Writer, reader: DocumentReader) -> None:
    words, ahead = reader.words, upcoming(reader)
    if not ahead:
        return
    writer.heading(1, words("What happens next"))
    shown = ahead[: min(_MAX_UPCOMING, reader.room.listed)]
    rows: list[tuple[str, Text]] = [(words.short_date(one.day), one.text()) for one in shown]
    later = len(ahead) - len(shown)
    if later:
        rows.append((words("After that"), words.plural("{n} more with a date", "{n} more with a date", later)))
    writer.facts(rows)


def _chosen_facts(reader: DocumentReader) -> list[tuple[str, Text]]:
    words = reader.words
    return [
        (noun_many(words, NOUNS["theme"]), "; ".join(first_few(reader, chosen_themes(reader), "name"))),
        (words("Core components"), "; ".join(component_names(reader))),
        (words("Work group"), group_sentence(reader)),
        time_fact(reader),
        (words("What we stop doing"), "; ".join(stopped_activities(reader))),
        (words("Runs beside it"), "; ".join(first_few(reader, running_initiatives(reader), "name"))),
        (words("Gatekeeping"), gate_sentence(reader)),
    ]
