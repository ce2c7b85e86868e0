"""The description of choices: the whole documentation, edited for those who were not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import PhaseState
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.sections import description_summary, four_headings, gate_summary, phase_summary
from fosdesk.reports.sections.noun_section import holds_something, record_section
from fosdesk.reports.sections.term_list import write_glossary

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_TOLD = (
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
    "phase",
    "transition_note",
    "answer",
    "own_item",
    "reflection",
    "gate_entry",
    "gate_reason",
)


def nouns() -> tuple[str, ...]:
    """The nouns told about here, and every one that has no page of its own."""
    return (*_TOLD, *_others())


def also() -> tuple[str, ...]:
    """Who took part is said by name or role; the people are no list of their own."""
    return ("person.name", "person.role_note")


def _others() -> list[str]:
    return [key for key, noun in NOUNS.items() if not noun.page and key not in _TOLD]


def write(writer: Writer, reader: Reader) -> None:
    """The summary, the four headings of the framework, phase by phase, and what came to the gate."""
    if not _begun(reader):
        writer.heading(1, reader.words("So far"))
        writer.lead(
            reader.words(
                "Nothing has been written here yet. This document grows with the work: it tells what the school chose, "
                "and why, in the school's own words."
            )
        )
        return
    description_summary.write(writer, reader)
    four_headings.write(writer, reader)
    phase_summary.write(writer, reader)
    gate_summary.write(writer, reader)
    _components(writer, reader)
    _appendix(writer, reader)
    write_glossary(writer, reader)


def _begun(reader: Reader) -> bool:
    told = (
        record
        for key in nouns()
        if key not in ("school_profile", "phase")
        for record in reader.school.of(NOUNS[key].record)
        if holds_something(record, NOUNS[key])
    )
    return bool(reader.school.profile.direction or any(p.opened for p in reader.school.of(PhaseState)) or any(told))


def _components(writer: Writer, reader: Reader) -> None:
    record_section(writer, reader, NOUNS["core_component"], 1, key="components")


def _appendix(writer: Writer, reader: Reader) -> None:
    """Nouns that came later and that nobody has given a chapter."""
    sections = [
        NOUNS[key]
        for key in _others()
        if any(holds_something(record, NOUNS[key]) for record in reader.school.of(NOUNS[key].record))
    ]
    if sections:
        writer.heading(1, reader.words("Appendix"), key="appendix")
    for noun in sections:
        record_section(writer, reader, noun, 2)
