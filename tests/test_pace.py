"""Large lists are sorted and let go without keeping the GUI thread from its turn."""

import random
from operator import itemgetter

import pytest

from fosdesk.pace import let_go, sorted_in_parts


@pytest.mark.parametrize("size", [0, 1, 8_000, 8_001, 30_000])
def test_sorting_in_parts_gives_what_sorting_gives(size: int) -> None:
    dice = random.Random(size)
    things = [(dice.choice((-5, 7, 10**12, dice.randrange(size))), dice.randrange(3), place) for place in range(size)]
    whole = sorted(things, key=itemgetter(0, 1))
    assert sorted_in_parts(things, itemgetter(0), itemgetter(0, 1)) == whole
    assert sorted_in_parts(iter(things), itemgetter(0), tuple) == sorted(things)


def test_words_are_sorted_in_parts_too() -> None:
    dice = random.Random(1)
    words = [f"{dice.randrange(16**12):012x}" for _ in range(60_000)]
    assert sorted_in_parts(words, str, str) == sorted(words)


def test_what_is_let_go_is_empty() -> None:
    rows, found = [1, 2], {"a": 1}
    let_go(rows, found)
    assert not rows
    assert not found
