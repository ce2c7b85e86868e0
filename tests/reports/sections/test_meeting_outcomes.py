"""Decisions and follow-ups in the documents that tell of meetings: what stands, in which order, and for whom."""

from pathlib import Path

import pytest

from fosdesk.domain.records import AgendaLine, Decision, FollowUp, Meeting, Person, PhaseState
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_preview import document_content
from fosdesk.words import read_words
from tests.reports.telling import DAY, FRAMEWORK, in_order, known_names_of, lines, make, school_of

RECORDS = (
    PhaseState("phase:F2", opened="2026-08-20"),
    Meeting("m", day="2026-11-10", who="work_group", notes="NOTES"),
    Meeting("leaders", day="2026-11-12", who="leadership", notes="NOTES"),
    AgendaLine("l", meeting="m", what="LINE", said="SAID"),
    Decision(
        "late",
        what="Everybody learns names.",
        why="It is easy.",
        day="2026-11-10",
        groups="The work group",
        meeting="m",
    ),
    Decision("none", what="We meet more often.", why="Long breaks cost."),
    Decision("early", what="Two grades first.", day="2026-10-01", revisit="2027-02-01", meeting="m"),
    Decision("home", what="The principal resigns.", why="AT HOME", day="2026-11-12", meeting="leaders"),
    FollowUp("f1", what="Move two meetings", responsible="Deputy", due="2026-11-20", meeting="m", done="2026-11-12"),
    FollowUp("f2", what="Ask the council", responsible="Contact", due="2026-12-01", meeting="m"),
    FollowUp("f3", what="Find a room", responsible="Deputy", due="2026-11-25"),
    FollowUp("f4", what="Call the lawyer", due="2026-11-26", meeting="leaders"),
)
ORDERED = ("Two grades first.", "Everybody learns names.")


def told(folder: Path, key: str, audience: Audience, *more: object) -> str:
    return "\n".join(lines(make(folder, key, school_of(*RECORDS, *more), audience=audience)[1]))  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["description", "hand_over"])
def test_decisions_stand_in_the_order_of_their_days_with_their_reasons(key: str, tmp_path: Path) -> None:
    said = told(tmp_path, key, Audience.SCHOOL)
    assert in_order(said, "Decisions", *ORDERED, "The principal resigns.", "AT HOME", "We meet more often.")
    assert in_order(said, "Everybody learns names. (10 November 2026; took part: the work group)", "It is easy.")
    assert "Two grades first. (1 October 2026; to be looked at again 1 February 2027)" in said
    for never in ("NOTES", "SAID", "LINE"):
        assert never not in said


@pytest.mark.parametrize("key", ["description", "hand_over", "history_appendix", "steering_brief"])
def test_what_the_leaders_decided_among_themselves_stays(key: str, tmp_path: Path) -> None:
    said = told(tmp_path, key, Audience.OWNER)
    for never in ("resigns", "AT HOME", "lawyer"):
        assert never not in said
    if key != "steering_brief":
        assert in_order(said, "Everybody learns names.")
        assert "What came of the leadership team's own meetings stays at the school." in said


def test_follow_ups_are_counted_where_meetings_are_told_of(tmp_path: Path) -> None:
    for audience, counts in ((Audience.SCHOOL, "1 done, 3 not done yet"), (Audience.OWNER, "1 done, 2 not done yet")):
        for key in ("description", "steering_brief"):
            said = told(tmp_path, key, audience)
            assert f"Follow-ups: {counts}." in said, key
            assert "Ask the council" not in said


def test_whoever_takes_over_gets_the_open_ones_the_nearest_first(tmp_path: Path) -> None:
    said = told(tmp_path, "hand_over", Audience.SCHOOL)
    promised = said[said.rindex("What is agreed and answered") :]
    assert in_order(promised, "Follow-ups", "Find a room", "Deputy", "Call the lawyer", "Ask the council", "Contact")
    assert "Move two meetings" not in promised
    assert "Call the lawyer" not in told(tmp_path, "hand_over", Audience.OWNER)


def test_the_appendix_has_how_decisions_grew(tmp_path: Path) -> None:
    said = told(tmp_path, "history_appendix", Audience.SCHOOL)
    assert in_order(said, "Decisions", "Decided", "Everybody learns names.", "Texts that were changed", "It is easy.Æ")


def test_for_research_there_are_numbers_alone(tmp_path: Path) -> None:
    more = [Decision(f"d{n}", what="WHAT") for n in range(6)]
    more_open = [FollowUp(f"o{n}", what="WHAT") for n in range(5)]
    ticked = ("decision.what:late", "decision.why:late", "agenda_line.said:l", "follow_up.what:f2")
    school = school_of(*RECORDS, *more, *more_open)
    said = "\n".join(lines(make(tmp_path, "research", school, audience=Audience.RESEARCH, ticked=ticked)[1]))
    assert in_order(said, "What came of the meetings", "Decisions", "9", "Follow-ups that are done", "fewer than 5")
    for never in ("WHAT", "names", "easy", "SAID", "council"):
        assert never not in said
    found = document_content(
        *("research", school, FRAMEWORK, read_words("en"), Audience.RESEARCH, DAY), names=known_names_of(school)
    )
    assert not [one for one in found.withheld if one.place.startswith(("decision.", "agenda_line.", "follow_up."))]


def test_the_preview_tells_that_something_stays_and_offers_no_tick(tmp_path: Path) -> None:
    school = school_of(*RECORDS, Person("p", name="Turid Testad"), Decision("named", what="Turids forslag"))
    found = document_content(
        *("description", school, FRAMEWORK, read_words("en"), Audience.OWNER, DAY), names=known_names_of(school)
    )
    home = [one for one in found.withheld if one.reason == "at home"]
    assert [(one.subject, one.may_tick) for one in home] == [("Decisions", False)]
    said = told(tmp_path, "description", Audience.OWNER)
    assert "Nothing has been held back" not in said
