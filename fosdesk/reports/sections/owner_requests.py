"""What the school asks its owner for, what waits and what came of the rest, and the talks with the owner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.domain.records import Meeting, OwnerRequest
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Item, Text
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.meeting_facts import called, meeting_name

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

OWNER_SIDE = ("owner", "steering_group")  # with whom these meetings are
_TEXTS = ("notes", "changed")
TALK_FIELDS = tuple(f"meeting.{name}" for name in ("what", "day", "who", "groups", *_TEXTS))
REQUEST_FACTS = tuple(f"owner_request.{name}" for name in ("what", "asked_of", "asked", "answer", "answered"))


def waiting_requests(reader: DocumentReader) -> list[OwnerRequest]:
    """What the school has asked its owner for and has no answer to, the oldest first; those without a day last."""
    waiting = [one for one in reader.school.of(OwnerRequest) if one.waits]
    return sorted(waiting, key=lambda one: (not known_day(one.asked), one.asked))


def write_requests(writer: Writer, reader: DocumentReader, requests: Sequence[OwnerRequest]) -> None:
    """The requests, each whole however long it is: what is asked for must not be cut."""
    words = reader.words
    rows: list[Item | Text] = []
    for one in requests:
        first, *rest = paragraphs(one.what)
        asked = (
            words("Asked on {date}.", date=words.date(one.asked)) if known_day(one.asked) else "",
            words("To: {who}.", who=one.asked_of.strip().rstrip(".")) if one.asked_of.strip() else "",
        )
        rows.append((first, *(f"\n{part}" for part in (*rest, " ".join(part for part in asked if part)) if part)))
    writer.bullets(rows)


def answered_requests(reader: DocumentReader, *, since: str) -> list[OwnerRequest]:
    """The requests that were answered on the day `since` or later, the latest first; those without a day last."""
    answered = [one for one in reader.school.of(OwnerRequest) if one.what.strip() and not one.waits]
    told = [one for one in answered if not known_day(one.answered) or since <= one.answered <= reader.day]
    return sorted(told, key=lambda one: one.answered, reverse=True)


def write_answers(writer: Writer, reader: DocumentReader, requests: Sequence[OwnerRequest]) -> None:
    """The requests with what came of them."""
    words = reader.words
    rows: list[Item | Text] = []
    for one in requests:
        day = words.date(one.answered) if known_day(one.answered) else ""
        answer = " ".join(paragraphs(one.answer)) or words("Answered.")
        came = words("Answered on {date}: {answer}", date=day, answer=answer) if day and one.answer.strip() else answer
        rows.append((Bold(" ".join(paragraphs(one.what))), f"\n{came}"))
    writer.bullets(rows)


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
