"""The figure of the framework: phases as bands of a ring, with an entrance before them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from fosdesk.display.figures.ring_geometry import Ring, ring_of
from fosdesk.display.figures.text_width import fits, text_width, truncated, wrapped
from fosdesk.display.phase_names import phase_names
from fosdesk.display.shapes import Area, Figure, Label
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.progress import phase_status
from fosdesk.domain.school import School
from fosdesk.words import Words

_ENTRANCE, _CYCLE = "F0", ("F1", "F2", "F3", "F4")
_FILLS = {"open": "accent", "closed": "accent_soft", "not_open": "sand"}
_INKS = {"open": "on_accent", "closed": "ink", "not_open": "ink"}
_LARGE, _SMALL, _LEADING = 14.0, 11.0, 1.2
_MIN_SIZE, _EQUAL_SCALE, _SEPARATOR = 9.5, 0.84, " · "
_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)


def cycle_figure(
    framework: Framework,
    school: School,
    words: Words,
    width: float = 520,
    height: float = 300,
    *,
    to_team: bool = True,
) -> Figure:
    """The figure in that size (points), with the open phases filled; each phase is an area with its id as key.

    Below it stands whose drawing it is, which makes the whole a line higher.

    `to_team` adds a word to the team in the middle, which has no place in a document for others.
    """
    ring = ring_of(width, height)
    status = {phase.id: phase_status(school, phase.id) for phase in framework.phases}
    names = {phase_id: phase_names(framework, school, phase_id) for phase_id in status}
    outlines = {_ENTRANCE: ring.entrance(), **{phase_id: ring.band(n) for n, phase_id in enumerate(_CYCLE)}}
    shapes: list[Area | Label] = [
        Area(outline, _FILLS[status[phase_id]], "", phase_id)
        for phase_id, outline in outlines.items()
        if phase_id in status
    ]
    small = {phase_id: _beside(words, other, status[phase_id]) for phase_id, (_, other) in names.items()}
    bands = {n: phase_id for n, phase_id in enumerate(_CYCLE) if phase_id in status}
    texts = {n: _Text(names[phase_id][0], small[phase_id]) for n, phase_id in bands.items()}
    # All phases speak equally loud, unless the school has given one a very long name.
    loudness = max(min((_best_placement(ring, n, text, 1).share for n, text in texts.items()), default=1), _EQUAL_SCALE)
    for number, phase_id in bands.items():
        ink = _INKS[status[phase_id]]
        shapes += _labels(_best_placement(ring, number, texts[number], loudness), phase_id, ink)
    if _ENTRANCE in status:
        shapes += _at_entrance(ring, names[_ENTRANCE][0], small[_ENTRANCE], height)
    shapes += _in_the_middle(ring, words, to_team=to_team)
    credit = words("The drawing is our own.")
    size = 10.5 * max(ring.scale, 0.95)
    shapes.append(Label(credit, width - 4 * ring.scale, height + size, "quiet", size, anchor="right"))
    told = _alt(words, {i: name for i, (name, _) in names.items()}, small, status)
    return Figure(width, height + 1.4 * size, tuple(shapes), f"{told} {credit}")


class _Text(NamedTuple):
    large: str
    small: str


class _Line(NamedTuple):
    text: str
    size: float
    bold: bool

    @property
    def width(self) -> float:
        return text_width(self.text, self.size, bold=self.bold)


def _beside(words: Words, other: str, status: str) -> str:
    # Colour alone says nothing to somebody who prints in grey.
    said = {"open": words.about("phase", "in progress"), "closed": words.about("phase", "closed")}.get(status, "")
    return _SEPARATOR.join(part for part in (other, said) if part)


class _Placement(NamedTuple):
    lines: list[_Line]
    x: float
    top: float
    share: float  # of the full size


def _labels(placement: _Placement, key: str, ink: str) -> list[Label]:
    labels, top = [], placement.top
    for line in placement.lines:
        labels.append(Label(line.text, placement.x, top + line.size * 0.98, ink, line.size, line.bold, "middle", key))
        top += line.size * _LEADING
    return labels


@lru_cache(maxsize=32)  # the same for every window and document of a school, and a hundred tries each
def _best_placement(ring: Ring, number: int, text: _Text, loudness: float) -> _Placement:
    return next(_all_placements(ring, number, text, loudness))


def _all_placements(ring: Ring, number: int, text: _Text, loudness: float) -> Iterator[_Placement]:
    # Where the words of a band may stand, the best first: as large as can be, then on few lines.
    scale = max(ring.scale, 1)
    for share in (share for share in _SCALES if share <= loudness):
        large, small = _LARGE * scale * share, max(_SMALL * scale * share, _MIN_SIZE)
        tried = set()
        for widest in (0.86 * ring.a, 0.72 * ring.a, 0.58 * ring.a):
            title = wrapped(text.large, large, widest, 2, bold=True)
            if title not in tried and fits(text.large, large, widest, 2, bold=True):
                tried.add(title)
                lines = [_Line(line, large, bold=True) for line in title]
                for beside in _beside_lines(text.small, small, widest):
                    yield from _placements(ring, number, [*lines, *beside], share)
    # A name of the school's own may be as long as it likes; all of it stands on the phase's page.
    share = _SCALES[-1]
    size, room = _LARGE * scale * share, 0.58 * ring.a
    lines = [_Line(line, size, bold=True) for line in wrapped(text.large, size, room, 2, bold=True)]
    for beside in _beside_lines(text.small, _MIN_SIZE, room):
        yield from _placements(ring, number, [*lines, *beside], share)
    yield from _placements(ring, number, lines, share)
    yield _Placement(
        [_Line(truncated(text.large, size, room, bold=True), size, bold=True)], *_label_centre(ring, number), share
    )


def _beside_lines(text: str, size: float, widest: float) -> Iterator[list[_Line]]:
    for lines in ([text], text.split(_SEPARATOR), wrapped(text, size, widest, 2)) if text else ((),):
        if all(text_width(line, size) <= widest for line in lines):
            yield [_Line(line, size, bold=False) for line in lines]


def _label_centre(ring: Ring, number: int) -> tuple[float, float]:
    x = ring.x + (-0.46 if number in (0, 3) else 0.46) * ring.a
    return x, ring.y + (-1 if number in (0, 1) else 1) * (ring.b - ring.lane / 2)


def _placements(ring: Ring, number: int, lines: list[_Line], share: float) -> Iterator[_Placement]:
    # Heights from the middle of the lane outwards, until all lines have room around one common centre.
    height = sum(line.size * _LEADING for line in lines)
    home_x, home_y = _label_centre(ring, number)
    spare = ring.lane - 12 * ring.scale - height
    for step in range(int(spare) + 1 if spare >= 0 else 0):
        top = home_y - height / 2 + (-1 if step % 2 else 1) * step / 2
        low, high, y = -1e9, 1e9, top
        for line in lines:
            left, right = ring.room(number, y, y + line.size * _LEADING)
            low, high = max(low, left + line.width / 2), min(high, right - line.width / 2)
            y += line.size * _LEADING
        if low <= high:
            yield _Placement(lines, min(max(home_x, low), high), top, share)
            return


def _at_entrance(ring: Ring, large: str, small: str, height: float) -> list[Label]:
    scale = max(ring.scale, 0.92)
    size, room = 12.5 * scale, 0.48 * ring.a
    lines = [_Line(line, size, bold=True) for line in wrapped(large, size, room, 2, bold=True)]
    beside = 11 * scale
    lines += [
        _Line(line, beside, bold=False) for part in small.split(_SEPARATOR) for line in wrapped(part, beside, room, 1)
    ]
    y = height - 5 * ring.scale - sum(line.size * _LEADING for line in lines[1:])
    labels = []
    for line in lines:
        ink = "ink" if line.bold else "quiet"
        labels.append(Label(line.text, 2 * ring.scale, y, ink, line.size, line.bold, "left", _ENTRANCE))
        y += line.size * _LEADING
    return labels


def _in_the_middle(ring: Ring, words: Words, *, to_team: bool) -> list[Label]:
    size, room = 12 * max(ring.scale, 0.95), 1.1 * ring.a
    said = [words("The phases glide into each other."), *([words("You can be in several at once.")] if to_team else [])]
    lines = [line for sentence in said for line in wrapped(sentence, size, room, 2)]
    y = ring.y - (len(lines) - 1) * size * 0.7 + size * 0.35
    return [Label(line, ring.x, y + n * size * 1.4, "quiet", size, anchor="middle") for n, line in enumerate(lines)]


def _alt(words: Words, names: Mapping[str, str], beside: Mapping[str, str], status: Mapping[str, str]) -> str:
    calm = {phase_id: " ".join(name.split()) for phase_id, name in names.items()}
    told = {phase_id: f"{name} ({beside[phase_id]})" if beside[phase_id] else name for phase_id, name in calm.items()}
    cycle = words.joined([told[phase_id] for phase_id in _CYCLE if phase_id in told])
    said = [words("The phases of the framework as a cycle, gliding into each other: {phases}.", phases=cycle)]
    if _ENTRANCE in told:
        said.append(words("Ahead of it stands a block that may be used or not: {phase}.", phase=told[_ENTRANCE]))
    going_on = [calm[phase_id] for phase_id, now in status.items() if now == "open"]
    said.append(
        words("In progress now: {phases}.", phases=words.joined(going_on))
        if going_on
        else words("No phase is in progress now.")
    )
    said.append(words("You can be in several at once."))
    return " ".join(said)
