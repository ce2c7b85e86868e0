"""The minutes of consultations: three things apart, the latest first, and what stays with whom."""

from pathlib import Path

from fosdesk.domain.records import (
    AgendaLine,
    Decision,
    FollowUp,
    GateEntry,
    Involvement,
    Meeting,
    Seat,
    TimePlan,
    WorkGroup,
)
from fosdesk.domain.values.period import Period
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.period_choice import years_to_choose
from tests.reports.telling import in_order, lines, make, said, school_of
from tests.reports.word.word_reading import words_of

EARLY = Involvement(
    "a",
    what="The start",
    who="unions",
    kind="consultation",
    day="2025-05-21",
    unions_said="It must be on the plan.\n\nAnd stay there.",
    agreed="A plan before summer.",
    still_open="Pay for assistants.",
    taking_part="Kari Prøve, two from the unions",
)
LATE = Involvement("b", what="The members", who="safety_representative", kind="consultation", day="2026-01-20")
SETTLED = Involvement("c", what="Pay", who="others", kind="negotiation", day="2026-05-06", agreed="Two of five.")
TOLD = Involvement("d", what="The frame", who="unions", kind="information", day="2025-01-21", changed="Nothing yet.")
PARENTS = Involvement("e", what="NOT HERE", who="parents", kind="conversation", said="NOT HERE")


def test_consultation_negotiation_and_information_are_three_things(tmp_path: Path) -> None:
    text = said(tmp_path, "consultation", EARLY, TOLD, SETTLED, LATE, PARENTS, Seat("seat:unions", reason="NOT HERE"))
    assert in_order(
        *(text, "Consultation (drøfting)", "The members", "20 January 2026", "Safety representative"),
        *("The start", "21 May 2025", "Union representatives", "Kari Prøve, two from the unions"),
        *("What the unions said: It must be on the plan.", "And stay there.", "What was agreed: A plan before summer."),
        *("What is still open: Pay for assistants.", "Negotiation (forhandling)", "Pay", "Two of five."),
        *("Information", "The frame", "What it changed: Nothing yet."),
    )
    assert "NOT HERE" not in text


def test_the_meeting_with_the_unions_stands_with_the_consultation_it_was_held_for(tmp_path: Path) -> None:
    meeting = Meeting("m", what="Talk", day="2026-02-10", start="14:00", minutes=60, who="unions", present="Per Testad")
    text = said(
        tmp_path,
        "consultation",
        Involvement("i", what="The plan", who="unions", kind="consultation", meeting="m", agreed="Yes."),
        meeting,
        AgendaLine("l", meeting="m", what="Time", said="It is short."),
        AgendaLine("n", meeting="m", what="Nothing said"),
        Decision("d", what="One hour each.", day="2026-02-10", meeting="m"),
        FollowUp("f", what="Write it down", responsible="Deputy", due="2026-03-01", meeting="m"),
        Meeting("o", what="Another talk", day="2026-01-10", who="unions", notes="A note."),
        Meeting("p", what="Ahead", day="2027-01-10", who="unions", notes="NOT HERE"),
        Meeting("q", what="NOT HERE", day="2026-01-10", who="staff", notes="NOT HERE"),
    )
    assert in_order(
        *(text, "The plan", "Tuesday 10 February 2026 at 14:00–15:00", "Per Testad", "What was agreed: Yes."),
        *("Items", "Time", "It is short.", "Decisions made", "One hour each."),
        *("To be followed up", "Write it down (Deputy; Due: 1 March 2026)"),
        *("Other meetings with the unions", "Another talk", "A note."),
    )
    assert text.count("One hour each.") == 1
    for silent in ("NOT HERE", "Nothing said", "Ahead"):
        assert silent not in text


def test_outside_the_school_what_unions_said_and_who_was_there_stay_out(tmp_path: Path) -> None:
    text = said(tmp_path, "consultation", EARLY, audience=Audience.OWNER)
    assert "A plan before summer." in text
    for name in ("Kari", "on the plan"):
        assert name not in text
    assert in_order(text, "What is not included", "what the unions said")


def test_a_period_leaves_out_what_was_on_other_days(tmp_path: Path) -> None:
    group = WorkGroup("work_group", union_dialogue="All along.")
    undated = Involvement("u", what="Some day", who="unions", kind="consultation")
    school = school_of(EARLY, LATE, SETTLED, undated, group, Meeting("m", day="2025-06-01", who="unions", notes="June"))
    one_day = make(tmp_path, "consultation", school, within=Period.of_days("2026-01-20", "2026-01-20"))[1]
    text = "\n".join(lines(one_day))
    assert in_order(text, "20 January 2026", "The members", "Some day")
    for other in ("The start", "Pay", "All along.", "June"):
        assert other not in text


def test_the_dialogue_as_a_whole_comes_last(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "consultation",
        EARLY,
        WorkGroup("work_group", union_dialogue="They want both."),
        TimePlan("time_plan", discussed="2026-05-06"),
    )
    assert in_order(text, "The start", "Dialogue with the unions", "They want both.", "on 6 May 2026.")
    assert "No consultation with the unions" in said(tmp_path, "consultation")


def test_word_has_the_same(tmp_path: Path) -> None:
    made = make(tmp_path, "consultation", school_of(EARLY, SETTLED), language="nb", ending=".docx")[1]
    assert in_order(words_of(made), "Drøftingsreferat", "Drøfting", "The start", "Forhandling", "Two of five.")


def test_the_years_to_choose_are_those_with_a_consultation(tmp_path: Path) -> None:
    school = school_of(EARLY, LATE, Involvement("u", who="unions"), GateEntry("g", came="2023-09-01"))
    assert list(years_to_choose(DOCUMENTS["consultation"], school)) == ["2025/26", "2024/25"]
    assert list(years_to_choose(DOCUMENTS["gate_log"], school)) == ["2023/24"]
    assert years_to_choose(DOCUMENTS["involvement"], school) == {}
