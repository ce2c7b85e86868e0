"""What the work demands, by semester and group, as a sheet for the staff room; nothing on it is ever cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import GainAndDemand, PhaseFrame, TimePlan
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules.progress import open_phases
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.gain_summary import DEMAND_FIELDS, demands_ahead, write_gives_way

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_FRAME = ("time_frame", "budget", "ground_rules", "conditions")


def nouns() -> tuple[str, ...]:
    """None: gains and challenges stand elsewhere, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields on demands, on time from this semester on, on what gives way, and on the frame of open phases."""
    frame = tuple(f"phase_frame.{name}" for name in _FRAME)
    return (*SCHOOL_FACTS, *DEMAND_FIELDS, *frame, "phase.own_title", "time_plan.others")


def write(writer: Writer, reader: DocumentReader) -> None:
    """A table of semesters from this one on, what gives way, the frame of the phase, and time for everybody."""
    words = reader.words
    rows = [
        (words.semester(one.semester) if one.semester else words("All the time"), one.group, "\n".join(one.demands))
        for one in demands_ahead(reader)
    ]
    if rows:
        head = (words("When"), reader.label(GainAndDemand, "for_whom"), words("What it demands of each"))
        writer.table(head, rows, (0.15, 0.23, 0.62))
    told = [write_gives_way(writer, reader), _write_frames(writer, reader), _write_everybody(writer, reader)]
    if not (rows or any(told)):
        writer.paragraph(words("Nothing has been written down about what the work demands."))


def _write_frames(writer: Writer, reader: DocumentReader) -> bool:
    """The frame of each open phase, as far as it is written."""
    found = False
    for phase in open_phases(reader.framework, reader.school):
        frame = reader.school.get(PhaseFrame, f"phase_frame:{phase}")
        rows = [(reader.label(frame, name), value) for name in _FRAME if (value := reader.value(frame, name))]
        if rows:
            writer.heading(1, reader.words("Frame of {phase}", phase=lowercase_first(reader.numbered_phase(phase))))
            writer.facts(rows)
            found = True
    return found


def _write_everybody(writer: Writer, reader: DocumentReader) -> bool:
    plan = reader.school.get(TimePlan, TIME_PLAN_ID)
    told = paragraphs(plan.others)
    for number, one in enumerate(told):
        label = (Bold(f"{reader.label(plan, 'others')}: "),) if number == 0 else ()
        writer.paragraph(*label, one)
    return bool(told)
