"""Everything that was considered in phases one and two, with answer, reason and day; no reason is ever cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one, seat_label
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import Answer, Decision, PhaseFrame, SchoolProfile, Seat, WorkGroup
from fosdesk.domain.rules.review.choices import PHASES, Choice, choices
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.meeting_outcomes import decisions

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_ONE_OF_ITS_KIND = (SchoolProfile, WorkGroup, PhaseFrame)  # told by what the checklist asks
_SHOWN_FIELDS = {
    "answer": ("own_text", "status", "reason", "how"),
    "phase": ("own_title",),
    "phase_frame": ("decided_by", "conditions", "joined", "time_frame", "ground_rules"),
    "initiative": ("name", "answer", "reason", "decided"),
    "school_profile": ("left_out",),
    "theme": ("name", "standing", "reason", "since"),
    "work_group": ("leader_reason", "size_reason", "criteria"),
    "existing_group": ("name", "decision", "reason"),
    "partner": ("name", "mode", "support"),
    "seat": ("considered", "reason"),
    "decision": ("what", "why", "day", "groups"),
}


def nouns() -> tuple[str, ...]:
    """None: of each record only what was considered is shown."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields that hold an answer, a reason or a day."""
    return (*SCHOOL_FACTS, *(f"{noun}.{name}" for noun, names in _SHOWN_FIELDS.items() for name in names))


def write(writer: Writer, reader: DocumentReader) -> None:
    """A table for each phase with what was answered, a no like a yes, then the decisions; no empty parts."""
    words = reader.words
    answered = [one for one in choices(reader.framework, reader.school) if one.is_answered]
    days = _days_of_change(reader, (one.record for one in answered))
    for phase in PHASES:
        rows = [row for one in answered if one.item.startswith(phase) and (row := _row(reader, one, days))]
        if rows:
            writer.heading(1, reader.numbered_phase(phase))
            _write_table(writer, reader, rows)
    decided = decisions(reader)
    if decided:
        writer.heading(1, noun_many(words, NOUNS["decision"]))
        _write_table(writer, reader, [_decision(reader, one) for one in decided])
    if not (answered or decided):
        writer.paragraph(words("Nothing has been considered in writing yet."))


def _write_table(writer: Writer, reader: DocumentReader, rows: Sequence[Sequence[Text]]) -> None:
    words = reader.words
    writer.table([words("What was considered"), words("Answer and reason"), words("Date")], rows, (0.28, 0.58, 0.14))


def _row(reader: DocumentReader, choice: Choice, days: dict[tuple[str, str], str]) -> list[Text] | None:
    """What was considered, the answer and the reason, and the day; None where the audience sees neither of these."""
    record = reader.school.get(choice.kind, choice.record)
    answer = reader.value(record, choice.answer) if choice.answer else ""
    told = paragraphs(str(getattr(record, choice.reason))) if choice.reason else []
    if choice.is_item and told and getattr(record, choice.answer) == "done":
        answer = ""  # what was done is told
    said = [*([_sentence(answer)] if answer else []), *told]
    if not said:
        return None
    lines = [" ".join(said[:2]), *said[2:]] if answer else said
    return [_title(reader, choice, record), "\n".join(lines), _day(reader, choice, record, days)]


def _sentence(answer: str) -> str:
    """An answer as a sentence of its own before its reason."""
    text = "\n".join(paragraphs(answer))
    return text if text.endswith((".", "!", "?", "»", "”")) else f"{text}."


def _title(reader: DocumentReader, choice: Choice, record: Record) -> str:
    words = reader.words
    item = reader.framework.item(choice.item)
    if isinstance(record, Answer) and record.own_text.strip():
        return " ".join(record.own_text.split())
    if item is not None and (choice.is_item or choice.kind in _ONE_OF_ITS_KIND):
        return item.topic
    kind = noun_one(words, noun_of(choice.kind))
    if choice.kind is Seat:
        return words("{question}: {what}", question=kind, what=seat_label(words, choice.record.partition(":")[2]))
    name = reader.own_title(record)
    return words("{question}: {what}", question=kind, what=" ".join(name.split())) if name else kind


def _day(reader: DocumentReader, choice: Choice, record: Record, days: dict[tuple[str, str], str]) -> str:
    """The day that was given, else that on which the answer or the reason was last written."""
    given = str(getattr(record, choice.day)) if choice.day else ""
    if known_day(given):
        return reader.words.short_date(given)
    written = max((days.get((choice.record, name), "") for name in (choice.answer, choice.reason) if name), default="")
    return reader.words.short_date(written)


def _days_of_change(reader: DocumentReader, ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """The day on which each field of these records was last written, as far as the audience may know it."""
    wanted = set(ids)
    found: dict[tuple[str, str], str] = {}
    for one in reader.history:
        if one.record in wanted:
            found[one.record, one.field] = max(one.day, found.get((one.record, one.field), ""))
    return found


def _decision(reader: DocumentReader, decision: Decision) -> list[Text]:
    words = reader.words
    groups = " ".join(decision.groups.split())
    took_part = words("took part: {who}", who=lowercase_first(groups)) if groups else ""
    told = [*paragraphs(decision.why), *([took_part[:1].upper() + took_part[1:]] if took_part else [])]
    return ["\n".join(paragraphs(decision.what)), "\n".join(told), words.short_date(decision.day)]
