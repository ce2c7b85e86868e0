"""The figures of initiatives: the minutes of each semester, and what was begun and ended in the last months."""

from collections.abc import Sequence

from fosdesk.display.figures.curve_shapes import bezier, box, disc
from fosdesk.display.figures.text_width import text_width, truncated
from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.domain.rules.consolidation.initiative_load import Hop, SemesterLoad, Span, first_day_told
from fosdesk.domain.values.dates import known_day
from fosdesk.words import Words

_SIZE, _SMALL = 12.5, 11.5
_HEAD, _FOOT = 46.0, 24.0
_LANE, _ARCS = 26.0, 96.0  # the height of a line that goes on, and of the arcs below them
_TICK = 3.5
_MOST = 40  # of either kind that one still tells apart; the latest are drawn
Shape = Area | Line | Label


def _nothing(words: Words, said: str, width: float) -> Figure:
    text = words(said)
    return Figure(width, 60, (Area(box(0, 0, width, 60, 8), "panel"), _middle(text, width / 2, 35)), text)


def _middle(text: str, x: float, y: float, colour: str = "quiet", *, bold: bool = False) -> Label:
    return Label(text, x, y, colour, _SIZE, bold, "middle")


def load_figure(loads: Sequence[SemesterLoad], words: Words, width: float = 420, tall: float = 110) -> Figure:
    """A column for each semester: required by law, chosen, and hatched on top what a yes would add.

    `tall` is the height of the highest column.
    """
    most = max((one.running + one.considered for one in loads), default=0)
    if not most:
        return _nothing(words, "No time is written down for what runs beside the work.", width)
    kinds = (
        ("statutory", words("required"), "sand", ""),
        ("chosen", words("chosen"), "accent_soft", ""),
        ("unsaid", words("not said which"), "panel", "hairline"),
        ("considered", words("if the answer is yes"), "ochre_soft", "ochre"),
    )
    shown = [kind for kind in kinds if any(getattr(one, kind[0]) for one in loads)]
    shapes: list[Shape] = []
    x, lines = 0.0, 0
    for _, said, fill, outline in shown:
        wide = 18 + text_width(said, _SIZE) + 18
        if x and x + wide > width:
            x, lines = 0.0, lines + 1
        shapes.append(Area(box(x, 4 + lines * 18, 11, 11, 2), fill, outline))
        shapes.append(Label(said, x + 16, 14 + lines * 18, "quiet", _SIZE))
        x += wide
    head = _HEAD + lines * 18
    height = head + tall + _FOOT
    step = width / len(loads)
    bar = min(46.0, step * 0.56)
    ground = head + tall
    for place, one in enumerate(loads):
        middle = step * (place + 0.5)
        y = ground
        for name, _said, fill, outline in shown:
            minutes = getattr(one, name)
            if minutes:
                high = max(tall * minutes / most, 2.0)
                y -= high
                shapes.append(Area(box(middle - bar / 2, y, bar, high - 1.0), fill, outline))
                if name == "considered":
                    shapes += _hatching(middle - bar / 2, y, bar, high - 1.0)
        if one.considered:
            shapes.append(_middle(f"+ {words.minutes(one.considered)}", middle, y - 20, "ochre", bold=True))
        if one.running:
            shapes.append(_middle(words.minutes(one.running), middle, y - 5, "ink"))
        name = words.semester(one.semester)
        fit = name if text_width(name, _SIZE) < step - 4 else f"{name[:1]} {one.semester.year % 100:02}"
        shapes.append(_middle(fit, middle, ground + 17, "ink" if place == len(loads) - 2 else "quiet"))
    shapes.append(Line(((0, ground), (width, ground)), "hairline", 1.2))
    return Figure(width, height, tuple(shapes), _load_alt(loads, words))


def _hatching(x: float, y: float, wide: float, tall: float) -> list[Shape]:
    """Slanting lines within a box, as in what is not there yet."""
    found: list[Shape] = []
    offset = 7.0
    while offset < wide + tall:
        left, right = max(0.0, offset - tall), min(wide, offset)
        found.append(Line(((x + left, y + offset - left), (x + right, y + offset - right)), "ochre", 0.7))
        offset += 7.0
    return found


def _load_alt(loads: Sequence[SemesterLoad], words: Words) -> str:
    rows = []
    for one in loads:
        said = words(
            "{semester}: {required} required, {chosen} chosen",
            semester=words.semester(one.semester),
            required=words.minutes(one.statutory),
            chosen=words.minutes(one.chosen + one.unsaid),
        )
        more = words("{time} more if the answer is yes", time=words.minutes(one.considered)) if one.considered else ""
        rows.append(f"{said}, {more}" if more else said)
    return f"{words('Time that initiatives take, by semester.')} {'; '.join(rows)}."


def hops_figure(found: Sequence[Hop], words: Words, today: str, width: float = 480) -> Figure:
    """An arc for what was begun and ended, a line up to today for what goes on; each can be chosen by its id.

    Of more than can be told apart the latest are drawn, and the others counted.
    """
    if not found:
        return _nothing(words, "Nothing is written down with a day on which it began.", width)
    every = [hop for hop in found if hop.span.ended], [hop for hop in found if not hop.span.ended]
    ended, lasting = (some[-_MOST:] for some in every)
    left = len(found) - len(ended) - len(lasting)
    more = words.plural("and {n} more", "and {n} more", left) if left else ""
    scale = _Days(first_day_told(today), today, width)
    top = 32.0 if more else 12.0
    ground = top + len(lasting) * _LANE + (_ARCS if ended else 12.0)
    shapes: list[Shape] = [Label(more, 0, 12, "quiet", _SIZE)] if more else []
    for place, hop in enumerate(lasting):
        shapes += _lasting(hop, scale, top + place * _LANE + 16, width, words)
    shapes += _arcs(ended, scale, ground, width, words)
    shapes.append(Line(((0, ground), (width, ground)), "hairline", 1.2))
    shapes += _months(scale, ground, words, today, width)
    now = scale.x(today)
    shapes.append(Line(((now, top), (now, ground)), "accent", 1.5))
    return Figure(width, ground + _FOOT, tuple(shapes), _hops_alt(ended, lasting, words, more))


class _Days:
    def __init__(self, first: str, last: str, width: float) -> None:
        begin, end = known_day(first), known_day(last)
        assert begin is not None
        assert end is not None
        self._begin, self._per_day = begin, (width - 8) / max((end - begin).days, 1)
        self._width = width

    def ends(self, span: Span) -> list[float]:
        """Where it began and ended, as far as that is within what is told of."""
        return [self.x(day) for day in span if day and day >= self._begin.isoformat()]

    def x(self, day: str) -> float:
        known = known_day(day) or self._begin
        return min(max(4 + (known - self._begin).days * self._per_day, 4), self._width - 4)


def _name(hop: Hop, words: Words) -> str:
    return " ".join(hop.record.name.split()) or words("Without a name")


def _lasting(hop: Hop, scale: _Days, y: float, width: float, words: Words) -> list[Shape]:
    left, right, key = scale.x(hop.span.began), width - 4, hop.record.id
    name = truncated(_name(hop, words), _SIZE, width - 12)
    wide = text_width(name, _SIZE)
    # Before the line where there is room, else above it.
    shapes: list[Shape] = [Area(box(left, y - 8, max(right - left, 6), 16), "paper", "", key)]
    shapes.append(Line(((left, y), (right, y)), "accent", 2))
    shapes += [Area(disc(x, y, _TICK + 0.5), "accent") for x in scale.ends(hop.span)]
    if left - wide - 10 > 0:
        shapes.append(Label(name, left - 9, y + 4, "ink", _SIZE, False, "right", key))
    else:
        shapes.append(Label(name, min(left, width - wide - 6), y - 6, "ink", _SIZE, False, "left", key))
    return shapes


def _arcs(ended: Sequence[Hop], scale: _Days, ground: float, width: float, words: Words) -> list[Shape]:
    """The arcs; what can be clicked lies below all lines. A name that has no room stands in the list alone."""
    below: list[Shape] = []
    above: list[Shape] = []
    taken: tuple[list[tuple[float, float]], ...] = ([], [])  # by names, on each of two heights; short arcs lie low
    for hop in sorted(ended, key=lambda one: scale.x(one.span.ended) - scale.x(one.span.began)):
        left, right, key = scale.x(hop.span.began), scale.x(hop.span.ended), hop.record.id
        tall = min(max((right - left) * 0.5, 18), 52)
        lift = ground - tall * 4 / 3
        path = bezier((left, ground), (left, lift), (right, lift), (right, ground))
        below.append(Area(path, "paper", "", key))
        above.append(Line(path, "ochre", 1.8))
        above += [Area(disc(x, ground, _TICK), "paper", "ochre") for x in scale.ends(hop.span)]
        name = truncated(_name(hop, words), _SIZE, min(150.0, width))
        half = text_width(name, _SIZE) / 2
        middle = min(max((left + right) / 2, half), width - half)
        room = (middle - half - 3, middle + half + 3)
        free = (n for n, some in enumerate(taken) if all(room[1] < one[0] or one[1] < room[0] for one in some))
        level = next(free, None)
        if level is not None:
            taken[level].append(room)
            above.append(Label(name, middle, ground - 62 - 17 * level, "ink", _SIZE, False, "middle", key))
    return [*below, *above]


def _months(scale: _Days, ground: float, words: Words, today: str, width: float) -> list[Shape]:
    first = first_day_told(today)
    year, month = int(first[:4]), int(first[5:7])
    shapes: list[Shape] = []
    now = words("Today")
    free = width - 4 - text_width(now, _SMALL, bold=True) - 8
    for step in range(0, 24, 6):
        at = month - 1 + step
        day = f"{year + at // 12:04}-{at % 12 + 1:02}-01"
        x = scale.x(day)
        said = f"{words.month(at % 12 + 1)[:3]} {(year + at // 12) % 100:02}"
        shapes.append(Line(((x, ground), (x, ground + 4)), "hairline", 1.2))
        if x + text_width(said, _SMALL) < free:
            shapes.append(Label(said, x, ground + 18, "quiet", _SMALL))
    shapes.append(Label(now, width - 4, ground + 18, "accent", _SMALL, True, "right"))
    return shapes


def hops_sentence(found: Sequence[Hop], words: Words) -> str:
    """The plain counts that the figure shows, and when the latest began; empty where there is nothing."""
    ended = sum(1 for hop in found if hop.span.ended)
    lasting = len(found) - ended
    said = [
        words.plural("{n} was begun and ended.", "{n} were begun and ended.", ended) if ended else "",
        words.plural("{n} goes on.", "{n} go on.", lasting) if lasting else "",
        words("The latest began {date}.", date=words.date(found[-1].span.began)) if found else "",
    ]
    return " ".join(part for part in said if part)


def _hops_alt(ended: Sequence[Hop], lasting: Sequence[Hop], words: Words, more: str) -> str:
    told = [
        words(
            "{name}: from {first} to {last}",
            name=_name(hop, words),
            first=words.date(hop.span.began),
            last=words.date(hop.span.ended),
        )
        for hop in ended
    ]
    told += [
        words("{name}: since {first}", name=_name(hop, words), first=words.date(hop.span.began)) for hop in lasting
    ]
    told += [more] if more else []
    return f"{words('What was begun and ended in the last 24 months.')} {'; '.join(told)}."
