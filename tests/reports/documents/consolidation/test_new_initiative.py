"""The sheet on a new initiative: what is asked before a yes, room to write, and what runs and ran."""

from pathlib import Path

from fosdesk.domain.records import CoreComponent, GateEntry, Initiative
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

NEW = Initiative(
    "new",
    name="Wellbeing for all schools",
    origin="chosen",
    from_whom="The owner",
    minutes=1080,
    displaces="Two of five staff meetings.",
    component="break",
    answer="wait",
    reason="It would take the time of what was begun.",
    revisit="2027-10-13",
    reply="NOT HERE",
)
BREAK = CoreComponent("break", name="The break is ours too")
OLD = Initiative("old", name="Help with homework", started="2025-09-01", ended="2026-01-16", minutes=240)
RUNS = Initiative("runs", name="Reading plan", origin="statutory", started="2024-08-19", answer="yes", minutes=600)
MET = GateEntry("met", what="Wellbeing in a box", decision="kept_out", signed="2025-03-12")


def test_what_is_asked_before_a_yes_stands_with_what_runs(tmp_path: Path) -> None:
    text = said(tmp_path, "new_initiative", NEW, BREAK, OLD, RUNS, MET)
    assert in_order(
        *(text, "Wellbeing for all schools", "The owner", "What a yes would add to what runs already."),
        *("What it takes the place of", "Two of five staff meetings.", "The break is ours too", "Who loses time"),
        *("It would take the time of what was begun.", "Met before", "Wellbeing in a box (kept outside, 12 Mar 2025)"),
        *("Proposed answer", "Wait. Look at it again: 13 October 2027", "Begun and ended in the last 24 months"),
        *("1 was begun and ended. 1 goes on.", "What runs beside the work", "Reading plan"),
    )
    assert "NOT HERE" not in text


def test_without_an_answer_all_three_are_there_to_tick(tmp_path: Path) -> None:
    text = said(tmp_path, "new_initiative", Initiative("a", name="School meals"))
    assert in_order(text, "School meals", "What it takes the place of", "The answer", "Yes", "No", "Wait")
    assert "Proposed answer" not in text
    assert "No new initiative waits for an answer." in said(tmp_path, "new_initiative", RUNS)


def test_word_has_the_same_in_nynorsk_and_the_owner_sees_no_reply(tmp_path: Path) -> None:
    school = school_of(NEW, BREAK, OLD, RUNS, MET)
    made = make(tmp_path, "new_initiative", school, language="nn", audience=Audience.OWNER, ending=".docx")[1]
    words = words_of(made)
    assert in_order(words, "Ny satsing: skal vi seie ja?", "Wellbeing for all schools", "Møtt før", "Føreslått svar")
    assert "NOT HERE" not in words
