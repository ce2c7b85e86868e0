"""Calendar files, read back by icalendar and by a strict reader of our own."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.exchange.calendar_events import CalendarEvent
from fosdesk.exchange.calendar_file import is_calendar, write_calendar
from tests.exchange.strict_calendar import Part, moment, read_strictly

NOW = 1_795_604_400_000


def event(**values: Any) -> CalendarEvent:
    usual: dict[str, Any] = {
        "uid": "m@s.fosdesk",
        "number": 7,
        "day": "2026-12-08",
        "start": "14:30",
        "minutes": 90,
        "title": "Arbeidsgruppen",
        "about": "",
        "place": "",
    }
    return CalendarEvent(**{**usual, **values})


def written(*events: CalendarEvent) -> bytes:
    return write_calendar(events, name="Fjordvik skole", app="1", now=NOW)


def both(*events: CalendarEvent) -> tuple[Part, list[Any]]:
    """The calendar as each of the two readers has it."""
    content = written(*events)
    read = icalendar.Calendar.from_ical(content)
    assert [part.errors for part in read.walk()] == [[] for _ in read.walk()]
    return read_strictly(content), list(read.walk("VEVENT"))


def strict_events(calendar: Part) -> list[Part]:
    return [part for part in calendar.parts if part.name == "VEVENT"]


def test_an_event_says_when_what_and_where_in_both_readers() -> None:
    calendar, (theirs,) = both(event(place="Personalrommet", about="Arbeidsgruppen"))
    (ours,) = strict_events(calendar)
    (zone,) = [part for part in calendar.parts if part.name == "VTIMEZONE"]
    assert calendar.text("METHOD") == "PUBLISH"
    assert calendar.text("X-WR-CALNAME") == "Fjordvik skole"
    assert calendar.text("X-WR-TIMEZONE") == zone.text("TZID") == "Europe/Oslo"
    assert [ours.text(name) for name in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "SEQUENCE")] == [
        "m@s.fosdesk",
        "Arbeidsgruppen",
        "Personalrommet",
        "Arbeidsgruppen",
        "CONFIRMED",
        "7",
    ]
    begins, ends = datetime(2026, 12, 8, 13, 30, tzinfo=UTC), datetime(2026, 12, 8, 15, 0, tzinfo=UTC)
    assert (theirs.start.astimezone(UTC), theirs.end.astimezone(UTC)) == (begins, ends)
    assert (moment(ours.one("DTSTART"), zone), moment(ours.one("DTEND"), zone)) == (begins, ends)
    assert ours.one("DTSTART").parameters == {"TZID": "Europe/Oslo"}
    assert (theirs["summary"], theirs["sequence"]) == ("Arbeidsgruppen", 7)


@pytest.mark.parametrize(
    ("day", "hour"),
    [("2026-10-20", 12), ("2026-10-27", 13), ("2027-03-23", 13), ("2027-03-30", 12), ("2026-10-25", 13)],
)
def test_the_time_on_the_clock_stays_the_same_across_the_change_of_clocks(day: str, hour: int) -> None:
    calendar, (theirs,) = both(event(day=day))
    zone = next(part for part in calendar.parts if part.name == "VTIMEZONE")
    (ours,) = strict_events(calendar)
    wanted = datetime.fromisoformat(f"{day}T{hour}:30+00:00")
    assert ours.one("DTSTART").value.endswith("T143000")
    assert theirs.start.astimezone(UTC) == moment(ours.one("DTSTART"), zone) == wanted


def test_the_length_is_what_goes_by_also_in_the_night_when_the_clocks_change() -> None:
    (ours,) = strict_events(read_strictly(written(event(day="2027-03-28", start="01:30", minutes=60))))
    assert ours.one("DTEND").value == "20270328T033000"
    (ours,) = strict_events(read_strictly(written(event(day="2026-10-25", start="02:30", minutes=60))))
    assert ours.one("DTEND").value > ours.one("DTSTART").value


@pytest.mark.parametrize("start", ["", "25:00", "halv tre", "14.30", "٠٩:٠٠"])
def test_without_a_time_it_is_all_day_and_blocks_no_time(start: str) -> None:
    calendar, (theirs,) = both(event(start=start))
    (ours,) = strict_events(calendar)
    assert (ours.one("DTSTART").value, ours.one("DTEND").value) == ("20261208", "20261209")
    assert ours.one("DTSTART").parameters == {"VALUE": "DATE"}
    assert ours.text("TRANSP") == "TRANSPARENT"
    assert (theirs.start, theirs.end) == (date(2026, 12, 8), date(2026, 12, 9))


@pytest.mark.parametrize("minutes", [None, 0, -5, 10**9])
def test_a_length_that_is_none_is_left_out(minutes: int | None) -> None:
    calendar, _ = both(event(minutes=minutes))
    assert [line.name for line in strict_events(calendar)[0].lines if line.name == "DTEND"] == []


def test_a_cancelled_meeting_is_told_as_cancelled_and_takes_no_time() -> None:
    calendar, (theirs,) = both(event(is_cancelled=True))
    (ours,) = strict_events(calendar)
    assert (ours.text("STATUS"), ours.text("TRANSP"), theirs["status"]) == ("CANCELLED", "TRANSPARENT", "CANCELLED")


def test_a_private_one_says_so() -> None:
    calendar, _ = both(event(is_private=True), event(uid="n@s.fosdesk"))
    assert [one.text("CLASS") for one in strict_events(calendar)] == ["PRIVATE", ""]


@pytest.mark.parametrize(
    "title",
    [
        "Plan; del 1, «ny» \\ gammel",
        "linje én\nlinje to",
        "æøå" * 60,
        "🙂" * 40,
        "BEGIN:VEVENT",
        "x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
        "%n {x} <b>",
        '"sitat"; TZID=x:y',
        "a\x00b\x07c",
        "\N{LINE SEPARATOR}x",
    ],
)
def test_whatever_stands_in_a_text_stays_text(title: str) -> None:
    calendar, (theirs,) = both(event(title=title, place=title))
    (ours,) = strict_events(calendar)
    plain = title.replace("\r\n", "\n").replace("\x00", " ").replace("\x07", " ")
    assert ours.text("SUMMARY").replace(" \n", "\n") == plain
    assert ours.text("LOCATION") == ours.text("SUMMARY") == theirs["summary"] == theirs["location"]


@given(st.text(max_size=200), st.text(max_size=40), st.integers(), st.sampled_from(["", "08:00", "23:59"]))
def test_every_event_can_be_read_again(title: str, place: str, number: int, start: str) -> None:
    calendar, found = both(event(title=title, place=place, number=number, start=start))
    assert len(found) == len(strict_events(calendar)) == 1


def test_no_events_are_a_calendar_too_and_a_stranger_is_none() -> None:
    calendar, found = both()
    assert (found, strict_events(calendar)) == ([], [])
    assert is_calendar(written())
    assert not is_calendar(b"%PDF-1.7")


def test_the_zone_has_two_rules_and_agrees_with_the_time_zone_of_the_system() -> None:
    content = written(
        *(event(uid=f"{n}@s", day=(date(2024, 1, 1) + timedelta(n)).isoformat()) for n in range(0, 1200, 7))
    )
    calendar = read_strictly(content)
    zone = next(part for part in calendar.parts if part.name == "VTIMEZONE")
    assert [line.name for part in zone.parts for line in part.lines].count("RRULE") == 2
    theirs: list[Any] = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
    for ours, one in zip(strict_events(calendar), theirs, strict=True):
        assert moment(ours.one("DTSTART"), zone) == one.start
