"""A sheet of slips with the questions of a survey, to be printed, cut and ticked; four on a sheet where they fit."""

from collections.abc import Sequence
from typing import NamedTuple

from fosdesk.display.figures.curve_shapes import box
from fosdesk.display.figures.text_width import fits, text_width, truncated, wrapped
from fosdesk.display.shapes import Area, Figure, Label, Line, moved
from fosdesk.words import Words

_WIDTH, _HEIGHT = 434.0, 640.0  # of an A4 sheet, below its title
_EDGE, _TICK, _MOST_LINES = 14.0, 0.9, 6
_SIZES = (11.0, 10.0, 9.0, 8.0)  # the largest that fits; smaller is no good on paper
_SHEETS = ((2, 2), (1, 2), (1, 1))  # slips across and down


class SlipQuestion(NamedTuple):
    """One question and what can be answered to it."""

    text: str
    levels: Sequence[str]


def slip_figure(title: str, questions: Sequence[SlipQuestion], words: Words) -> Figure:
    """The sheet: four slips, or two or one where the questions need more room."""
    across, down, shapes = next(
        (
            (across, down, found)
            for across, down in _SHEETS
            for size in _SIZES
            if (found := _slip(title, questions, words, _WIDTH / across, _HEIGHT / down, size)) is not None
        ),
        (1, 1, None),
    )
    if shapes is None:  # more than a page holds: as much as there is room for
        shapes = _slip(title, questions, words, _WIDTH, _HEIGHT, _SIZES[-1], cut=True) or []
    placed: list[Area | Line | Label] = []
    for row in range(down):
        for column in range(across):
            placed += [moved(one, column * _WIDTH / across, row * _HEIGHT / down) for one in shapes]
    for row in range(1, down):
        placed.append(Line(((0, row * _HEIGHT / down), (_WIDTH, row * _HEIGHT / down)), "hairline", 0.8, dashed=True))
    for column in range(1, across):
        x = column * _WIDTH / across
        placed.append(Line(((x, 0), (x, _HEIGHT)), "hairline", 0.8, dashed=True))
    said = [f"{one.text} {', '.join(one.levels)}." for one in questions]
    alt = words("{n} slips: {title}.", n=words.number(across * down), title=title)
    return Figure(_WIDTH, _HEIGHT, tuple(placed), " ".join([alt, *said]))


def _slip(
    title: str,
    questions: Sequence[SlipQuestion],
    words: Words,
    width: float,
    height: float,
    size: float,
    *,
    cut: bool = False,
) -> list[Area | Line | Label] | None:
    """The shapes of one slip; None where they do not fit, unless it may be `cut`."""
    room, line = width - 2 * _EDGE, size * 1.35
    y = _EDGE + size
    shapes: list[Area | Line | Label] = []
    for said in wrapped(title, size + 1, room, 2, bold=True):
        shapes.append(Label(said, _EDGE, y, "ink", size + 1, bold=True))
        y += line + 1
    end = height - _EDGE - line
    for question in questions:
        if not fits(question.text, size, room, _MOST_LINES) and not cut:
            return None
        y += size * 0.7
        for said in wrapped(question.text, size, room, _MOST_LINES):
            shapes.append(Label(said, _EDGE, y, "ink", size))
            y += line
        x = _EDGE
        for level in question.levels:
            wide = size * (_TICK + 0.6) + text_width(level, size)
            if wide > room:
                if not cut:
                    return None
                level = truncated(level, size, room - size * (_TICK + 0.6))
                wide = room
            if x > _EDGE and x + wide > width - _EDGE:
                x, y = _EDGE, y + line
            shapes.append(Area(box(x, y - size * 0.82, size * _TICK, size * _TICK), "paper", "ink"))
            shapes.append(Label(level, x + size * (_TICK + 0.45), y, "ink", size))
            x += wide + size * 1.2
        y += line
        if y > end and not cut:
            return None
    shapes = [one for one in shapes if _lowest(one) <= end]
    shapes.append(Label(words("Do not write your name."), _EDGE, height - _EDGE, "quiet", size - 1))
    return shapes


def _lowest(one: Area | Line | Label) -> float:
    return one.y if isinstance(one, Label) else max(y for _, y in one.points)
