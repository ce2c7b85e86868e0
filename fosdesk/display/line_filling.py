"""The greedy line breaker that the screen, figures and documents share."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class FilledLine(NamedTuple):
    """The words of a line; `continues` where its last word is divided and continues on the next line."""

    words: list[str]
    continues: bool = False


def fill_lines(
    words: Iterable[str],
    width_of: Callable[[str], float],
    space: float,
    available: float,
    split_word: Callable[[str], Sequence[str]] | None = None,
) -> list[FilledLine]:
    """The words of each line, as many on a line as fit.

    `space` is the width of a space and `available` that of a line, in the unit of `width_of`. A word wider than a line
    stands on a line of its own; with `split_word` it is divided into parts that fit.
    """
    lines: list[FilledLine] = []
    line: list[str] = []
    used = -space
    for word in words:
        width = width_of(word)
        if used + space + width <= available:
            line.append(word)
            used += space + width
            continue
        if line:
            lines.append(FilledLine(line))
        if split_word is not None and width > available:
            *whole, word = split_word(word)
            lines.extend(FilledLine([part], continues=True) for part in whole)
            width = width_of(word)
        line, used = [word], width
    return [*lines, FilledLine(line)]
