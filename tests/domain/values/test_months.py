"""Months of every year: stored as numbers, read in the order of the school year."""

import pytest

from fosdesk.domain.values.months import SCHOOL_YEAR, in_runs, known_months, stored_months


def test_months_are_stored_in_order_and_once() -> None:
    assert stored_months([10, 2, 10, 8, 0, 13]) == "2,8,10"
    assert stored_months([]) == ""


def test_they_are_read_from_august_on() -> None:
    assert known_months("2,8,10") == (8, 10, 2)
    assert known_months(" 7, 12 ") == (12, 7)


@pytest.mark.parametrize("text", ["", "x", "0", "13", "1,,2", "1;2", "999999999999", "½", "٣"])
def test_any_other_text_is_no_month(text: str) -> None:
    assert known_months(text) == ()


def test_neighbours_make_one_run_and_the_summer_parts_two() -> None:
    assert in_runs((10, 11, 3, 4)) == ((10, 11), (3, 4))
    assert in_runs((12, 1)) == ((12, 1),)
    assert in_runs((7, 8)) == ((8,), (7,))
    assert in_runs(SCHOOL_YEAR) == (SCHOOL_YEAR,)
    assert in_runs(()) == ()
