"""The sheet on what the work demands: by semester and group, whole, and nothing that nobody wrote."""

from pathlib import Path

from fosdesk.domain.records import GainAndDemand, PhaseFrame, PhaseState, StopItem, TimePlan, TimeSlot
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

OPEN = PhaseState("phase:F1", opened="2026-08-17")
STAFF = GainAndDemand("a", text="Five meetings", kind="demand", for_whom="Staff", semester="2026H", minutes=450)
LATER = GainAndDemand("b", text="Four meetings", kind="demand", for_whom="Staff", semester="2027V")
ALWAYS = GainAndDemand("c", text="One question first", kind="demand", for_whom="All")
EARLIER = GainAndDemand("d", text="NOT HERE", kind="demand", for_whom="Staff", semester="2025H")
GAIN = GainAndDemand("e", text="NOT HERE", kind="gain", for_whom="Staff", semester="2026H")


def test_each_semester_has_its_groups_with_demands_and_time(tmp_path: Path) -> None:
    slot = TimeSlot("s", what="Group time", who="work_group", semester="2026H", minutes=60, times=9)
    unsaid = GainAndDemand("f", text="To listen", kind="demand", semester="2026H")
    text = said(tmp_path, "demands", LATER, ALWAYS, unsaid, STAFF, EARLIER, GAIN, slot)
    assert in_order(
        *(text, "Autumn 2026", "Staff", "Five meetings (7 h 30 min)"),
        *("The work group", "Set aside: Group time (9 × 1 h = 9 h)"),
        *("Not said for whom", "To listen", "Spring 2027", "Staff", "Four meetings"),
        *("All the time", "All", "One question first"),
    )
    assert "NOT HERE" not in text


def test_what_gives_way_the_frame_and_the_time_for_all(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "demands",
        OPEN,
        StopItem("x", what="Morning meetings", semester="2026V"),
        StopItem("y", what="Reports", semester="2027V"),
        TimeSlot("s", what="Group", who="staff", semester="2026H", gives_way="Theme weeks"),
        TimeSlot("t", what="Old", who="staff", semester="2025H", gives_way="NOT HERE"),
        PhaseFrame("phase_frame:F1", time_frame="A whole year.", budget=40000, ground_rules="Nobody is left out."),
        PhaseFrame("phase_frame:F3", time_frame="NOT HERE"),
        TimePlan("time_plan", others="Assistants are paid."),
    )
    assert in_order(
        *(text, "What gives way", "Morning meetings", "Reports, from spring 2027", "Theme weeks"),
        *("Frame of phase 1", "A whole year.", "40,000", "Nobody is left out.", "Assistants are paid."),
    )
    assert "NOT HERE" not in text


def test_no_demand_is_ever_cut(tmp_path: Path) -> None:
    long = "We ask for this, but never more than this. " * 60
    many = [GainAndDemand(f"d{n}", text=long, kind="demand", for_whom=f"Group {n}", semester="2026H") for n in range(6)]
    text = said(tmp_path, "demands", *many)
    assert text.count(long.strip()) == 6
    assert "…" not in text
    assert DOCUMENTS["demands"].one_page


def test_an_empty_school_gets_one_sentence(tmp_path: Path) -> None:
    text = said(tmp_path, "demands")
    assert "Nothing has been written down about what the work demands." in text
    assert "What gives way" not in text


def test_the_owner_and_word_get_the_same(tmp_path: Path) -> None:
    assert "Five meetings" in said(tmp_path, "demands", STAFF, audience=Audience.OWNER)
    made = make(tmp_path, "demands", school_of(STAFF, ALWAYS), language="nb", ending=".docx")[1]
    assert in_order(words_of(made), "Dette krever arbeidet", "Høst 2026", "Five meetings", "Hele tiden")
