"""Periods as people write them: school years, semesters, days, and from one of them to another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.period import Period
from fosdesk.domain.values.semester import Semester
from fosdesk.domain.values.typed_periods import parse_period
from fosdesk.errors import FosdeskError
from fosdesk.words import LANGUAGES, read_words

TODAY = date(2026, 11, 23)
YEAR = Period.school_year(2025)
AUTUMN, SPRING = Semester(2025, autumn=True), Semester(2026, autumn=False)


@pytest.mark.parametrize(
    "typed",
    [
        "2025/26",
        "2025/2026",
        "2025-26",
        "2025–2026",
        " 2025 / 26 ",
        "skoleåret 2025/26",
        "Skuleåret 2025–26",
        "school year 2025-2026",
        "the school year 2025/26",
        "høst 2025 til vår 2026",
        "Haust 2025 – vår 2026",
        "autumn 2025 to spring 2026",
        "2025H-2026V",
        "2025H..2026V",
    ],
)
def test_a_school_year(typed: str) -> None:
    assert parse_period(typed, TODAY) == YEAR


@pytest.mark.parametrize("typed", ["høst 2025", "Høsten 2025", "haust 2025", "hausten 2025", "AUTUMN 2025", "H2025"])
def test_an_autumn(typed: str) -> None:
    assert parse_period(typed, TODAY) == Period(AUTUMN, AUTUMN)


@pytest.mark.parametrize("typed", ["vår 2026", "våren 2026", "spring 2026", "the spring of 2026", "2026V", "2026v"])
def test_a_spring(typed: str) -> None:
    assert parse_period(typed, TODAY) == Period(SPRING, SPRING)


@pytest.mark.parametrize(
    "typed",
    [
        "15.9.2025–10.3.2026",
        "15.9.2025 - 10.3.2026",
        "2025-09-15 – 2026-03-10",
        "2025-09-15..2026-03-10",
        "15. september 2025 til 10. mars 2026",
        "fra 15. sept. 2025 til 10/3/26",
        "from 15 September 2025 to 10 March 2026",
    ],
)
def test_from_one_day_to_another(typed: str) -> None:
    found = parse_period(typed, TODAY)
    assert [found.includes(day) for day in ("2025-09-14", "2025-09-15", "2026-03-10", "2026-03-11")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert (found.first, found.last) == (AUTUMN, SPRING)


def test_a_single_day_and_a_mixture() -> None:
    day = parse_period("23.9.2025", TODAY)
    assert [day.includes(one) for one in ("2025-09-22", "2025-09-23", "2025-09-24")] == [False, True, False]
    mixed = parse_period("2024/25 til 1.9.2025", TODAY)
    assert [mixed.includes(one) for one in ("2024-07-31", "2024-08-01", "2025-09-01", "2025-09-02")] == [
        False, True, True, False,
    ]  # fmt: skip


def test_a_day_without_a_year_is_the_nearest_that_was() -> None:
    found = parse_period("15.9. – 1.11.", TODAY)
    assert [found.includes(day) for day in ("2026-09-14", "2026-09-15", "2026-11-01", "2026-11-02")] == [
        False, True, True, False,
    ]  # fmt: skip


@given(st.integers(1990, 2099))
def test_what_the_documents_call_a_period_is_understood(year: int) -> None:
    for language in LANGUAGES:
        words = read_words(language)
        for semester in (Semester(year, autumn=True), Semester(year, autumn=False)):
            assert parse_period(words.semester(semester), TODAY) == Period(semester, semester)
        school_year = words("School year {year}", year=Semester(year, autumn=True).school_year)
        assert parse_period(school_year, TODAY) == Period.school_year(year)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "2025", "i høst", "høst", "2025/27", "2025/25", "32.1.2025", "3025/26", "høst 202", "1.8.2025–", "–",
     "a–b", "1.8.2025 – 2.8.2025 – 3.8.2025", "٢٠٢٥/٢٦", "2025H\u202e", "1989/90", "x" * 5000],
)  # fmt: skip
def test_what_is_no_period_is_told(typed: str) -> None:
    with pytest.raises(FosdeskError, match="is not a period"):
        parse_period(typed, TODAY)


@pytest.mark.parametrize("typed", ["10.3.2026–15.9.2025", "vår 2026 til høst 2025", "2025/26–2024/25"])
def test_one_that_ends_before_it_begins_is_told(typed: str) -> None:
    with pytest.raises(FosdeskError, match="ends before it begins"):
        parse_period(typed, TODAY)


@given(st.text(max_size=40))
def test_any_text_is_a_period_or_one_sentence(typed: str) -> None:
    try:
        found = parse_period(typed, TODAY)
    except FosdeskError:
        return
    assert found.first <= found.last
    assert found.first_day <= found.last_day
