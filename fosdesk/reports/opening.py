"""The cover that all documents share: whose it is, what it is, for when and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.privacy import Audience
from fosdesk.reports.phrase import shortened
from fosdesk.reports.reader import Reader

if TYPE_CHECKING:
    from fosdesk.reports.book import Book

SCHOOL_FACTS = tuple(f"school_profile.{name}" for name in ("name", "municipality", "collaboration", "direction"))
AUDIENCES = {
    Audience.SCHOOL: "Our own school",
    Audience.OWNER: "Owner and unions",
    Audience.NETWORK: "Other schools",
}


def write_cover(book: Book, reader: Reader, title: str, mark: str, period: str) -> None:
    """The school and the title, the direction below, and at the foot what the reader may need to know."""
    words, profile = reader.words, reader.school.profile
    facts = [
        (words("Municipality"), profile.municipality.strip()),
        (reader.label(profile, "collaboration"), profile.collaboration.strip()),
        (words("Period"), period.strip() or reader.period()),
        (words("Date"), words.date(reader.day)),
        (words("For"), words(AUDIENCES[reader.audience])),
    ]
    book.cover(reader.school_name, title, shortened(profile.direction), [fact for fact in facts if fact[1]], mark)
