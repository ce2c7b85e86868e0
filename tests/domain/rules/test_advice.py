"""The gentle warnings: when each speaks, when it is silent, and what an answer does."""

from collections.abc import Sequence

import msgspec
import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    AdviceLimit,
    AdviceReply,
    Answer,
    CoreComponent,
    ExistingGroup,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    Partner,
    Person,
    PhaseState,
    Seat,
    SeatHolder,
    StopItem,
    TimePlan,
    TimeSlot,
    WorkGroup,
)
from fosdesk.domain.rules.advice import Advice, advice, advice_limit, all_advice, put_off_until, standing_warning
from tests.domain.schools import FRAMEWORK, TODAY, school_of


def spoken(*records: Record) -> dict[str, Advice]:
    return {one.key: one for one in advice(FRAMEWORK, school_of(*records), TODAY)}


def phase(number: int, opened: str, closed: str = "") -> PhaseState:
    return PhaseState(f"phase:F{number}", opened=opened, closed=closed)


def entries(number: int, decision: str, **more: str) -> list[GateEntry]:
    more = {"reason": "Fordi"} | more
    made = [GateEntry(f"{decision}{n}", decision=decision) for n in range(number)]
    return [msgspec.structs.replace(one, **more) for one in made]


def member(role: str, number: int = 0, *, leads: bool = False, union_appointed: bool = False) -> list[Record]:
    person = Person(f"{role}{number}", role=role)
    part = Membership(
        f"m_{person.id}", person=person.id, standing="member", leads=leads, union_appointed=union_appointed
    )
    return [person, part]


def says(one: Advice) -> str:
    return FRAMEWORK.warning(one.warning).says(one.n, alternative=one.alternative)


def test_an_empty_school_is_left_alone() -> None:
    assert spoken() == {}


def test_a_short_first_phase() -> None:
    assert "fase 2 åpnet: 6." in says(spoken(phase(1, "2026-09-01"), phase(2, "2026-10-15"))["W1"])
    settled = [Answer(f"answer:{i.id}", status="done") for i in FRAMEWORK.items if i.phase == "F1"]
    assert "W1" not in spoken(phase(1, "2026-09-01"), phase(2, "2026-11-15"), *settled)
    assert "W1" not in spoken(phase(1, "2026-09-01"), phase(2, "2026-10-27"), *settled)
    # The summer holiday does not count.
    assert "W1" in spoken(phase(1, "2026-06-10"), phase(2, "2026-09-10"), *settled)
    assert "W1" not in spoken(phase(1, "2026-09-01"), phase(2, "2026-09-15"), phase(3, "2026-11-01"))


def test_key_items_left_behind() -> None:
    found = spoken(phase(1, "2026-03-01"), phase(2, "2026-10-15"))["W1"]
    assert found.alternative
    assert "viktige punkter" in says(found)
    assert all(FRAMEWORK.item(record.removeprefix("answer:")) for record in found.about)


def test_time_on_top_of_everything_else() -> None:
    slot = TimeSlot("t", minutes=90, semester="2026H")
    assert "W2" in spoken(slot)
    assert "W2" in spoken(Meeting("m", day="2026-12-01"))
    assert "W2" in spoken(Answer("answer:F2-17", status="in_progress"))
    assert "W2" not in spoken(Meeting("m", day="2026-10-01"))
    assert "W2" not in spoken(slot, StopItem("s", what="Temauke"))
    assert "W2" not in spoken(slot, ExistingGroup("g", freed=60))
    assert "W2" not in spoken(msgspec.structs.replace(slot, gives_way="Infomøtet"))


def test_a_kangaroo_effort() -> None:
    new = entries(2, "admitted", points_to="outside", signed="2026-09-10")
    assert "2 innspill som peker mot noe annet" in says(spoken(*new)["W3:2026H"])
    assert "W3:2026H" not in spoken(*new, Answer("answer:F4-08", status="done"))
    assert "W3:2026H" not in spoken(*new[:1])
    assert "W3:2026H" not in spoken(*entries(2, "admitted", points_to="outside", signed="2026-05-10"))
    assert "W3:2026H" not in spoken(*entries(2, "admitted", points_to="direction", signed="2026-09-10"))


def test_a_direction_that_changes_again_and_again() -> None:
    def changed(record: str, field: str) -> Sequence[str]:
        days = ["2026-01-10", "2026-01-10", "2026-01-12", "2026-04-01", "2026-04-02", "2026-09-01"]
        return days if (record, field) == ("school", "direction") else []

    (found,) = advice(FRAMEWORK, school_of(), TODAY, changed)
    assert says(found).startswith("Retningen er endret 2 ganger")
    # Drafts of the first text are no change.
    assert advice(FRAMEWORK, school_of(), TODAY, lambda r, f: ["2026-09-01", "2026-09-02", "2026-09-20"]) == ()


def test_the_focus_is_lost_from_sight() -> None:
    assert "8 måneder" in says(spoken(phase(3, "2026-03-01"))["W4:2026H"])
    assert "W4:2026H" not in spoken(phase(3, "2026-08-01"))
    assert "W4:2026H" not in spoken(phase(2, "2025-03-01"))
    school = school_of(phase(3, "2026-03-01"))
    assert advice(FRAMEWORK, school, TODAY, lambda r, f: ["2026-10-01"] if r == "answer:F3-14" else []) == ()


def test_too_many_core_components() -> None:
    six = [CoreComponent(f"c{n}") for n in range(6)]
    assert "6 kjernekomponenter" in says(spoken(*six)["W5"])
    assert "W5" not in spoken(*six[:5])


def test_a_one_sided_group() -> None:
    leader = member("principal", leads=True)
    teachers = [*member("teacher", 1), *member("teacher", 2)]
    assert "W6" in spoken(*leader, *teachers)
    assert "W6" not in spoken(*leader, *teachers, *member("assistant"))
    assert "W6" not in spoken(*leader, *teachers[:2])


def test_somebody_else_leads() -> None:
    group = [*member("principal"), *member("teacher", leads=True), *member("assistant")]
    assert "Rektor er ikke ført opp" in says(spoken(*group)["W6:leader"])
    assert "W6:leader" not in spoken(*group, WorkGroup("work_group", leader_reason="Rektor er ny"))
    assert "W6:leader" not in spoken(*member("principal", leads=True))


def test_a_gate_that_lets_everything_or_nothing_through() -> None:
    assert "tatt inn" in says(spoken(*entries(3, "admitted"), *entries(2, "adapted"))["W7"])
    assert "holdt utenfor" in says(spoken(*entries(5, "kept_out"), GateEntry("new"))["W7"])
    assert "W7" not in spoken(*entries(4, "admitted"))
    assert "W7" not in spoken(*entries(5, "admitted"), *entries(1, "parked"))


def test_choices_without_a_reason() -> None:
    silent = entries(3, "kept_out", reason="")
    assert says(spoken(*silent)["W8"]) == "3 valg mangler begrunnelse."
    assert spoken(*silent, GateReason("r", text="Ikke nå", parent=silent[0].id))["W8"].n == 2
    assert "W8" not in spoken(GateEntry("new"))


def test_long_gaps_between_meetings() -> None:
    first, last = Meeting("a", day="2026-11-01"), Meeting("b", day="2027-02-01")
    found = spoken(first, last)["W9:2026H"]
    assert "13 uker" in says(found)
    assert found.about == ("a", "b")
    assert "W9:2026H" not in spoken(first, last, Meeting("c", day="2026-12-15"))
    assert "W9:2026H" not in spoken(first, last, TimePlan("time_plan", gap_weeks=14))
    # The summer holiday is no gap, and neither is what is over.
    assert not any(
        key.startswith("W9") for key in spoken(Meeting("a", day="2027-06-10"), Meeting("b", day="2027-09-01"))
    )
    assert not any(
        key.startswith("W9") for key in spoken(Meeting("a", day="2025-09-01"), Meeting("b", day="2025-12-15"))
    )


def test_support_that_has_withdrawn() -> None:
    gone = Partner("p", kind="university", withdraws="2026-10-01")
    assert "W10" in spoken(gone)
    assert "W10" not in spoken(gone, Answer("answer:F4-03", status="in_progress"))
    assert "W10" not in spoken(msgspec.structs.replace(gone, withdraws="2026-12-01"))
    assert "W10" not in spoken(msgspec.structs.replace(gone, kind="ppt"))


def test_a_union_representative_is_no_consultation() -> None:
    assert "W14" in spoken(Person("p"), SeatHolder("h", seat="union", person="p"))
    assert "W14" in spoken(*member("teacher", union_appointed=True))
    assert "W14" not in spoken(*member("teacher", union_appointed=True), Answer("answer:F2-13", status="done"))


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        (AdviceReply("advice:W5", stance="known", because="Vi vet det"), False),
        (AdviceReply("advice:W5", because="Vi vet det"), False),
        (AdviceReply("advice:W5", stance="dismissed"), False),
        (AdviceReply("advice:W5", stance="snoozed", until="2027-01-01"), False),
        (AdviceReply("advice:W5", stance="snoozed", until="2026-11-23"), True),
        (AdviceReply("advice:W5", stance="snoozed"), True),
        (AdviceReply("advice:W5"), True),
        (AdviceReply("advice:W7", stance="dismissed"), True),
    ],
)
def test_an_answer_makes_it_quiet_and_can_be_read_again(reply: AdviceReply, shown: bool) -> None:
    school = school_of(*(CoreComponent(f"c{n}") for n in range(6)), reply)
    assert [one.key for one in advice(FRAMEWORK, school, TODAY)] == (["W5"] if shown else [])
    (answered,) = all_advice(FRAMEWORK, school, TODAY)
    assert answered.advice.reply_id == "advice:W5"
    assert answered.quiet is not shown


def test_an_answer_that_belongs_to_a_time_does_not_silence_the_next() -> None:
    meetings = [Meeting("a", day="2026-11-01"), Meeting("b", day="2027-02-01")]
    assert not any(key.startswith("W9") for key in spoken(*meetings, AdviceReply("advice:W9:2026H", stance="known")))
    assert "W9:2026H" in spoken(*meetings, AdviceReply("advice:W9:2026V", stance="known"))


def test_putting_off_lasts_until_the_next_semester() -> None:
    assert put_off_until("2026-11-23") == "2027-01-01"
    assert put_off_until("2027-03-01") == "2027-08-01"


def test_what_always_stands_beside_a_field() -> None:
    assert standing_warning("membership", "motivation") == "W11"
    assert standing_warning("answer", "how", "F1-02") == "W12"
    assert standing_warning("answer", "how", "F2-04") == "W13"
    assert standing_warning("school_profile", "direction") == "W13"
    assert standing_warning("gate_entry", "what") == ""
    assert all(FRAMEWORK.warning(w).standing for w in ("W11", "W12", "W13"))


def six_components() -> list[CoreComponent]:
    return [CoreComponent(f"c{n}") for n in range(6)]


@pytest.mark.parametrize(
    "reply",
    [
        AdviceReply("advice:W5", stance="dismissed"),
        AdviceReply("advice:W5", stance="known"),
        AdviceReply("advice:W5", because="Vi vet det"),
    ],
)
@pytest.mark.parametrize(
    ("answered", "today", "shown"),
    [
        ("2026-11-23", "2026-11-23", False),
        ("2026-11-23", "2027-07-31", False),
        ("2026-11-23", "2027-08-01", True),
        ("2026-06-01", "2026-12-31", False),
        ("2026-06-01", "2027-01-01", True),
    ],
)
def test_one_tick_silences_no_advice_for_good(reply: AdviceReply, answered: str, today: str, shown: bool) -> None:
    school = school_of(*six_components(), reply)
    days = {("advice:W5", "stance"): [answered], ("advice:W5", "because"): ["2026-01-10"]}
    if not reply.stance:
        days = {("advice:W5", "because"): ["2026-01-10", answered]}
    found = all_advice(FRAMEWORK, school, today, lambda record, field: days.get((record, field), []))
    (one,) = [each for each in found if each.advice.key == "W5"]
    assert one.quiet is not shown
    assert (one.until <= today) is shown


def test_the_schools_own_number_counts_and_one_that_makes_no_sense_does_not() -> None:
    five = six_components()[:5]
    assert "W5" not in spoken(*five)
    assert "W5" in spoken(*five, AdviceLimit("advice_limit:W5", number=4))
    assert "W5" not in spoken(*six_components(), AdviceLimit("advice_limit:W5", number=6))
    assert "W5" in spoken(*six_components(), AdviceLimit("advice_limit:W5", number=0))
    assert "W7" in spoken(*entries(3, "admitted"), AdviceLimit("advice_limit:W7", number=3))
    usual = {one.id: advice_limit(FRAMEWORK, school_of(), one.id) for one in FRAMEWORK.warnings}
    assert {key: n for key, n in usual.items() if n} == {"W1": 8, "W3": 2, "W4": 6, "W5": 5, "W7": 5, "W9": 6}
    assert advice_limit(FRAMEWORK, school_of(TimePlan("time_plan", gap_weeks=14)), "W9") == 14
    assert advice_limit(FRAMEWORK, school_of(AdviceLimit("advice_limit:W8", number=3)), "W8") is None


def test_missing_assistants_are_noticed_until_the_seat_was_considered() -> None:
    group = [*member("principal", leads=True), *member("teacher", 1), *member("special_needs", 2)]
    assert "W15" in spoken(*group)
    assert "assistenter" in says(spoken(*group)["W15"])
    for other in ("assistant", "skilled_worker"):
        assert "W15" not in spoken(*group, *member(other, 3))
    for considered in ("yes", "no", "later"):
        assert "W15" not in spoken(*group, Seat("seat:assistants", considered=considered))
    assert "W15" not in spoken(*group[:4]), "a group that is just being put together is left alone"
    assert "W15" not in spoken(*group, *member("")), "nobody knows what the last one works as"


@pytest.mark.parametrize(("day", "is_told"), [("2027-03-31", False), ("2027-04-01", True), ("2027-05-31", True)])
def test_next_years_time_is_asked_for_in_spring_while_it_is_shared_out(day: str, *, is_told: bool) -> None:
    def keys(*records: Record) -> set[str]:
        return {one.key for one in advice(FRAMEWORK, school_of(*records), day)}

    slot = TimeSlot("s", what="Møter", semester="2027V", gives_way="Teamtid")
    assert ("W16:2027H" in keys(slot)) is is_told
    assert "W16:2027H" not in keys(), "a school that sets no time aside is left alone"
    assert "W16:2027H" not in keys(slot, TimeSlot("n", semester="2027H"))
    assert "W16:2027H" not in keys(TimeSlot("s", semester="2025H")), "what was tried long ago is not asked for"


def test_a_group_of_whom_one_works_as_nobody_knows_what_is_not_called_one_sided() -> None:
    assert "W6" in spoken(*member("teacher", 1), *member("teacher", 2))
    assert "W6" not in spoken(*member("teacher", 1), *member("teacher", 2), *member(""))


def test_what_was_written_without_a_status_is_a_beginning() -> None:
    gone = Partner("p", kind="university", withdraws="2026-10-01")
    assert "W10" not in spoken(gone, Answer("answer:F4-03", how="Vi tar over i januar"))


def test_no_advice_says_more_than_is_so() -> None:
    """What came in is called what it is, and what is undecided is not «all»."""
    talk = GateEntry(
        "a", what="Et foredrag", kind="opinion", decision="admitted", points_to="outside", signed="2026-09-10"
    )
    article = GateEntry("b", kind="research", decision="admitted", points_to="outside", signed="2026-09-11")
    assert "satsing" not in says(spoken(talk, article)["W3:2026H"])
    assert says(spoken(*entries(5, "admitted"), GateEntry("new"))["W7"]).startswith("Alt som er avgjort i loggen")
    assert says(spoken(Meeting("m", day="2026-12-01"))["W2"]).startswith("Tid eller møter")
