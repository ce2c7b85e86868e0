"""Reads the calendar files of other programs: their events, to be looked at before any of them becomes a meeting."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from fosdesk.errors import FosdeskError
from fosdesk.exchange.calendar_file import is_calendar
from fosdesk.exchange.file_reading import reading

if TYPE_CHECKING:
    from icalendar import Component

LARGEST = 5_000_000  # bytes
MOST_EVENTS = 2000
_LONGEST = 300  # characters of a title or a place
_ZONE = ZoneInfo("Europe/Oslo")


class ReadEvent(NamedTuple):
    """One event. `day` is empty where none is understood; `start` is HH:MM in Oslo, empty for all day.

    `minutes` is None for all day and where no end is said. Of an event that repeats, only the first time is read.
    """

    uid: str
    title: str
    place: str = ""
    day: str = ""
    start: str = ""
    minutes: int | None = None
    repeats: bool = False
    is_cancelled: bool = False


def read_calendar_file(path: Path) -> tuple[ReadEvent, ...]:
    """The events of a file, by day. FosdeskError, as one sentence, for what is no calendar or is too large."""
    with reading(path) as file:
        content = file.read(LARGEST + 1)
    return read_calendar(content, path.name)


def read_calendar(content: bytes, name: str) -> tuple[ReadEvent, ...]:
    """The events in the bytes of a file; `name` is what an error calls it."""
    from icalendar import Calendar

    text = _text(content[: LARGEST + 1])
    if len(content) > LARGEST:
        raise FosdeskError("{file} is too large for a calendar; save a shorter time of it.", file=name)
    if not is_calendar(text.lstrip().encode()):
        raise FosdeskError("{file} is no calendar file.", file=name)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        found = [event for one in calendars for event in one.walk("VEVENT")]
    except Exception as why:  # a parser that is handed anything raises anything
        raise FosdeskError("{file} is damaged, so it could not be read as a calendar.", file=name) from why
    if len(found) > MOST_EVENTS:
        raise FosdeskError(
            "{file} holds more than {most} events; save a shorter time of it.", file=name, most=MOST_EVENTS
        )
    return tuple(sorted(_events(found), key=lambda one: (not one.day, one.day, one.start, one.title, one.uid)))


def _text(content: bytes) -> str:
    """The text in UTF-8 or UTF-16, or as older Windows programs write it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _events(found: "list[Component]") -> Iterator[ReadEvent]:
    for event in found:
        if "RECURRENCE-ID" in event:
            continue  # one time of a series that stands in the file as a whole
        plain = ReadEvent(_said(event, "UID"), _said(event, "SUMMARY"), _said(event, "LOCATION"))
        plain = plain._replace(repeats="RRULE" in event, is_cancelled=_said(event, "STATUS").upper() == "CANCELLED")
        with suppress(Exception):  # a day that is none is told only when it is asked for, and by any error
            plain = _with_time(plain, event)
        yield plain


def _with_time(plain: ReadEvent, event: Any) -> ReadEvent:
    begins = event["DTSTART"].dt
    if not isinstance(begins, datetime):
        return plain._replace(day=_stored(begins))
    ends: Any = None
    if "DTEND" in event:
        ends = event["DTEND"].dt
    elif "DURATION" in event:
        ends = begins + event["DURATION"].dt
    begins = _in_oslo(begins)
    made = plain._replace(day=_stored(begins.date()), start=f"{begins:%H:%M}")
    if not isinstance(ends, datetime):
        return made
    with suppress(Exception):
        lasts = _in_oslo(ends) - begins
        if timedelta() < lasts <= timedelta(days=7):
            return made._replace(minutes=int(lasts.total_seconds() // 60))
    return made


def _in_oslo(moment: datetime) -> datetime:
    """The moment on Oslo's clocks; one without a time zone is meant so already."""
    return moment.replace(tzinfo=_ZONE) if moment.tzinfo is None else moment.astimezone(_ZONE)


def _stored(day: date) -> str:
    if not 1900 <= day.year <= 2200:
        raise ValueError(day)
    return day.isoformat()


def _said(event: Any, name: str) -> str:
    """A text of an event on one line; of several, the first."""
    value = event.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    text = "".join(" " if ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 else letter for letter in str(value))
    return " ".join(text.split())[:_LONGEST]
