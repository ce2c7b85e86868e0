"""Gaps in the plan: what is blank in time, what stands unchanged, and that a reply holds for a year."""

from collections.abc import Sequence

from fosdesk.domain.fields import NOUNS, Record
from fosdesk.domain.records import (
    AgreedText,
    Answer,
    CoreComponent,
    Decision,
    FollowUp,
    GapReply,
    Milestone,
    PhaseFrame,
    PhaseState,
    Question,
    SchoolProfile,
    WorkGroup,
)
from fosdesk.domain.rules.review.plan_gaps import Gap, PlanGaps, plan_gaps
from tests.domain.schools import FRAMEWORK, TODAY, school_of

LONG_AGO = "2025-03-12"
READY = SchoolProfile("school", start="2026H", direction="Alle er med", inclusion="At alle hører til")


def gaps_of(*records: Record, last: str = TODAY) -> PlanGaps:
    """The gaps of a school in which everything was last changed on one day."""

    def changed(_record: str, _field: str) -> Sequence[str]:
        return [last]

    return plan_gaps(FRAMEWORK, school_of(*records), TODAY, changed)


def test_a_new_school_has_no_gaps() -> None:
    assert gaps_of() == PlanGaps((), (), ())


def test_a_phase_that_has_just_been_opened_is_left_in_peace() -> None:
    opened = PhaseState("phase:F1", opened="2026-11-10")
    kinds = [gap.kind for gap in gaps_of(READY, opened, PhaseFrame("phase_frame:F1", time_frame="Et halvt år")).blank]
    assert kinds == []


def test_items_that_nobody_has_touched_are_told_those_suggested_first_ahead() -> None:
    opened = PhaseState("phase:F1", opened="2026-08-17")
    records = [opened, READY, PhaseFrame("phase_frame:F1", time_frame="Et halvt år")]
    blank = [gap.record for gap in gaps_of(*records).blank]
    keys = [item.key for record in blank if (item := FRAMEWORK.item(record.partition(":")[2]))]
    assert keys == sorted(keys, reverse=True)
    assert {"answer:F1-10", "answer:F1-02", "answer:F1-06"} <= {*blank}
    touched = (
        Answer("answer:F1-02", how="Gjorde det på fellestid"),
        Answer("answer:F1-06", status="not_applicable"),
        Question("q", text="Hvem er ute?"),  # held by the tool of F1-10
    )
    left = [gap.record for gap in gaps_of(*records, *touched).blank]
    assert not {"answer:F1-10", "answer:F1-02", "answer:F1-06"} & {*left}


def test_what_carries_the_plan_is_told_from_the_phase_on_that_needs_it() -> None:
    first, second = PhaseState("phase:F1", opened="2026-11-01"), PhaseState("phase:F2", opened="2026-11-01")
    frames = [PhaseFrame(f"phase_frame:F{n}", time_frame="Til jul") for n in (1, 2)]
    assert [gap.field for gap in gaps_of(first, *frames).blank] == ["start"]
    assert [gap.field for gap in gaps_of(second, *frames).blank] == ["start", "direction", "inclusion", "mandate"]
    assert [gap.record for gap in gaps_of(first, READY).blank] == ["phase_frame:F1"]
    third = PhaseState("phase:F3", closed="2026-11-01")
    assert Gap("blank", "core_component") in gaps_of(third).blank
    assert Gap("blank", "core_component") not in gaps_of(third, CoreComponent("c", name="Voksne som ser")).blank


def test_records_say_by_their_definition_what_they_want() -> None:
    wanting = {key for key, noun in NOUNS.items() if noun.use.wants}
    assert {"follow_up", "milestone", "decision"} <= wanting
    for key in wanting:
        for wanted in NOUNS[key].use.wants:
            assert {*wanted.split("|")} <= {*NOUNS[key].fields}
    blank = gaps_of(
        FollowUp("a", what="Ring FAU"),
        FollowUp("b", what="Ring FAU", done="2026-11-01"),
        FollowUp("c", what="Ring FAU", responsible="Rektor"),
        Milestone("d", what="Alle kjenner retningen", day="2027-01-01", responsible="Rektor"),
        Decision("e", what="Leksefri"),
    ).blank
    assert [(gap.record, gap.field) for gap in blank] == [("e", "why"), ("a", "responsible"), ("c", "due")]


def test_what_has_stood_for_long_is_told_with_its_day_unless_it_was_agreed_on_lately() -> None:
    records = (READY, WorkGroup("work_group", mandate="Vi driver arbeidet"), CoreComponent("c", name="Voksne som ser"))
    told = gaps_of(*records, last=LONG_AGO).unchanged
    assert [(gap.record, gap.field, gap.since) for gap in told] == [
        ("school", "direction", LONG_AGO),
        ("school", "inclusion", LONG_AGO),
        ("work_group", "mandate", LONG_AGO),
        ("c", "", LONG_AGO),
    ]
    agreed = AgreedText("t", text="Alle er med", about="school", field="direction", day="2026-10-01")
    assert [gap.field for gap in gaps_of(*records, agreed, last=LONG_AGO).unchanged] == ["inclusion", "mandate", ""]
    assert gaps_of(*records).unchanged == ()
    slow = Answer("answer:F1-05", status="in_progress")
    assert [gap.record for gap in gaps_of(slow, last="2026-04-01").unchanged] == ["answer:F1-05"]


def test_a_reply_holds_for_a_year_and_each_gap_has_its_own() -> None:
    opened = PhaseState("phase:F3", closed="2026-11-01")
    reply = GapReply("gap:core_component", because="Vi venter på kollegiet", day="2026-11-01")
    found = gaps_of(opened, reply)
    assert [gap.reply_id for gap, _ in found.known] == ["gap:core_component"]
    assert Gap("blank", "core_component") not in found.blank
    old = GapReply("gap:core_component", because="Vi venter på kollegiet", day="2025-11-01")
    assert Gap("blank", "core_component") in gaps_of(opened, old).blank
    assert Gap("unchanged", "school", "direction", LONG_AGO).reply_id == "gap:unchanged:school:direction"
    assert Gap("blank", "school", "direction").reply_id == "gap:school:direction"
