"""The time line of years as a figure, and each thing on it in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.timeline_figure import draw_timeline, whole_figure
from fosdesk.display.timeline_words import TimelineWords, lane_words
from fosdesk.domain.rules.plan.timeline import TimelineItem, timeline_items, years_shown
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_WIDTH = 560.0  # without the names of the lanes; drawn somewhat smaller on the page
_FIELDS = {
    "phase": ("own_title", "opened", "closed"),
    "transition_note": ("phase", "occasion", "written"),
    "milestone": ("what", "semester", "day", "reached"),
    "meeting": ("day", "who"),
    "initiative": ("name", "origin", "started", "ended"),
    "evaluation": ("what", "day"),
    "school_profile": ("start", "pace", "naming"),
}


def nouns() -> tuple[str, ...]:
    """None: each thing is told in a line, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The titles and the days."""
    return (*SCHOOL_FACTS, *(f"{noun}.{name}" for noun, names in _FIELDS.items() for name in names))


def write(writer: Writer, reader: DocumentReader) -> None:
    """The figure and the table."""
    words, school = reader.words, reader.school_for_figures
    items = timeline_items(reader.framework, school, reader.day)
    if not items:
        writer.paragraph(words("Nothing with a day has been written down yet."))
        return
    said, span = TimelineWords(words, reader.framework, school), years_shown(items, reader.day)
    first, last = (words.semester(one) for one in span)
    drawn = draw_timeline(items, said.title, words, span, _WIDTH, reader.day)
    writer.figure(
        whole_figure(drawn, said.summary(items, first, last)),
        words("What is filled has happened, what is open or dashed is intended. The drawing is our own."),
    )
    writer.heading(1, words("Everything on the time line"))
    others = (one for one in items if one.lane != "meetings")
    rows = [
        (said.when(one), " ".join(said.title(one.record).split()), lane_words(words, one.lane), said.state(one))
        for one in sorted(others, key=lambda one: (one.first, one.lane, one.record))
    ]
    if rows:
        writer.table((words("When"), words("What"), words("Kind"), words("State")), rows, (0.26, 0.46, 0.15, 0.13))
    _write_meetings(writer, reader, [one for one in items if one.lane == "meetings"])


def _write_meetings(writer: Writer, reader: DocumentReader, items: list[TimelineItem]) -> None:
    """The days of meetings, semester by semester; what each is about stands in its own papers."""
    words = reader.words
    if not items:
        return
    writer.heading(1, words("Meetings"))
    semesters = dict.fromkeys(Semester.of_date(one.first) for one in items)
    pairs = []
    for semester in semesters:
        own = (words.short_date(one.first, with_year=False) for one in items if Semester.of_date(one.first) == semester)
        pairs.append((words.semester(semester), words.joined(list(dict.fromkeys(own)))))
    writer.facts(pairs)
