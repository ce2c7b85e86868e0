"""How the minutes of a slot are told, and whose they are."""

import pytest

from fosdesk.display.time_words import slot_sum, who_words
from fosdesk.domain.records import StopItem, TimeSlot
from fosdesk.words import read_words

WORDS = read_words("nb")


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        (TimeSlot("t", minutes=60, times=9), "9 × 1 t = 9 t"),
        (TimeSlot("t", minutes=75, times=5), "5 × 1 t 15 min = 6 t 15 min"),
        (TimeSlot("t", minutes=60, every_weeks=2), "9 × 1 t = 9 t"),
        (TimeSlot("t", minutes=60), "1 t"),
        (TimeSlot("t", minutes=60, times=1), "1 t"),
        (TimeSlot("t", times=4), "4 ganger"),
        (TimeSlot("t", minutes=-5, times=4), "4 ganger"),
        (TimeSlot("t"), ""),
    ],
)
def test_a_slot_says_how_its_minutes_add_up(slot: TimeSlot, said: str) -> None:
    assert slot_sum(WORDS, slot) == said


def test_whose_time_it_is() -> None:
    assert who_words(WORDS, StopItem, "staff") == "Hele personalet"
    assert who_words(WORDS, TimeSlot, "") == ""
