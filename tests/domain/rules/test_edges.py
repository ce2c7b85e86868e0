"""The edges of the rules: the very day, the very number and the very order at which an answer changes."""

from itertools import permutations

import msgspec
import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    CriticalVoice,
    FollowUp,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    OwnItem,
    Partner,
    Person,
    PhaseState,
    TimeSlot,
)
from fosdesk.domain.rules import group_seats, time_use
from fosdesk.domain.rules.advice import advice, standing_warning
from fosdesk.domain.rules.checklist import lines_of
from fosdesk.domain.rules.gate_rules import without_reason
from fosdesk.domain.rules.progress import next_steps
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.values.dates import plus_days, spaced_days
from fosdesk.domain.values.semester import Semester
from tests.domain.schools import FRAMEWORK, TODAY, school_of

F1 = PhaseState("phase:F1", opened="2026-08-20")


def kinds(*records: Record) -> set[str]:
    return {step.kind for step in next_steps(FRAMEWORK, school_of(F1, *records), TODAY)}


def keys(*records: Record, today: str = TODAY) -> set[str]:
    return {one.key for one in advice(FRAMEWORK, school_of(*records), today)}


def test_two_laptops_show_items_of_the_same_place_in_the_same_order() -> None:
    items = [OwnItem(one, phase="F0", pos="8i") for one in ("b", "c", "a")]
    orders = {
        tuple(line.record_id for line in lines_of(FRAMEWORK, school_of(*some), "F0") if line.is_own)
        for some in permutations(items)
    }
    assert orders == {("a", "b", "c")}


def test_a_reason_of_spaces_is_none() -> None:
    blank, said = GateEntry("a", decision="parked", reason=" \n "), GateEntry("b", decision="parked", reason="Nok nå")
    chip = GateEntry("c", decision="parked")
    school = school_of(blank, said, chip, GateReason("r", parent="c", text="For mye"))
    assert without_reason(school) == ("a",)


@pytest.mark.parametrize(("since", "filled"), [("2026-11-22", True), (TODAY, True), ("2026-11-24", False)])
def test_a_voice_is_heard_from_its_first_day_on(since: str, filled: bool) -> None:
    school = school_of(Person("p"), CriticalVoice("v", person="p", since=since))
    seat = next(one for one in group_seats.coverage(school, TODAY) if one.seat == group_seats.CRITICAL_VOICE)
    assert seat.filled is filled


def test_whoever_leads_stands_first_and_who_has_no_standing_yet_is_asked() -> None:
    people = [Person(one) for one in "abc"]
    member = Membership("m1", person="a", standing="member")
    leader = Membership("m2", person="b", standing="member", leads=True)
    asked = Membership("m3", person="c")
    school = school_of(*people, member, leader, asked)
    assert group_seats.members(school, TODAY) == (leader, member)
    assert group_seats.candidates(school, TODAY) == (asked,)
    assert group_seats.former_members(school, TODAY) == ()


@pytest.mark.parametrize(("days", "told"), [(13, False), (14, True), (15, True)])
def test_what_lies_undecided_is_mentioned_after_fourteen_days(days: int, told: bool) -> None:
    assert ("undecided" in kinds(GateEntry("e", came=plus_days(TODAY, -days)))) is told


@pytest.mark.parametrize(("days", "told"), [(20, True), (21, True), (22, False)])
def test_a_follow_up_is_due_soon_three_weeks_ahead(days: int, told: bool) -> None:
    assert ("due_soon" in kinds(FollowUp("f", due=plus_days(TODAY, days)))) is told


@pytest.mark.parametrize(("today", "told"), [("2026-11-22", True), (TODAY, True), ("2026-11-24", False)])
def test_a_long_gap_is_mentioned_until_the_meeting_that_ends_it(today: str, told: bool) -> None:
    school = school_of(Meeting("a", day="2026-08-24"), Meeting("b", day=TODAY))
    assert bool(time_use.long_gaps(FRAMEWORK, school, today)) is told


@pytest.mark.parametrize(("away", "shown"), [(12, True), (13, False)])
def test_time_is_shown_for_six_years_to_either_side(away: int, shown: bool) -> None:
    now = Semester.of_date(TODAY)
    for semester in (now.plus(away), now.plus(-away)):
        slot = TimeSlot("t", who="staff", semester=str(semester), minutes=5)
        (found,) = time_use.time_by_group(school_of(slot), TODAY)
        assert (semester in [one.semester for one in found.semesters]) is shown


@pytest.mark.parametrize(("signed", "counts"), [("2026-07-31", False), ("2026-08-01", True)])
def test_a_school_year_begins_on_the_first_of_august(signed: str, counts: bool) -> None:
    new = [GateEntry(f"e{n}", decision="admitted", points_to="outside", signed=signed, reason="Ja") for n in range(2)]
    assert ("W3:2026H" in keys(*new)) is counts


@pytest.mark.parametrize(("signed", "counts"), [("2027-07-31", True), ("2027-08-01", False)])
def test_a_school_year_ends_with_july(signed: str, counts: bool) -> None:
    new = [GateEntry(f"e{n}", decision="admitted", points_to="outside", signed=signed, reason="Ja") for n in range(2)]
    assert ("W3:2026H" in keys(*new, today="2027-03-01")) is counts


@pytest.mark.parametrize(("first", "told"), [("2025-11-23", False), ("2025-11-24", True)])
def test_a_change_of_direction_counts_for_a_year(first: str, told: bool) -> None:
    days = ["2024-01-01", first, "2026-09-01"]
    found = advice(FRAMEWORK, school_of(), TODAY, lambda record, field: days if field == "direction" else [])
    assert bool(found) is told


@pytest.mark.parametrize(("later", "apart"), [("2026-10-30", 1), ("2026-10-31", 2)])
def test_drafts_are_one_change_within_thirty_days(later: str, apart: int) -> None:
    assert len(spaced_days(["2026-10-01", later], 30)) == apart


@pytest.mark.parametrize(("opened", "told"), [("2026-05-23", False), ("2026-04-24", False), ("2026-04-23", True)])
def test_the_focus_is_asked_about_after_more_than_six_whole_months(opened: str, told: bool) -> None:
    assert ("W4:2026H" in keys(PhaseState("phase:F3", opened=opened))) is told


@pytest.mark.parametrize(("withdraws", "told"), [(TODAY, True), ("2026-11-24", False)])
def test_support_is_gone_on_the_day_on_which_it_withdraws(withdraws: str, told: bool) -> None:
    assert ("W10" in keys(Partner("p", kind="university", withdraws=withdraws))) is told


def test_half_of_the_important_items_is_enough_to_go_on() -> None:
    suggested = [item.id for item in FRAMEWORK.items if item.phase == "F1" and item.key]
    even = suggested[: len(suggested) // 2 * 2]
    hidden = [Answer(f"answer:{item}", put_away=True) for item in suggested if item not in even]
    phases = (PhaseState("phase:F1", opened="2026-03-01"), PhaseState("phase:F2", opened="2026-10-15"))
    half = [Answer(f"answer:{item}", status="done") for item in even[: len(even) // 2]]
    assert "W1" not in keys(*phases, *hidden, *half)
    assert "W1" in keys(*phases, *hidden, *half[1:])


def test_more_core_components_than_five_are_many() -> None:
    components = [CoreComponent(f"c{n}") for n in range(6)]
    assert ("W5" in keys(*components[:5]), "W5" in keys(*components)) == (False, True)


@pytest.mark.parametrize("noun", ["person", "membership", "critical_voice", "seat"])
def test_everything_written_about_people_is_beside_the_words_on_people(noun: str) -> None:
    assert standing_warning(noun, "note") == "W11"


@pytest.mark.parametrize("item", ["F1-02", "F1-03", "F1-08", "F2-02", "F2-05", "F3-12", "F3-13", "F3-16", "F4-05"])
def test_what_attracts_single_cases_is_beside_the_words_on_pupils(item: str) -> None:
    assert standing_warning("answer", "how", item) == "W12"


def test_what_no_page_shows_is_not_found() -> None:
    answer = Answer("answer:F1-02", how="Vi spurte alle", answered="ramme-seks")
    index = SearchIndex(FRAMEWORK, school_of(answer, OwnItem("o", phase="F1", own_text="Egen", pos="zyx")))
    assert [hit.record for hit in index.find("spurte")] == ["answer:F1-02"]
    assert index.find("ramme-seks") == index.find("zyx") == ()
    index.update(school_of(msgspec.structs.replace(answer, how="Vi skrev")))
    assert index.find("spurte") == ()
