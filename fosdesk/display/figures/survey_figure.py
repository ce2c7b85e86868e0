"""The figure of the answers to one question: how many gave each, in the latest round and those before."""

from collections.abc import Sequence
from typing import NamedTuple

from fosdesk.display.figures.curve_shapes import box
from fosdesk.display.figures.text_width import text_width, wrapped
from fosdesk.display.shapes import Area, Figure, Label
from fosdesk.words import Words

MOST_ROUNDS = 3
_SIZE, _SMALL, _BAR, _GAP, _LINE, _AIR = 13.0, 12.0, 11.0, 3.0, 17.0, 10.0
_LEGEND, _NAMES = 18.0, 0.42  # height of a line of the legend; share of the width that the answers have
_MOST_LINES = 3
_FILLS = (("accent", ""), ("accent_soft", "accent"), ("sand", "quiet"))  # the latest round first


class RoundBars(NamedTuple):
    """One round: its name with the number of answers, and how often each answer was given, None where it is hidden.

    Without counts, it has too few answers to be told.
    """

    name: str
    counts: Sequence[int | None] = ()


def survey_figure(levels: Sequence[str], rounds: Sequence[RoundBars], words: Words, width: float = 480) -> Figure:
    """Bars for each answer, one for each round, the latest on top; at most the latest three of `rounds`."""
    shown = list(rounds)[-MOST_ROUNDS:][::-1]
    shapes: list[Area | Label] = []
    top = 0.0
    for (fill, outline), one in zip(_FILLS, shown, strict=False):
        shapes.append(Area(box(0, top + 3, _BAR, _BAR, 3), fill, outline))
        shapes.append(Label(one.name, _BAR + 7, top + 13, "quiet", _SMALL))
        top += _LEGEND
    top += _AIR / 2
    most = max((count for one in shown for count in one.counts if count), default=0) or 1
    names = [wrapped(level, _SIZE, width * _NAMES - 12, _MOST_LINES) for level in levels]
    begins = max((text_width(line, _SIZE) for lines in names for line in lines), default=0.0) + 12
    told = [one for one in zip(_FILLS, shown, strict=False) if one[1].counts]
    numbers = [count_words(words, one.counts, place) for _, one in told for place in range(len(levels))]
    room = width - begins - max((text_width(number, _SIZE, bold=True) for number in numbers), default=0.0) - 10
    for place, lines in enumerate(names):
        tall = max(len(lines) * _LINE, len(told) * (_BAR + _GAP))
        for number, line in enumerate(lines):
            shapes.append(Label(line, 0, top + 12 + number * _LINE, "ink", _SIZE))
        for number, ((fill, outline), one) in enumerate(told):
            count = one.counts[place]
            y = top + 2 + number * (_BAR + _GAP)
            long = max(room * (count or 0) / most, 3.0 if count else 0.0)
            if count:
                shapes.append(Area(box(begins, y, long, _BAR, 3), fill, outline))
            said = count_words(words, one.counts, place)
            ink = "ink" if count and not number else "quiet"
            shapes.append(Label(said, begins + long + 6, y + 10, ink, _SIZE if not number else _SMALL, bold=not number))
        top += tall + _AIR
    return Figure(width, max(top, 20.0), tuple(shapes), _alt(levels, shown, words))


def count_words(words: Words, counts: Sequence[int | None], place: int) -> str:
    """How many gave an answer, and its share of all; only the first where some of the counts are hidden."""
    count = counts[place]
    if count is None:
        return words("hidden")
    total = sum(one for one in counts if one is not None)
    if None in counts or not total:
        return words.number(count)
    return words("{n} ({share} %)", n=words.number(count), share=round(100 * count / total))


def _alt(levels: Sequence[str], shown: Sequence[RoundBars], words: Words) -> str:
    said = []
    for one in shown:
        counts = [f"{level}: {count_words(words, one.counts, n)}" for n, level in enumerate(levels) if one.counts]
        said.append(f"{one.name}. {'; '.join(counts)}." if counts else f"{one.name}.")
    return " ".join(said)
