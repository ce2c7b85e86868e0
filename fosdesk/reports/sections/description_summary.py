"""The first page of the description: direction, phases as a figure, and the main facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.domain.rules.progress import open_phases
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.current_state import gate_sentence, group_sentence, stopped_activities, time_fact

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write(writer: Writer, reader: DocumentReader) -> None:
    """Write the page, with a page break after it."""
    words, profile = reader.words, reader.school.profile
    writer.heading(1, words("In short"), key="summary")
    writer.quote(profile.direction.strip(), source=words("Our direction"))
    model = cycle_figure(
        reader.framework, reader.school_for_figures, words, FIGURE_WIDTH, FIGURE_WIDTH * 0.56, to_team=False
    )
    writer.figure(model, words("Where we are. The phases with a strong colour are open now."))
    writer.facts([fact for fact in _facts(reader) if fact[1]])
    writer.page_break()


def _facts(reader: DocumentReader) -> list[tuple[str, Text]]:
    words, school = reader.words, reader.school
    going_on = [reader.numbered_phase(phase) for phase in open_phases(reader.framework, school)]
    return [
        (words("Start"), words.semester(school.profile.start)),
        (words("Open phases"), "\n".join(going_on)),
        (words("Work group"), group_sentence(reader)),
        time_fact(reader),
        (words("What we stop doing"), "\n".join(stopped_activities(reader))),
        (words("Gatekeeping"), gate_sentence(reader)),
    ]
