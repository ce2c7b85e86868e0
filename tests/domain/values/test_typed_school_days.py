"""The school calendars that municipalities publish: what is understood, and what is shown as not understood."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.typed_school_days import MOST_LINES, SchoolDays, parse_school_days
from fosdesk.errors import FosdeskError

TODAY = date(2026, 8, 3)


def said(text: str, today: date = TODAY) -> list[tuple[str, str, str, str]]:
    return [(one.first, one.last, one.what, one.name) for one in parse_school_days(text, today)]


@pytest.mark.parametrize(
    ("line", "first", "last", "what", "name"),
    [
        ("Høstferie 5.–9. oktober 2026", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("Haustferie: 5. - 9. oktober 2026", "2026-10-05", "2026-10-09", "free", "Haustferie"),
        ("Planleggingsdag 17.8.2026", "2026-08-17", "", "planning", "Planleggingsdag"),
        ("Planleggingsdag 17.08.26", "2026-08-17", "", "planning", "Planleggingsdag"),
        ("Juleferie: 21. desember–1. januar", "2026-12-21", "2027-01-01", "free", "Juleferie"),
        ("Juleferie: 21. desember 2026 til 1. januar 2027", "2026-12-21", "2027-01-01", "free", "Juleferie"),
        ("Juleferie 21. desember – 1. januar 2027", "2026-12-21", "2027-01-01", "free", "Juleferie"),
        ("Juleferie fra og med 21.12.2026 til og med 01.01.2027", "2026-12-21", "2027-01-01", "free", "Juleferie"),
        ("Joleferie f.o.m. 21. desember t.o.m. 1. januar", "2026-12-21", "2027-01-01", "free", "Joleferie"),
        ("Vinterferie uke 8: 22.–26. februar 2027", "2027-02-22", "2027-02-26", "free", "Vinterferie"),
        ("Vinterferie uke 8", "2027-02-22", "2027-02-26", "free", "Vinterferie"),
        ("Haustferie (veke 41)", "2026-10-05", "2026-10-09", "free", "Haustferie"),
        ("Høstferie uke 41 (5.-9. oktober)", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("5.–9. oktober: Høstferie", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("mandag 28. september - fredag 2. oktober Høstferie", "2026-09-28", "2026-10-02", "free", "Høstferie"),
        ("Høstferie: mandag 28. september–fredag 2. oktober", "2026-09-28", "2026-10-02", "free", "Høstferie"),
        ("Kristi himmelfartsdag torsdag 6. mai 2027", "2027-05-06", "", "free", "Kristi himmelfartsdag"),
        ("Elevfri/planleggingsdag: fredag 20. november", "2026-11-20", "", "planning", "Elevfri/planleggingsdag"),
        ("Høstferie\t05.10.2026\t09.10.2026", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("05.10.2026\t09.10.2026\tHøstferie", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("2026-10-05\t2026-10-09\tHøstferie", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("Oktober\tHøstferie 5.-9.\t17", "2026-10-05", "2026-10-09", "free", "Høstferie"),
        (
            "Påskeferie: 22.–29. mars (første skoledag etter påske tirsdag 30. mars)",
            "2027-03-22",
            "2027-03-29",
            "free",
            "Påskeferie",
        ),
        ("Første skoledag: mandag 17. august", "2026-08-17", "", "school", "Første skoledag"),
        (
            "Siste skuledag før sommarferien: fredag 18. juni",
            "2027-06-18",
            "",
            "school",
            "Siste skuledag før sommarferien",
        ),
        ("Skolejubileum 12. mai 2027", "2027-05-12", "", "", "Skolejubileum"),
    ],
)
def test_a_line_says_days_and_what_they_are(line: str, first: str, last: str, what: str, name: str) -> None:
    assert said("Skolerute 2026–2027\n" + line) == [(first, last, what, name)]


def test_several_days_and_several_things_in_one_line() -> None:
    assert said("Planleggingsdager: 13. og 14. august 2026") == [
        ("2026-08-13", "", "planning", "Planleggingsdager"),
        ("2026-08-14", "", "planning", "Planleggingsdager"),
    ]
    assert said("Fridager: 17. mai, 6. mai og 7. mai 2027") == [
        ("2027-05-17", "", "free", "Fridager"),
        ("2027-05-06", "", "free", "Fridager"),
        ("2027-05-07", "", "free", "Fridager"),
    ]
    assert said("Planleggingsdager 13. og 14. august 2026. Høstferie 5.–9. oktober 2026") == [
        ("2026-08-13", "", "planning", "Planleggingsdager"),
        ("2026-08-14", "", "planning", "Planleggingsdager"),
        ("2026-10-05", "2026-10-09", "free", "Høstferie"),
    ]


def test_years_come_from_headings_from_other_days_and_at_last_from_today() -> None:
    assert said("Høsten 2027\nHøstferie 4.–8. oktober\nVåren 2028\nVinterferie 21.–25. februar") == [
        ("2027-10-04", "2027-10-08", "free", "Høstferie"),
        ("2028-02-21", "2028-02-25", "free", "Vinterferie"),
    ]
    assert said("Planleggingsdag 17.8.2027\nVinterferie 21.–25. februar")[1][:2] == ("2028-02-21", "2028-02-25")
    assert said("Vinterferie 21.–25. februar", date(2026, 11, 23))[0][:2] == ("2027-02-21", "2027-02-25")
    assert said("2027\nHøstferie 4.–8. oktober")[0][:2] == ("2027-10-04", "2027-10-08")


@pytest.mark.parametrize(
    "line",
    [
        "Velkommen til et nytt skoleår ved Fjordvik skole",
        "Fra\tTil\tHva",
        "Juleferie fra 21. desember",
        "Høstferie 31.–35. oktober",
        "Vinterferie uke 88",
        "Sum skoledager 190",
        "Høstferie 5. oktober 2026–9. oktober 2028",
    ],
)
def test_what_is_not_understood_is_shown_and_not_dropped(line: str) -> None:
    assert [(one.line, one.first) for one in parse_school_days(line, TODAY)] == [(line.replace("\t", " "), "")]


def test_nothing_gives_nothing_and_too_much_is_told() -> None:
    assert parse_school_days(" \n\t\n", TODAY) == ()
    with pytest.raises(FosdeskError):
        parse_school_days("x\n" * (MOST_LINES + 1), TODAY)


def test_long_and_hostile_lines_are_answered_like_any_other() -> None:
    text = "\n".join(("1. " * 300, "1.-" * 300, "mandag " * 140, "1" * 999, "x" * 100_000, "(" * 900, "\t1" * 400))
    assert all(one.line for one in parse_school_days(text, TODAY))


@given(st.text(alphabet="0123456789.-–/ \tabcdefgjklmnoprstuvåø,:()\n", max_size=80))
def test_whatever_is_pasted_every_line_is_answered_and_days_are_days(text: str) -> None:
    found = parse_school_days(text, TODAY)
    for one in found:
        assert isinstance(one, SchoolDays)
        assert one.first == "" or known_day(one.first)
        assert one.last == "" or one.last > one.first
