"""The figure of phases on a time line: when each was open, and what the chosen pace suggested."""

from collections.abc import Iterator
from datetime import date

from fosdesk.display.figures.curve_shapes import box
from fosdesk.display.figures.text_width import fits, text_width, wrapped
from fosdesk.display.phase_names import phase_names
from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.plan.phase_periods import OpenPeriod, open_periods
from fosdesk.domain.rules.progress import open_phases, pace_of
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.words import Words

_MAX_SEMESTERS = 12  # semesters
_SIZES, _SMALL, _HEAD, _ROW, _BAR = (13.0, 12.0, 11.0), 12.0, 44.0, 38.0, 16.0


def phase_timeline_figure(framework: Framework, school: School, words: Words, today: str, width: float = 720) -> Figure:
    """The figure with a row for each phase; each is an area with its id as key."""
    periods = {phase.id: tuple(open_periods(school, phase.id)) for phase in framework.phases}
    scale = _Scale(framework, school, periods, today, width)
    height = _HEAD + _ROW * len(periods) + 6
    shapes: list[Area | Line | Label] = [*scale.semesters(words, height), *scale.legend(words)]
    for row, phase in enumerate(framework.phases):
        y = _HEAD + row * _ROW
        name, _ = phase_names(framework, school, phase.id)
        room = scale.left - 12
        size = next((size for size in _SIZES if fits(name, size, room, 2, bold=True)), _SIZES[-1])
        lines = wrapped(name, size, room, 2, bold=True)
        middle = y + _ROW / 2
        for number, line in enumerate(lines):
            base = middle + 4.5 + (number - (len(lines) - 1) / 2) * 14.5
            shapes.append(Label(line, 0, base, "ink", size, bold=True, key=phase.id))
        planned = scale.planned(phase.id)
        if planned:
            shapes.append(Area(box(planned[0], middle - 3, planned[1] - planned[0], 6, 3), "sand"))
        for span in periods[phase.id]:
            left, right = min(scale.x(span.opened), width - 6), scale.x(span.closed or today)
            outline = box(left, middle - _BAR / 2, max(right - left, 6), _BAR, _BAR / 2)
            shapes.append(Area(outline, "accent_soft" if span.closed else "accent", "", phase.id))
    now = scale.x(today)
    shapes.append(Line(((now, _HEAD - 8), (now, height)), "ink", 1.2, dashed=True))
    shapes += scale.today_label(now, words)
    return Figure(width, height, tuple(shapes), _alt(framework, school, words, periods, scale, today))


class _Scale:
    def __init__(
        self,
        framework: Framework,
        school: School,
        periods: dict[str, tuple[OpenPeriod, ...]],
        today: str,
        width: float,
    ) -> None:
        now = Semester.of_date(today)
        self._start = Semester.known(school.profile.start)
        self._pace = pace_of(framework, school)
        days = [day for some in periods.values() for span in some for day in span if day]
        seen = [now, *(Semester.of_date(day) for day in days)]
        if self._start:
            seen += [self._start, self._start.plus(self._pace.span("F4").first)]
        seen = [semester for semester in seen if abs(semester.since(now)) <= _MAX_SEMESTERS] or [now]
        self.first, self.last = min(seen), max(seen)
        self.last = max(self.last, self.first.plus(2))
        self.left = min(max(0.3 * width, 160), 200)
        self._width = width
        begin, end = date.fromisoformat(self.first.first_day), date.fromisoformat(self.last.last_day)
        self._begin = begin
        self._per_day = (width - self.left) / ((end - begin).days + 1)

    def x(self, day: str) -> float:
        known = known_day(day) or self._begin
        return min(max(self.left + (known - self._begin).days * self._per_day, self.left), self._width)

    def planned(self, phase_id: str) -> tuple[float, float] | None:
        semesters = self.planned_semesters(phase_id)
        if semesters is None:
            return None
        first, last = semesters
        return self.x(first.first_day) + 3, self.x((last or self.last).next().first_day) - 3

    def planned_semesters(self, phase_id: str) -> tuple[Semester, Semester | None] | None:
        """The semesters of a phase by the plan, without a last one where it never ends; None if they are not shown."""
        if self._start is None:
            return None
        span = self._pace.span(phase_id)
        first = self._start.plus(span.first)
        last = self._start.plus(span.last) if span.last is not None else None
        return None if (last or self.last) < self.first or first > self.last else (first, last)

    def semesters(self, words: Words, height: float) -> Iterator[Line | Label]:
        every = [self.first.plus(n) for n in range(self.last.since(self.first) + 1)]
        room = self._per_day * 150  # an autumn, the shorter of the two
        full = [words.semester(semester) for semester in every]
        brief = [f"{name[:1]} {semester.year % 100:02}" for name, semester in zip(full, every, strict=True)]
        years = ["" if semester.autumn else str(semester.year) for semester in every]
        names = next((some for some in (full, brief) if max(text_width(n, _SMALL) for n in some) < room - 6), years)
        for name, semester in zip(names, every, strict=True):
            x = self.x(semester.first_day)
            yield Line(((x, _HEAD - 8), (x, height)), "hairline", 1)
            if name:
                yield Label(name, x + 3, _HEAD - 14, "quiet", _SMALL)

    def legend(self, words: Words) -> Iterator[Area | Label]:
        if self._start is not None:
            yield Area(box(0, _HEAD - 21, 22, 6, 3), "sand")
            yield Label(words("As the plan has it"), 28, _HEAD - 14, "quiet", _SMALL)

    def today_label(self, x: float, words: Words) -> Iterator[Label]:
        said = words("Today")
        half = text_width(said, _SMALL) / 2
        yield Label(said, min(max(x, self.left + half), self._width - half), 12, "ink", _SMALL, anchor="middle")


def _alt(
    framework: Framework,
    school: School,
    words: Words,
    periods: dict[str, tuple[OpenPeriod, ...]],
    scale: _Scale,
    today: str,
) -> str:
    said, planned = [], []
    going_on = open_phases(framework, school)
    for phase_id, some in periods.items():
        name = " ".join(phase_names(framework, school, phase_id)[0].split())
        for span in some:
            if span.closed:
                times = words("{first} to {last}", first=words.date(span.opened), last=words.date(span.closed))
            elif phase_id in going_on:
                times = words("from {date}, in progress", date=words.date(span.opened))
            else:
                times = words.date(span.opened)
            said.append(f"{name}: {times}")
        if semesters := scale.planned_semesters(phase_id):
            planned.append(f"{name}: {_semesters(words, *semesters)}")
    told = words("When the phases were open.") + (" " + "; ".join(said) + "." if said else "")
    if planned:
        told += f" {words('As the plan has it')}: {'; '.join(planned)}."
    return f"{told} {words('Today')}: {words.date(today)}."


def _semesters(words: Words, first: Semester, last: Semester | None) -> str:
    begins = words.semester(first)
    if last is None:
        return words("from {semester}", semester=_within(begins))
    return begins if first == last else words("{first} to {last}", first=begins, last=_within(words.semester(last)))


def _within(semester: str) -> str:
    return semester[:1].lower() + semester[1:]
