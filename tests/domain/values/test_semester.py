"""Semesters: what is stored, how they follow each other, and the days they span."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester, with_those_between
from fosdesk.errors import FosdeskError

semesters = st.builds(Semester, st.integers(1000, 9998), st.booleans())
days = st.dates(date(1000, 1, 1), date(9998, 12, 31))


@given(semesters)
def test_what_is_stored_reads_back(semester: Semester) -> None:
    assert Semester.parse(str(semester)) == semester


@given(semesters, st.integers(-40, 40))
def test_steps_can_be_counted_back(semester: Semester, steps: int) -> None:
    assert semester.plus(steps).since(semester) == steps


def test_spring_follows_autumn_in_the_same_school_year() -> None:
    autumn = Semester.parse("2026H")
    assert str(autumn.next()) == "2027V"
    assert str(autumn.next().next()) == "2027H"
    assert autumn.school_year == autumn.next().school_year == "2026/27"
    assert Semester.parse("2099H").school_year == "2099/00"


def test_semesters_sort_by_time() -> None:
    stored = ["2027H", "2026V", "2027V", "2026H"]
    assert [str(one) for one in sorted(map(Semester.parse, stored))] == ["2026V", "2026H", "2027V", "2027H"]


@given(days)
def test_each_day_lies_in_its_own_semester_alone(day: date) -> None:
    semester = Semester.of_date(day.isoformat())
    assert semester.first_day <= day.isoformat() <= semester.last_day


@given(semesters)
def test_no_day_lies_between_two_semesters(semester: Semester) -> None:
    next_day = date.fromisoformat(semester.last_day) + timedelta(days=1)
    assert next_day.isoformat() == semester.next().first_day


@pytest.mark.parametrize(
    ("day", "semester"), [("2026-07-31", "2026V"), ("2026-08-01", "2026H"), ("2027-01-01", "2027V")]
)
def test_autumn_begins_in_august(day: str, semester: str) -> None:
    assert str(Semester.of_date(day)) == semester


@pytest.mark.parametrize("text", ["", "2026", "2026h", "H2026", "26H", "2026X", " 2026H", "2026H\n", "٢٠٢٦H", "0026V"])
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    assert Semester.known(text) is None
    with pytest.raises(FosdeskError) as trouble:
        Semester.parse(text)
    assert f"“{text}” is not a semester" in str(trouble.value)


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "10000-01-01", "0999-12-31", "202-01-01", "2026-01"])
def test_a_stored_date_that_is_no_day_has_no_semester(text: str) -> None:
    assert Semester.of_stored(text) is None


@pytest.mark.parametrize("text", ["1000-01-01", "2026-08-01", "9999-12-31"])
def test_a_stored_day_has_a_semester_that_can_be_stored(text: str) -> None:
    semester = Semester.of_stored(text)
    assert semester is not None
    assert Semester.known(str(semester)) == semester


@given(st.builds(Semester, st.integers(-20_000, 20_000), st.booleans()))
def test_every_semester_spans_days_of_the_calendar(semester: Semester) -> None:
    first, last = known_day(semester.first_day), known_day(semester.last_day)
    assert first is not None
    assert last is not None
    assert first <= last
    assert semester.first_day <= semester.next().first_day


def test_semesters_are_listed_with_those_between_unless_they_lie_far_apart() -> None:
    def listed(*semesters: str) -> list[str]:
        return [str(one) for one in with_those_between(Semester.parse(text) for text in semesters)]

    assert listed() == []
    assert listed("2026H") == ["2026H"]
    assert listed("2026H", "2025H", "2026H") == ["2025H", "2026V", "2026H"]
    assert len(listed("2021H", "2026H")) == 11
    assert listed("2021V", "2026H") == ["2021V", "2026H"]
    assert list(with_those_between([Semester(202, True), Semester(2026, True)])) == [
        Semester(202, True),
        Semester(2026, True),
    ]
