"""The figure of the seats of the work group around a table, with the state of each."""

from collections.abc import Sequence
from typing import NamedTuple

from fosdesk.display.figures.curve_shapes import box, disc
from fosdesk.display.figures.text_width import fits, wrapped
from fosdesk.display.noun_words import seat_label
from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.domain.rules.group_seats import SeatView
from fosdesk.words import Words

_SIZES, _SMALLER, _CHAIR, _TABLE, _EDGE = (13.0, 12.0, 11.5, 11.0, 10.5), 1.0, 13.0, 40.0, 10.0
_LEADING = 1.16


class _Cell(NamedTuple):
    seat: str
    state: str
    x: float
    room: float
    upper: bool
    lines: tuple[tuple[str, bool], ...]  # what it says, and whether it is the name


def coverage_figure(views: Sequence[SeatView], words: Words, width: float = 720) -> Figure:
    """The figure in that width (points); each seat is an area with its key. Nobody is named or counted."""
    size = next((size for size in _SIZES if _has_room(views, words, size, width)), _SIZES[-1])
    cells = _cells(views, words, size, width)
    line = size * _LEADING
    top = max((len(cell.lines) for cell in cells), default=1) * line + 2 * _CHAIR + 8
    height = 2 * top + _TABLE
    shapes: list[Area | Line | Label] = []
    for cell in cells:
        # A quiet ground that can be clicked, chair and words alike.
        ground = box(cell.x - cell.room / 2, 0 if cell.upper else top + _TABLE, cell.room, top, 8)
        shapes.append(Area(ground, "paper", "", cell.seat))
    shapes.append(Area(box(0, top, width, _TABLE, 20), "panel"))
    middle = height / 2 + size * 0.35
    shapes.append(Label(words("The work group"), width / 2, middle, "quiet", size, anchor="middle"))
    for cell in cells:
        chair = top - _CHAIR + 1 if cell.upper else top + _TABLE + _CHAIR - 1
        shapes += _chair(cell.state, cell.x, chair)
        first = chair - _CHAIR - 7 - line * (len(cell.lines) - 1) if cell.upper else chair + _CHAIR + size + 2
        for number, (said, named) in enumerate(cell.lines):
            ink, big = ("ink", size) if named else ("quiet", size - _SMALLER)
            shapes.append(Label(said, cell.x, first + line * number, ink, big, named, "middle", cell.seat))
    return Figure(width, height, tuple(shapes), _alt(views, words))


def _rows(views: Sequence[SeatView]) -> tuple[Sequence[SeatView], Sequence[SeatView]]:
    above = -(-len(views) // 2)
    return views[:above], views[above:]


def _cells(views: Sequence[SeatView], words: Words, size: float, width: float) -> list[_Cell]:
    found = []
    for row, seats in enumerate(_rows(views)):
        step = (width - 2 * _EDGE) / max(len(seats), 1)
        for number, view in enumerate(seats):
            name = wrapped(seat_label(words, view.seat), size, step - 6, 3, bold=True)
            state = wrapped(seat_state(view.state, words), size - _SMALLER, step - 6, 2)
            lines = (*((line, True) for line in name), *((line, False) for line in state))
            x = _EDGE + step * (number + 0.5)
            found.append(_Cell(view.seat, view.state, x, step - 2, row == 0, lines))
    return found


def _has_room(views: Sequence[SeatView], words: Words, size: float, width: float) -> bool:
    rooms = [((width - 2 * _EDGE) / max(len(seats), 1) - 6, view) for seats in _rows(views) for view in seats]
    return all(
        fits(seat_label(words, view.seat), size, room, 2, bold=True)
        and fits(seat_state(view.state, words), size - _SMALLER, room, 1)
        for room, view in rooms
    )


def seat_state(state: str, words: Words) -> str:
    """The label of a state of a seat, without praise or blame."""
    return {
        "filled": words.about("seat", "filled"),
        "declined": words.about("seat", "chosen away"),
        "later": words.about("seat", "later"),
        "wanted": words.about("seat", "wanted"),
    }.get(state, words.about("seat", "not considered yet"))


def _chair(state: str, x: float, y: float) -> list[Area | Line]:
    outline = disc(x, y, _CHAIR)
    closed = (*outline, outline[0])
    if state == "filled":
        return [Area(outline, "accent"), _tick(x, y)]
    if state == "declined":
        return [Area(outline, "sand", "quiet"), Line(((x - 5, y), (x + 5, y)), "quiet", 2)]
    if state == "wanted":
        return [Area(outline, "accent_faint", "accent")]
    if state == "later":
        dots = [Area(disc(x + dx, y, 1.7), "quiet") for dx in (-5, 0, 5)]
        return [Area(outline, "paper", "quiet"), *dots]
    return [Area(outline, "paper"), Line(closed, "quiet", 1.2, dashed=True)]


def _tick(x: float, y: float) -> Line:
    return Line(((x - 5, y), (x - 1.5, y + 4), (x + 5.5, y - 4.5)), "on_accent", 2)


def _alt(views: Sequence[SeatView], words: Words) -> str:
    parts = (f"{seat_label(words, view.seat)}: {seat_state(view.state, words)}" for view in views)
    return words("The seats of the work group.") + " " + "; ".join(parts) + "."
