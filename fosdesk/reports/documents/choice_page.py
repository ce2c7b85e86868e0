"""What was considered in phases one and two, on one page; what that has no room for goes on whole in an appendix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby
from math import ceil
from operator import itemgetter
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_many, noun_one, seat_label
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import Answer, Decision, PhaseFrame, SchoolProfile, Seat, WorkGroup
from fosdesk.domain.rules.review.choices import PHASES, Choice, choices
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_kind import APPENDIX
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import excerpt, lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Inline, Link, Text, plain_text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.meeting_outcomes import decisions
from fosdesk.reports.shortening import DENSE

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_ONE_OF_ITS_KIND = (SchoolProfile, WorkGroup, PhaseFrame)  # told by what the checklist asks
_WIDTHS = (0.26, 0.62, 0.12)
_LINE, _BELOW, _HEAD = 60, 0.3, 2.7  # characters of a line of a column; lines below an entry, and of a heading
_WHOLE = 24  # characters more than there is room for that are not worth a way to the appendix
_Row = tuple[str, str, str]  # what was considered, what was answered, and the day
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
    """A table for each phase with what was answered, a no like a yes, then the decisions; no empty parts.

    Where the page has too little room, the decisions and the reasons that are long stand whole in the appendix.
    """
    words = reader.words
    answered = [one for one in choices(reader.framework, reader.school) if one.is_answered]
    days = _days_of_change(reader, (one.record for one in answered))
    by_phase = {
        phase: [row for one in answered if one.item.startswith(phase) and (row := _row(reader, one, days))]
        for phase in PHASES
    }
    decided = decisions(reader)
    is_dense, moves_on = reader.room.listed <= DENSE, bool(decided) and not reader.room.listed
    longer: list[_Row] = []
    if is_dense:
        told = Link(f"#{APPENDIX}", words("The decisions stand in the appendix.")) if moves_on else ""
        _write_dense(writer, reader, by_phase, longer, told)
    else:
        for phase, rows in by_phase.items():
            if rows:
                writer.heading(1, reader.numbered_phase(phase))
                _write_table(writer, reader, rows)
    if decided and not moves_on:
        _write_decisions(writer, reader, decided, 1)
    if not (answered or decided):
        writer.paragraph(words("Nothing has been considered in writing yet."))
    if not (longer or moves_on):
        return
    writer.page_break()
    writer.heading(1, words("Appendix"), key=APPENDIX)
    if longer:
        writer.heading(2, words("What was said in full"))
        _write_table(writer, reader, longer)
    if moves_on:
        _write_decisions(writer, reader, decided, 2)


def _write_decisions(writer: Writer, reader: DocumentReader, decided: Sequence[Decision], level: int) -> None:
    writer.heading(level, noun_many(reader.words, NOUNS["decision"]))
    _write_table(writer, reader, [_decision(reader, one) for one in decided])


def _write_table(writer: Writer, reader: DocumentReader, rows: Sequence[_Row]) -> None:
    words = reader.words
    writer.table([words("What was considered"), words("Answer and reason"), words("Date")], rows, _WIDTHS)


def _write_dense(
    writer: Writer, reader: DocumentReader, by_phase: Mapping[str, Sequence[_Row]], longer: list[_Row], below: Inline
) -> None:
    """All rows as short paragraphs in two columns of about the same length, each phase under its heading.

    `below` follows the last of them.
    """
    parts: list[tuple[str, tuple[Inline, ...]]] = []
    for phase, rows in by_phase.items():
        title, last = reader.numbered_phase(phase), ""
        for row in rows:
            said = (*((_head(row[0]), " ") if row[0] != last else ()), *_fitted(reader, row, longer))
            if row[0] == last:  # the item and its record answer the same question
                said = (*parts.pop()[1], " ", *said)
            parts.append((title, said))
            last = row[0]
    if not parts:
        return
    heads = [number for number, (title, _) in enumerate(parts) if number == 0 or title != parts[number - 1][0]]
    lines = [
        ceil(len(plain_text(said)) / _LINE) + _BELOW + _HEAD * (number in heads)
        for number, (_, said) in enumerate(parts)
    ]
    lengths = list(accumulate(lines))
    middle = min(range(1, len(parts) + 1), key=lambda place: abs(lengths[place - 1] - lengths[-1] / 2))
    titled: set[str] = set()

    def write_first() -> None:
        _write_column(writer, parts[:middle], titled)

    def write_second() -> None:
        _write_column(writer, parts[middle:], titled)
        writer.small(below)

    writer.columns(write_first, write_second)


def _write_column(writer: Writer, parts: Sequence[tuple[str, Text]], titled: set[str]) -> None:
    for title, some in groupby(parts, key=itemgetter(0)):
        if title not in titled:
            writer.heading(1, title)
        titled.add(title)
        writer.bullets([said for _, said in some])


def _fitted(reader: DocumentReader, row: _Row, longer: list[_Row]) -> tuple[Inline, ...]:
    """What was answered as the page has room for it, and the day; what is too long stands whole in the appendix."""
    what, told, day = row
    room = reader.room.text
    unbroken = day.replace(" ", "\u00a0")
    if room is None or len(told) <= room + _WHOLE:
        return (f"{told} ({unbroken})" if day else told,)
    number = str(len(longer) + 1)
    longer.append((f"{number} {what}", told, day))
    link = Link(f"#{APPENDIX}", reader.words("appendix {number}", number=number).replace(" ", "\u00a0"))
    return f"{excerpt(told, room)} (", link, f", {unbroken})" if day else ")"


def _head(title: str) -> Bold:
    """What was considered as the beginning of a paragraph."""
    return Bold(title if title.endswith(("?", "!")) else f"{title.rstrip('.')}:")


def _row(reader: DocumentReader, choice: Choice, days: dict[tuple[str, str], str]) -> _Row | None:
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
    return _title(reader, choice, record), "\n".join(lines), _day(reader, choice, record, days)


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


def _decision(reader: DocumentReader, decision: Decision) -> _Row:
    words = reader.words
    groups = " ".join(decision.groups.split())
    took_part = words("took part: {who}", who=lowercase_first(groups)) if groups else ""
    told = [*paragraphs(decision.why), *([took_part[:1].upper() + took_part[1:]] if took_part else [])]
    return "\n".join(paragraphs(decision.what)), "\n".join(told), words.short_date(decision.day)
