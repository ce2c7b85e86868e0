"""A filtered school limited to one meeting: the meeting, what belongs to it, and the titles that it refers to."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from fosdesk.domain.fields import Record, Reference, noun_of
from fosdesk.domain.records import AgendaLine, Meeting, PhaseState, SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.meeting_records import decisions_of, follow_ups_of, led_to, next_of_series
from fosdesk.domain.school import School
from fosdesk.privacy.filtered_school import Filtered


def limited_to_meeting(filtered: Filtered, whole: School, meeting: str) -> Filtered:
    """The same with nothing but what the papers of a meeting tell; what belongs to it is known from the `whole` school.

    Each agenda line has its number, else its place in the whole list, also where one before it is withheld. Of other
    meetings only the next one of the series is left, the one that this one builds on and those that build on this
    one, without their texts.
    """
    school, lines = filtered.school, lines_of_meeting(whole, meeting)
    places = {one.id: str(place) for place, one in enumerate(lines, 1)}
    ids = [meeting, *(one.id for one in (*lines, *decisions_of(whole, meeting), *follow_ups_of(whole, meeting)))]
    own: dict[str, Record] = {}
    for record in filter(None, map(school.find, [PROFILE_ID, *ids])):
        if isinstance(record, AgendaLine):
            record = msgspec.structs.replace(record, number=record.number.strip() or places[record.id])
        own[record.id] = record
    beside: dict[str, Record] = {one.id: one for one in school.of(PhaseState)}
    beside.update((one.id, one) for one in _referred_to(school, [*own.values()]))
    found = school.find(meeting)
    following = next_of_series(school, found) if isinstance(found, Meeting) else None
    if following is not None:
        beside[following.id] = Meeting(following.id, day=following.day, who=following.who, series=following.series)
    for one in led_to(school, meeting):
        beside.setdefault(one.id, Meeting(one.id, what=one.what, day=one.day, who=one.who, builds_on=meeting))
    held = whole.find(meeting)
    told = {*own, *ids, held.method if isinstance(held, Meeting) else ""}
    return filtered._replace(
        school=School(
            school.id,
            {**beside, **own},
            {key: values for key, values in school.conflicts.items() if key[0] in own},
            school.unknown,
        ),
        withheld=tuple(one for one in filtered.withheld if one.record in told),
        history=(),
    )


def _referred_to(school: School, records: list[Record]) -> Iterator[Record]:
    """The records that these refer to, and those from which they have their titles; of a meeting only its facts."""
    seen: set[str] = set()
    waiting = [
        str(getattr(record, name))
        for record in records
        if not isinstance(record, SchoolProfile)
        for name, field in noun_of(record).fields.items()
        if isinstance(field, Reference)
    ]
    while waiting:
        record = school.find(target := waiting.pop())
        if record is None or target in seen:
            continue
        seen.add(target)
        if isinstance(record, Meeting):
            record = Meeting(record.id, what=record.what, day=record.day, who=record.who)
        yield record
        title = noun_of(record).title
        if isinstance(noun_of(record).fields.get(title), Reference):
            waiting.append(str(getattr(record, title)))
