"""Days as people write them, and what is no day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain import records
from fosdesk.domain.fields import NOUNS, Date, Expects
from fosdesk.domain.values.typed_days import parse_day

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize("typed", ["", "  ", "\t"])
def test_nothing_is_no_day_and_no_mistake(typed: str) -> None:
    assert parse_day(typed, TODAY) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "3.12.2026",
        "03.12.2026",
        "03.12.26",
        "3. 12. 2026",
        "3/12/2026",
        "3/12/26",
        "3-12-2026",
        "3-12-26",
        "2026-12-03",
        "2026/12/3",
        "2026.12.03",
        "3. desember 2026",
        "3 desember 2026",
        "3.desember 2026",
        "3. des. 2026",
        "3. des 2026",
        "3.des.26",
        "3-des-26",
        "3-Dec-26",
        "torsdag 3. desember 2026",
        "Torsdag, 3. desember 2026",
        "tors. 3.12.2026",
        "torsdag den 3. desember 2026",
        "den 3. desember 2026",
        "Thursday 3 December 2026",
        "Thursday, December 3, 2026",
        "3rd December 2026",
        "3rd of December 2026",
        "Dec 3, 2026",
        "December 3rd 2026",
        "03122026",
        "20261203",
        "031226",
        "46359",
        "2026-12-03 00:00:00",
        "2026-12-03T14:30:00",
        "2026-12-03T14:30:00Z",
        "03.12.2026 00:00",
        "3.12.2026 kl. 14.30",
        " 3.12.2026 ",
        "3.\N{NO-BREAK SPACE}desember\N{NO-BREAK SPACE}2026",
        "3. DESEMBER 2026",
    ],
)
def test_days_as_people_and_programs_write_them(typed: str) -> None:
    assert parse_day(typed, TODAY) == "2026-12-03"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("23. nov.", "2026-11-23"),
        ("mandag 23. november 2026", "2026-11-23"),
        ("måndag 23. november 2026", "2026-11-23"),
        ("23/11/26", "2026-11-23"),
        ("11/23/2026", "2026-11-23"),
        ("15. mai", "2027-05-15"),
        ("May 15", "2027-05-15"),
        ("laurdag 14.11.", "2026-11-14"),
        ("torsdag 3.12", "2026-12-03"),
        ("tors. 3.12", "2026-12-03"),
        ("torsdag 3.12 14.30", "2026-12-03"),
        ("29.2.2028", "2028-02-29"),
        ("29.2.", "2028-02-29"),
        ("1.1.1900", "1900-01-01"),
        ("31.12.2200", "2200-12-31"),
        ("3.12", "2026-12-03"),
        ("3.12.", "2026-12-03"),
        ("3/12", "2026-12-03"),
        ("20.11.", "2026-11-20"),
    ],
)
def test_single_days(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31.2.2026",
        "i morgen",
        "32.1.2026",
        "3.13.2026",
        "31.12.1899",
        "1.1.1492",
        "1.1.2201",
        "1.1.20266",
        "²",
        "٣.١٢",
        "mandag",
        "november 2026",
        "3. de. 2026",
        "3. x. 2026",
        "15",
        "2026",
        "99999",
        "14:30",
    ],
)
def test_what_is_no_day(typed: str) -> None:
    assert parse_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "near", "past", "ahead"),
    [
        ("15.9", "2026-09-15", "2026-09-15", "2027-09-15"),
        ("15.9.", "2026-09-15", "2026-09-15", "2027-09-15"),
        ("15.1.", "2027-01-15", "2026-01-15", "2027-01-15"),
        ("1. juni", "2026-06-01", "2026-06-01", "2027-06-01"),
        ("20.11.", "2026-11-20", "2026-11-20", "2026-11-20"),  # a deadline that passed three days ago
        ("23.10.", "2026-10-23", "2026-10-23", "2026-10-23"),
        ("22.10.", "2026-10-22", "2026-10-22", "2027-10-22"),
        ("30.11.", "2026-11-30", "2026-11-30", "2026-11-30"),  # the decision of next week
        ("1.12.", "2026-12-01", "2025-12-01", "2026-12-01"),
        ("tirsdag 15.9.", "2026-09-15", "2026-09-15", "2027-09-15"),  # where it lies counts for more than the weekday
        ("onsdag 15.9.", "2027-09-15", "2026-09-15", "2027-09-15"),
        ("fredag 15.9.", "2026-09-15", "2026-09-15", "2027-09-15"),  # in no year near: the weekday is mistaken
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_makes_sense(typed: str, near: str, past: str, ahead: str) -> None:
    kinds: tuple[Expects, ...] = ("", "past", "ahead")
    assert [parse_day(typed, TODAY, kind) for kind in kinds] == [near, past, ahead]


def test_every_date_says_where_it_lies() -> None:
    assert records.__all__
    lies = {
        f"{noun.key}.{name}": field.expects
        for noun in NOUNS.values()
        for name, field in noun.fields.items()
        if isinstance(field, Date)
    }
    past = {one for one, kind in lies.items() if kind == "past"}
    ahead = {one for one, kind in lies.items() if kind == "ahead"}
    assert {"gate_entry.came", "gate_entry.signed", "gate_entry.replied", "phase.opened", "phase.closed"} <= past
    assert {"gate_entry.revisit", "answer.due", "own_item.due", "advice_reply.until"} <= ahead


@given(st.dates(date(1990, 1, 1), date(2199, 12, 31)), st.dates(date(1901, 1, 1), date(2190, 12, 31)))
def test_a_day_as_it_is_edited_is_read_back(day: date, today: date) -> None:
    assert parse_day(f"{day.day}.{day.month}.{day.year}", today) == day.isoformat()
    ahead = today + timedelta(3)
    assert parse_day(f"{ahead.day}.{ahead.month}.", today, "ahead") == ahead.isoformat()


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_none(typed: str) -> None:
    day = parse_day(typed, TODAY)
    assert not day or date.fromisoformat(day).isoformat() == day
