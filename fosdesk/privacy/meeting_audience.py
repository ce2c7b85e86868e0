"""With whom one meets decides who may read of it: what the leadership team's own meetings hold stays at the school."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fosdesk.domain.changes.change_history import History
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, Meeting
from fosdesk.domain.records.meetings import LEADERSHIP, MEETING_WHO_OPTIONS
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience

_OF_A_MEETING = (AgendaLine, Decision, FollowUp)
_NOUNS_OF_A_MEETING = frozenset(key for key, noun in NOUNS.items() if noun.record in _OF_A_MEETING)
_OWN_AUDIENCES: Mapping[str, Audience] = {
    "owner": Audience.OWNER,
    "unions": Audience.OWNER,
    "steering_group": Audience.OWNER,
    "parents": Audience.NETWORK,
    "pupils_council": Audience.NETWORK,
    "externals": Audience.NETWORK,
    "network": Audience.NETWORK,
    "leader_training": Audience.NETWORK,
}  # of those who are met and do not work at the school; all others are the school itself
_AUDIENCES = (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK)


@dataclass(frozen=True)
class AtHome:
    """The ids of what stays at the school: the records there are, and those that only the past tells of."""

    records: frozenset[str]
    past: frozenset[str]

    @classmethod
    def nothing(cls) -> "AtHome":
        """Where nothing has to stay."""
        return cls(frozenset(), frozenset())

    def __contains__(self, record_id: str) -> bool:
        return record_id in self.records or record_id in self.past


def audiences_of_meeting(school: School, meeting: Meeting) -> tuple[Audience, ...]:
    """The audiences of the papers of a meeting, those it is held with first; a meeting of the leadership team has one.

    A meeting with somebody this version does not know has only the school, too.
    """
    if is_at_home(school, meeting) or meeting.who not in ("", *(option.key for option in MEETING_WHO_OPTIONS)):
        return (Audience.SCHOOL,)
    first = _OWN_AUDIENCES.get(meeting.who, Audience.SCHOOL)
    return (first, *(one for one in _AUDIENCES if one is not first))


def whose_audience(meeting: Meeting) -> Audience:
    """The audience that stands for those a meeting is held with."""
    return _OWN_AUDIENCES.get(meeting.who, Audience.SCHOOL)


def is_at_home(school: School, meeting: Meeting) -> bool:
    """Whether a meeting is the leadership team's own, or may be: while two values are in conflict, one is enough."""
    return LEADERSHIP in (meeting.who, *school.conflicts.get((meeting.id, "who"), ()))


def stays_at_home(school: School, history: History = ()) -> AtHome:
    """The leadership team's meetings, and the agenda lines, decisions and follow-ups that came of them.

    What refers to a meeting that is gone stays as well, because nobody can tell any more with whom it was held; a
    decision or follow-up without any meeting does not.
    """
    held = {one.id for one in school.of(Meeting) if is_at_home(school, one)}
    open_meetings = {one.id for one in school.of(Meeting)} - held
    found = set(held)
    for kind in _OF_A_MEETING:
        for record in school.of(kind):
            if not open_meetings.issuperset(_meetings_of(school, record)):
                found.add(record.id)
    return AtHome(frozenset(found), frozenset(_past(school, history, open_meetings)))


def _meetings_of(school: School, record: Record) -> Iterator[str]:
    """The ids of the meetings that a record came of; the id of its line where that is all that is left."""
    values = {getattr(record, "meeting", ""), *school.conflicts.get((record.id, "meeting"), ())}
    meetings = {str(value) for value in values if value}
    lines = {getattr(record, "line", ""), *school.conflicts.get((record.id, "line"), ())}
    for line in lines:
        known = school.find(str(line)) if line else None
        if isinstance(known, AgendaLine):
            yield from _meetings_of(school, known)
        elif line and not meetings:
            yield str(line)
    yield from meetings


def _past(school: School, history: History, open_meetings: set[str]) -> Iterator[str]:
    """The records that are deleted and stay at home, by what their history says of them."""
    gone = [one for one in history if school.find(one.record) is None]
    for one in gone:
        values = {str(value) for value in (one.before, one.value) if value}
        was_held = (one.noun, one.field) == ("meeting", "who") and LEADERSHIP in values
        came_of_it = one.noun in _NOUNS_OF_A_MEETING and one.field == "meeting" and bool(values - open_meetings)
        if was_held or came_of_it:
            yield one.record


def nouns_told_of(school: School, at_home: AtHome) -> Iterator[tuple[str, str]]:
    """The noun and id of what stays at home and other readers are told of; that the team met is not among it."""
    for record_id in at_home.records:
        record = school.find(record_id)
        if record is not None and type(record) in _OF_A_MEETING:
            yield noun_of(record).key, record_id
