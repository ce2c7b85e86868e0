"""The work group: members, leader and seats, and what stays private about the critical voice."""

import pytest

from fosdesk.domain.records import CriticalVoice, Membership, Person, Seat, SeatHolder
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules import group_seats
from tests.domain.schools import TODAY, school_of

ANNE, BO, LIV = Person("anne", role="principal"), Person("bo", role="teacher"), Person("liv", role="assistant")


def belongs(person: Person, standing: str = "member", **more: str | bool) -> Membership:
    return Membership(f"m_{person.id}", person=person.id, standing=standing, **more)  # type: ignore[arg-type]


def test_seats_are_filled_by_the_roles_of_current_members() -> None:
    school = school_of(ANNE, BO, LIV, belongs(ANNE), belongs(BO), belongs(LIV, "candidate"))
    found = {seat.seat: seat for seat in group_seats.coverage(school, TODAY)}
    assert list(found) == [option.key for option in SEAT_OPTIONS]
    assert found["teachers"].holders == ("bo",)
    assert [seat for seat, view in found.items() if view.filled] == ["teachers"]


def test_a_seat_can_be_held_without_the_role_and_by_hand() -> None:
    school = school_of(BO, SeatHolder("h", seat="camps", person="bo"), SeatHolder("i", seat="ppt", person="deleted"))
    states = {seat.seat: seat.state for seat in group_seats.coverage(school, TODAY)}
    assert (states["camps"], states["ppt"]) == ("filled", "open")


@pytest.mark.parametrize(
    ("considered", "state"), [("no", "declined"), ("later", "later"), ("yes", "wanted"), ("", "open")]
)
def test_yes_and_no_are_both_answers(considered: str, state: str) -> None:
    (fau,) = (
        s for s in group_seats.coverage(school_of(Seat("seat:fau", considered=considered)), TODAY) if s.seat == "fau"
    )
    assert fau.state == state


def test_close_cooperation_does_not_overrule_a_no() -> None:
    parent = Person("kari", role="fau")
    close = belongs(parent, mode="close")
    for considered, filled in (("no", False), ("yes", True), ("", True)):
        school = school_of(parent, close, Seat("seat:fau", considered=considered))
        assert next(s.filled for s in group_seats.coverage(school, TODAY) if s.seat == "fau") is filled


def test_the_critical_voice_is_filled_or_not_and_nobody_is_named() -> None:
    def voice(**more: str) -> group_seats.SeatView:
        school = school_of(BO, CriticalVoice("v", person="bo", **more))
        return next(s for s in group_seats.coverage(school, TODAY) if s.seat == "critical_voice")

    assert voice().filled
    assert voice().holders == ()
    assert not voice(until="2026-06-01").filled
    assert not voice(since="2027-01-01").filled


def test_the_critical_voice_is_not_told_by_a_stray_seat_holder() -> None:
    school = school_of(BO, SeatHolder("h", seat="critical_voice", person="bo"))
    assert all(seat.holders == () for seat in group_seats.coverage(school, TODAY))


def test_who_was_appointed_by_a_union_is_not_said_but_the_seat_is_filled() -> None:
    school = school_of(BO, belongs(BO, union_appointed=True))
    union = next(s for s in group_seats.coverage(school, TODAY) if s.seat == "union")
    assert (union.filled, union.holders) == (True, ())


def test_those_who_left_are_former_members() -> None:
    gone = Person("gro", role="sfo", left="2026-06-01")
    school = school_of(ANNE, BO, gone, belongs(ANNE, until="2026-01-01"), belongs(BO, "former"), belongs(gone))
    assert group_seats.members(school, TODAY) == ()
    assert len(group_seats.former_members(school, TODAY)) == 3


def test_a_member_whose_person_was_deleted_is_no_error() -> None:
    school = school_of(belongs(BO), Membership("blank", standing="member"))
    assert [m.id for m in group_seats.members(school, TODAY)] == ["blank"]


def test_who_leads() -> None:
    with_principal = school_of(ANNE, BO, belongs(ANNE, leads=True), belongs(BO))
    assert group_seats.members(with_principal, TODAY)[0].person == "anne"
    assert group_seats.principal_leads(with_principal, TODAY)
    assert not group_seats.leads_otherwise(with_principal, TODAY)
    assert group_seats.leads_otherwise(school_of(ANNE, BO, belongs(ANNE), belongs(BO, leads=True)), TODAY)
    assert not group_seats.leads_otherwise(school_of(ANNE, belongs(ANNE)), TODAY)
