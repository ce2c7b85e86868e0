"""Talks with the owner and the steering group: when they were, who took part, what was said, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import Meeting
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import write_title
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.meeting_facts import called, meeting_name

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

OWNER_SIDE = ("owner", "steering_group")  # with whom these meetings are
_TEXTS = ("notes", "changed")
TALK_FIELDS = tuple(f"meeting.{name}" for name in ("what", "day", "who", "groups", *_TEXTS))


def owner_talks(reader: DocumentReader, since: str) -> list[Meeting]:
    """The talks from a day (YYYY-MM-DD) until today of which anything is written, the latest first.

    One without a day may be from any time, and is among them.
    """
    found = [
        one
        for one in reader.school.of(Meeting)
        if one.who in OWNER_SIDE
        and (not known_day(one.day) or since <= one.day <= reader.day)
        and any(getattr(one, name).strip() for name in _TEXTS)
    ]
    return sorted(found, key=lambda one: (one.day, one.id), reverse=True)


def write_owner_talks(writer: Writer, reader: DocumentReader, talks: list[Meeting]) -> None:
    """Each talk under what it was about; nothing where there are none."""
    words = reader.words
    if talks:
        writer.heading(1, words("Talks with the owner"))
    for one in talks:
        title = meeting_name(reader, one)
        write_title(writer, 2, title)
        who = called(words, one)
        about = (words.date(one.day), who if who != title else "", " ".join(one.groups.split()))
        said = " · ".join(part for part in about if part)
        if said:
            writer.small(said)
        write_labelled(writer, reader, one, _TEXTS)
