"""What initiatives take in each semester, when they ran, and what was met before one of the same kind."""

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, Initiative
from fosdesk.domain.rules.consolidation.initiative_load import (
    Span,
    first_day_told,
    hops,
    is_considered,
    load,
    met_before,
    span_of,
)
from fosdesk.domain.school import School
from tests.ui.acts import changed

TODAY = "2026-11-23"


def school(*records: Record) -> School:
    return School("a", {one.id: one for one in records}, {})


@pytest.mark.parametrize(
    ("one", "span"),
    [
        (Initiative("a"), None),
        (Initiative("a", started="2026-01-12"), Span("2026-01-12", "")),
        (Initiative("a", started="2026-01-12", ended="2026-03-20"), Span("2026-01-12", "2026-03-20")),
        (Initiative("a", started="2023-08-21", answer="wait", decided="2026-03-25"), Span("2023-08-21", "2026-03-25")),
        (Initiative("a", started="2026-08-17", answer="yes", decided="2026-09-16"), Span("2026-08-17", "")),
        (Initiative("a", started="2027-01-12", answer="no", decided="2026-11-01"), Span("2027-01-12", "")),
    ],
    ids=["never began", "goes on", "ended", "put off after it began", "answered yes", "answered before it began"],
)
def test_when_an_initiative_ran(one: Initiative, span: Span | None) -> None:
    assert span_of(one) == span


@pytest.mark.parametrize(
    ("one", "waits"),
    [
        (Initiative("a"), True),
        (Initiative("a", answer="wait"), True),
        (Initiative("a", started="2027-01-12"), True),
        (Initiative("a", answer="no"), False),
        (Initiative("a", answer="yes"), False),
        (Initiative("a", started="2026-01-12"), False),
        (Initiative("a", ended="2026-01-12"), False),
        (changed(Initiative("a"), put_away=True), False),
    ],
)
def test_what_waits_for_an_answer(one: Initiative, waits: bool) -> None:
    assert is_considered(one, TODAY) is waits


def test_each_semester_has_what_ran_in_it_by_where_it_came_from() -> None:
    here = school(
        Initiative("law", origin="statutory", minutes=60, started="2024-08-19"),
        Initiative("own", origin="chosen", minutes=30, started="2025-09-01", ended="2026-01-16"),
        Initiative("no", origin="chosen", minutes=500, started="2025-01-01", answer="no"),
        Initiative("unsaid", minutes=10, started="2026-10-01"),
        changed(Initiative("away", minutes=400, started="2025-01-01"), put_away=True),
        Initiative("new", origin="chosen", minutes=90),
    )
    found = {str(one.semester): one for one in load(here, TODAY, ())}
    assert list(found) == ["2025V", "2025H", "2026V", "2026H", "2027V"]
    assert [(one.statutory, one.chosen, one.unsaid) for one in found.values()] == [
        *((60, 0, 0), (60, 30, 0), (60, 30, 0), (60, 0, 10), (60, 0, 10)),
    ]
    assert {one.considered for one in found.values()} == {0}
    asked = load(here, TODAY, ("new",))
    assert [one.considered for one in asked] == [0, 0, 0, 0, 90]
    assert [one.running for one in asked] == [one.running for one in found.values()]


def test_what_would_begin_this_semester_adds_to_it() -> None:
    here = school(Initiative("new", minutes=90, started="2026-12-01"))
    assert [one.considered for one in load(here, TODAY, ("new",))] == [0, 0, 0, 90, 90]


def test_hops_are_those_of_the_last_months() -> None:
    assert first_day_told(TODAY) == "2024-11-01"
    here = school(
        Initiative("old", started="2020-01-01", ended="2024-10-31"),
        Initiative("lasting", started="2020-01-01"),
        Initiative("ended", started="2025-01-01", ended="2025-05-01"),
        Initiative("ends", started="2025-02-01", ended="2027-05-01"),
        Initiative("later", started="2027-01-01"),
    )
    assert [(hop.record.id, hop.span.ended) for hop in hops(here, TODAY)] == [
        *(("lasting", ""), ("ended", "2025-05-01"), ("ends", "")),
    ]


def test_what_shares_a_long_word_was_met_before() -> None:
    here = school(
        one := Initiative("one", name="Trivselsprogram for alle skolene"),
        Initiative("other", name="Trivselsprogrammet på mellomtrinnet", decided="2025-03-01"),
        GateEntry("gate", what="Brosjyre om trivselsprogram", came="2025-02-01"),
        GateEntry("signed", what="TRIVSELSPROGRAM igjen", came="2025-01-01", signed="2025-04-01"),
        GateEntry("elsewhere", what="Program for alle skolene"),
    )
    assert [record.id for record in met_before(here, one)] == ["signed", "other", "gate"]
    assert met_before(here, Initiative("x", name="Ny")) == ()
