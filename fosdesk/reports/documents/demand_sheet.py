"""What the work demands, by semester and group, as a sheet for the staff room; nothing on it is ever cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one
from fosdesk.display.time_words import slot_sum
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import GainAndDemand, PhaseFrame, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules.progress import open_phases
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_IN_ONE_COLUMN = 4
_FRAME = ("time_frame", "budget", "ground_rules", "conditions")
_SHOWN_FIELDS = {
    "gain_and_demand": ("text", "kind", "for_whom", "semester", "minutes"),
    "time_slot": ("what", "who", "semester", "minutes", "times", "every_weeks", "gives_way"),
    "stop_item": ("what", "semester", "who"),
    "phase_frame": _FRAME,
    "phase": ("own_title",),
    "time_plan": ("others",),
}


def nouns() -> tuple[str, ...]:
    """None: gains and challenges stand elsewhere, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields on demands, on time from this semester on, on what gives way, and on the frame of open phases."""
    return (*SCHOOL_FACTS, *(f"{noun}.{name}" for noun, names in _SHOWN_FIELDS.items() for name in names))


def write(writer: Writer, reader: DocumentReader) -> None:
    """A table of semesters from this one on, what gives way, the frame of the phase, and time for everybody."""
    words = reader.words
    demands = [one for one in reader.school.of(GainAndDemand) if one.kind == "demand" and (one.text or one.minutes)]
    slots = [one for one in reader.school.of(TimeSlot) if _is_ahead(reader, one.semester) and slot_sum(words, one)]
    semesters = _semesters(reader, demands, slots)
    rows: list[tuple[str, str, str]] = []
    for semester in semesters:
        own = [one for one in demands if _semester(one.semester) == semester]
        protected = [one for one in slots if _semester(one.semester) == semester]
        when = words.semester(semester) if semester else words("All the time")
        rows += [(when, *row) for row in _rows(reader, own, protected)]
    if rows:
        head = (words("When"), reader.label(GainAndDemand, "for_whom"), words("What it demands of each"))
        writer.table(head, rows, (0.15, 0.23, 0.62))
    told = [_write_gives_way(writer, reader), _write_frames(writer, reader), _write_everybody(writer, reader)]
    if not (semesters or any(told)):
        writer.paragraph(words("Nothing has been written down about what the work demands."))


def _semester(stored: str) -> Semester | None:
    return Semester.known(stored)


def _is_ahead(reader: DocumentReader, stored: str) -> bool:
    """Whether a semester is this one or a later one; what has none is always."""
    known = _semester(stored)
    return known is None or known >= Semester.of_date(reader.day)


def _semesters(
    reader: DocumentReader, demands: Sequence[GainAndDemand], slots: Sequence[TimeSlot]
) -> list[Semester | None]:
    """The present semester and later ones of which anything is written; last what is demanded all the time."""
    stored = (*(one.semester for one in demands), *(one.semester for one in slots))
    found = {_semester(one) for one in stored if _is_ahead(reader, one)}
    known = sorted(one for one in found if one is not None)
    return [*known, *([None] if None in found else [])]


def _rows(
    reader: DocumentReader, demands: Sequence[GainAndDemand], slots: Sequence[TimeSlot]
) -> Iterator[tuple[str, str]]:
    """The groups in the order of their names, each with what is demanded of it and the time that is set aside."""
    words = reader.words
    by_group: dict[str, list[str]] = {}
    for demand in demands:
        time = words.minutes(demand.minutes) if demand.minutes and demand.minutes > 0 else ""
        said = _with_time("\n".join(paragraphs(demand.text)), time)
        by_group.setdefault(" ".join(demand.for_whom.split()), []).append(said)
    for slot in slots:
        what = " ".join(slot.what.split()) or noun_one(words, noun_of(TimeSlot))
        said = words("Set aside: {what}", what=_with_time(what, slot_sum(words, slot)))
        by_group.setdefault(reader.value(slot, "who"), []).append(said)
    for group in sorted(by_group, key=lambda group: (not group, sort_key(group))):
        yield group or words("Not said for whom"), "\n".join(by_group[group])


def _with_time(text: str, time: str) -> str:
    """The text with the time in brackets, which never breaks over lines."""
    unbroken = time.replace(" ", "\u00a0")
    return f"{text} ({unbroken})" if text and time else text or unbroken


def _write_gives_way(writer: Writer, reader: DocumentReader) -> bool:
    """What stops, and what the time is taken from; each thing once."""
    words = reader.words
    now = Semester.of_date(reader.day)
    stops: list[Text] = []
    for one in reader.school.of(StopItem):
        what = " ".join(one.what.split())
        known = _semester(one.semester)
        if not what:
            continue
        if known is not None and known > now:
            what = words("{what}, from {semester}", what=what, semester=lowercase_first(words.semester(known)))
        stops.append(what)
    taken = [
        " ".join(one.gives_way.split())
        for one in reader.school.of(TimeSlot)
        if _semester(one.semester) == now and one.gives_way.strip()
    ]
    known_already = {str(one).casefold() for one in stops}
    stops += [one for one in dict.fromkeys(taken) if one.casefold() not in known_already]
    if stops:
        writer.heading(1, words("What gives way"))
        half = (len(stops) + 1) // 2 if len(stops) > _MAX_IN_ONE_COLUMN else len(stops)
        sides = [side for side in (stops[:half], stops[half:]) if side]
        writer.columns(*(partial(writer.bullets, side) for side in sides))
    return bool(stops)


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
