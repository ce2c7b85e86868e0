"""The wheel of a school year, August at the top and clockwise: rings that differ in shape, and words at each month."""

from collections.abc import Callable, Collection, Sequence
from math import atan2, cos, hypot, pi, radians, sin
from typing import NamedTuple

from fosdesk.display.figures.curve_shapes import disc
from fosdesk.display.figures.text_width import text_width, wrapped
from fosdesk.display.shapes import Area, Figure, Label, Line, Point
from fosdesk.display.time_words import school_year_words
from fosdesk.domain.rules.plan.year_wheel import RINGS, Ring, WheelItem
from fosdesk.domain.rules.school_days import school_year
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.months import SCHOOL_YEAR, in_runs
from fosdesk.words import Words

Shape = Area | Line | Label

_SLICE = 360 / len(SCHOOL_YEAR)  # degrees of a month
_RIM, _MEETINGS = 18.0, 26.0  # the ring of fixed dates, and that of meetings
_INNER = 0.29  # of the radius
_LANE, _LEAST_LANE, _GAP = 21.0, 12.0, 3.0
_HEAD, _SMALL, _LINE = 12.5, 11.0, 13.5
_MOST_LINES = 3  # of words at a month
_AIR = 12.0  # between the wheel and those words
_EDGE = 5.0  # degrees between a band and the edge of its months
_CONTENTS: tuple[Ring, ...] = ("routines", "talks", "reviews")  # whose things lie in lanes
_FILLS = {"routines": "accent_soft", "talks": "plum_soft", "reviews": "accent_faint"}


class Place(NamedTuple):
    """Where a thing lies: distances from the centre, and angles in degrees clockwise from the first of August."""

    inner: float
    outer: float
    begins: float
    ends: float


class Wheel(NamedTuple):
    """The drawing; `places` has those of each item, none for what found no room."""

    figure: Figure
    centre: Point
    radius: float
    places: tuple[tuple[Place, ...], ...]


def wheel_size(radius: float) -> tuple[float, float]:
    """The width and height of the drawing of a wheel."""
    return 2 * (radius + 165), 2 * (radius + 54)


def angle_of(day: str) -> float:
    """The angle of a day, in degrees clockwise from the first of August; each month has the same."""
    known = known_day(day)
    if known is None:
        return 0.0
    return (SCHOOL_YEAR.index(known.month) + (known.day - 0.5) / 31) * _SLICE


def month_at(angle: float) -> int:
    """The month at an angle."""
    return SCHOOL_YEAR[int(angle % 360 // _SLICE)]


def draw_wheel(
    items: Sequence[WheelItem],
    title: Callable[[str], str],
    words: Words,
    year: int,
    radius: float,
    today: str,
    rings: Collection[Ring] = RINGS,
) -> Wheel:
    """The wheel of the school year that begins in August of `year`, with the rings that are asked for."""
    pen = _Pen(radius)
    places: list[tuple[Place, ...]] = [()] * len(items)
    shapes: list[Shape] = []
    is_now = school_year(today) == year
    month = known_day(today)
    if is_now and month is not None:
        begins = SCHOOL_YEAR.index(month.month) * _SLICE
        shapes.append(Area(pen.sector(pen.inner, radius, begins, begins + _SLICE), "panel"))
    shapes += _frame(pen)
    seen = [(n, one) for n, one in enumerate(items) if one.ring in rings]
    shapes += _rim(pen, [(n, one) for n, one in seen if one.ring == "deadlines"], places)
    wordless: set[int] = set()
    laid = [(n, one) for n, one in seen if one.ring in _CONTENTS]
    untold = _lanes(pen, laid, title, places, shapes, wordless)
    shapes += _meetings(pen, [(n, one) for n, one in seen if one.ring == "meetings"], today, places)
    if is_now:
        at = angle_of(today)
        shapes.append(Line((pen.point(at, pen.inner), pen.point(at, radius)), "accent", 1.6))
    shapes += _centre(pen, words, year, untold)
    told = [one for n, one in seen if one.ring == "deadlines" or n in wordless]
    shapes += _month_words(pen, told, title, words, today if is_now else "")
    wide, high = wheel_size(radius)
    return Wheel(Figure(wide, high, tuple(shapes), ""), pen.centre, radius, tuple(places))


class _Pen:
    def __init__(self, radius: float) -> None:
        self.radius = radius
        self.inner = radius * _INNER
        wide, high = wheel_size(radius)
        self.wide, self.high = wide, high
        self.centre = (wide / 2, high / 2)

    def point(self, angle: float, away: float) -> Point:
        x, y = self.centre
        return (x + away * sin(radians(angle)), y - away * cos(radians(angle)))

    def arc(self, away: float, begins: float, ends: float) -> tuple[Point, ...]:
        steps = max(int(abs(ends - begins) / 4), 1)
        return tuple(self.point(begins + (ends - begins) * n / steps, away) for n in range(steps + 1))

    def sector(self, inner: float, outer: float, begins: float, ends: float) -> tuple[Point, ...]:
        return (*self.arc(outer, begins, ends), *self.arc(inner, ends, begins))

    def band(self, place: Place) -> tuple[Point, ...]:
        """A band with round ends, which lie within its angles."""
        middle, half = (place.inner + place.outer) / 2, (place.outer - place.inner) / 2
        inset = min(half / middle * 180 / pi, (place.ends - place.begins) / 2)
        begins, ends = place.begins + inset, place.ends - inset
        outer, inner = self.arc(place.outer, begins, ends), self.arc(place.inner, ends, begins)
        return (*outer, *self._cap(ends, middle, half, 1), *inner, *self._cap(begins, middle, half, -1))

    def _cap(self, angle: float, away: float, half: float, side: int) -> list[Point]:
        x, y = self.point(angle, away)
        out, along = (sin(radians(angle)), -cos(radians(angle))), (cos(radians(angle)), sin(radians(angle)))
        found = []
        for step in range(1, 8):
            turn = pi * step / 8
            u, t = side * half * cos(turn), side * half * sin(turn)
            found.append((x + out[0] * u + along[0] * t, y + out[1] * u + along[1] * t))
        return found

    def words_along(self, text: str, place: Place, size: float, colour: str) -> list[Shape]:
        """Words along a band, letter by letter, from left to right also in the lower half; none without room."""
        middle = (place.inner + place.outer) / 2
        wide = text_width(text, size)
        room = radians(place.ends - place.begins) * middle - (place.outer - place.inner)
        if wide > room:
            return []
        at_middle = (place.begins + place.ends) / 2
        is_below = 90 < at_middle % 360 < 270
        away = middle + size * (0.36 if is_below else -0.36)
        turn = -1 if is_below else 1
        angle = at_middle - turn * wide / middle * 90 / pi
        found: list[Shape] = []
        for letter in text:
            step = text_width(letter, size) / middle * 180 / pi
            angle += turn * step / 2
            x, y = self.point(angle, away)
            if letter.strip():
                turned = (angle + 180 if is_below else angle) % 360
                found.append(Label(letter, x, y, colour, size, anchor="middle", turn=turned))
            angle += turn * step / 2
        return found


def _frame(pen: _Pen) -> list[Shape]:
    shapes: list[Shape] = []
    for n in range(len(SCHOOL_YEAR)):
        width, colour = (1.6, "quiet") if n == 0 else (1, "hairline")
        shapes.append(Line((pen.point(n * _SLICE, pen.inner), pen.point(n * _SLICE, pen.radius)), colour, width))
    for away in (pen.radius, pen.radius - _RIM, pen.inner + _MEETINGS, pen.inner):
        circle = disc(*pen.centre, away, 96)
        shapes.append(Line((*circle, circle[0]), "hairline", 1))
    return shapes


def _rim(pen: _Pen, some: Sequence[tuple[int, WheelItem]], places: list[tuple[Place, ...]]) -> list[Shape]:
    """Squares for fixed dates: on their day, or one after the other in their month."""
    shapes: list[Shape] = []
    used: dict[int, int] = {}
    for n, one in some:
        angles = [angle_of(one.day)] if one.day else []
        for month in one.months:
            place = used[month] = used.get(month, 0) + 1
            angles.append((SCHOOL_YEAR.index(month) + min(place * 0.2 + 0.3, 0.9)) * _SLICE)
        own = []
        for angle in angles:
            away, half = pen.radius - _RIM / 2, 4.6
            x, y = pen.point(angle, away)
            corners = [(cos(radians(angle + 45 + 90 * k)), sin(radians(angle + 45 + 90 * k))) for k in range(4)]
            shapes.append(Area(tuple((x + 1.41 * half * a, y + 1.41 * half * b) for a, b in corners), "ochre"))
            reach = 9 / away * 180 / pi
            own.append(Place(pen.radius - _RIM, pen.radius, angle - reach, angle + reach))
        places[n] = tuple(own)
    return shapes


def _lanes(
    pen: _Pen,
    some: Sequence[tuple[int, WheelItem]],
    title: Callable[[str], str],
    places: list[tuple[Place, ...]],
    shapes: list[Shape],
    wordless: set[int],
) -> int:
    """Bands in lanes from outside in, all months of a thing in one of them; how many found no room.

    Those whose words found none on them are put into `wordless`.
    """
    lanes: list[list[tuple[float, float]]] = []
    laid: list[tuple[int, WheelItem, int]] = []
    top, bottom = pen.radius - _RIM - _GAP, pen.inner + _MEETINGS + _GAP
    most = max(int((top - bottom + _GAP) / (_LEAST_LANE + _GAP)), 1)
    untold = 0
    begins_at = 0
    ring = ""
    for n, one in some:
        if one.ring != ring:  # each ring has lanes of its own
            ring, begins_at = one.ring, len(lanes)
        spans = _spans(one)
        free = (k for k in range(begins_at, len(lanes)) if not _meet(lanes[k], spans))
        lane = next(free, len(lanes))
        if lane >= most:
            untold += 1
            continue
        lanes[lane:] = [[*(lanes[lane] if lane < len(lanes) else []), *spans], *lanes[lane + 1 :]]
        laid.append((n, one, lane))
    high = min((top - bottom + _GAP) / max(len(lanes), 1) - _GAP, _LANE)
    size = min(_SMALL, high * 0.62)
    for n, one, lane in laid:
        outer = top - lane * (high + _GAP)
        own = tuple(Place(outer - high, outer, begins, ends) for begins, ends in _spans(one))
        places[n] = own
        name = " ".join(title(one.record).split())
        for place in own:
            along = pen.words_along(name, place, size, "ink") if one.months else []
            shapes += (*_thing(pen, one, place, high), *along)
            if not along:
                wordless.add(n)
    return untold


def _spans(one: WheelItem) -> list[tuple[float, float]]:
    """The angles that a thing takes; that of a day takes as much as its disc."""
    if not one.months:
        return [(angle_of(one.day) - 4, angle_of(one.day) + 4)]
    if len(one.months) == len(SCHOOL_YEAR):
        return [(_EDGE / 2, 360 - _EDGE / 2)]
    runs = in_runs(one.months)
    return [
        (SCHOOL_YEAR.index(run[0]) * _SLICE + _EDGE / 2, (SCHOOL_YEAR.index(run[-1]) + 1) * _SLICE - _EDGE / 2)
        for run in runs
    ]


def _meet(some: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> bool:
    return any(a < d + 1 and c < b + 1 for a, b in some for c, d in others)


def _thing(pen: _Pen, one: WheelItem, place: Place, high: float) -> list[Shape]:
    if not one.months:
        x, y = pen.point((place.begins + place.ends) / 2, (place.inner + place.outer) / 2)
        return [Area(disc(x, y, min(high / 2 - 1, 6.5), 24), "paper", "accent")]
    if one.ring == "talks":  # straight ends
        return [Area(pen.sector(place.inner, place.outer, place.begins, place.ends), "plum_soft")]
    outline = pen.band(place)
    shapes: list[Shape] = [Area(outline, _FILLS[one.ring])]
    if one.ring == "reviews":
        shapes.append(Line((*outline, outline[0]), "accent", 1, dashed=True))
    return shapes


def _meetings(
    pen: _Pen, some: Sequence[tuple[int, WheelItem]], today: str, places: list[tuple[Place, ...]]
) -> list[Shape]:
    shapes: list[Shape] = []
    for n, one in some:
        angle, inner = angle_of(one.day), pen.inner + 5
        outer = inner + (17 if one.marked else 9)
        colour = "accent" if one.day <= today else "accent_soft"
        shapes.append(Line((pen.point(angle, inner), pen.point(angle, outer)), colour, 2.2))
        places[n] = (Place(pen.inner, pen.inner + _MEETINGS, angle - 1.6, angle + 1.6),)
    return shapes


def _centre(pen: _Pen, words: Words, year: int, untold: int) -> list[Shape]:
    x, y = pen.centre
    shapes: list[Shape] = [
        Label(words("School year"), x, y - 9, "quiet", _SMALL, anchor="middle"),
        Label(school_year_words(year), x, y + 9, "ink", 15, bold=True, anchor="middle"),
    ]
    if untold:
        shapes.append(Label(words("+ {n}", n=untold), x, y + 26, "quiet", _SMALL, anchor="middle"))
    return shapes


def _month_words(
    pen: _Pen, some: Sequence[WheelItem], title: Callable[[str], str], words: Words, today: str
) -> list[Shape]:
    """The name of each month outside the wheel, with its fixed dates and evaluations as words."""
    shapes: list[Shape] = []
    for n, month in enumerate(SCHOOL_YEAR):
        angle = (n + 0.5) * _SLICE
        is_right = angle < 180
        x = pen.point(angle, pen.radius + _AIR)[0]
        room = (pen.wide - x if is_right else x) - 2
        lines, more = _lines_of(month, some, title, words, room)
        if more:
            lines = [*lines[: _MOST_LINES - 1], words("+ {n}", n=more)]
        high = 16 + len(lines) * _LINE
        y = pen.centre[1] - cos(radians(angle)) * (pen.radius + _AIR + high / 2 * abs(cos(radians(angle)))) - high / 2
        y = min(max(y, 1.0), pen.high - high - 2)
        anchor = "left" if is_right else "right"
        name = words.month(month)
        name = name[:1].upper() + name[1:]
        if today and int(today[5:7]) == month:
            wide = text_width(name, _HEAD, bold=True) + 14
            left = x - 2 if is_right else x - wide + 2
            shapes.append(Area(_pill(left, y - 1, wide, 19), "accent"))
            middle = left + wide / 2
            shapes.append(Label(name, middle, y + 13, "on_accent", _HEAD, bold=True, anchor="middle"))
        else:
            shapes.append(Label(name, x, y + 13, "ink", _HEAD, bold=True, anchor=anchor))
        for k, line in enumerate(lines):
            shapes.append(Label(line, x, y + 13 + (k + 1) * _LINE + 2, "quiet", _SMALL, anchor=anchor))
    return shapes


def _lines_of(
    month: int, some: Sequence[WheelItem], title: Callable[[str], str], words: Words, room: float
) -> tuple[list[str], int]:
    """The words of a month, and how many things found no room beside them."""
    lines: list[str] = []
    told = 0
    wanted = [one for one in some if month in one.months or (one.day and one.first_month == month)]
    for n, one in enumerate(sorted(wanted, key=lambda one: one.day)):
        day = f"{int(one.day[8:10])}.{month}.\N{NO-BREAK SPACE}" if one.day else ""
        its = wrapped(f"{day}{' '.join(title(one.record).split())}", _SMALL, room, 2)
        left = len(wanted) - n - 1
        if len(lines) + len(its) > _MOST_LINES - (1 if left else 0) and (lines or left):
            break
        lines += its
        told += 1
    return lines, len(wanted) - told


def _pill(left: float, top: float, wide: float, high: float) -> tuple[Point, ...]:
    half = high / 2
    right = [(left + wide - half + half * sin(pi * k / 8), top + half - half * cos(pi * k / 8)) for k in range(9)]
    back = [(left + half - half * sin(pi * k / 8), top + half + half * cos(pi * k / 8)) for k in range(9)]
    return (*right, *back)


def outline_of(wheel: Wheel, place: Place) -> tuple[Point, ...]:
    """The outline of a place, a little wider than it is."""
    return _Pen(wheel.radius).sector(place.inner - 2, place.outer + 2, place.begins - 0.5, place.ends + 0.5)


def place_at(wheel: Wheel, x: float, y: float) -> tuple[int, float]:
    """The item at a point of the drawing, or -1, and the angle of the point; of several the narrowest."""
    across, down = x - wheel.centre[0], y - wheel.centre[1]
    away, angle = hypot(across, down), _angle(across, down)
    found, least = -1, 1e9
    for n, places in enumerate(wheel.places):
        for place in places:
            is_in = place.begins <= angle <= place.ends or place.begins <= angle - 360 <= place.ends
            if place.inner <= away <= place.outer and is_in and place.ends - place.begins < least:
                found, least = n, place.ends - place.begins
    return found, angle


def _angle(across: float, down: float) -> float:

    return float((atan2(across, -down) * 180 / pi) % 360)
