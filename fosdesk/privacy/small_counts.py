"""Counts that go to others: small ones are hidden, so that nobody can be known again by a number."""

from collections.abc import Sequence
from enum import Enum

FEWEST = 5  # the smallest count that is shown, besides none at all


class Hidden(Enum):
    """Stands where a count is not shown."""

    FEW = "few"  # it is from one to four
    GUARD = "guard"  # it is hidden so that a small one beside it cannot be worked out from the sum


Cell = int | Hidden


def guarded(counts: Sequence[int]) -> tuple[Cell, ...]:
    """The counts with the small ones hidden, and more of them where somebody who knows the sum could work them out."""
    cells: list[Cell] = [Hidden.FEW if 0 < count < FEWEST else count for count in counts]
    while _can_be_worked_out(counts, cells):
        shown = [place for place, cell in enumerate(cells) if isinstance(cell, int)]
        if not shown:
            break
        # The smallest that is not nothing says least when it is gone; nothing at all is hidden last.
        place = min(shown, key=lambda one: (counts[one] == 0, counts[one]))
        cells[place] = Hidden.GUARD
    return tuple(cells)


def _can_be_worked_out(counts: Sequence[int], cells: Sequence[Cell]) -> bool:
    few = [count for count, cell in zip(counts, cells, strict=True) if cell is Hidden.FEW]
    if not few or Hidden.GUARD in cells:
        return False
    return len(few) == 1 or sum(few) in (len(few), len(few) * (FEWEST - 1))
