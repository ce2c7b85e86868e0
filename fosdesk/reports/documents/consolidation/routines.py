"""What holds in everyday life, for those who come and those who stay: what is kept up, and who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import CoreComponent, GateEntry, Routine
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.consolidation_summary import (
    CONSOLIDATION_FIELDS,
    WITHDRAWAL_FIELDS,
    write_kept_up,
    write_leaving,
)
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """None: of partners only how they withdraw is shown."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of what is kept up, and what a new colleague is to know."""
    components = ("core_component.name", "core_component.looks_like")
    routines = tuple(f"routine.{name}" for name in ("name", "months", "responsible", "how", "review"))
    gate = tuple(f"gate_entry.{name}" for name in ("what", "decision", "came", "planned"))
    return (*SCHOOL_FACTS, *routines, *gate, *components, *CONSOLIDATION_FIELDS, *WITHDRAWAL_FIELDS)


def write(writer: Writer, reader: DocumentReader) -> None:
    """What is kept up, what new staff meet, what happens when people leave, and who withdraws; no empty parts."""
    words = reader.words
    told = _write_routines(writer, reader)
    told |= write_kept_up(writer, reader, ("minimum", "slipping", "principal", "inspiration"), 1)
    told |= _write_inspiration(writer, reader)
    told |= write_kept_up(writer, reader, ("new_staff",), 1)
    told |= _write_components(writer, reader)
    told |= write_kept_up(writer, reader, ("leaving", "new_principal"), 1)
    told |= write_leaving(writer, reader)
    if not told:
        writer.paragraph(words("Nothing has been written down about what is kept up."))


def _write_routines(writer: Writer, reader: DocumentReader) -> bool:
    """What comes back every year: when, how it is done, and who sees to it."""
    found = [one for one in reader.school.of(Routine) if one.name.strip()]
    if not found:
        return False
    writer.heading(1, noun_many(reader.words, noun_of(Routine)))
    heads = [reader.label(Routine, name) for name in ("name", "months", "responsible")]
    rows: list[list[Text]] = []
    for one in sorted(found, key=lambda routine: routine.pos):
        how = "\n".join(paragraphs(one.how))
        name = " ".join(one.name.split())
        cell: Text = (Bold(name), f"\n{how}") if how else Bold(name)
        rows.append([cell, reader.value(one, "months"), reader.value(one, "responsible")])
    writer.table(heads, rows, (0.5, 0.25, 0.25), row_heads=False)
    return True


def _write_inspiration(writer: Writer, reader: DocumentReader) -> bool:
    """What was planned to come from outside, with what the gate answered, the latest first."""
    found = [one for one in reader.school.of(GateEntry) if one.planned and one.what.strip()]
    if not found:
        return False
    words = reader.words
    writer.heading(1, words("What was fetched from outside"))
    told: list[Text] = []
    for one in sorted(found, key=lambda entry: entry.came, reverse=True):
        about = [lowercase_first(reader.value(one, "decision")), words.short_date(one.came) if one.came else ""]
        said = ", ".join(part for part in about if part)
        title = " ".join(one.what.split())
        told.append(f"{title} ({said})" if said else title)
    writer.bullets(told)
    return True


def _write_components(writer: Writer, reader: DocumentReader) -> bool:
    """What a new colleague is to recognise: each core component, with what it looks like."""
    found = [one for one in reader.school.of(CoreComponent) if one.name.strip()]
    if not found:
        return False
    writer.heading(1, reader.words("What one is to recognise"))
    told: list[Text] = []
    for one in found:
        said = paragraphs(one.looks_like)
        told.append((Bold(" ".join(one.name.split())), *(f"\n{part}" for part in said)))
    writer.bullets(told)
    return True
