"""The day somebody leaves: «no longer with us from» is the first day without them, «until» the last day with them."""

import pytest

from fosdesk.domain.records import Membership, Person, Retention, SeatHolder
from fosdesk.domain.rules.group_seats import candidates, coverage, former_members, leaders, members
from fosdesk.privacy.erasure_due import due_for_erasure
from tests.domain.schools import school_of

DAY_BEFORE, DAY, DAY_AFTER = "2026-11-22", "2026-11-23", "2026-11-24"


@pytest.mark.parametrize(("today", "is_here"), [(DAY_BEFORE, True), (DAY, False), (DAY_AFTER, False)])
def test_whoever_leaves_is_no_member_from_that_day_on(today: str, is_here: bool) -> None:
    part = Membership("m", person="p", standing="member", leads=True)
    asked = Membership("c", person="p", standing="candidate")
    school = school_of(Person("p", name="Kari", role="teacher", left=DAY), part, asked)
    assert members(school, today) == leaders(school, today) == ((part,) if is_here else ())
    assert candidates(school, today) == ((asked,) if is_here else ())
    assert set(former_members(school, today)) == (set() if is_here else {part, asked})


@pytest.mark.parametrize(("today", "is_here"), [(DAY_BEFORE, True), (DAY, False), (DAY_AFTER, False)])
def test_whoever_leaves_holds_no_seat_from_that_day_on(today: str, is_here: bool) -> None:
    school = school_of(Person("p", role="parent", left=DAY), SeatHolder("h", seat="teachers", person="p"))
    held = {view.seat: view.holders for view in coverage(school, today)}
    assert held["teachers"] == (("p",) if is_here else ())


@pytest.mark.parametrize(("today", "is_here"), [(DAY_BEFORE, True), (DAY, True), (DAY_AFTER, False)])
def test_a_membership_lasts_through_its_last_day(today: str, is_here: bool) -> None:
    part = Membership("m", person="p", standing="member", until=DAY)
    assert members(school_of(Person("p"), part), today) == ((part,) if is_here else ())


@pytest.mark.parametrize(
    ("months", "today", "is_proposed"),
    [
        (0, DAY_BEFORE, False),
        (0, DAY, True),
        (12, "2027-11-22", False),
        (12, "2027-11-23", True),
    ],
)
def test_erasing_is_proposed_from_the_day_on_which_the_months_are_over(
    months: int, today: str, is_proposed: bool
) -> None:
    gone = Person("p", name="Kari", left=DAY)
    assert due_for_erasure(school_of(gone, Retention("retention", months=months)), today) == (
        (gone,) if is_proposed else ()
    )
