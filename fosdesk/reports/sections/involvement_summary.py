"""Occasions on which a group took part, as documents tell them: what was said, decided and agreed, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import NOUNS, noun_of
from fosdesk.domain.records import Involvement, Meeting
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.domain.fields import Record
    from fosdesk.reports.writer import Writer

UNION_SIDE = ("unions", "safety_representative")  # whom a school consults and negotiates with
_TEXTS = ("said", "unions_said", "decided", "agreed", "still_open", "changed")
INVOLVEMENT_FIELDS = tuple(f"involvement.{name}" for name in ("what", "who", "kind", "day", "meeting", *_TEXTS))
_MEETING_TITLE = ("meeting.what", "meeting.day")
OCCASION_FIELDS = (*INVOLVEMENT_FIELDS, *_MEETING_TITLE)


def occasions(reader: DocumentReader, *, newest_first: bool = False) -> list[Involvement]:
    """All occasions that say anything, in the order of their days; those without one come last."""
    found = [one for one in reader.school.of(Involvement) if has_visible_content(one, NOUNS["involvement"])]
    dated = sorted((one for one in found if day_of(reader, one)), key=lambda one: day_of(reader, one))
    return [*(reversed(dated) if newest_first else dated), *(one for one in found if not day_of(reader, one))]


def day_of(reader: DocumentReader, occasion: Involvement) -> str:
    """The day of an occasion, else that of its meeting; empty when neither is a known day."""
    meeting = meeting_of(reader, occasion)
    days = (occasion.day, meeting.day if meeting is not None else "")
    return next((day for day in days if known_day(day)), "")


def meeting_of(reader: DocumentReader, occasion: Involvement) -> Meeting | None:
    """The meeting that an occasion belongs to; None without one, or where the audience may not see it."""
    found = reader.school.find(occasion.meeting) if occasion.meeting else None
    return found if isinstance(found, Meeting) else None


def occasion_title(reader: DocumentReader, occasion: Involvement) -> str:
    """What an occasion was about, else what kind it was."""
    kind = reader.value(occasion, "kind")
    return " ".join(occasion.what.split()) or kind or noun_one(reader.words, noun_of(Involvement))


def write_occasion(writer: Writer, reader: DocumentReader, occasion: Involvement, level: int) -> None:
    """An occasion under its title: when and how, then each text that somebody wrote, whole."""
    words, meeting, day = reader.words, meeting_of(reader, occasion), day_of(reader, occasion)
    title, kind = occasion_title(reader, occasion), reader.value(occasion, "kind")
    write_title(writer, level, title)
    held = " ".join(meeting.what.split()) if meeting is not None else ""
    about = [
        words.date(day),
        kind if kind != title else "",
        words("Meeting: {what}", what=held) if held and held.casefold() != title.casefold() else "",
    ]
    if any(about):
        writer.small(" · ".join(part for part in about if part))
    write_labelled(writer, reader, occasion, _TEXTS)


def write_labelled(writer: Writer, reader: DocumentReader, record: Record, names: Iterable[str]) -> None:
    """Each of these texts after its label, with all its paragraphs; nothing for what nobody wrote."""
    for name in names:
        said: Sequence[str] = paragraphs(str(getattr(record, name)))
        for number, one in enumerate(said):
            writer.paragraph(*((Bold(f"{reader.label(record, name)}: "), one) if number == 0 else (one,)))
