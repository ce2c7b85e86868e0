"""The figure of meetings on a time line, with long gaps marked."""

from collections import Counter
from datetime import date

from fosdesk.display.figures.curve_shapes import box, disc
from fosdesk.display.figures.text_width import text_width
from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules import time_use
from fosdesk.domain.rules.time_use import Gap
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, shifted
from fosdesk.words import Words

_BACK, _AHEAD, _FAR_BACK = 150, 215, 400  # days shown; far back where the latest meeting was long ago
_EDGE, _SIZE, _SMALL = 14.0, 13.0, 12.0
_LINE, _HEIGHT = 50.0, 96.0


def meeting_gaps_figure(framework: Framework, school: School, words: Words, today: str, width: float = 640) -> Figure:
    """The figure, from some months back to the last planned meeting; `today` is an ISO date."""
    now = known_day(today)
    limit = time_use.gap_limit(framework, school)
    meetings = time_use.meetings(school)
    if now is None or not meetings:
        said = words("No meetings yet.")
        return Figure(width, _HEIGHT, (Label(said, width / 2, _LINE, "quiet", 14, anchor="middle"),), said)
    scale = _Scale(now, meetings, width)
    shapes: list[Area | Line | Label] = [*scale.months(words)]
    shapes.append(Line(((_EDGE, _LINE), (width - _EDGE, _LINE)), "hairline", 2))
    long = [gap for gap in time_use.gaps(school) if gap.school_weeks > limit]
    seen = [gap for gap in long if scale.shows(gap.last.day)]
    for gap in seen:
        shapes += _marked(gap, scale, words, scale.x(today))
    for day in dict.fromkeys(meeting.day for meeting in meetings):  # meetings of one day are one dot
        if scale.shows(day):
            shapes += _dot(scale.x(day), held=day < today)
    shapes += _today(scale.x(today), words, width)
    return Figure(
        width,
        _HEIGHT,
        tuple(shapes),
        _alt(school, words, today, seen, [one for one in meetings if scale.shows(one.day)]),
    )


class _Scale:
    # From the first of a month to the last of one, so that the names of the months have room.

    def __init__(self, now: date, meetings: tuple[Meeting, ...], width: float) -> None:
        held = [meeting.day for meeting in meetings if _day(meeting.day) <= now]
        back = min(shifted(now, -_BACK), _day(held[-1]) if held else now)
        first = max(_day(meetings[0].day), back, shifted(now, -_FAR_BACK))
        last = min(max(_day(meetings[-1].day), shifted(now, 30)), shifted(now, _AHEAD))
        self._first = min(first, now).replace(day=1)
        self._last = _next_month(max(last, now))
        self._per_day = (width - 2 * _EDGE) / (self._last - self._first).days

    def shows(self, day: str) -> bool:
        return self._first <= _day(day) < self._last

    def x(self, day: str) -> float:
        return _EDGE + (max(_day(day), self._first) - self._first).days * self._per_day

    def months(self, words: Words) -> list[Line | Label]:
        begins = [self._first]
        while _next_month(begins[-1]) < self._last:
            begins.append(_next_month(begins[-1]))
        room = 28 * self._per_day - 8
        names = [words.month(day.month) for day in begins]
        if max(text_width(name, _SMALL) for name in names) > room:
            names = [name[:3] for name in names]
        shapes: list[Line | Label] = []
        for day, name in zip(begins, names, strict=True):
            x = _EDGE + (day - self._first).days * self._per_day
            shapes.append(Line(((x, _LINE + 14), (x, _LINE + 20)), "hairline", 1))
            shapes.append(Label(name, x + 4, _LINE + 33, "quiet", _SMALL))
        return shapes


def _day(text: str) -> date:
    known = known_day(text)
    assert known is not None  # meetings without a day are not on the line
    return known


def _next_month(day: date) -> date:
    later = shifted(day.replace(day=1), 32)
    return later if later == date.max else later.replace(day=1)


def _marked(gap: Gap, scale: _Scale, words: Words, now: float) -> list[Area | Label]:
    left, right = scale.x(gap.first.day), scale.x(gap.last.day)
    said = words.plural("{n} week", "{n} weeks", gap.weeks)
    half = text_width(said, _SIZE, bold=True) / 2
    middle = (left + right) / 2
    if abs(middle - now) < half + 8:  # beside the line for today, not across it
        middle = now + half + 8 if now + 2 * half + 8 < right or middle >= now else now - half - 8
    return [
        Area(box(left, _LINE - 9, right - left, 18, 9), "ochre_soft", "ochre"),
        Label(said, middle, _LINE - 16, "ochre", _SIZE, bold=True, anchor="middle"),
    ]


def _dot(x: float, *, held: bool) -> list[Area]:
    if held:
        return [Area(disc(x, _LINE, 5), "accent", "paper")]
    return [Area(disc(x, _LINE, 5.5), "paper", "accent"), Area(disc(x, _LINE, 2), "accent")]


def _today(x: float, words: Words, width: float) -> list[Line | Label]:
    said = words("Today")
    half = text_width(said, _SMALL) / 2
    place = min(max(x, half), width - half)
    return [
        Line(((x, _LINE - 30), (x, _LINE + 14)), "ink", 1.2, dashed=True),
        Label(said, place, _LINE - 35, "ink", _SMALL, anchor="middle"),
    ]


def _alt(school: School, words: Words, today: str, long: list[Gap], shown: list[Meeting]) -> str:
    planned = [meeting for meeting in time_use.meetings(school) if meeting.day >= today]
    said = []
    if not planned:
        said.append(words("No meeting is planned."))
    else:
        said.append(words.plural("{n} meeting is planned.", "{n} meetings are planned.", len(planned)))
        said.append(words("The next one is on {date}.", date=words.date(planned[0].day)))
    for gap in long:
        first, last = words.date(gap.first.day), words.date(gap.last.day)
        weeks = words.plural("{n} week", "{n} weeks", gap.weeks)
        said.append(words("{weeks} between {first} and {last}.", weeks=weeks, first=first, last=last))
    for label, some in (
        (words("Meetings held"), [one for one in shown if one.day < today]),
        (words("Meetings planned"), [one for one in shown if one.day >= today]),
    ):
        if some:
            said.append(f"{label}: {'; '.join(_by_month(words, some))}.")
    said.append(f"{words('Today')}: {words.date(today)}.")
    return " ".join(said)


def _by_month(words: Words, meetings: list[Meeting]) -> list[str]:
    """How many meetings each month has, as the months are what the line is divided into."""
    counts = Counter(one.day[:7] for one in meetings)
    return [f"{words.month(int(month[5:]))} {month[:4]}: {words.number(count)}" for month, count in counts.items()]
