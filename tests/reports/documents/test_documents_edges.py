"""The edges of what documents tell: today counts, what is over or hidden does not, and what stands first."""

import re
from pathlib import Path

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.records import (
    Answer,
    GateEntry,
    Meeting,
    Membership,
    OwnItem,
    Partner,
    Person,
    PhaseState,
    SchoolProfile,
    TimeSlot,
    TransitionNote,
)
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.privacy.planted import planted
from tests.reports.telling import FRAMEWORK, in_order, lines, make, said, school_of

TODAY = "2026-11-23"
OPEN = PhaseState("phase:F2", opened="2026-08-20")


def chapter(text: str, first: str, following: str) -> str:
    """What stands from one heading to another; the table of contents names both before."""
    return text[text.rindex(first) : text.rindex(following)]


def test_what_has_its_day_today_is_ahead_of_whoever_takes_over(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "hand_over",
        Meeting("m", what="Todays meeting", day=TODAY, who="work_group"),
        GateEntry("g", what="Todays look", decision="parked", revisit=TODAY),
        Partner("p", name="Todays college", withdraws=TODAY),
    )
    ahead = chapter(text, "Dates ahead", "Open questions")
    assert all(what in ahead for what in ("Todays meeting", "Todays look", "Todays college withdraws"))


def test_dates_ahead_stand_in_the_order_in_which_they_come(tmp_path: Path) -> None:
    days = [f"2027-0{month}-1{month}" for month in (5, 2, 8, 1, 7, 3, 6, 4)]
    text = said(tmp_path, "hand_over", *(Meeting(f"m{day}", what=f"about {day}", day=day) for day in days))
    assert in_order(text[text.rindex("Dates ahead") :], *(f"about {day}" for day in sorted(days)))


def test_time_of_this_semester_is_promised_and_earlier_time_is_not(tmp_path: Path) -> None:
    slots = [TimeSlot(f"t{semester}", what=f"in {semester}", semester=semester) for semester in ("2026V", "2026H")]
    text = said(tmp_path, "hand_over", *slots)
    assert "in 2026H" in text
    assert "in 2026V" not in text


def test_a_task_without_a_day_stands_below_those_that_have_one(tmp_path: Path) -> None:
    tasks = [
        Answer("answer:F2-01", own_text="some day", responsible="Deputy"),
        Answer("answer:F2-02", own_text="in December", responsible="Deputy", due="2026-12-01"),
    ]
    assert in_order(said(tmp_path, "hand_over", OPEN, *tasks), "taken on", "in December", "some day")


def test_a_no_is_no_promise(tmp_path: Path) -> None:
    kept_out = GateEntry("a", what="A plan", brought_by="Owner", decision="kept_out", reply="Not for us now")
    parked = GateEntry("b", what="A course", brought_by="College", decision="parked", reply="We call you")
    text = said(tmp_path, "hand_over", kept_out, parked)
    promised = chapter(text, "What is agreed and answered", "Dates ahead")
    assert "We call you" in promised
    assert "Not for us now" not in promised


def test_a_break_that_is_not_over_and_meetings_to_come_are_not_told_as_held(tmp_path: Path) -> None:
    meetings = [Meeting(f"m{day}", day=day, who="work_group") for day in ("2026-08-24", "2026-09-07", "2027-03-01")]
    text = said(tmp_path, "description", OPEN, *meetings)
    assert "2 meetings" in text
    assert "1 meeting" not in text
    assert "longest break" not in text
    over = [Meeting(f"m{day}", day=day, who="work_group") for day in ("2026-08-24", TODAY)]
    assert "from 24 August 2026 to 23 November 2026" in said(tmp_path, "description", OPEN, *over)


def test_what_is_due_today_still_comes(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "status",
        OPEN,
        Answer("answer:F2-03", own_text="Ask the board", due=TODAY),
        Meeting("m", what="The plan", day=TODAY, who="work_group"),
    )
    assert "Ask the board" in text
    assert "The plan" in text


def test_a_status_tells_the_time_of_this_semester(tmp_path: Path) -> None:
    earlier, now = (
        TimeSlot("a", who="staff", semester="2025H", minutes=33, times=1),
        TimeSlot("b", who="staff", semester="2026H", minutes=44, times=1),
    )
    text = said(tmp_path, "status", OPEN, earlier, now)
    assert "44 min" in text
    assert "33 min" not in text


@pytest.mark.parametrize("key", ["status", "steering_brief", "hand_over"])
def test_nothing_is_asked_of_the_owner_that_nobody_wrote_as_a_request(key: str, tmp_path: Path) -> None:
    owner = FRAMEWORK.word("school_owner")
    item = OwnItem("a", phase="F2", own_text=f"Ask the {owner} for time", responsible=owner, why="Short of time")
    text = said(tmp_path, key, OPEN, item)
    assert "What we ask the owner for" not in text


def test_those_in_close_cooperation_are_counted_by_themselves(tmp_path: Path) -> None:
    people = [Person(one, role="teacher") for one in "abc"]
    parts = [Membership(f"m{one}", person=one, standing="member", mode="inside") for one in "ab"]
    close = Membership("mc", person="c", standing="member", mode="close")
    text = said(tmp_path, "status", OPEN, *people, *parts, close)
    assert "2 members, 1 in close cooperation" in text


def test_of_each_decision_the_newest_stand_first_and_one_more_is_told(tmp_path: Path) -> None:
    entries = [
        GateEntry(f"e{day:02}", what=f"Thing {day:02}", decision="admitted", signed=f"2026-09-{day:02}")
        for day in range(1, 10)
    ]
    text = said(tmp_path, "description", OPEN, *entries)
    assert in_order(text, *(f"Thing {day:02}" for day in range(9, 1, -1)), "And 1 more, in the gatekeeping log.")
    assert "Thing 01" not in text


def test_notes_on_a_phase_are_told_in_the_order_in_which_they_were_written(tmp_path: Path) -> None:
    notes = [
        TransitionNote("a", phase="F2", occasion="closes", written="2026-10-01", why="The later one"),
        TransitionNote("b", phase="F2", occasion="opens", written="2026-08-20", why="The first one"),
    ]
    text = said(tmp_path, "description", OPEN, *notes)
    assert in_order(text, "Opened 20 August 2026, and still open.", "The first one", "The later one")


def test_an_item_that_was_put_away_is_not_told_as_done(tmp_path: Path) -> None:
    shown = OwnItem("a", phase="F2", own_text="Shown item", status="done")
    hidden = OwnItem("b", phase="F2", own_text="Hidden item", status="done", put_away=True)
    text = said(tmp_path, "description", OPEN, shown, hidden)
    assert "Shown item" in text
    assert "Hidden item" not in text


def test_whoever_was_only_thought_of_is_no_earlier_member(tmp_path: Path) -> None:
    people = [Person("a", name="Ada", role="teacher", left="2026-06-01"), Person("b", name="Bea", role="sfo")]
    gone = Person("c", name="Cia", role="teacher", left="2026-06-01")
    parts = [
        Membership("ma", person="a", standing="candidate"),
        Membership("mb", person="b", standing="member"),
        Membership("mc", person="c", standing="member"),
    ]
    text = said(tmp_path, "mandate", *people, gone, *parts)
    assert "Ada" not in text
    assert in_order(text, "Bea", "Earlier members", "Cia")


def test_members_are_told_of_their_own_next_meetings(tmp_path: Path) -> None:
    today = Meeting("a", day=TODAY, who="work_group")
    staff = Meeting("b", day="2026-12-24", who="staff")
    text = said(tmp_path, "information_notice", today, staff)
    assert in_order(text, "Next meetings", "23 November 2026", "What may be written about you")
    assert "24 December" not in text.partition("What may be written about you")[0]


def test_research_sees_no_day_on_the_cover(tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, "research", school_of(SchoolProfile("school", name="Nes"), OPEN))[1]))
    assert "Autumn 2026" in text
    assert "November" not in text


def test_how_many_private_notes_there_are_is_said_to_nobody(tmp_path: Path) -> None:
    parts = [Membership(f"m{one}", person=one, standing="member", motivation="yes") for one in "abc"]
    people = [Person(one, role="teacher") for one in "abc"]
    text = said(tmp_path, "description", OPEN, *people, *parts, audience=Audience.OWNER)
    left_out = text[text.rindex("What is not included") :]
    assert "motivation" in left_out.lower()
    private = left_out[left_out.index("leadership team") :]
    assert "(3)" not in private


@pytest.mark.parametrize(("draft", "mark"), [(True, "Draft"), (False, "Final version")])
@pytest.mark.parametrize("key", ["description", "status"])
def test_a_document_says_whether_it_is_final(key: str, draft: bool, mark: str, tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, key, school_of(OPEN), draft=draft)[1]))
    assert mark in text
    assert ("Final version" if draft else "Draft") not in text


def test_the_appendix_tells_what_was_decided_changed_and_deleted(tmp_path: Path) -> None:
    past = (
        HistoryEntry("g", "gate_entry", "decision", None, "undecided", "2026-01-10", "principal"),
        HistoryEntry("g", "gate_entry", "decision", "undecided", "parked", "2026-02-10", "principal"),
        HistoryEntry("g", "gate_entry", "decision", "parked", "kept_out", "2026-03-10", "principal"),
        HistoryEntry("i", "gate_entry", "decision", None, "admitted", "2026-03-20", "principal"),
        HistoryEntry("h", "gate_entry", "what", None, "A network", "2026-04-10", "principal"),
        HistoryEntry("h", "gate_entry", "", "gate_entry", "!gate_entry", "2026-05-10", "deputy"),
    )
    school = school_of(GateEntry("g", what="Course", decision="kept_out"), GateEntry("i", what="Book"))
    text = "\n".join(lines(make(tmp_path, "history_appendix", school, history=past)[1]))
    assert "10 Jan 2026" not in text, "that nothing is decided yet is no decision"
    assert in_order(text, "10 Feb 2026", "10 Mar 2026", "then", "20 Mar 2026", "10 May 2026", "A network", "Deleted")


@pytest.mark.parametrize(
    "key", [key for key, kind in DOCUMENTS.items() if kind.category in ("ours", "owner", "schools")]
)
def test_no_document_speaks_to_the_team_that_made_it(key: str, tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, key, planted(), language="nb")[1]))
    for item in read_framework("nb").items:  # told as what the framework suggests
        text = text.replace(item.text, "")
    assert re.findall(r".*\b[Dd]eres?\b.*", text) == []
