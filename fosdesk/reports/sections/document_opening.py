"""The opening of all documents, as a cover or a masthead: school, title, direction, period, date and audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import Meeting
from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.meeting_audience import whose_audience
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import excerpt, lowercase_first
from fosdesk.reports.sections.meeting_facts import called, meeting_name

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer
    from fosdesk.words import Words

SCHOOL_FACTS = tuple(f"school_profile.{name}" for name in ("name", "municipality", "collaboration", "direction"))
AUDIENCES = {
    Audience.SCHOOL: "Our own school",
    Audience.OWNER: "Owner and unions",
    Audience.NETWORK: "Other schools",
    Audience.RESEARCH: "Research",
}


def write_opening(
    writer: Writer,
    reader: DocumentReader,
    title: str,
    mark: str,
    period: str,
    *,
    brief: bool,
    is_poster: bool = False,
) -> None:
    """Write the cover, or the masthead if `brief`; `mark` says draft or final, and an empty `period` is computed.

    A poster is headed by the school's direction.
    """
    if is_poster:
        _write_poster_head(writer, reader, title, mark)
        return
    (_write_masthead if brief else _write_cover)(writer, reader, title, mark, period)


def _write_poster_head(writer: Writer, reader: DocumentReader, title: str, mark: str) -> None:
    direction = reader.in_line(reader.school.profile, "direction")
    writer.masthead(reader.school_name, direction or title, title if direction else "", mark, (_dated(reader),))


def _write_cover(writer: Writer, reader: DocumentReader, title: str, mark: str, period: str) -> None:
    words, profile = reader.words, reader.school.profile
    facts = [
        (reader.label(profile, "municipality"), profile.municipality.strip()),
        (reader.label(profile, "collaboration"), profile.collaboration.strip()),
        (words("Period"), period.strip() or reader.period()),
        (words("Date"), _dated(reader)),
        (words("For"), words(AUDIENCES[reader.audience])),
    ]
    writer.cover(
        reader.school_name, title, reader.in_line(profile, "direction"), [fact for fact in facts if fact[1]], mark
    )


def audience_label(words: Words, audience: Audience, meeting: Meeting | None = None) -> str:
    """Who a document is for; for that of a meeting with others, it is those the meeting is held with."""
    if meeting is not None and audience is not Audience.SCHOOL and audience is whose_audience(meeting):
        return called(words, meeting)
    return words(AUDIENCES[audience])


def _for_whom(reader: DocumentReader) -> str:
    label = audience_label(reader.words, reader.audience, reader.meeting)
    return reader.words("For {audience}", audience=lowercase_first(label))


def _write_masthead(writer: Writer, reader: DocumentReader, title: str, mark: str, period: str) -> None:
    words, profile, meeting = reader.words, reader.school.profile, reader.meeting
    if meeting is not None:
        made = words("Made {date}", date=words.date(reader.day))
        about = (reader.in_line(profile, "municipality"), made, _for_whom(reader))
        writer.masthead(reader.school_name, title, meeting_name(reader, meeting), mark, about)
        return
    facts = (
        reader.in_line(profile, "municipality"),
        period.strip() or reader.period(),
        _dated(reader),
        _for_whom(reader),
    )
    writer.masthead(reader.school_name, title, reader.in_line(profile, "direction"), mark, facts)


def _dated(reader: DocumentReader) -> str:
    """The date of the document; for research only its semester."""
    words = reader.words
    return (
        words.semester(Semester.of_date(reader.day)) if reader.audience is Audience.RESEARCH else words.date(reader.day)
    )


def example_mark(words: Words) -> str:
    """What each page says that was made from an example school."""
    return words("Example school – nothing here is real")


def document_subject(reader: DocumentReader, mark: str, period: str, every_page: str = "") -> str:
    """What a document says of itself in its metadata: period, audience, draft or final, the school's direction.

    It begins with what each page says, which stands in the margins and is not read aloud there.
    """
    words, direction = reader.words, reader.school.profile.direction.strip()
    first, for_whom = [every_page] if every_page else [], _for_whom(reader)
    meeting = reader.meeting
    if meeting is not None:
        named = (*first, meeting_name(reader, meeting), words.date(meeting.day), for_whom, mark)
        return " · ".join(one for one in named if one)
    said = [*first, period.strip() or reader.period(), for_whom, mark]
    if direction:
        said.append(f"{reader.label(reader.school.profile, 'direction')}: {excerpt(direction)}")
    return " · ".join(said)
