"""A strict reader of iCalendar files, independent of the library that writes them: RFC 5545, section 3, by hand."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

_LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)', re.DOTALL)
_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP")


class Line(NamedTuple):
    name: str
    parameters: dict[str, str]
    value: str


class Part(NamedTuple):
    """A component: its name, its lines, and the components in it."""

    name: str
    lines: list[Line]
    parts: list["Part"]

    def one(self, name: str) -> Line:
        """The only line with a name."""
        (found,) = [line for line in self.lines if line.name == name]
        return found

    def text(self, name: str) -> str:
        """The text of the only line with a name, or nothing."""
        return "".join(unescaped(line.value) for line in self.lines if line.name == name)


def read_strictly(content: bytes) -> Part:
    """The calendar in a file; AssertionError for whatever the standard does not allow."""
    assert content.endswith(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    physical = content.removesuffix(b"\r\n").split(b"\r\n")
    for octets in physical:
        assert b"\n" not in octets, octets
        assert b"\r" not in octets, octets
        assert 0 < len(octets) <= 75, octets
        octets.decode()  # no letter is cut in two
    lines: list[bytes] = []
    for octets in physical:
        if octets[:1] in (b" ", b"\t"):
            lines[-1] += octets[1:]
        else:
            lines.append(octets)
    waiting: list[Part] = []
    whole: Part | None = None
    for octets in lines:
        text = octets.decode()
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text), text
        match = _LINE.fullmatch(text)
        assert match, text
        assert whole is None, "nothing stands after the calendar"
        name, value = match[1], match[3]
        if name == "BEGIN":
            waiting.append(Part(value, [], []))
        elif name == "END":
            part = waiting.pop()
            assert part.name == value
            if waiting:
                waiting[-1].parts.append(part)
            else:
                whole = part
        else:
            said = [one.split("=", 1) for one in match[2].split(";")[1:]]
            waiting[-1].lines.append(Line(name, {key: one.strip('"') for key, one in said}, value))
    assert whole is not None
    _check(whole)
    return whole


def _check(calendar: Part) -> None:
    assert calendar.name == "VCALENDAR"
    assert calendar.text("VERSION") == "2.0"
    assert calendar.text("PRODID")
    zones = [part for part in calendar.parts if part.name == "VTIMEZONE"]
    known = {zone.text("TZID") for zone in zones}
    uids = []
    for event in calendar.parts:
        if event.name == "VTIMEZONE":
            assert {part.name for part in event.parts} == {"DAYLIGHT", "STANDARD"}
            assert all(line.name != "RDATE" for part in event.parts for line in part.lines)
            continue
        assert event.name == "VEVENT"
        names = [line.name for line in event.lines]
        assert [name for name in _ONCE if names.count(name) > 1] == []
        assert {"UID", "DTSTAMP", "DTSTART"} <= {*names}
        assert re.fullmatch(r"\d{8}T\d{6}Z", event.one("DTSTAMP").value)
        assert event.text("STATUS") in ("CONFIRMED", "CANCELLED")
        assert 0 <= int(event.one("SEQUENCE").value) < 2**31
        for line in event.lines:
            assert line.parameters.get("TZID", "Europe/Oslo") in known
            if line.name in ("SUMMARY", "DESCRIPTION", "LOCATION", "UID"):
                assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", line.value), line.value
        uids.append(event.one("UID").value)
    assert len(uids) == len({*uids})


def unescaped(value: str) -> str:
    """A text as it was before it was written in a line."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def moment(line: Line, zone: Part) -> datetime | date:
    """The day or the moment of a line, with the offset that the file's own rules give."""
    if line.parameters.get("VALUE") == "DATE":
        return datetime.strptime(line.value, "%Y%m%d").replace(tzinfo=UTC).date()
    local = datetime.strptime(line.value, "%Y%m%dT%H%M%S")
    begins = {part.name: _turn(part, local.year) for part in zone.parts}
    is_summer = begins["DAYLIGHT"] <= local < begins["STANDARD"]
    part = next(one for one in zone.parts if one.name == ("DAYLIGHT" if is_summer else "STANDARD"))
    offset = re.fullmatch(r"([+-])(\d\d)(\d\d)", part.text("TZOFFSETTO"))
    assert offset
    away = timedelta(hours=int(offset[2]), minutes=int(offset[3])) * (-1 if offset[1] == "-" else 1)
    return local.replace(tzinfo=timezone(away))


def _turn(part: Part, year: int) -> datetime:
    """When the clocks change in a year, by the rule «the last Sunday of a month»."""
    rule = re.fullmatch(r"FREQ=YEARLY;(?:BYDAY=-1SU;BYMONTH=(\d+)|BYMONTH=(\d+);BYDAY=-1SU)", part.text("RRULE"))
    assert rule
    month = int(rule[1] or rule[2])
    last = datetime(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    sunday = last - timedelta((last.weekday() + 1) % 7)
    clock = datetime.strptime(part.text("DTSTART")[9:], "%H%M%S")
    return sunday.replace(hour=clock.hour, minute=clock.minute)
