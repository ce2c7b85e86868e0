"""Semesters: what is stored, how they follow each other, and the days they span."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.semester import Semester
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
