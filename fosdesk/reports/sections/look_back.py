"""The school's own milestones, and evaluations with what they found, keep, stop and change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import Adjustment, Evaluation, Milestone
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.meeting_facts import concerned
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

MILESTONE_FIELDS = tuple(
    f"milestone.{name}" for name in ("what", "semester", "day", "how", "content", "responsible", "reached")
)
ADJUSTMENT_FIELDS = tuple(f"adjustment.{name}" for name in ("what", "due", "done"))
EVALUATION_FIELDS = (
    *(f"evaluation.{name}" for name in ("what", "day", "groups", "found", "keep", "stop")),
    *ADJUSTMENT_FIELDS,
)


def own_milestones(reader: DocumentReader, *, ahead: bool = False) -> list[Milestone]:
    """The milestones that the school wrote, the nearest first; with `ahead` only those that are not reached."""
    found = [one for one in reader.school.of(Milestone) if one.what.strip() or one.how.strip() or one.content.strip()]
    return sorted((one for one in found if not (ahead and one.reached)), key=_when)


def _when(one: Milestone) -> tuple[bool, int, bool, str]:
    semester = Semester.of_stored(one.day) or Semester.known(one.semester)
    if semester is None:
        return (True, 0, False, "")
    return (False, semester.year, semester.autumn, one.day or "9999")


def write_milestones(writer: Writer, reader: DocumentReader, some: Sequence[Milestone]) -> None:
    """A table of when, what and how, and who is responsible."""
    words = reader.words
    head: list[Text] = [words("When"), reader.label(Milestone, "what"), reader.label(Milestone, "responsible")]
    rows: list[list[Text]] = []
    for one in some:
        day = words.short_date(one.day) if known_day(one.day) else ""
        when = day or reader.value(one, "semester")
        reached = f"{reader.label(one, 'reached')} {words.short_date(one.reached)}" if known_day(one.reached) else ""
        what = "\n".join(paragraphs(one.what))
        values = ((name, reader.value(one, name)) for name in ("how", "content"))
        more = [f"{reader.label(one, name)}: {value}" for name, value in values if value]
        below = "\n".join(part for part in (*more, reached) if part)
        cell: Text = (Bold(what), f"\n{below}" if what and below else below) if what else below
        rows.append([when, cell, " ".join(one.responsible.split())])
    writer.table(head, rows, (0.18, 0.58, 0.24))


def evaluations(reader: DocumentReader) -> list[Evaluation]:
    """All evaluations, the earliest first; those without a day last."""
    found = [
        one
        for one in reader.school.of(Evaluation)
        if has_visible_content(one, NOUNS["evaluation"]) or adjustments(reader, one)
    ]
    return sorted(found, key=lambda one: (not known_day(one.day), one.day))


def adjustments(reader: DocumentReader, evaluation: Evaluation) -> list[Adjustment]:
    """What an evaluation changes, in the order of the school."""
    own = [one for one in reader.school.of(Adjustment) if one.evaluation == evaluation.id and one.what.strip()]
    return sorted(own, key=lambda one: one.pos)


def open_adjustments(reader: DocumentReader) -> list[Adjustment]:
    """What evaluations change and that is not done yet, the nearest first; those without a day last."""
    waiting = [one for one in reader.school.of(Adjustment) if one.what.strip() and not one.done]
    return sorted(waiting, key=lambda one: (not known_day(one.due), one.due))


def write_evaluations(writer: Writer, reader: DocumentReader, some: Sequence[Evaluation], level: int) -> None:
    """Each evaluation under its title, with what was found, and what it changes."""
    words = reader.words
    for one in some:
        write_title(writer, level, " ".join(one.what.split()) or noun_one(words, noun_of(Evaluation)))
        groups = " ".join(one.groups.split())
        about = (words.date(one.day), words("Those who took part: {who}", who=groups) if groups else "")
        if any(about):
            writer.small(" · ".join(part for part in about if part))
        write_labelled(writer, reader, one, ("found", "keep", "stop"))
        changes = adjustments(reader, one)
        if changes:
            writer.paragraph(Bold(f"{noun_many(words, noun_of(Adjustment))}:"))
            writer.bullets([adjustment_text(reader, change) for change in changes])


def adjustment_text(reader: DocumentReader, one: Adjustment) -> str:
    """What changes, what it concerns, and when it was done or is to be done."""
    words = reader.words
    about = concerned(reader, one.about)
    name = "done" if known_day(one.done) else "due"
    day = getattr(one, name)
    told = [
        words("about: {what}", what=about) if about else "",
        f"{reader.label(one, name)}: {words.date(day)}" if known_day(day) else "",
    ]
    said = "; ".join(part for part in told if part)
    what = " ".join(one.what.split())
    return f"{what} ({said})" if said else what
