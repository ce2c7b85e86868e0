"""The description of choices: the whole documentation, for readers who were not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import PhaseState
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.documents.sharing import own_sections
from fosdesk.reports.sections import (
    consolidation_summary,
    description_summary,
    four_headings,
    gate_summary,
    look_back,
    meeting_outcomes,
    model_summary,
    phase_summary,
)
from fosdesk.reports.sections.noun_section import has_visible_content, record_section
from fosdesk.reports.sections.term_list import write_glossary

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_NOUNS = (
    "school_profile",
    "description",
    "work_group",
    "membership",
    "seat",
    "critical_voice",
    "core_component",
    "partner",
    "time_slot",
    "stop_item",
    "existing_group",
    "balance",
    "time_plan",
    "meeting",
    "decision",
    "phase",
    "transition_note",
    "answer",
    "own_item",
    "reflection",
    "gate_entry",
    "gate_reason",
    "translation_note",
    "theme",
    "practice",
    "expectation",
    "agreed_text",
    "involvement",
    "question",
    "need",
    "gain_and_demand",
    "duty",
    "camp",
    "learning",
    "initiative",
    "expense",
    "milestone",
    "evaluation",
    "adjustment",
    "phase_frame",
    "consolidation",
    "description_section",
)
# Lists that are for the days' work, or told with others.
_ELSEWHERE = (
    *("person", "agenda_line", "follow_up", "method_card", "captured", "school_calendar"),
    "experience_pack",  # what is said to another school
)


def nouns() -> tuple[str, ...]:
    """The nouns written out here, and every noun that has no document of its own."""
    return (*_NOUNS, *_other_nouns())


def extra_fields() -> tuple[str, ...]:
    """The fields of people that tell who took part, by name or role, and whether follow-ups are done."""
    return ("person.name", "person.role_note", "follow_up.done")


def _other_nouns() -> list[str]:
    """What is kept in a list of its own, with what belongs to it, or on no page."""
    told = (*_NOUNS, *_ELSEWHERE)
    return [key for key, noun in NOUNS.items() if (noun.use.part or not noun.page) and key not in told]


def write(writer: Writer, reader: DocumentReader) -> None:
    """The summary, the four headings, phases, decisions, gatekeeping, core components, appendix and glossary."""
    if not _is_started(reader):
        writer.heading(1, reader.words("So far"))
        writer.lead(reader.words("Nothing has been written here yet."))
        return
    description_summary.write(writer, reader)
    four_headings.write(writer, reader)
    own_sections.write(writer, reader)
    phase_summary.write(writer, reader)
    model_summary.write(writer, reader)
    _decisions(writer, reader)
    _look_back(writer, reader)
    _everyday(writer, reader)
    gate_summary.write(writer, reader)
    _components(writer, reader)
    _appendix(writer, reader)
    write_glossary(writer, reader)


def _is_started(reader: DocumentReader) -> bool:
    filled_records = (
        record
        for key in nouns()
        if key not in ("school_profile", "phase")
        for record in reader.school.of(NOUNS[key].record)
        if has_visible_content(record, NOUNS[key])
    )
    return bool(
        any(getattr(reader.school.profile, name) for name in DIRECTION_FIELDS)
        or any(p.opened or p.own_title.strip() for p in reader.school.of(PhaseState))
        or any(filled_records)
    )


def _decisions(writer: Writer, reader: DocumentReader) -> None:
    some = meeting_outcomes.decisions(reader)
    if some:
        writer.heading(1, noun_many(reader.words, NOUNS["decision"]), key="decisions")
        meeting_outcomes.write_decisions(writer, reader, some)


def _look_back(writer: Writer, reader: DocumentReader) -> None:
    """The milestones and the evaluations, each as a chapter; nothing where nobody wrote any."""
    milestones, evaluations = look_back.own_milestones(reader), look_back.evaluations(reader)
    if milestones:
        writer.heading(1, noun_many(reader.words, NOUNS["milestone"]), key="milestones")
        look_back.write_milestones(writer, reader, milestones)
    if evaluations:
        writer.heading(1, noun_many(reader.words, NOUNS["evaluation"]), key="evaluations")
        look_back.write_evaluations(writer, reader, evaluations, 2)


def _everyday(writer: Writer, reader: DocumentReader) -> None:
    """What holds in everyday life; nothing where nobody wrote it."""
    one = consolidation_summary.kept_up(reader)
    if has_visible_content(one, NOUNS["consolidation"]):
        writer.heading(1, noun_many(reader.words, NOUNS["consolidation"]), key="everyday")
        names = tuple(name for name, field in NOUNS["consolidation"].fields.items() if not field.hidden)
        consolidation_summary.write_kept_up(writer, reader, names, 2)


def _components(writer: Writer, reader: DocumentReader) -> None:
    record_section(writer, reader, NOUNS["core_component"], 1, key="components")


def _appendix(writer: Writer, reader: DocumentReader) -> None:
    """The records of nouns that have no chapter of their own."""
    sections = [
        NOUNS[key]
        for key in _other_nouns()
        if any(has_visible_content(record, NOUNS[key]) for record in reader.school.of(NOUNS[key].record))
    ]
    if sections:
        writer.heading(1, reader.words("Appendix"), key="appendix")
    for noun in sections:
        record_section(writer, reader, noun, 2)
