"""Days: what counts as one, distances between them, and rules that survive whatever stands in a date field."""

from datetime import date
from itertools import product

import pytest

from fosdesk.domain.fields import NOUNS, Date, Record, SemesterField
from fosdesk.domain.rules import advice, gate_rules, group_seats, progress, search_index, time_use
from fosdesk.domain.values.dates import (
    known_day,
    months_between,
    plus_days,
    school_weeks_between,
    shifted,
    spaced_days,
    weeks_between,
)
from tests.domain.schools import FRAMEWORK, TODAY, school_of

ODD = ("0001-01-01", "9999-12-31", "whenever", "2026-99-99", "")


@pytest.mark.parametrize("text", ["", "i dag", "2026-2-1", "2026-02-30", "20260201", "2026-W01-1", "２０２６-01-01"])
def test_what_is_no_day(text: str) -> None:
    assert known_day(text) is None
    assert plus_days(text, 3) == text
    assert (weeks_between(text, TODAY), months_between(TODAY, text), school_weeks_between(text, text)) == (0, 0, 0)


def test_distances() -> None:
    assert weeks_between("2026-11-23", "2026-12-06") == 1
    assert months_between("2026-01-31", "2026-02-28") == 0
    assert months_between("2026-01-15", "2027-02-15") == 13
    assert plus_days("2026-12-31", 1) == "2027-01-01"
    assert plus_days("9999-12-31", 1) == "9999-12-31"


def test_school_weeks_leave_out_summer_and_christmas() -> None:
    assert school_weeks_between("2026-09-01", "2026-09-29") == 4
    assert school_weeks_between("2026-06-06", "2026-08-29") == 4
    assert school_weeks_between("2026-12-14", "2027-01-09") == 2
    assert school_weeks_between("2026-07-01", "2026-08-01") == 0
    assert school_weeks_between("2026-09-01", "2026-08-01") == 0
    assert school_weeks_between("0001-01-01", "9999-12-31") > 400_000


def test_small_changes_close_together_are_one() -> None:
    days = ["2026-03-01", "2026-01-05", "2026-01-01", "never", "2026-01-20"]
    assert spaced_days(days, 30) == ["2026-01-01", "2026-03-01"]


@pytest.mark.parametrize(("first", "last"), list(product(ODD, repeat=2)))
def test_rules_survive_odd_days_in_every_field(first: str, last: str) -> None:
    known_ids = {"school_profile": ["school"], "phase": ["phase:F1", "phase:F2"]}
    records: list[Record] = []
    for noun in NOUNS.values():
        days = [name for name, field in noun.fields.items() if isinstance(field, Date)]
        terms = {name: "9999H" for name, field in noun.fields.items() if isinstance(field, SemesterField)}
        ids = known_ids.get(noun.key, [f"{noun.key}-1", f"{noun.key}-2"])
        both = zip(ids, (first, last), strict=False)
        records += [noun.record(record_id, **dict.fromkeys(days, day), **terms) for record_id, day in both]
    school = school_of(*records)
    assert advice.all_advice(FRAMEWORK, school, TODAY) is not None
    assert len(progress.next_steps(FRAMEWORK, school, TODAY)) <= progress.MOST_STEPS
    assert {one.when for one in progress.milestones(FRAMEWORK, school, TODAY)} == {"ahead"}
    assert progress.planned_phases(FRAMEWORK, school, TODAY) == ()
    assert len(group_seats.coverage(school, TODAY)) == 11
    assert all(len(group.semesters) <= 25 for group in time_use.time_by_group(school, TODAY))
    assert time_use.long_gaps(FRAMEWORK, school, TODAY) is not None
    assert gate_rules.flow(school).entries == 2
    assert search_index.SearchIndex(FRAMEWORK, school).find("9999H")


@pytest.mark.parametrize(
    ("day", "days", "later"),
    [
        (date(2026, 11, 23), 8, date(2026, 12, 1)),
        (date(2026, 11, 23), -23, date(2026, 10, 31)),
        (date(9999, 12, 30), 2, date.max),
        (date(1, 1, 2), -2, date.min),
        (date(2026, 11, 23), 2**60, date.max),
        (date(2026, 11, 23), -(2**60), date.min),
    ],
)
def test_a_day_is_shifted_no_further_than_the_calendar(day: date, days: int, later: date) -> None:
    assert shifted(day, days) == later
