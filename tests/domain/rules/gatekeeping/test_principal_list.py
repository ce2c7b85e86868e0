"""What is overdue at the gate is on the principal's list, and leaves it when it is decided or signed."""

import msgspec

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import sign_as_principal
from fosdesk.domain.rules.gatekeeping.principal_list import waits_for_principal
from fosdesk.domain.school import School

TODAY = "2026-11-23"


def why(*entries: GateEntry) -> list[tuple[str, str]]:
    school = School("s", {one.id: one for one in entries}, {})
    return [(one.entry.id, one.why) for one in waits_for_principal(school, TODAY)]


def test_undecided_for_four_weeks_but_not_for_less_nor_when_a_day_is_set() -> None:
    assert why(
        GateEntry("old", what="A", came="2026-10-01"),
        GateEntry("new", what="B", came="2026-11-10"),
        GateEntry("later", what="C", came="2026-10-01", revisit="2027-01-10"),
        msgspec.structs.replace(GateEntry("away", what="D", came="2026-10-01"), put_away=True),
    ) == [("old", "undecided")]


def test_to_be_looked_at_again_until_it_is_decided_anew() -> None:
    parked = GateEntry(
        "p", what="A", decision="parked", signed="2026-01-10", signed_by="principal", revisit="2026-11-01"
    )
    assert why(parked) == [("p", "revisit")]
    assert why(parked, GateEntry("q", what="A", came=TODAY, replaces="p")) == []


def test_decided_without_the_principal_until_it_is_signed() -> None:
    decided = GateEntry("d", what="A", decision="admitted", signed="2026-11-01", signed_by="deputy")
    assert why(decided) == [("d", "unsigned")]
    assert why(sign_as_principal(decided, TODAY)) == []
    assert why(GateEntry("e", what="A", decision="admitted", signed="2025-01-01", signed_by="deputy")) == []
