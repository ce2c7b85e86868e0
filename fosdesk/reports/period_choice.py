"""The period that a document is limited to: the school years to choose from, and what the command line asks for."""

from datetime import date

from fosdesk.domain.fields import NOUNS
from fosdesk.domain.rules.gate_rules import school_years
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period, school_years_of
from fosdesk.domain.values.typed_periods import parse_period
from fosdesk.errors import FosdeskError
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.words import Words


def years_to_choose(kind: DocumentKind, school: School) -> dict[str, Period]:
    """The school years that a document can be limited to, the latest first; none where its kind has no period."""
    if not kind.by_period:
        return {}
    if not kind.period_of:
        return school_years(school)
    noun, _, name = kind.period_of.partition(".")
    return school_years_of(str(getattr(one, name)) for one in school.of(NOUNS[noun].record))


def period_asked_for(kind: DocumentKind | None, asked: str | None, day: date, words: Words) -> Period | None:
    """The period that the option `--period` asks for; None without one. FosdeskError for a kind that has none."""
    within = parse_period(asked, day) if asked is not None else None
    if within is not None and kind is not None and not kind.by_period:
        able = words.joined([words.quoted(words(one.title)) for one in DOCUMENTS.values() if one.by_period])
        raise FosdeskError(
            "“{document}” cannot be limited to a period; {documents} can.",
            document=words(kind.title),
            documents=able,
        )
    return within
