"""The afternoon of a new principal in the hand-over, and what holds in everyday life there."""

from pathlib import Path

from fosdesk.domain.records import Consolidation, GateEntry, Partner, SchoolProfile
from tests.reports.telling import in_order, said

PROFILE = SchoolProfile("school", direction="All are missed.")
HOLDS = Consolidation("consolidation", minimum="A meeting each month.", new_principal="Listen first.")


def test_an_afternoon_has_only_what_there_is_and_says_how_long_it_takes(tmp_path: Path) -> None:
    text = said(tmp_path, "hand_over", PROFILE)
    assert in_order(text, "In one afternoon", "15 min", "Where the school wants to go", "A talk with the work group")
    afternoon = text[text.index("In one afternoon") : text.index("Your first weeks")]
    assert "What was kept out" not in afternoon
    more = said(tmp_path, "hand_over", PROFILE, HOLDS, GateEntry("g", what="A course", decision="kept_out"))
    assert in_order(more, "What was kept out", "The minimum that is kept up, and the principal's own part", "1 h")
    assert "A talk with the work group: Listen first." in more


def test_what_holds_is_a_chapter_with_those_who_are_still_to_withdraw(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "hand_over",
        PROFILE,
        HOLDS,
        Partner("a", name="The college", withdraws="2028-06-16", takes_over="The group"),
        Partner("b", name="The former", withdraws="2025-06-16", takes_over="Nobody"),
    )
    assert in_order(text, "What holds in everyday life", "A meeting each month.", "The college", "The group")
    chapter = text[text.rindex("What holds in everyday life") :]
    assert "Nobody" not in chapter
