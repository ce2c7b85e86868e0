"""Looks back with what they made different, for each audience and in both presses."""

from pathlib import Path

from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.records import Adjustment, CoreComponent, Evaluation, Membership, WorkGroup
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, lines, make, said, school_of
from tests.reports.word.word_reading import words_of

LOOK = Evaluation(
    "look", what="The focus", day="2026-02-20", kind="along", groups="The pupils' council", found="They notice.",
    keep="The greeting.", stop="The written report."
)  # fmt: skip
YEAR = Evaluation("year", what="The year", day="2026-06-10", kind="year")
FRIDAY = Adjustment("friday", evaluation="look", what="Look on Fridays", about="seen", due="2026-03-13", pos="a")
GROUP = Adjustment("group", evaluation="look", what="A fixed time", about="work_group", pos="b")
PERSON = Adjustment("person", evaluation="look", what="About somebody", about="somebody", pos="c")
SEEN = CoreComponent("seen", name="Each pupil is seen", looks_like="At the door, and on Fridays by the list.")
HISTORY = (
    HistoryEntry("work_group", "work_group", "mandate", None, "Long text.", "2026-01-10", "principal"),
    HistoryEntry("seen", "core_component", "name", None, "Each pupil is seen", "2026-01-10", "principal"),
    HistoryEntry("seen", "core_component", "looks_like", None, "At the door.", "2026-01-10", "principal"),
    HistoryEntry("seen", "core_component", "looks_like", "At the door.", SEEN.looks_like, "2026-03-01", "principal"),
)
SOME = (LOOK, YEAR, FRIDAY, GROUP, PERSON, SEEN, WorkGroup("work_group", mandate="Long text."), Membership("somebody"))


def test_each_adjustment_has_what_it_made_different(tmp_path: Path) -> None:
    made = make(tmp_path, "evaluation_and_adjustments", school_of(*SOME), history=HISTORY)[1]
    text = "\n".join(lines(made))
    assert in_order(
        *(text, "The year", "The year's look back", "The focus", "20 February 2026 · Along the way"),
        *("The pupils' council", "They notice.", "The greeting.", "The written report.", "Look on Fridays"),
        *("Before", "Now", "At the door.", "At the door, and on Fridays by the list.", "A fixed time"),
    )
    assert "about: Work group" in text, "by its name, not by its mandate"
    assert text.count("What became different") == 1
    assert "Nothing has been written down about evaluation." in said(tmp_path, "evaluation_and_adjustments")


def test_word_has_the_same_in_nynorsk_for_the_owner(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        "evaluation_and_adjustments",
        school_of(*SOME),
        language="nn",
        audience=Audience.OWNER,
        history=HISTORY,
        ending=".docx",
    )[1]
    assert in_order(words_of(made), "Evaluering og justeringar", "Undervegs", "Look on Fridays", "Det som blei annleis")
