"""Days that a line of text names, in three languages, and what is no day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.day_phrases import days_in

TODAY = date(2026, 11, 30)  # a Monday, in week 49


@pytest.mark.parametrize(
    ("line", "words", "day"),
    [
        ("Ring PPT neste tysdag", "neste tysdag", "2026-12-08"),
        ("Ring PPT tirsdag om rommet", "tirsdag", "2026-12-01"),
        ("Send på mandag", "på mandag", "2026-12-07"),
        ("Call them next Tuesday", "next Tuesday", "2026-12-08"),
        ("Call them on Friday", "on Friday", "2026-12-04"),
        ("Møt Kari torsdag neste uke", "torsdag neste uke", "2026-12-10"),
        ("Svar før fredag", "før fredag", "2026-12-03"),
        ("Følg opp uke 43", "uke 43", "2027-10-29"),
        ("Følg opp i veke 50", "i veke 50", "2026-12-11"),
        ("Done by week 49", "by week 49", "2026-12-04"),
        ("Ferdig innen uke 2 2027", "innen uke 2 2027", "2027-01-15"),
        ("Ferdig før uke 51", "før uke 51", "2026-12-11"),
        ("Rydd bod før jul", "før jul", "2026-12-18"),
        ("Tidy up before Christmas", "before Christmas", "2026-12-18"),
        ("Samtale før påske", "før påske", "2027-03-19"),
        ("Evaluer innan sommaren", "innan sommaren", "2027-06-18"),
        ("Evaluer før sommerferien", "før sommerferien", "2027-06-18"),
        ("Svar innen 15.9", "innen 15.9", "2027-09-15"),
        ("Svar innan 15.12.", "innan 15.12.", "2026-12-15"),
        ("Svar før 15.12", "før 15.12", "2026-12-14"),
        ("Svar innen 15.11", "innen 15.11", "2027-11-15"),
        ("Frist: 3/12 hos kommunen", "Frist: 3/12", "2026-12-03"),
        ("Møte 3.12.2026 kl. 14.30", "3.12.2026", "2026-12-03"),
        ("Møte 3. desember.", "3. desember", "2026-12-03"),
        ("Møte torsdag 3. desember om lek", "torsdag 3. desember", "2026-12-03"),
        ("Møte torsdag 3.12 om lek", "torsdag 3.12", "2026-12-03"),
        ("Meet 15 September 2027", "15 September 2027", "2027-09-15"),
        ("Meet by Sept 15th", "by Sept 15th", "2027-09-15"),
        ("Søk om midler i morgon", "i morgon", "2026-12-01"),
        ("Apply tomorrow", "tomorrow", "2026-12-01"),
        ("Ring i overmorgen", "i overmorgen", "2026-12-02"),
        ("Ring i dag", "i dag", "2026-11-30"),
        ("Spør igjen om to uker", "om to uker", "2026-12-14"),
        ("Spør igjen om ein månad", "om ein månad", "2026-12-30"),
        ("Ask again in 3 days", "in 3 days", "2026-12-03"),
        ("Ferdig denne uka", "denne uka", "2026-12-04"),
        ("Ferdig neste veke", "neste veke", "2026-12-11"),
        ("Ferdig neste måned", "neste måned", "2026-12-31"),
        ("RING NESTE TYSDAG", "NESTE TYSDAG", "2026-12-08"),
    ],
)
def test_days_as_people_write_them(line: str, words: str, day: str) -> None:
    (found,) = days_in(line, TODAY)
    assert (line[found.start : found.end], found.day) == (words, day)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Se kapittel 3.2 og § 9.2",
        "Sak 12/26 om lek",
        "1/2 stilling til biblioteket",
        "Kl. 14.30 på rom 3",
        "Mandagsmøtet bør være kortere",
        "Hver tirsdag er for mye",
        "Det vi sa forrige fredag",
        "Last Friday was too long",
        "Møtet 3. november",
        "Møtet 3.11.2026",
        "Uke 54 finnes ikke",
        "Innen 31.2. er umulig",
        "4.2 prosent gikk ned, 3.5 % opp",
        "Kontakt by og bygd",
        "Før fravær blir ført",
        "Til fire av oss",
        "Telefon 55 12 34 56",
        "Versjon 2.10.3.4",
    ],
)
def test_what_names_no_day_ahead(line: str) -> None:
    assert days_in(line, TODAY) == ()


def test_several_days_come_in_the_order_of_the_text() -> None:
    line = "Spør tirsdag, svar innen 15.12, ferdig før jul"
    assert [line[one.start : one.end] for one in days_in(line, TODAY)] == ["tirsdag", "innen 15.12", "før jul"]


def test_the_end_of_a_week_and_of_a_month_are_not_overshot() -> None:
    sunday = date(2026, 12, 6)
    assert [one.day for one in days_in("denne uka", sunday)] == ["2026-12-06"]
    assert [one.day for one in days_in("uke 49", sunday)] == ["2026-12-06"]
    assert [one.day for one in days_in("neste mandag", sunday)] == ["2026-12-07"]
    assert [one.day for one in days_in("om en måned", date(2027, 1, 31))] == ["2027-02-28"]
    assert [one.day for one in days_in("før jul", date(2026, 12, 19))] == ["2027-12-20"]
    assert [one.day for one in days_in("uke 53", date(2027, 6, 1))] == []


@given(
    st.lists(
        st.sampled_from(
            (
                "før",
                "innen",
                "neste",
                "tysdag",
                "uke",
                "53",
                "31.2",
                "29.2",
                "om",
                "to",
                "måneder",
                "jul",
                "3. mai 9999",
            )
        ),
        max_size=8,
    ).map(" ".join)
    | st.text(max_size=60),
    st.dates(),
)
def test_whatever_is_typed_on_whatever_day_gives_days_from_today_on(line: str, today: date) -> None:
    for found in days_in(line, today):
        assert today <= date.fromisoformat(found.day)
        assert 0 <= found.start < found.end <= len(line)


def test_a_long_text_is_read_at_once() -> None:
    assert days_in("før " * 60_000, TODAY) == ()
