"""Which records point to a record: through which fields, cheaply, and never through what is decided on privacy."""

from collections.abc import Iterator
from typing import Annotated

import pytest

from fosdesk.domain.fields import NOUNS, AnyReference, Privacy, Record, Short, noun
from fosdesk.domain.records import (
    AgendaLine,
    Answer,
    CoreComponent,
    Decision,
    EraseRequest,
    FollowUp,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    Person,
    PhaseState,
    Restriction,
)
from fosdesk.domain.rules.links import Link, is_framework_id, is_linkable, link_index, links_to, noun_of_target
from fosdesk.domain.school import School
from tests.domain.schools import school_of


@pytest.fixture
def pointer() -> Iterator[type[Record]]:
    @noun("pointer", one="Pointer", many="Pointers")
    class Pointer(Record, frozen=True):
        what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""
        concerns: Annotated[str, AnyReference("Concerns", privacy=Privacy.OPEN)] = ""

    yield Pointer
    del NOUNS["pointer"]


def test_both_kinds_of_reference_are_found_and_parents_are_not(pointer: type[Record]) -> None:
    school = school_of(
        Meeting("m"),
        GateEntry("g", component="c"),
        CoreComponent("c"),
        AgendaLine("l", meeting="m", about="g"),
        Decision("d", meeting="m", line="l", about="g"),
        FollowUp("f", about="answer:F1-06"),
        pointer("p", concerns="c"),  # type: ignore[call-arg]
        pointer("q", concerns="q"),  # type: ignore[call-arg]
    )
    assert links_to(school, "g") == (Link("l", "about"), Link("d", "about"))
    assert links_to(school, "m") == (Link("d", "meeting"),)
    assert links_to(school, "l") == (Link("d", "line"),)
    assert links_to(school, "c") == (Link("g", "component"), Link("p", "concerns"))
    assert links_to(school, "answer:F1-06") == (Link("f", "about"),)
    assert links_to(school, "q") == (), "a record does not use itself"
    assert links_to(school, "nothing") == ()
    assert links_to(school, "") == ()


def test_shielded_records_and_decisions_on_privacy_use_nothing() -> None:
    person = (Person("p"), Membership("m", person="p"), Person("o"), Membership("n", person="o"))
    asked = school_of(*person, EraseRequest("erase_request:p", person="p"))
    assert links_to(asked, "p") == (Link("m", "person"),)
    shielded = school_of(*person, Restriction("restriction:p", person="p"))
    assert links_to(shielded, "p") == ()
    assert links_to(shielded, "o") == (Link("n", "person"),)
    assert [is_linkable(one) for one in (*person[:2], asked.records["erase_request:p"])] == [True, True, False]


def test_a_change_is_seen_and_costs_nothing_where_nothing_points() -> None:
    before = school_of(*(FollowUp(f"f{n}", about=f"g{n % 100}") for n in range(10_000)), Meeting("m"))
    assert len(links_to(before, "g7")) == 100
    after = before.replaced(School("s", {"m": Meeting("m", what="new")}, {}), ["m"])
    assert links_to(after, "g7") == links_to(before, "g7")
    index = link_index(FollowUp)
    assert after.cached(index, FollowUp) is before.cached(index, FollowUp), "kept while meetings change"
    gone = after.replaced(School("s", {}, {}), ["f7"])
    assert len(links_to(gone, "g7")) == 99
    moved = gone.replaced(School("s", {"f8": FollowUp("f8", about="g7")}, {}), ["f8"])
    assert Link("f8", "about") in links_to(moved, "g7")


def test_what_the_framework_suggests_is_there_before_anybody_writes() -> None:
    school = school_of(GateReason("r", parent="g"))
    assert noun_of_target(school, "answer:F1-06") is NOUNS["answer"]
    assert noun_of_target(school, "phase:F2") is NOUNS["phase"]
    assert noun_of_target(school, "r") is NOUNS["gate_reason"]
    assert noun_of_target(school, "g") is None
    assert [is_framework_id(one) for one in ("answer:F1-06", "phase:F0", "answer:Turid", "phase:F9", "seat:sfo")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert is_linkable(Answer("answer:F1-06"))
    assert is_linkable(PhaseState("phase:F2"))
