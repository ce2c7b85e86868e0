"""Filling lines with words: the one greedy breaker that the screen, figures and documents share."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class FilledLine(NamedTuple):
    """The words of a line; `goes_on` where its last word is only begun and goes on in the next line."""

    words: list[str]
    goes_on: bool = False


def fill_lines(
    words: Iterable[str],
    width_of: Callable[[str], float],
    space: float,
    room: float,
    divide: Callable[[str], Sequence[str]] | None = None,
) -> list[FilledLine]:
    """The words of each line, as many on a line as there is room for.

    `space` is the width of a space and `room` that of a line, in the unit of `width_of`. A word wider than a line
    stands on a line of its own; with `divide` it is cut into parts that fit, and what follows goes on after the last.
    """
    lines: list[FilledLine] = []
    line: list[str] = []
    used = -space
    for word in words:
        width = width_of(word)
        if used + space + width <= room:
            line.append(word)
            used += space + width
            continue
        if line:
            lines.append(FilledLine(line))
        if divide is not None and width > room:
            *whole, word = divide(word)
            lines.extend(FilledLine([part], goes_on=True) for part in whole)
            width = width_of(word)
        line, used = [word], width
    return [*lines, FilledLine(line)]
