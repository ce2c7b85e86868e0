"""What people type as minutes and numbers, and what is no such thing."""

import pytest

from fosdesk.ui.forms.parsing import clean, parse_minutes, parse_number, show_day


def test_a_day_is_shown_as_it_is_edited() -> None:
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
        ("1,25 t", 75),
        ("1.5 t", 90),
        ("0,75 timer", 45),
        ("1,333 t", 80),
        ("1 time og 30 minutter", 90),
        ("1 time og 30 minutt", 90),
        ("1 time, 30 min.", 90),
        ("1t30", 90),
        ("1\N{NO-BREAK SPACE}t\N{NO-BREAK SPACE}30\N{NO-BREAK SPACE}min", 90),
        ("1 hour and 30 minutes", 90),
        ("2 hrs", 120),
        ("1:30 t", 90),
        ("90 minutes", 90),
    ],
)
def test_minutes_as_people_write_them(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize(
    "typed", ["en time", "1 time og en halv", "1,2345 t", "1.25 t", "t", "-5", "1:3:0", "²", "9999999", "1e3"]
)
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
