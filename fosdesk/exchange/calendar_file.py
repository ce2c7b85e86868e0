"""Meetings as an iCalendar file (RFC 5545), as the documentation of Outlook, Google and Apple asks."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from fosdesk import __version__
from fosdesk.domain.rules.calendar_revisions import revisions_in
from fosdesk.domain.school import School
from fosdesk.domain.values.moments import utc_day, utc_moment
from fosdesk.errors import FosdeskError
from fosdesk.exchange.calendar_events import CalendarEvent, Chosen, Whose, calendar_events
from fosdesk.privacy.known_names import names_in
from fosdesk.words import Words

if TYPE_CHECKING:
    from icalendar import Event

    from fosdesk.exchange.school_file import SchoolFile

ENDING = ".ics"
FIRST_LINE = b"BEGIN:VCALENDAR"
_ZONE = "Europe/Oslo"
_LONGEST = 7 * 24 * 60  # minutes
_GREATEST = 2**31 - 1  # of a number in the format
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Two rules and no list of dates: Outlook ignores such a list, and is an hour off then in summer.
_TIME_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Oslo
X-LIC-LOCATION:Europe/Oslo
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def write_calendar(events: Iterable[CalendarEvent], *, name: str, app: str, now: int) -> bytes:
    """The file with these events. `name` is what calendar programs call it, `now` is in milliseconds since 1970.

    Times are those of Oslo, also where the clocks change between two meetings; lines are folded at 75 octets and end
    with CR LF.
    """
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", f"-//fosdesk//fosdesk {app}//NO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("x-wr-timezone", _ZONE)
    calendar.add_component(Timezone.from_ical(_TIME_ZONE))
    stamp = utc_moment(now).replace(microsecond=0)
    for event in events:
        calendar.add_component(_component(event, stamp))
    return bytes(calendar.to_ical(sorted=False))


def calendar_of_school_file(
    file: "SchoolFile", school: School, words: Words, whose: Whose, series: str = ""
) -> tuple[bytes, int]:
    """The calendar of a school file, dated as the file is, and how many meetings are in it; `school` was read from it.

    FosdeskError for a file that was made for others to read.
    """
    if file.reference:
        raise FosdeskError(
            "A file that was made for others to read gives its meetings new names each time, so a calendar would hold "
            "them twice; ask for a file with everything."
        )
    events = calendar_events(
        school,
        revisions_in(file.journal),
        words,
        whose,
        names=names_in(file.journal, school),
        today=utc_day(file.made).isoformat(),
        chosen=Chosen(series=series),
    )
    name = school.profile.name or words("A school without a name")
    made = write_calendar(events, name=name, app=__version__, now=file.made)
    return made, sum(not one.is_cancelled for one in events)


def is_calendar(first_bytes: bytes) -> bool:
    """Whether a file that begins so is a calendar."""
    return first_bytes.removeprefix(b"\xef\xbb\xbf").upper().startswith(FIRST_LINE)


def _component(event: CalendarEvent, stamp: datetime) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", _plain(event.uid))
    made.add("dtstamp", stamp)
    made.add("sequence", min(max(event.number, 0), _GREATEST))
    clock = _CLOCK.fullmatch(event.start)
    if clock is None:
        day = date.fromisoformat(event.day)
        made.add("dtstart", day)
        made.add("dtend", day + timedelta(1))
        made.add("x-microsoft-cdo-alldayevent", "TRUE")
    else:
        begins = datetime.fromisoformat(f"{event.day}T{event.start}")
        made.add("dtstart", begins, parameters={"TZID": _ZONE})
        if event.minutes and 0 < event.minutes <= _LONGEST:
            made.add("dtend", _ends(begins, event.minutes), parameters={"TZID": _ZONE})
    made.add("summary", _plain(event.title))
    if event.about:
        made.add("description", _plain(event.about))
    if event.place:
        made.add("location", _plain(event.place))
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT" if event.is_cancelled or clock is None else "OPAQUE")
    if event.is_private:
        made.add("class", "PRIVATE")
    return made


def _ends(begins: datetime, minutes: int) -> datetime:
    """The time on the clock when so many minutes have gone, also where the clocks change meanwhile."""
    zone = ZoneInfo(_ZONE)
    utc = ZoneInfo("UTC")
    ends = (begins.replace(tzinfo=zone).astimezone(utc) + timedelta(minutes=minutes)).astimezone(zone)
    ends = ends.replace(tzinfo=None)
    return ends if ends > begins else begins + timedelta(minutes=minutes)


def _plain(text: str) -> str:
    """A text without control characters, which the format cannot hold."""
    return _CONTROL.sub(" ", text)
