"""Which meeting a document is about: the one that is chosen or asked for, else the nearest."""

from datetime import date

from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.meeting_records import meeting_meant, meetings_from
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.words import Words


def meeting_of(kind: DocumentKind, school: School, day: date, meeting: str = "") -> Meeting | None:
    """The meeting that a document is about: the chosen one, else the nearest; None for any other kind, or without one.

    One that was chosen and is gone is None as well: nobody should get the papers of another meeting.
    """
    if not kind.by_meeting:
        return None
    if meeting:
        found = school.find(meeting)
        return found if isinstance(found, Meeting) else None
    return next(iter(meetings_from(school, day.isoformat(), kind.by_meeting)), None)


def meeting_asked_for(kind: DocumentKind, school: School, day: date, asked: str | None, words: Words) -> Meeting | None:
    """The meeting that the option `--meeting` asks for, the nearest without one; None for a kind that is about none.

    FosdeskError when there is no such meeting, or the kind is about none and one is asked for.
    """
    if not kind.by_meeting:
        if asked is not None:
            raise FosdeskError(
                "“{document}” is not about one meeting; leave out {option}.",
                document=words(kind.title),
                option="--meeting",
            )
        return None
    return meeting_of(kind, school, day) if asked is None else meeting_meant(school, asked, day.isoformat())
