"""The closing review of the first group: what it was, what was found, and what goes on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import CoreComponent, Membership, Person, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import FIGURE_WIDTH, paragraphs
from fosdesk.reports.documents.consolidation.evaluation_and_adjustments import write_evaluation
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.consolidation_summary import (
    CONSOLIDATION_FIELDS,
    WITHDRAWAL_FIELDS,
    kept_up,
    write_kept_up,
    write_leaving,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.look_back import EVALUATION_FIELDS, adjustment_text, adjustments, evaluations

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_CLOSING = "closing"
_GOES_ON = ("minimum", "slipping", "leaving", "inspiration")


def nouns() -> tuple[str, ...]:
    """None: of the group only who sat in it is shown."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of the review, the group, its components, and what goes on."""
    group = (*(f"work_group.{name}" for name in ("name", "mandate")), "core_component.name", "core_component.why")
    who = (*(f"person.{name}" for name in ("name", "role", "role_note")), "membership.person", "membership.standing")
    phases = ("phase.own_title", "phase.opened", "phase.closed")
    looks = (*EVALUATION_FIELDS, "evaluation.kind", "adjustment.about")
    return (*SCHOOL_FACTS, *looks, *group, *who, *phases, *CONSOLIDATION_FIELDS, *WITHDRAWAL_FIELDS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """The group and its time, the review itself, and what goes on; no empty parts."""
    words = reader.words
    reviews = [one for one in evaluations(reader) if one.kind == _CLOSING]
    if not reviews:
        writer.paragraph(words("No closing review has been written down."))
        return
    for one in reviews[::-1]:
        write_evaluation(writer, reader, one, 1)
        changes = adjustments(reader, one)
        if changes:
            writer.paragraph(Bold(f"{noun_many(words, NOUNS['adjustment'])}:"))
            writer.bullets([adjustment_text(reader, change) for change in changes])
    _write_group(writer, reader)
    if any(str(getattr(kept_up(reader), name)).strip() for name in _GOES_ON):
        writer.heading(1, words("What goes on"))
        write_kept_up(writer, reader, _GOES_ON, 2)
    write_leaving(writer, reader)


def _write_group(writer: Writer, reader: DocumentReader) -> None:
    """What the group was asked to do, who sat in it, what it made, and when."""
    words, school = reader.words, reader.school
    group = school.get(WorkGroup, WORK_GROUP_ID)
    people = [
        school.get(Person, one.person)
        for one in school.of(Membership)
        if one.person and one.standing in ("member", "former")
    ]
    sat = [said for one in people if (said := reader.person(one)) != words("Somebody")]
    components = [" ".join(one.name.split()) for one in school.of(CoreComponent) if one.name.strip()]
    writer.heading(1, " ".join(group.name.split()) or words("The first group"))
    for part in paragraphs(group.mandate):
        writer.paragraph(part)
    facts = [(words("Those who sat in it"), "\n".join(sat)), (words("Core components"), "\n".join(components))]
    writer.facts([fact for fact in facts if fact[1]])
    figure = phase_timeline_figure(reader.framework, reader.school_for_figures, words, reader.day, FIGURE_WIDTH)
    writer.figure(figure, words("When each phase was open."))
