"""The gatekeeping log: its flow, its reasons, its search, and the act of deciding."""

import msgspec
import pytest

from fosdesk.domain.records import GateEntry, GateReason, Meeting, TranslationNote
from fosdesk.domain.rules.gate_rules import (
    Branch,
    GateIndex,
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


LOG = (
    GateEntry("a", what="Leseløftet", source="Bokklubb", came="2026-01-01", decision="kept_out", kind="advice"),
    GateEntry("b", what="Øvelse gjør mester", reply="Takk for rådet", came="2026-03-01"),
    GateEntry("c", what="Čállin ja lohkan", brought_by="Rektor", came="2026-02-01", points_to="direction"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "bca"),
        ("LESE", "a"),
        ("  lese   bok ", "a"),
        ("øvelse", "b"),
        ("ovelse", ""),
        ("callin", "c"),
        ("čállin", "c"),
        ("rådet", "b"),
        ("ikke nå", "c"),
        ("klubb øvelse", ""),
        ("bokklubbtakk", ""),
    ],
)
def test_search_finds_every_word_in_any_field(text: str, found: str) -> None:
    index = GateIndex(school_of(*LOG, reason(1, "Ikke nå", "c")))
    assert "".join(entry.id for entry in index.find(text)) == found


def test_filters_work_together_with_the_words() -> None:
    index = GateIndex(school_of(*LOG))
    assert [e.id for e in index.find(decision="undecided")] == ["b", "c"]
    assert [e.id for e in index.find("mester", decision="undecided")] == ["b"]
    assert [e.id for e in index.find(kind="advice")] == ["a"]
    assert [e.id for e in index.find(points_to="direction")] == ["c"]


def test_the_search_follows_changes() -> None:
    index = GateIndex(school_of(*LOG))
    changed = msgspec.structs.replace(LOG[0], what="Regneløftet")
    index.update(school_of(changed, LOG[1], GateEntry("d", what="Nytt"), reason(1, "Høring", "b")))
    assert index.find("leseløftet") == ()
    assert index.find("regne") == (changed,)
    assert [e.id for e in index.find("høring")] == ["b"]
    assert [e.id for e in index.find()] == ["d", "b", "a"]


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
