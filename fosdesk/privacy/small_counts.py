"""Suppression of small counts in figures for others, so that nobody can be identified by a number."""

from collections.abc import Sequence
from enum import Enum

MIN_COUNT = 5  # the smallest count that is shown, besides none at all


class Suppressed(Enum):
    """Stands in place of a count that is not shown."""

    SMALL = "few"  # it is from one to four
    COMPLEMENTARY = "guard"  # it is hidden so that a small one beside it cannot be worked out from the sum


Cell = int | Suppressed


def suppress_small_counts(counts: Sequence[int]) -> tuple[Cell, ...]:
    """The counts with small ones suppressed, and more where they could be derived from the sum."""
    cells: list[Cell] = [Suppressed.SMALL if 0 < count < MIN_COUNT else count for count in counts]
    while _can_be_derived(counts, cells):
        shown = [place for place, cell in enumerate(cells) if isinstance(cell, int)]
        if not shown:
            break
        # The smallest that is not nothing says least when it is gone; nothing at all is hidden last.
        place = min(shown, key=lambda one: (counts[one] == 0, counts[one]))
        cells[place] = Suppressed.COMPLEMENTARY
    return tuple(cells)


def _can_be_derived(counts: Sequence[int], cells: Sequence[Cell]) -> bool:
    few = [count for count, cell in zip(counts, cells, strict=True) if cell is Suppressed.SMALL]
    if not few or Suppressed.COMPLEMENTARY in cells:
        return False
    return len(few) == 1 or sum(few) in (len(few), len(few) * (MIN_COUNT - 1))
