"""Calendar files of other programs, as they write them and as nobody should: events to look at, or one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.errors import FosdeskError
from fosdesk.exchange.calendar_events import CalendarEvent
from fosdesk.exchange.calendar_file import write_calendar
from fosdesk.exchange.calendar_reading import LARGEST, MOST_EVENTS, ReadEvent, read_calendar, read_calendar_file

OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
CLASS:PUBLIC
UID:040000008200E00074C5B7101A82E008
DTSTART;TZID="W. Europe Standard Time":20261208T143000
DTEND;TZID="W. Europe Standard Time":20261208T160000
SUMMARY;LANGUAGE=nb-no:Fellestid
LOCATION:Personalrommet
END:VEVENT
END:VCALENDAR
"""


def calendar(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""))


def event(*lines: str) -> str:
    return calendar("BEGIN:VEVENT", "UID:u", "SUMMARY:Møte", *lines, "END:VEVENT")


def read(text: str) -> tuple[ReadEvent, ...]:
    return read_calendar(text.encode(), "x.ics")


def test_what_outlook_writes_is_read_in_oslos_time() -> None:
    assert read(OUTLOOK) == (
        ReadEvent("040000008200E00074C5B7101A82E008", "Fellestid", "Personalrommet", "2026-12-08", "14:30", 90),
    )


@pytest.mark.parametrize(
    ("lines", "day", "start", "minutes"),
    [
        (("DTSTART:20261208T133000Z", "DTEND:20261208T143000Z"), "2026-12-08", "14:30", 60),
        (("DTSTART:20260608T123000Z", "DURATION:PT1H15M"), "2026-06-08", "14:30", 75),
        (("DTSTART;TZID=Europe/Oslo:20261208T143000",), "2026-12-08", "14:30", None),
        (("DTSTART:20261208T143000",), "2026-12-08", "14:30", None),
        (("DTSTART:20261208T233000Z",), "2026-12-09", "00:30", None),
        (("DTSTART;VALUE=DATE:20261208", "DTEND;VALUE=DATE:20261210"), "2026-12-08", "", None),
        (("DTSTART:20261208T133000Z", "DTEND:20261208T123000Z"), "2026-12-08", "14:30", None),
        (("DTSTART;TZID=Nowhere/Land:20261208T143000",), "2026-12-08", "14:30", None),
        (("DTSTART:i morgen",), "", "", None),
        (("DTSTART:99999999T999999",), "", "", None),
        ((), "", "", None),
    ],
)
def test_times_in_every_form(lines: tuple[str, ...], day: str, start: str, minutes: int | None) -> None:
    ((found),) = read(event(*lines))
    assert (found.title, found.day, found.start, found.minutes) == ("Møte", day, start, minutes)


def test_repeating_and_cancelled_events_say_so_and_single_times_of_a_series_are_not_read_twice() -> None:
    text = calendar(
        *("BEGIN:VEVENT", "UID:a", "SUMMARY:Fast", "DTSTART:20261208T130000Z", "RRULE:FREQ=WEEKLY", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:a", "DTSTART:20261215T140000Z", "RECURRENCE-ID:20261215T130000Z", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:b", "STATUS:CANCELLED", "DTSTART:20261209T130000Z", "END:VEVENT"),
    )
    assert [(one.uid, one.repeats, one.is_cancelled) for one in read(text)] == [("a", True, False), ("b", False, True)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_in_each_encoding(encoding: str) -> None:
    (found,) = read_calendar(event("DTSTART:20261208T130000Z", "LOCATION:Blåsalen").encode(encoding), "x.ics")
    assert (found.title, found.place) == ("Møte", "Blåsalen")


def test_our_own_files_are_read_too() -> None:
    ours = CalendarEvent("m@s.fosdesk", 7, "2026-12-08", "14:30", 90, "Plan; del 1", "", "Rom 2")
    content = write_calendar([ours], name="x", app="1", now=1)
    assert read_calendar(content, "x") == (ReadEvent("m@s.fosdesk", "Plan; del 1", "Rom 2", "2026-12-08", "14:30", 90),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Hei",
        b"%PDF-1.7",
        b"\x00\x01\x02",
        b"\xff\xfe",
        b"<html>BEGIN:VCALENDAR</html>",
        b"BEGIN:VCALENDAR\r\n" + b"x" * LARGEST,
        calendar(*["BEGIN:VEVENT", "UID:u", "END:VEVENT"] * (MOST_EVENTS + 1)).encode(),
    ],
    ids=range(8),
)
def test_what_is_no_calendar_is_one_sentence(content: bytes) -> None:
    with pytest.raises(FosdeskError) as trouble:
        read_calendar(content, "x.ics")
    assert trouble.value.arguments["file"] == "x.ics"


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FosdeskError):
        read_calendar_file(tmp_path / "x.ics")
    with pytest.raises(FosdeskError):
        read_calendar_file(tmp_path)


@given(st.text(max_size=200), st.integers(0, 400), st.binary(max_size=6))
def test_a_damaged_file_gives_events_or_one_sentence(junk: str, place: int, more: bytes) -> None:
    content = OUTLOOK.encode()
    content = content[:place] + more + junk.encode("utf-8", "ignore") + content[place + len(more) :]
    try:
        found = read_calendar(content, "x.ics")
    except FosdeskError:
        return
    assert all(len(one.title) <= 300 and "\n" not in one.title for one in found)
