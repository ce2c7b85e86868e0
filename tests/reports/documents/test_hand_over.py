"""The hand-over: what somebody who takes over would look for, and where it stands."""

from pathlib import Path

from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    GateEntry,
    Meeting,
    Membership,
    Partner,
    Person,
    PhaseState,
    SchoolProfile,
    Seat,
    StopItem,
    TransitionNote,
    WorkGroup,
)
from fosdesk.privacy.audience import Audience
from tests.reports.telling import example, in_order, lines, make, said


def test_it_goes_from_where_to_begin_to_where_things_lie(tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, "hand_over", example("en"))[1]))
    assert in_order(
        text,
        *("Begin here", "Your first weeks", "Where we want to go", "Who is who", "What was decided, and why"),
        *("What was kept out", "What is agreed and answered", "Dates ahead", "Open questions", "Where things lie"),
        *("Words we use", "What is not included"),
    )


def test_a_successor_finds_people_choices_promises_and_dates(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "hand_over",
        SchoolProfile("school", name="Nes", direction="Everybody is missed", left_out="No new plans"),
        PhaseState("phase:F2", opened="2026-01-10"),
        CoreComponent("c", name="We greet each child", why="Many are not seen."),
        WorkGroup("work_group", mandate="Lead the work.", leader_reason="The deputy has the time."),
        Person("p1", name="Ingrid", role="principal"),
        Membership("m1", person="p1", standing="member", leads=True),
        Seat("seat:fau", considered="no", reason="They meet us twice a year."),
        Partner("x", name="The college", support="Courses", touchpoints="First Tuesday", contact="Vibeke"),
        TransitionNote("t", phase="F2", occasion="opens", written="2026-01-10", why="We know why", still_open="Time"),
        GateEntry("g1", what="Reading course", decision="admitted", reason="It fits"),
        GateEntry("g2", what="Reward system", decision="kept_out", reason="It turns us around"),
        GateEntry(
            *("g3", "A network"),
            brought_by="Neighbour school",
            decision="parked",
            reply="We call you",
            revisit="2027-02-01",
        ),
        GateEntry("g4", what="A new plan", brought_by="Owner"),
        Answer("answer:F2-03", status="not_applicable", reason="We have no board"),
        Answer("answer:F2-05", responsible="Deputy", due="2026-12-01"),
        StopItem("s", what="Morning meeting", reason="Nobody misses it"),
        Meeting("d", what="The plan", day="2026-12-08", who="work_group"),
    )
    assert in_order(text, "The next meeting is on 8 December 2026.", "Everybody is missed", "No new plans")
    assert in_order(text, "We greet each child", "Who is who", "Ingrid, principal", "The deputy has the time.")
    assert in_order(text, "Parents (FAU)", "They meet us twice a year.", "The college", "Contact person: Vibeke")
    assert in_order(text, "What was decided, and why", "We know why", "Reading course", "We have no board")
    assert in_order(text, "Morning meeting", "What was kept out", "Reward system", "It turns us around")
    assert in_order(
        text, "What is agreed and answered", "To neighbour school, about “A network”", "We call you", "First Tuesday"
    )
    assert in_order(text, "Tasks that somebody has taken on", "Deputy", "1 Dec 2026")
    assert in_order(text, "Dates ahead", "8 December 2026", "The plan", "1 February 2027", "A network")
    assert in_order(text, "Open questions", "Time", "Waiting at the gate", "A new plan", "from owner")


def test_outside_the_school_roles_stand_for_names(tmp_path: Path) -> None:
    records = (
        Person("p1", name="Ingrid Berg", role="principal"),
        Membership("m1", person="p1", standing="member", leads=True),
    )
    assert "Ingrid Berg, principal" in said(tmp_path, "hand_over", *records)
    outside = said(tmp_path, "hand_over", *records, audience=Audience.OWNER)
    assert "Principal" in outside
    assert "Berg" not in outside


def test_what_has_been_is_no_date_ahead(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "hand_over",
        Meeting("d", what="Long ago", day="2026-01-08", who="work_group"),
        GateEntry("g", what="Old thing", decision="parked", revisit="2026-01-01"),
    )
    assert in_order(text, "Dates ahead", "Nothing has a date yet.", "Open questions")
    assert "Long ago" not in text
