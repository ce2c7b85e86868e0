"""The page for the wall: the cycle, the direction and what the work demands now; slides are made of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import GainAndDemand, PhaseFrame
from fosdesk.domain.rules.progress import open_phases
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.current_state import component_names, first_few
from fosdesk.reports.sections.direction_details import chosen_themes
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.gain_summary import DEMAND_FIELDS, demands_ahead, gives_way

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_FIGURE_HEIGHT = 0.46  # against its width
_DIRECTION = ("left_out", "inclusion")


def nouns() -> tuple[str, ...]:
    """None: the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of the direction, what was chosen, what is demanded, and the time of the phase."""
    profile = tuple(f"school_profile.{name}" for name in _DIRECTION)
    chosen = ("theme.name", "theme.standing", "core_component.name", "phase.own_title", "phase_frame.time_frame")
    return (*SCHOOL_FACTS, *profile, *chosen, *DEMAND_FIELDS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """The cycle with the phases in progress, the direction, what is demanded now, and what gives way for it."""
    words = reader.words
    high = FIGURE_WIDTH * _FIGURE_HEIGHT * reader.room.figure
    figure = cycle_figure(reader.framework, reader.school_for_figures, words, FIGURE_WIDTH, high, to_team=False)
    writer.figure(figure, fill_page=True)
    _write_phases(writer, reader)
    _write_direction(writer, reader)
    _write_demands(writer, reader)


def _write_phases(writer: Writer, reader: DocumentReader) -> None:
    """What the phases in progress are about, and how much time each has."""
    rows: list[tuple[str, Text]] = []
    for key in open_phases(reader.framework, reader.school):
        phase = reader.framework.phase(key)
        frame = reader.fitted(reader.school.get(PhaseFrame, f"phase_frame:{key}"), "time_frame")
        about = phase.about if phase is not None else ""
        rows.append((reader.numbered_phase(key), "\n".join(part for part in (about, frame) if part)))
    if rows:
        writer.heading(1, reader.words("In progress now"))
        writer.facts(rows)


def _write_direction(writer: Writer, reader: DocumentReader) -> None:
    words, profile = reader.words, reader.school.profile
    rows: list[tuple[str, Text]] = [
        (reader.label(profile, name), "\n".join(reader.fitted_paragraphs(profile, name))) for name in _DIRECTION
    ]
    rows.append((noun_many(words, NOUNS["theme"]), "; ".join(first_few(reader, chosen_themes(reader), "name"))))
    rows.append((words("Core components"), "; ".join(component_names(reader))))
    told = [row for row in rows if row[1]]
    if told:
        writer.heading(1, words("What we want"))
        writer.facts(told)


def _write_demands(writer: Writer, reader: DocumentReader) -> None:
    words = reader.words
    by_group: dict[str, list[str]] = {}
    for one in demands_ahead(reader, only_now=True):
        by_group.setdefault(one.group, []).extend(one.demands)
    rows = [(group, "\n".join(told)) for group, told in by_group.items()]
    stops = gives_way(reader)
    if stops:
        rows.append((words("What gives way"), "; ".join(stops)))
    if rows:
        writer.heading(1, words("What the work demands"))
        head = (reader.label(GainAndDemand, "for_whom"), words("What it demands of each"))
        writer.table(head, rows, (0.26, 0.74))
