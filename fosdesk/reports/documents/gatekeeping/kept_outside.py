"""What the staff was spared: all that was kept outside, by school year, with the reasons."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import reasons_by_entry
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.gate_summary import write_flow

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MOST_REASONS = 8


def nouns() -> tuple[str, ...]:
    """None is told whole."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The school's own facts, and of entries what came, when, and why it stayed outside."""
    told = ("what", "decision", "came", "signed", "reason", "outside_focus")
    return (*SCHOOL_FACTS, *(f"gate_entry.{name}" for name in told), "gate_reason.text", "gate_reason.parent")


def write(writer: Writer, reader: DocumentReader) -> None:
    """How much, a figure of it, the reasons with how often each was given, and every entry."""
    words = reader.words
    out = [one for one in reader.school.of(GateEntry) if one.decision == "kept_out" and one.what.strip()]
    if not out:
        writer.lead(words("Nothing has been kept outside yet."))
        return
    n, aside = len(out), sum(one.outside_focus for one in out)
    said = words.plural(
        "{n} thing that came to the school was kept outside, so that the staff could keep to what was chosen.",
        "{n} things that came to the school were kept outside, so that the staff could keep to what was chosen.",
        n,
    )
    if aside:
        said += " " + words.plural("{n} of them was outside the focus.", "{n} of them were outside the focus.", aside)
    writer.lead(said)
    write_flow(writer, reader)
    _reasons(writer, reader, out)
    reasons = reasons_by_entry(reader.school)
    ordered = sorted(out, key=lambda one: (_day(one), one.id), reverse=True)
    for year, some in groupby(ordered, key=_year):
        writer.heading(1, words("School year {year}", year=year) if year else words("Without a date"))
        writer.bullets([_line(reader, one, "; ".join(reasons.get(one.id, ()))) for one in some])


def _reasons(writer: Writer, reader: DocumentReader, out: list[GateEntry]) -> None:
    found = reasons_by_entry(reader.school)
    counted: dict[str, int] = {}
    for entry in out:
        for reason in found.get(entry.id, ()):
            counted[" ".join(reason.split())] = counted.get(" ".join(reason.split()), 0) + 1
    if not counted:
        return
    words = reader.words
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_REASONS]
    rows: list[list[Text]] = [[reason, words.number(times)] for reason, times in most]
    writer.table([words("Reason"), words("Times")], rows, [0.8, 0.2])


def _day(entry: GateEntry) -> str:
    day = entry.signed or entry.came
    return day if known_day(day) else ""


def _year(entry: GateEntry) -> str:
    return Semester.of_date(_day(entry)).school_year if _day(entry) else ""


def _line(reader: DocumentReader, entry: GateEntry, short: str) -> Text:
    why = " ".join(paragraphs(reader.fitted(entry, "reason"))) or short
    what = Bold(" ".join(entry.what.split()))
    return (what, f" – {why}") if why else (what,)
