"""The time line of years: lanes of bands, diamonds, ticks and rings; filled is what happened, open what is intended."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from fosdesk.display.figures.curve_shapes import box, disc
from fosdesk.display.figures.text_width import text_width, wrapped
from fosdesk.display.shapes import Area, Figure, Label, Line, Point, moved
from fosdesk.display.timeline_words import lane_words
from fosdesk.domain.rules.plan.timeline import LANES, Lane, TimelineItem
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.words import Words

Shape = Area | Line | Label
Rect = tuple[float, float, float, float]  # left, top, right, bottom

HEAD = 44.0  # height of years and semesters
_SIZE, _SMALL, _LINE = 12.0, 11.0, 14.0
_BAND, _BETWEEN, _SLANT = 22.0, 8.0, 5.0
_BAR, _BAR_STEP = 17.0, 23.0
_AIR = 12.0  # above and below what stands in a lane
_LABEL_WIDTH, _LABEL_LINES = 124.0, 9
_MOST_BARS = 12
_FADING = (3, 3, 3, 2, 2, 2, 1)  # widths of the slices in which what has no end goes out


class Timeline(NamedTuple):
    """The parts of the drawing: the head moves sideways only, the names up and down only, the body both ways.

    All begin at (0, 0); `places` has the rectangle of each item in the body, or None where it found no room.
    """

    width: float
    height: float
    names_width: float
    head: tuple[Shape, ...]
    names: tuple[Shape, ...]
    body: tuple[Shape, ...]
    places: tuple[Rect | None, ...]


class _Scale:
    def __init__(self, first: Semester, last: Semester, width: float) -> None:
        self.first, self.last, self.width = first, last, width
        self._begin = date.fromisoformat(first.first_day).toordinal()
        self._days = date.fromisoformat(last.last_day).toordinal() - self._begin + 1
        self.per_day = width / self._days

    def x(self, day: str, more: int = 0) -> float:
        """Where a day begins, `more` days on; what lies outside is at the edge."""
        known = known_day(day)
        n = known.toordinal() + more - self._begin if known is not None else 0
        return min(max(n * self.per_day, 0.0), self.width)

    def semesters(self) -> list[Semester]:
        return [self.first.plus(n) for n in range(self.last.since(self.first) + 1)]


def day_at(first: Semester, last: Semester, width: float, x: float) -> str:
    """The day that is drawn at `x`; the first or last one beyond the edges."""
    scale = _Scale(first, last, width)
    begin, end = date.fromisoformat(first.first_day).toordinal(), date.fromisoformat(last.last_day).toordinal()
    return date.fromordinal(min(max(begin + int(x / scale.per_day), begin), end)).isoformat()


def draw_timeline(
    items: Sequence[TimelineItem],
    title: Callable[[str], str],
    words: Words,
    span: tuple[Semester, Semester],
    width: float,
    today: str,
) -> Timeline:
    """The drawing for a body of that width; `title` gives the words of a record."""
    scale = _Scale(*span, width)
    lanes = {lane: [(n, one) for n, one in enumerate(items) if one.lane == lane] for lane in LANES}
    drawn = [_DRAW[lane](some, title, scale) for lane, some in lanes.items() if some]
    kept = [lane for lane, some in lanes.items() if some]
    names = [lane_words(words, lane) for lane in kept]
    names_width = max((text_width(name, _SIZE, bold=True) for name in names), default=0) + 14
    body: list[Shape] = []
    column: list[Shape] = []
    places: list[Rect | None] = [None] * len(items)
    height = _AIR + sum(lane.height + 2 * _AIR for lane in drawn)
    y = 0.0
    for name, lane in zip(names, drawn, strict=True):
        body.append(Line(((0.0, y), (width, y)), "hairline", 1))
        column.append(Line(((0.0, y), (names_width, y)), "hairline", 1))
        column.append(Label(name, 0, y + _AIR + 13, "ink", _SIZE, bold=True))
        if lane.untold:
            column.append(Label(words("+ {n}", n=lane.untold), 0, y + _AIR + 29, "quiet", _SMALL))
        body += [moved(shape, 0, y + _AIR) for shape in lane.shapes]
        for n, (left, top, right, bottom) in lane.places.items():
            places[n] = (left, top + y + _AIR, right, bottom + y + _AIR)
        y += lane.height + 2 * _AIR
    boxes = _boxes(body)
    body = [*_ground(scale, height, boxes), *body, *_upright(scale.x(today), height, boxes, "accent", 1.6)]
    return Timeline(
        width, height, names_width, tuple(_head(scale, words, today)), tuple(column), tuple(body), tuple(places)
    )


def whole_figure(drawn: Timeline, alt: str) -> Figure:
    """All parts as one figure, for documents."""
    left = drawn.names_width
    shapes: list[Shape] = [moved(shape, left, 0) for shape in drawn.head]
    shapes += [moved(shape, left, HEAD) for shape in drawn.body]
    shapes += [moved(shape, 0, HEAD) for shape in drawn.names]
    return Figure(left + drawn.width, HEAD + drawn.height, tuple(shapes), alt)


class _Lane(NamedTuple):
    height: float
    shapes: list[Shape]
    places: dict[int, Rect]
    untold: int = 0  # things for whose words there is no room


def _upright(x: float, height: float, boxes: Sequence[Rect], colour: str, thick: float) -> list[Shape]:
    """A line from top to bottom, which gives way to words."""
    words = sorted((top, bottom) for left, top, right, bottom in boxes if left < x < right)
    y, parts = 0.0, []
    for top, bottom in [*words, (height, height)]:
        if top > y:
            parts.append(Line(((x, y), (x, top)), colour, thick))
        y = max(y, bottom)
    return list(parts)


def _boxes(shapes: Sequence[Shape]) -> list[Rect]:
    """The rectangles of words, with a little air."""
    found = []
    for one in shapes:
        if isinstance(one, Label):
            wide = text_width(one.text, one.size, bold=one.bold)
            left = one.x - (wide if one.anchor == "right" else 0)
            found.append((left - 2, one.y - one.size, left + wide + 2, one.y + 3))
    return found


_Some = Sequence[tuple[int, TimelineItem]]


def _ground(scale: _Scale, height: float, boxes: Sequence[Rect]) -> list[Shape]:
    shapes: list[Shape] = []
    for semester in scale.semesters():
        left, right = scale.x(semester.first_day), scale.x(semester.last_day, 1)
        if semester.autumn:
            shapes.append(Area(box(left, 0, right - left, height), "panel"))
        else:
            shapes += _upright(left, height, boxes, "hairline", 1.2)
    return shapes


def _head(scale: _Scale, words: Words, today: str) -> list[Shape]:
    shapes: list[Shape] = []
    said = words("today, {date}", date=words.short_date(today, with_year=False))
    half = text_width(said, _SMALL, bold=True) / 2 + 8
    now = min(max(scale.x(today), half), max(scale.width - half, half))
    for semester in scale.semesters():
        left, right = scale.x(semester.first_day), scale.x(semester.last_day, 1)
        name = words("autumn") if semester.autumn else words("spring")
        year = str(semester.year)
        room = right - left - 4
        if text_width(name, _SMALL) < room:
            shapes.append(Label(name, left + 4, 38, "quiet", _SMALL))
        wide = text_width(year, _SIZE, bold=True)
        begins_year = not semester.autumn or semester == scale.first
        is_free = not now - half < left + 4 + wide + 4 or left > now + half
        at = left + 4 if is_free else now + half + 6  # behind the sign of today, where that stands before the year
        ends = min(scale.x(f"{year}-12-31", 1), scale.width)
        if begins_year and at + wide < ends and wide < room * 2:
            shapes.append(Label(year, at, 14, "ink", _SIZE, bold=True))
    shapes.append(Area(box(now - half, 1, 2 * half, 19, 6), "accent"))
    shapes.append(Label(said, now, 14.5, "on_accent", _SMALL, bold=True, anchor="middle"))
    return shapes


def _phases(some: _Some, title: Callable[[str], str], scale: _Scale) -> _Lane:
    shapes: list[Shape] = []
    places: dict[int, Rect] = {}
    rows = list(dict.fromkeys(one.record for _, one in some))
    for row, record in enumerate(rows):
        top, own = row * (_BAND + _BETWEEN), [(n, one) for n, one in some if one.record == record]
        spans = []
        for n, one in own:
            left, right = scale.x(one.first), scale.x(one.last, 1) if one.last else scale.width
            left, right = min(left, scale.width - 6 - _SLANT), min(max(right, left + 6), scale.width - _SLANT)
            spans.append((left, right, one))
            places[n] = (left - _SLANT, top, right + _SLANT, top + _BAND)
            shapes += _band(left, right, top, "accent" if one.marked else "accent_soft", one)
        shapes += _band_name(title(record), spans, top, scale.width)
    return _Lane(max(len(rows) * (_BAND + _BETWEEN) - _BETWEEN, 0), shapes, places)


def _band(left: float, right: float, top: float, fill: str, one: TimelineItem) -> list[Shape]:
    if one.happened:
        return [Area(_slanted(left, right, top), fill)]
    if not one.last:
        end = max(right - 40, left)
        shapes: list[Shape] = [Area(_slanted(left, end, top), "sand")]
        for wide in _FADING:
            end += 5
            if end <= right:
                shapes.append(Area(_slanted(end - wide, end, top), "sand"))
        return shapes
    outline = _slanted(left, right, top)
    return [Area(outline, "accent_faint"), Line((*outline, outline[0]), "accent_soft", 1, dashed=True)]


def _slanted(left: float, right: float, top: float) -> tuple[Point, ...]:
    bottom = top + _BAND
    return ((left + _SLANT, top), (right + _SLANT, top), (right - _SLANT, bottom), (left - _SLANT, bottom))


def _band_name(name: str, spans: Sequence[tuple[float, float, TimelineItem]], top: float, width: float) -> list[Shape]:
    """The name of a phase: in the widest of its bands where there is room, else behind the last or before the first."""
    y, wide = top + _BAND / 2 + 4.2, text_width(name, _SIZE, bold=True)
    left, right, one = max(spans, key=lambda span: span[1] - span[0])
    if right - left > wide + 4 * _SLANT and (one.last or right - left > wide + 60):
        return [Label(name, left + 2 * _SLANT, y, "on_accent" if one.marked else "ink", _SIZE, bold=True)]
    end, begin = max(span[1] for span in spans) + 2 * _SLANT, min(span[0] for span in spans) - 2 * _SLANT
    if end + wide < width:
        return [Label(name, end, y, "ink", _SIZE, bold=True)]
    return [Label(name, begin, y, "ink", _SIZE, bold=True, anchor="right")] if begin > wide else []


def _milestones(some: _Some, title: Callable[[str], str], scale: _Scale) -> _Lane:
    labels: list[Shape] = []
    stems: list[Line] = []
    signs: list[Shape] = [Line(((0.0, 9.0), (scale.width, 9.0)), "hairline", 1)]
    places: dict[int, Rect] = {}
    ends = [-9.0] * _LABEL_LINES  # of the words on each line of text
    untold = 0
    for n, one in some:
        x = min(max(scale.x(one.first), 8.0), scale.width - 8)
        diamond = ((x, 1.5), (x + 7.5, 9.0), (x, 16.5), (x - 7.5, 9.0))
        signs.append(Area(diamond, "accent" if one.happened else "paper", "accent"))
        places[n] = (x - 9, 0, x + 9, 18)
        lines, wide = _label(title(one.record))
        left = min(max(x - 6, 0.0), scale.width - wide)
        starts = range(_LABEL_LINES - len(lines) + 1)
        at = next((r for r in starts if all(end + 10 < left for end in ends[r : r + len(lines)])), -1)
        if not lines or left < 0 or at < 0:
            untold += bool(lines)
            continue
        top = 24 + at * _LINE + (at > 0) * 3
        ends[at : at + len(lines)] = [max(left + wide, x)] * len(lines)
        if at:
            ends[:at] = [max(end, x - 8) for end in ends[:at]]
            stems.append(Line(((x, 16.0), (x, top)), "hairline", 1))
        else:
            places[n] = (min(x - 9, left), 0, max(x + 9, left + wide), top + len(lines) * _LINE)
        labels += [Label(line, left, top + 11 + i * _LINE, "ink", _SIZE) for i, line in enumerate(lines)]
    deepest = max((one.y for one in labels if isinstance(one, Label)), default=14.0)
    return _Lane(deepest + 6, [*_free_of(stems, labels), *labels, *signs], places, untold)


@lru_cache(maxsize=8192)
def _label(title: str) -> tuple[tuple[str, ...], float]:
    """The lines of a milestone's words and how wide they are: the same at each zoom."""
    lines = wrapped(title, _SIZE, _LABEL_WIDTH, _LABEL_LINES)
    return lines, max((text_width(line, _SIZE) for line in lines), default=0)


def _free_of(stems: Sequence[Line], labels: Sequence[Shape]) -> list[Shape]:
    """The stems that strike through no words."""
    boxes = _boxes(labels)
    return [
        stem
        for stem in stems
        if not any(
            left < stem.points[0][0] < right and stem.points[0][1] < bottom and top < stem.points[1][1]
            for left, top, right, bottom in boxes
        )
    ]


def _meetings(some: _Some, _title: Callable[[str], str], scale: _Scale) -> _Lane:
    shapes: list[Shape] = []
    places: dict[int, Rect] = {}
    for n, one in some:
        x, top = scale.x(one.first), 0.0 if one.marked else 6.0
        shapes.append(Line(((x, top), (x, 18.0)), "accent" if one.happened else "accent_soft", 2.0))
        places[n] = (x - 3, 0, x + 3, 18)
    return _Lane(18, shapes, places)


def _initiatives(some: _Some, title: Callable[[str], str], scale: _Scale) -> _Lane:
    shapes: list[Shape] = []
    places: dict[int, Rect] = {}
    ends: list[float] = []
    untold = 0
    for n, one in some:
        left = scale.x(one.first)
        right = max(scale.x(one.last, 1) if one.last else scale.width, left + 6)
        name = " ".join(title(one.record).split())
        wide = text_width(name, _SMALL)
        is_inside = wide + 14 < right - left
        is_beside = not is_inside and right + 6 + wide < scale.width
        reach = right if is_inside or not is_beside else right + 6 + wide
        row = next((r for r, end in enumerate(ends) if end + 6 < left), len(ends))
        if row >= _MOST_BARS:
            untold += 1
            continue
        ends[row:] = [reach, *ends[row + 1 :]]
        top = row * _BAR_STEP
        outline = box(left, top, right - left, _BAR, 4)
        shapes.append(Area(outline, "sand" if one.marked else "ochre_soft"))
        if not one.happened:
            shapes.append(Line((*outline, outline[0]), "ochre", 1, dashed=True))
        if one.marked:
            shapes.append(Area(box(left, top, 3, _BAR), "quiet"))
        if is_inside or is_beside:
            shapes.append(Label(name, left + 8 if is_inside else right + 6, top + 12.5, "ink", _SMALL))
        else:
            untold += 1
        places[n] = (left, top, reach, top + _BAR)
    return _Lane(max(len(ends) * _BAR_STEP - 6, 0), shapes, places, untold)


def _evaluations(some: _Some, title: Callable[[str], str], scale: _Scale) -> _Lane:
    shapes: list[Shape] = []
    places: dict[int, Rect] = {}
    following = [scale.x(one.first) for _, one in some[1:]] + [scale.width]
    untold = 0
    for (n, one), after in zip(some, following, strict=True):
        x = min(max(scale.x(one.first), 8.0), scale.width - 8)
        shapes.append(Area(disc(x, 8, 6.5, 20), "accent" if one.happened else "paper", "accent"))
        name = " ".join(title(one.record).split())
        fits = x + 12 + text_width(name, _SMALL) < after - 10
        if fits:
            shapes.append(Label(name, x + 12, 12, "ink", _SMALL))
        untold += not fits
        places[n] = (x - 9, 0, x + 12 + text_width(name, _SMALL) if fits else x + 9, 18)
    return _Lane(17, shapes, places, untold)


_DRAW: Mapping[Lane, Callable[[_Some, Callable[[str], str], _Scale], _Lane]] = {
    "phases": _phases,
    "milestones": _milestones,
    "meetings": _meetings,
    "initiatives": _initiatives,
    "evaluations": _evaluations,
}
