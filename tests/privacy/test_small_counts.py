"""Small counts are hidden, and nobody can work them out from those beside them."""

from collections.abc import Sequence
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from fosdesk.privacy.small_counts import MIN_COUNT, Cell, Suppressed, suppress_small_counts


def test_counts_from_one_to_four_are_hidden() -> None:
    assert suppress_small_counts([7, 0, 12]) == (7, 0, 12)
    assert suppress_small_counts([7, 3, 2, 12]) == (7, Suppressed.SMALL, Suppressed.SMALL, 12)


def test_a_lone_small_count_takes_its_smallest_neighbour_with_it() -> None:
    assert suppress_small_counts([9, 3, 0, 6]) == (9, Suppressed.SMALL, 0, Suppressed.COMPLEMENTARY)
    assert suppress_small_counts([3, 0]) == (Suppressed.SMALL, Suppressed.COMPLEMENTARY)
    assert suppress_small_counts([3]) == (Suppressed.SMALL,)


def test_small_counts_that_their_sum_gives_away_take_a_neighbour_along() -> None:
    assert suppress_small_counts([1, 1, 20]) == (Suppressed.SMALL, Suppressed.SMALL, Suppressed.COMPLEMENTARY)
    assert suppress_small_counts([4, 4, 20]) == (Suppressed.SMALL, Suppressed.SMALL, Suppressed.COMPLEMENTARY)


def _readings(cells: Sequence[Cell], total: int) -> set[tuple[int, ...]]:
    """What the hidden counts may be, for somebody who knows the sum."""
    left = total - sum(cell for cell in cells if isinstance(cell, int))
    few = [cell for cell in cells if cell is Suppressed.SMALL]
    guards = len([cell for cell in cells if cell is Suppressed.COMPLEMENTARY])
    found = set()
    for some in product(range(1, MIN_COUNT), repeat=len(few)):
        rest = left - sum(some)
        if (guards and rest >= 0) or (not guards and rest == 0):
            found.add(some)
    return found


@given(st.lists(st.integers(0, 12), min_size=2, max_size=5))
def test_whoever_knows_the_sum_cannot_know_a_small_count(counts: list[int]) -> None:
    """Of a sum that may be told: one below five is a small count itself, and who knows it knows enough."""
    assume(sum(counts) >= MIN_COUNT)
    cells = suppress_small_counts(counts)
    few = [place for place, cell in enumerate(cells) if cell is Suppressed.SMALL]
    assert few == [place for place, count in enumerate(counts) if 0 < count < MIN_COUNT]
    if few and len(few) < len(counts):
        assert len(_readings(cells, sum(counts))) > 1
    assert all(cell == count for cell, count in zip(cells, counts, strict=True) if isinstance(cell, int))
