"""What was agreed on about a text: the text of each day, and who took part."""

from fosdesk.domain.fields import Long, Record, Short, noun_of
from fosdesk.domain.records import AgreedText
from fosdesk.domain.school import School

WHOLE = ""  # the field of a text that is a version of the whole record


def agreements(school: School, record_id: str, field: str) -> tuple[AgreedText, ...]:
    """The agreements about one field of a record, the latest first; of one day, the one written last."""
    found = [one for one in school.of(AgreedText) if (one.about, one.field) == (record_id, field)]
    return tuple(sorted(reversed(found), key=lambda one: one.day, reverse=True))


def is_agreed(school: School, record_id: str, field: str, text: str) -> bool:
    """Whether a text stands as it did when it was agreed on last."""
    latest = next(iter(agreements(school, record_id, field)), None)
    return latest is not None and latest.text.strip() == text.strip()


def version_of(record: Record) -> str:
    """All texts of a record behind each other, a paragraph each: what is kept as a version of it."""
    fields = noun_of(record).fields
    texts = (str(getattr(record, n)) for n, one in fields.items() if isinstance(one, Short | Long) and not one.hidden)
    return "\n\n".join(text.strip() for text in texts if text.strip())
