"""Chains of entries are read as one story, and a new look begins with a clean sheet."""

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gatekeeping.story import story_of, taken_up_again
from fosdesk.domain.school import School


def school(*entries: GateEntry) -> School:
    return School("s", {one.id: one for one in entries}, {})


def test_a_chain_is_told_from_its_beginning_whichever_link_one_stands_at() -> None:
    found = school(
        GateEntry("c", what="Tre", came="2026-03-01", replaces="b"),
        GateEntry("a", what="Ein", came="2024-03-01"),
        GateEntry("b", what="To", came="2025-03-01", replaces="a"),
        GateEntry("x", what="For seg"),
    )
    for one in "abc":
        assert [entry.id for entry in story_of(found, one)] == ["a", "b", "c"]
    assert [entry.id for entry in story_of(found, "x")] == ["x"]


def test_a_circle_and_a_link_to_nothing_end() -> None:
    found = school(GateEntry("a", replaces="b"), GateEntry("b", replaces="a"), GateEntry("c", replaces="borte"))
    assert {entry.id for entry in story_of(found, "a")} == {"a", "b"}
    assert [entry.id for entry in story_of(found, "c")] == ["c"]


def test_taking_up_again_keeps_what_came_and_nothing_of_what_was_decided() -> None:
    old = GateEntry(
        "a",
        what="Leseløftet",
        source="PPT",
        decision="kept_out",
        signed="2025-01-01",
        signed_by="principal",
        reason="Nei",
    )
    new = taken_up_again(old, "2026-11-23")
    assert (new.what, new.source, new.came, new.replaces) == ("Leseløftet", "PPT", "2026-11-23", "a")
    assert (new.id, new.decision, new.signed, new.signed_by, new.reason) == ("", "", "", "", "")
