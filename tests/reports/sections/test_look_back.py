"""Milestones of the school's own, and evaluations with what they change, in the documents that tell of them."""

from pathlib import Path

import pytest

from fosdesk.domain.records import Adjustment, Evaluation, GateEntry, Milestone, PhaseState, SchoolProfile
from fosdesk.domain.rules.progress import milestones
from fosdesk.privacy.audience import Audience
from tests.reports.telling import DAY, FRAMEWORK, in_order, said, school_of

OPEN = PhaseState("phase:F2", opened="2026-08-17")
REACHED = Milestone("a", what="Names for all", semester="2026H", reached="2026-09-30", how="Two years try.")
AHEAD = Milestone("b", what="All have tried", day="2027-05-12", content="One each.", responsible="The group")
LATER = Milestone("c", what="On our own", semester="2027H")
LOOK = Evaluation(
    *("e", "The work so far", "2026-06-10"),
    groups="Staff and pupils",
    found="Some notice.\n\nNot in breaks.",
    keep="The greeting.",
    stop="Reports.",
)
CHANGES = (
    Adjustment("x", evaluation="e", what="Shorter meetings", due="2026-08-31", done="2026-08-19", pos="a"),
    Adjustment("y", evaluation="e", what="Two adults in breaks", due="2026-12-11", about="g", pos="b"),
)
GATE = GateEntry("g", what="Names in breaks", decision="admitted")


@pytest.mark.parametrize("audience", [Audience.SCHOOL, Audience.OWNER, Audience.NETWORK])
def test_the_description_has_a_chapter_for_each(audience: Audience, tmp_path: Path) -> None:
    text = said(tmp_path, "description", OPEN, LATER, AHEAD, REACHED, LOOK, *CHANGES, GATE, audience=audience)
    told = text[text.rindex("Milestones") :]
    assert in_order(
        *(told, "Autumn 2026", "Names for all", "How: Two years try.", "Reached on 30 Sep 2026", "12 May 2027"),
        *("All have tried", "Content: One each.", "The group", "Autumn 2027", "On our own"),
        *("Evaluations", "The work so far", "10 June 2026 · Those who took part: Staff and pupils"),
        *("What we found: Some notice.", "Not in breaks.", "What we keep: The greeting.", "What we stop: Reports."),
        *("Adjustments:", "Shorter meetings (Done on: 19 August 2026)"),
        "Two adults in breaks (about: Names in breaks; Due: 11 December 2026)",
    )
    assert text.count("Two adults in breaks") == 1


def test_whoever_takes_over_reads_what_is_ahead_and_what_is_not_done(tmp_path: Path) -> None:
    text = said(tmp_path, "hand_over", OPEN, REACHED, AHEAD, LOOK, *CHANGES)
    dates = text[text.rindex("Dates ahead") : text.rindex("Open questions")]
    assert in_order(dates, "The school's own milestones", "12 May 2027", "All have tried")
    assert "Names for all" not in dates
    waiting = text[text.rindex("Open questions") :]
    assert in_order(waiting, "What evaluations change, and is not done yet", "Two adults in breaks")
    assert "Shorter meetings" not in waiting


def test_a_milestone_made_from_a_row_of_the_framework_is_not_told_twice(tmp_path: Path) -> None:
    school = SchoolProfile("school", start="2026H")
    ahead = [one for one in milestones(FRAMEWORK, school_of(school), str(DAY)) if one.when != "past"]
    taken, other = (FRAMEWORK.milestone(one.id) for one in ahead[:2])
    assert taken is not None
    assert other is not None
    text = said(tmp_path, "hand_over", OPEN, school, Milestone("m", what="In our words", row=taken.id))
    assert in_order(text, "The school's own milestones", "In our words", "Milestones", other.title)
    assert taken.title not in text


def test_the_status_says_what_comes_and_what_is_to_change(tmp_path: Path) -> None:
    text = said(tmp_path, "status", OPEN, REACHED, AHEAD, *CHANGES)
    assert in_order(text, "What happens next", "11 Dec 2026", "Two adults in breaks", "12 May 2027", "All have tried")
    assert "Shorter meetings" not in text
    assert "Names for all" not in text


@pytest.mark.parametrize("key", ["description", "hand_over"])
def test_nothing_written_has_no_heading(key: str, tmp_path: Path) -> None:
    text = said(tmp_path, key, OPEN)
    for title in ("Evaluations", "own milestones", "Adjustments"):
        assert title not in text
