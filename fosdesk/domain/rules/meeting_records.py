"""What belongs to one meeting: its lines, decisions and follow-ups, and which meeting is meant or comes next."""

import re

from fosdesk.domain.records import Decision, FollowUp, Meeting
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.errors import FosdeskError

NEXT, LAST = "next", "last"  # the first meeting from today on, and the latest one until today
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_DAY_MINUTES = 24 * 60


def decisions_of(school: School, meeting: str) -> list[Decision]:
    """What was decided in a meeting; a decision that names no meeting belongs to that of its line."""
    lines = {one.id for one in lines_of_meeting(school, meeting)}
    return [one for one in school.of(Decision) if _belongs(one, meeting, lines)]


def follow_ups_of(school: School, meeting: str) -> list[FollowUp]:
    """What somebody took on in a meeting, by its due day; what has none comes last."""
    lines = {one.id for one in lines_of_meeting(school, meeting)}
    found = [one for one in school.of(FollowUp) if _belongs(one, meeting, lines)]
    return sorted(found, key=lambda one: (not known_day(one.due), one.due))


def _belongs(record: Decision | FollowUp, meeting: str, lines: set[str]) -> bool:
    return record.meeting == meeting or (not record.meeting and record.line in lines)


def end_of(meeting: Meeting) -> str:
    """When a meeting ends (HH:MM), from its start and length; empty where one is missing, or it would be past midnight.

    >>> end_of(Meeting(start="14:30", minutes=90))
    '16:00'
    """
    begins = _CLOCK.fullmatch(meeting.start)
    if begins is None or not meeting.minutes or meeting.minutes < 0:
        return ""
    ends = int(begins[1]) * 60 + int(begins[2]) + meeting.minutes
    return f"{ends // 60:02}:{ends % 60:02}" if ends < _DAY_MINUTES else ""


def next_of_series(school: School, meeting: Meeting) -> Meeting | None:
    """The first later meeting with the same name in `series`; None without a series, a day, or such a meeting."""
    series = _series(meeting)
    if not series or not known_day(meeting.day):
        return None
    later = (one for one in school.of(Meeting) if _series(one) == series and known_day(one.day))
    return min((one for one in later if _moment(one) > _moment(meeting)), key=_moment, default=None)


def led_to(school: School, meeting: str) -> list[Meeting]:
    """The meetings that build on one, in the order of their days."""
    found = (one for one in school.of(Meeting) if one.builds_on == meeting and one.id != meeting)
    return sorted(found, key=_moment)


def meetings_from(school: School, today: str, first: str) -> list[Meeting]:
    """All meetings to choose from: with NEXT the coming ones first, the nearest on top, with LAST those held.

    A meeting of today is the first in both; those without a day come last.
    """
    dated = sorted((one for one in school.of(Meeting) if known_day(one.day)), key=_moment)
    undated = [one for one in school.of(Meeting) if not known_day(one.day)]
    if first == NEXT:
        coming, held = [one for one in dated if one.day >= today], [one for one in dated if one.day < today]
        return [*coming, *reversed(held), *undated]
    coming, held = [one for one in dated if one.day > today], [one for one in dated if one.day <= today]
    return [*reversed(held), *coming, *undated]


def meeting_meant(school: School, asked: str, today: str) -> Meeting:
    """The meeting that «next», «last», a day (YYYY-MM-DD), or the second one of a day (YYYY-MM-DD/2) means.

    FosdeskError when there is none, when a day has several and none is said, and for any other text.
    """
    if asked in (NEXT, LAST):
        found = next(iter(meetings_from(school, today, asked)), Meeting())
        if known_day(found.day) and (found.day >= today if asked == NEXT else found.day <= today):
            return found
        raise FosdeskError("No meeting is planned." if asked == NEXT else "No meeting has been held yet.")
    day, _, place = asked.partition("/")
    if known_day(day) is None or (place and not re.fullmatch("[1-9][0-9]{0,3}", place)):
        raise FosdeskError(
            "“{text}” is no meeting; write {next}, {last}, or a day as in 2026-11-24, and 2026-11-24/2 for the second "
            "meeting of that day.",
            text=asked,
            next=NEXT,
            last=LAST,
        )
    some = sorted((one for one in school.of(Meeting) if one.day == day), key=_moment)
    if not some or (place and int(place) > len(some)):
        raise FosdeskError("There is no such meeting: {text}.", text=asked)
    if len(some) > 1 and not place:
        named = "; ".join(f"{day}/{number} {one.start} {one.what}".rstrip() for number, one in enumerate(some, 1))
        raise FosdeskError("There are several meetings on that day; choose one of them: {meetings}.", meetings=named)
    return some[int(place or 1) - 1]


def _moment(meeting: Meeting) -> tuple[str, str, str]:
    return (meeting.day, meeting.start, meeting.id)


def _series(meeting: Meeting) -> str:
    return " ".join(meeting.series.casefold().split())
