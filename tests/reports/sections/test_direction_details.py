"""Themes, practice and expectations where several documents tell of them; views and tasks of the group."""

from pathlib import Path

import pytest

from fosdesk.domain.records import (
    Camp,
    Duty,
    Expectation,
    GainAndDemand,
    Involvement,
    Need,
    Partner,
    PhaseFrame,
    PhaseState,
    Practice,
    Question,
    Theme,
    TimeSlot,
    WorkGroup,
)
from fosdesk.domain.records.protected_time import Balance
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, lines, make, said, school_of

OPEN = PhaseState("phase:F2", opened="2026-08-17")
THEMES = (
    Theme("n", name="Less special teaching", standing="declined", reason="Not a goal.\n\nIt may follow."),
    Theme("c", name="Belonging", standing="chosen", since="2025-09-10", reason="The staff chose it.", partner="p"),
    Theme("w", name="Bullying", standing="parked"),
)
PPT = Partner("p", name="PPT", kind="ppt", remains="They ring.", remains_often="Twice a year", hours_asked=40)
SEEN = (Practice("a", text="At the door.", where="classroom", who="Teachers"), Practice("b", text="They greet."))
EXPECTED = Expectation("x", what="Tell us early.", who="PPT", way="of_us", clarity="agreed")


@pytest.mark.parametrize("key", ["description", "hand_over"])
def test_a_theme_said_no_to_stands_like_a_chosen_one(key: str, tmp_path: Path) -> None:
    text = said(tmp_path, key, OPEN, PPT, *THEMES, *SEEN, EXPECTED)
    assert in_order(
        *(text, "Themes", "Belonging", "Chosen, 10 Sep 2025", "The staff chose it.", "PPT", "Bullying", "Put aside"),
        *("Less special teaching", "Not for us", "Not a goal.", "It may follow.", "What it means here"),
        *("In the classroom", "At the door. (Teachers)", "Not said where", "They greet."),
        *("Expectations", "They expect of the school", "Tell us early.", "Agreed"),
    )


def test_the_status_names_the_chosen_themes(tmp_path: Path) -> None:
    text = said(tmp_path, "status", OPEN, *THEMES)
    assert in_order(text, "Themes", "Belonging")
    assert "Bullying" not in text
    assert "special" not in text


GROUP = WorkGroup(
    "work_group", name="The Missing", mandate="Lead the work.", criteria="They wish to.\n\nAll are heard."
)
DUTIES = (Duty("d", role="Minutes", who="Turid Testad", deputy="Ola Borte", pos="a"), Duty("e", role="Time", pos="b"))
CAMP = Camp("k", name="We do enough", voiced="Asked in each meeting", who="Kari Prøve")


@pytest.mark.parametrize("key", ["mandate", "description"])
def test_the_group_its_criteria_views_and_tasks(key: str, tmp_path: Path) -> None:
    text = said(tmp_path, key, OPEN, GROUP, *DUTIES, CAMP)
    for told in ("The Missing", "They wish to.", "All are heard.", "We do enough", "Asked in each meeting"):
        assert told in text
    assert in_order(text, "Minutes: Turid Testad, deputy: Ola Borte", "Time")
    assert "Kari" not in text, "who stands for a view is the leadership team's own"
    outside = said(tmp_path, key, OPEN, GROUP, *DUTIES, CAMP, audience=Audience.OWNER)
    assert "Minutes" in outside
    for name in ("Turid", "Ola Borte", "Kari"):
        assert name not in outside


def test_who_stands_for_a_view_is_told_only_where_it_was_ticked(tmp_path: Path) -> None:
    ticked = make(tmp_path, "description", school_of(OPEN, CAMP), ticked=("camp.who",))[1]
    assert in_order("\n".join(lines(ticked)), "We do enough", "Who stands for it", "We do enough", "Kari Prøve")


def test_whoever_takes_over_reads_of_views_questions_and_contact_that_remains(tmp_path: Path) -> None:
    asked = Question("q", text="Who carries on?", kind="worry", from_group="Years 1 to 4", day="2026-10-28")
    answered = Question("r", text="Why?", answer="Because.")
    text = said(tmp_path, "hand_over", OPEN, GROUP, CAMP, PPT, asked, answered)
    assert in_order(text, "They wish to.", "We do enough", "PPT", "Twice a year", "They ring.")
    waiting = text[text.rindex("Open questions") :]
    assert in_order(waiting, "Questions without an answer", "Who carries on?", "Worry, from years 1 to 4")
    assert "Because." not in text
    assert "Kari" not in text


def test_the_description_tells_of_involvement_gains_frames_and_partners_in_their_chapters(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "description",
        OPEN,
        PPT,
        Involvement("i", what="The wall", who="staff", said="All of it.", taking_part="Turid Testad"),
        Need("n", text="Alone in breaks", cluster="Breaks"),
        GainAndDemand("g", text="Calm.", kind="gain", for_whom="Teachers", semester="2026H", minutes=90),
        PhaseFrame("phase_frame:F2", time_frame="A year.", ground_rules="All are heard."),
        TimeSlot("t", what="Group", who="work_group", semester="2026H", gives_way="Reports", cover="The deputy"),
        Balance("balance:2026H", seen="They wait.", seen_where="In the yard"),
    )
    assert in_order(
        *(text[text.rindex("Anchoring") :], "Staff", "The wall", "What they said: All of it.", "Turid Testad"),
        *("Needs", "Breaks", "Alone in breaks", "What one may gain", "Teachers: Calm. (Autumn 2026, 1 h 30 min)"),
        *("External support", "PPT", "Contact that remains afterwards: They ring.", "40", "Twice a year"),
        *("Use of resources", "Reports", "The deputy", "They wait.", "In the yard"),
        *("Phase by phase", "A year.", "All are heard."),
    )
    assert "Appendix" not in text
    assert text.count("Alone in breaks") == 1
