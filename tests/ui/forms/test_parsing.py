"""What people type as days, minutes and numbers, and what is no such thing."""

from datetime import date

import pytest

from fosdesk.ui.forms.parsing import clean, parse_day, parse_minutes, parse_number, show_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("  ", ""),
        ("3.12.2026", "2026-12-03"),
        ("03.12.26", "2026-12-03"),
        ("3/12/2026", "2026-12-03"),
        ("3-12-2026", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("3. desember 2026", "2026-12-03"),
        ("3 desember 2026", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("3.12.", "2026-12-03"),
        ("15.1.", "2027-01-15"),
        ("1. juni", "2027-06-01"),
        ("20.11.", "2026-11-20"),
        ("29.2.2028", "2028-02-29"),
    ],
)
def test_days_as_people_write_them(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY, "nb") == day


@pytest.mark.parametrize(
    "typed", ["31.2.2026", "i morgen", "32.1.2026", "3.13.2026", "1.1.1492", "1.1.20266", "²", "٣.١٢"]
)
def test_what_is_no_day(typed: str) -> None:
    assert parse_day(typed, TODAY, "nb") is None


def test_days_in_english_and_nynorsk() -> None:
    assert parse_day("3 December 2026", TODAY, "en") == "2026-12-03"
    assert parse_day("3. desember 2026", TODAY, "nn") == "2026-12-03"
    assert show_day("2026-12-03") == "3.12.2026"
    assert show_day("en gang i fjor") == "en gang i fjor"


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", None),
        ("90", 90),
        ("90 min", 90),
        ("1:30", 90),
        ("1.30", 90),
        ("1 t 30 min", 90),
        ("1,5 t", 90),
        ("2 timer", 120),
        ("2 timar", 120),
        ("1 hour", 60),
        ("45 minutter", 45),
    ],
)
def test_minutes_as_people_write_them(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["en time", "-5", "1:3:0", "²", "9999999", "1e3"])
def test_what_is_no_time_span(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_minutes(typed)


def test_numbers() -> None:
    assert parse_number("1 000") == 1000
    assert parse_number("") is None
    for typed in ("4,5", "fire", "1000001", "٣", "-1"):
        with pytest.raises(ValueError):
            parse_number(typed)


def test_texts_lose_what_nobody_can_see() -> None:
    assert clean("a\x00b\x1fc\ud800", one_line=True) == "abc"
    assert clean("a\r\nb\rc\u2028d ", one_line=False) == "a\nb\nc\nd"
    assert clean(" a\nb ", one_line=True) == "a b"
    assert clean("tab\tog 🙂‍🌱", one_line=False) == "tab\tog 🙂‍🌱"
