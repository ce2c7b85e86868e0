"""The gatekeeping log: its flow, its reasons, its search, and the act of deciding."""

import pytest

from fosdesk.domain.records import GateEntry, GateReason, Meeting, TranslationNote
from fosdesk.domain.rules.gate_rules import (
    Branch,
    decide,
    flow,
    learned_reasons,
    limited_to,
    school_years,
)
from fosdesk.domain.values.period import Period
from tests.domain.schools import school_of


def reason(number: int, text: str, parent: str) -> GateReason:
    return GateReason(f"r{number}", text=text, parent=parent, pos=f"{number:02}")


def test_deciding_signs_with_role_and_day() -> None:
    entry = decide(GateEntry("e", what="Kurs"), "kept_out", "principal", "2026-11-23")
    assert (entry.decision, entry.signed_by, entry.signed) == ("kept_out", "principal", "2026-11-23")


def test_deciding_the_same_again_keeps_the_first_signature() -> None:
    entry = decide(GateEntry("e"), "parked", "principal", "2026-01-01")
    assert decide(entry, "parked", "deputy", "2026-11-23") is entry
    assert decide(entry, "admitted", "deputy", "2026-11-23").signed_by == "deputy"


@pytest.mark.parametrize("nothing", ["", "undecided"])
def test_taking_a_decision_back_takes_the_signature_away(nothing: str) -> None:
    entry = decide(GateEntry("e", revisit="2027-01-01"), "parked", "principal", "2026-01-01")
    assert decide(entry, nothing, "deputy", "2026-11-23") == GateEntry("e", decision=nothing, revisit="2027-01-01")
    assert decide(GateEntry("e"), nothing, "deputy", "2026-11-23") == GateEntry("e")


def test_the_flow_says_where_everything_went_and_why() -> None:
    school = school_of(
        GateEntry("a", decision="admitted"), GateEntry("b", decision="kept_out"), GateEntry("c", decision="kept_out"),
        GateEntry("d"), GateEntry("e", decision="undecided"), reason(1, "For mye", "b"), reason(2, "For mye", "c"),
        reason(3, "Utenfor retningen", "c"),
    )  # fmt: skip
    found = flow(school)
    assert found.entries == 5
    assert found.branches == (
        Branch("admitted", 1, "", 0), Branch("adapted", 0, "", 0), Branch("parked", 0, "", 0),
        Branch("kept_out", 2, "For mye", 2), Branch("undecided", 2, "", 0),
    )  # fmt: skip


def test_a_decision_of_a_newer_version_is_counted() -> None:
    found = flow(school_of(GateEntry("a", decision="lent_out")))
    assert found.entries == 1
    assert found.branches[-1] == Branch("lent_out", 1, "", 0)


def test_reasons_are_learned_by_use_and_spelling_variants_are_one() -> None:
    texts = ["for mye", "For mye", "For  mye", "Ikke nå", "", "Utenfor", "Utenfor"]
    assert learned_reasons(school_of(*(reason(n, t, "e") for n, t in enumerate(texts)))) == (
        "For mye",
        "Utenfor",
        "Ikke nå",
    )


def test_the_school_years_of_the_log_are_those_in_which_something_happened() -> None:
    school = school_of(
        GateEntry("g1", came="2024-07-31", signed="2026-08-01"),
        GateEntry("g2", came="2024-07-30"),
        GateEntry("g3", came="sometime"),
        GateEntry("g4"),
    )
    years = school_years(school)
    assert list(years) == ["2026/27", "2023/24"]
    assert [year.includes(day) for year in years.values() for day in ("2026-08-01", "2024-07-31")] == [
        True, False, False, True,
    ]  # fmt: skip


def test_a_limited_school_keeps_all_that_is_not_of_the_log() -> None:
    school = school_of(
        GateEntry("in", came="2026-08-01"),
        GateEntry("out", came="2026-07-31"),
        GateReason("r1", parent="in"),
        GateReason("r2", parent="out"),
        TranslationNote("translation:in", kept="This"),
        TranslationNote("translation:out", kept="That"),
        Meeting("m1", day="2020-01-01"),
    )
    assert set(limited_to(school, Period.school_year(2026)).records) == {"in", "r1", "translation:in", "m1"}
