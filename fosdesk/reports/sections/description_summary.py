"""The first page of the description: where the school is going, where it is, and what has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.cycle_figure import model_figure
from fosdesk.domain.rules.progress import open_phases
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.document_text import FIGURE_WIDTH
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.current_state import gate_in_short, group_in_short, stopped, time_in_short

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MOST = 4  # of a list in a single line of facts


def write(writer: Writer, reader: Reader) -> None:
    """One page for those who read only one."""
    words, profile = reader.words, reader.school.profile
    writer.heading(1, words("In short"), key="summary")
    writer.quote(profile.direction.strip(), source=words("Our direction"))
    model = model_figure(reader.framework, reader.drawn, words, FIGURE_WIDTH, FIGURE_WIDTH * 0.56)
    writer.figure(model, words("Where we are. The phases with a strong colour are open now."))
    writer.facts([fact for fact in _facts(reader) if fact[1]])
    writer.page_break()


def _facts(reader: Reader) -> list[tuple[str, Text]]:
    words, school = reader.words, reader.school
    going_on = [reader.numbered_phase(phase) for phase in open_phases(reader.framework, school)]
    return [
        (words("Start"), words.semester(school.profile.start)),
        (words("Open phases"), "\n".join(going_on)),
        (words("Work group"), group_in_short(reader)),
        (words("Time"), time_in_short(reader)),
        (words("What we stop doing"), "\n".join(stopped(reader, _MOST))),
        (words("Gatekeeping"), gate_in_short(reader)),
    ]
