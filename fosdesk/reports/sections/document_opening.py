"""How all documents open, with a cover or a masthead: whose it is, what it is, for when and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.values.semester import Semester
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.document_text import lowered, shortened

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

SCHOOL_FACTS = tuple(f"school_profile.{name}" for name in ("name", "municipality", "collaboration", "direction"))
AUDIENCES = {
    Audience.SCHOOL: "Our own school",
    Audience.OWNER: "Owner and unions",
    Audience.NETWORK: "Other schools",
    Audience.RESEARCH: "Research",
}


def write_opening(writer: Writer, reader: Reader, title: str, mark: str, period: str, *, brief: bool) -> None:
    """The school and the title, the direction below, and what the reader may need to know; a brief one has no cover."""
    (_write_masthead if brief else _write_cover)(writer, reader, title, mark, period)


def _write_cover(writer: Writer, reader: Reader, title: str, mark: str, period: str) -> None:
    words, profile = reader.words, reader.school.profile
    facts = [
        (reader.label(profile, "municipality"), profile.municipality.strip()),
        (reader.label(profile, "collaboration"), profile.collaboration.strip()),
        (words("Period"), period.strip() or reader.period()),
        (words("Date"), _dated(reader)),
        (words("For"), words(AUDIENCES[reader.audience])),
    ]
    writer.cover(reader.school_name, title, shortened(profile.direction), [fact for fact in facts if fact[1]], mark)


def _write_masthead(writer: Writer, reader: Reader, title: str, mark: str, period: str) -> None:
    words, profile = reader.words, reader.school.profile
    facts = (
        shortened(profile.municipality),
        period.strip() or reader.period(),
        _dated(reader),
        words("For {audience}", audience=lowered(words(AUDIENCES[reader.audience]))),
    )
    writer.masthead(reader.school_name, title, shortened(profile.direction), mark, facts)


def _dated(reader: Reader) -> str:
    """The day; for research no finer than its semester."""
    words = reader.words
    return (
        words.semester(Semester.of_date(reader.day)) if reader.audience is Audience.RESEARCH else words.date(reader.day)
    )
