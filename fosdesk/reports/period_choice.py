"""The period that a document is limited to, as the command line is asked for it."""

from datetime import date

from fosdesk.domain.values.period import Period
from fosdesk.domain.values.typed_periods import parse_period
from fosdesk.errors import FosdeskError
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.words import Words


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
