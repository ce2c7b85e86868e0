"""What the work gives and demands, each text whole: kind by kind, or what it demands by semester and group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from fosdesk.display.noun_words import choice_of, noun_many, noun_one, options_words
from fosdesk.display.time_words import slot_sum
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import GainAndDemand, StopItem, TimeSlot
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_IN_ONE_COLUMN = 4
DEMAND_FIELDS = (
    *(f"gain_and_demand.{name}" for name in ("text", "kind", "for_whom", "semester", "minutes")),
    *(f"time_slot.{name}" for name in ("what", "who", "semester", "minutes", "times", "every_weeks", "gives_way")),
    *(f"stop_item.{name}" for name in ("what", "semester", "who")),
)


def write_gains(writer: Writer, reader: DocumentReader, level: int) -> bool:
    """All kinds under a heading; whether there was anything."""
    words, noun = reader.words, NOUNS["gain_and_demand"]
    found = [one for one in reader.school.of(GainAndDemand) if has_visible_content(one, noun)]
    if not found:
        return False
    writer.heading(level, noun_many(words, noun))
    known = dict(options_words(words, choice_of(GainAndDemand, "kind")))
    for kind in (*known, *dict.fromkeys(one.kind for one in found if one.kind not in known)):
        own = [one for one in found if one.kind == kind]
        if own:
            write_title(writer, level + 1, known.get(kind) or kind or words("Without a kind"))
            writer.bullets([_text(reader, one) for one in own])
    return True


def _text(reader: DocumentReader, one: GainAndDemand) -> Text:
    group, text = " ".join(one.for_whom.split()), "\n".join(paragraphs(one.text))
    time = reader.value(one, "minutes")
    about = ", ".join(part for part in (reader.value(one, "semester"), time) if part)
    said = f"{text} ({about})" if text and about else text or about
    if not group:
        return said
    return (Bold(f"{group}: "), said) if said else Bold(group)


class GroupDemands(NamedTuple):
    """What is demanded of one group in one semester, in words; no semester is all the time."""

    semester: Semester | None
    group: str
    demands: tuple[str, ...]


def demands_ahead(reader: DocumentReader, *, only_now: bool = False) -> list[GroupDemands]:
    """From this semester on, or this one alone, and last what is demanded all the time; groups by their names."""
    demands = [one for one in reader.school.of(GainAndDemand) if one.kind == "demand" and (one.text or one.minutes)]
    slots = [one for one in reader.school.of(TimeSlot) if slot_sum(reader.words, one)]
    now = Semester.of_date(reader.day)
    stored = [*(Semester.known(one.semester) for one in demands), *(Semester.known(one.semester) for one in slots)]
    known = sorted({one for one in stored if one is not None and (one == now or (one > now and not only_now))})
    found: list[GroupDemands] = []
    for semester in (*known, *([None] if None in stored else [])):
        own = [one for one in demands if Semester.known(one.semester) == semester]
        protected = [one for one in slots if Semester.known(one.semester) == semester]
        found += (GroupDemands(semester, *row) for row in _by_group(reader, own, protected))
    return found


def _by_group(
    reader: DocumentReader, demands: Sequence[GainAndDemand], slots: Sequence[TimeSlot]
) -> Iterator[tuple[str, tuple[str, ...]]]:
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
        yield group or words("Not said for whom"), tuple(by_group[group])


def _with_time(text: str, time: str) -> str:
    """The text with the time in brackets, which never breaks over lines."""
    unbroken = time.replace(" ", "\u00a0")
    return f"{text} ({unbroken})" if text and time else text or unbroken


def gives_way(reader: DocumentReader) -> list[str]:
    """What stops, and what the time of this semester is taken from; each thing once."""
    words = reader.words
    now = Semester.of_date(reader.day)
    stops: list[str] = []
    for one in reader.school.of(StopItem):
        what = " ".join(one.what.split())
        known = Semester.known(one.semester)
        if not what:
            continue
        if known is not None and known > now:
            what = words("{what}, from {semester}", what=what, semester=lowercase_first(words.semester(known)))
        stops.append(what)
    taken = [
        " ".join(one.gives_way.split())
        for one in reader.school.of(TimeSlot)
        if Semester.known(one.semester) == now and one.gives_way.strip()
    ]
    known_already = {one.casefold() for one in stops}
    return [*stops, *(one for one in dict.fromkeys(taken) if one.casefold() not in known_already)]


def write_gives_way(writer: Writer, reader: DocumentReader) -> bool:
    """What gives way, under a heading; whether there was anything."""
    stops: list[Text] = list(gives_way(reader))
    if stops:
        writer.heading(1, reader.words("What gives way"))
        half = (len(stops) + 1) // 2 if len(stops) > _MAX_IN_ONE_COLUMN else len(stops)
        sides = [side for side in (stops[:half], stops[half:]) if side]
        writer.columns(*(partial(writer.bullets, side) for side in sides))
    return bool(stops)
