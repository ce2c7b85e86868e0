"""The principal's signature on a decision in the gatekeeping log: an act of its own, for one decision."""

import msgspec
import pytest

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import decide, is_signed_by_principal, sign_as_principal, withdraw_signature


@pytest.mark.parametrize("role", ["deputy", "department", "sfo_leader", "leadership", "", "Inspektør"])
def test_a_decision_of_another_role_waits_for_the_principals_signature(role: str) -> None:
    decided = decide(GateEntry("e", what="Kurs"), "kept_out", role, "2026-11-20")
    assert not is_signed_by_principal(decided)
    signed = sign_as_principal(decided, "2026-11-23")
    assert is_signed_by_principal(signed)
    assert (signed.signed_by, signed.signed) == (role, "2026-11-20"), "who decided, and when, stays"
    assert (signed.principal_signed, signed.principal_signed_decision) == ("2026-11-23", "kept_out")
    assert withdraw_signature(signed) == decided


@pytest.mark.parametrize("role", ["principal", "Principal", "rektor", " Rektor "])
def test_what_the_principal_decides_is_the_principals_signature(role: str) -> None:
    assert is_signed_by_principal(GateEntry("e", decision="parked", signed_by=role, signed="2026-11-20"))
    assert not is_signed_by_principal(GateEntry("e", decision="undecided", signed_by=role, signed="2026-11-20"))


def test_a_signature_is_for_one_decision_and_not_for_what_is_decided_later() -> None:
    signed = sign_as_principal(decide(GateEntry("e"), "admitted", "deputy", "2026-11-20"), "2026-11-21")
    other = decide(signed, "kept_out", "deputy", "2026-11-21")
    assert not is_signed_by_principal(other), "also where it was decided on the same day"
    assert not is_signed_by_principal(decide(other, "admitted", "deputy", "2026-11-23")), "nor decided so again later"
    assert is_signed_by_principal(decide(other, "admitted", "principal", "2026-11-23"))
    merged = msgspec.structs.replace(signed, decision="parked", signed_by="deputy", signed="2026-11-20")
    assert not is_signed_by_principal(merged), "what a colleague decided meanwhile was never signed"
    assert is_signed_by_principal(msgspec.structs.replace(signed, signed="")), "an older decision may be without a day"


@pytest.mark.parametrize("decision", ["", "undecided"])
def test_what_is_not_decided_cannot_be_signed(decision: str) -> None:
    entry = GateEntry("e", decision=decision)
    assert sign_as_principal(entry, "2026-11-23") is entry
