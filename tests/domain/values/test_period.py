"""Periods of whole semesters: what falls in them."""

from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.period import Period
from fosdesk.domain.values.semester import Semester


@given(st.integers(1900, 2900), st.integers(0, 6), st.integers(-400, 3000))
def test_a_period_includes_the_days_of_its_semesters_and_no_other(year: int, more: int, days: int) -> None:
    from datetime import date, timedelta

    first = Semester(year, autumn=False)
    period = Period(first, first.plus(more))
    day = (date(year, 1, 1) + timedelta(days)).isoformat()
    assert period.includes(day) == (first <= Semester.of_date(day) <= first.plus(more))


def test_a_school_year_goes_from_august_to_july() -> None:
    year = Period.school_year(2025)
    assert [year.includes(day) for day in ("2025-07-31", "2025-08-01", "2026-07-31", "2026-08-01")] == [
        False, True, True, False,
    ]  # fmt: skip


def test_what_is_no_day_is_in_no_period() -> None:
    assert not any(Period.school_year(2025).includes(text) for text in ("", "2025", "2025-13-01", "in the autumn"))
