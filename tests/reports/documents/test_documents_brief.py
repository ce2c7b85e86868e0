"""The documents of a page or two: what a reader finds in each, and what is said where nothing has been written."""

from pathlib import Path

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    Answer,
    Balance,
    CoreComponent,
    Description,
    ExistingGroup,
    GateEntry,
    Meeting,
    Membership,
    OwnerRequest,
    OwnItem,
    Partner,
    Person,
    PhaseState,
    SchoolProfile,
    Seat,
    StopItem,
    TimePlan,
    TimeSlot,
    TransitionNote,
    TranslationNote,
    WorkGroup,
)
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.document_preview import document_content
from fosdesk.words import read_words
from tests.privacy.known import names_of
from tests.privacy.planted import planted
from tests.reports.reading import Reading
from tests.reports.telling import DAY, FRAMEWORK, in_order, lines, make, said, school_of

WORDS = read_words("en")
OPEN = PhaseState("phase:F2", opened="2026-08-17")
LONG = "Dette er en lang tekst om noe vi gjør og hvorfor, og den går over flere linjer enn noen rekker å lese. " * 8


@pytest.mark.parametrize("key", [key for key, kind in DOCUMENTS.items() if kind.brief and not kind.is_poster])
def test_a_masthead_says_whose_it_is_and_for_whom(key: str, tmp_path: Path) -> None:
    school = school_of(SchoolProfile("school", name="Nes skole", municipality="Nes", direction="All are missed"))
    read = lines(make(tmp_path, key, school)[1])
    assert read[0] == "Nes skole"
    assert read[2] == "All are missed"
    assert read[3] == "Draft"
    assert in_order(read[4], "Nes", "Autumn 2026", "23 November 2026", "For ")
    assert not any("left out" in line or "held back" in line for line in read), "it tells a few things of many"


@pytest.mark.parametrize("key", ["status", "share_card"])
def test_one_page_stays_one_page_whatever_is_written(key: str, tmp_path: Path) -> None:
    many_records: list[Record] = [
        SchoolProfile("school", name=LONG, municipality=LONG, direction=LONG),
        *(PhaseState(f"phase:F{n}", own_title=LONG, opened=f"2025-0{n + 1}-11") for n in range(5)),
        *(CoreComponent(f"c{n}", name=LONG, why=LONG, looks_like=LONG) for n in range(12)),
        *(StopItem(f"s{n}", what=LONG, freed=90) for n in range(12)),
        *(Meeting(f"m{n}", what=LONG, day=f"2026-12-{n + 10}", who="staff") for n in range(12)),
        *(OwnItem(f"o{n}", phase="F2", own_text=LONG, responsible="School owner", how=LONG) for n in range(12)),
        *(Partner(f"p{n}", kind="owner", name=LONG, support=LONG) for n in range(2)),
        *(GateEntry(f"g{n}", what=LONG, decision="adapted", reason=LONG) for n in range(40)),
        *(TranslationNote(f"translation:g{n}", reshaped=LONG) for n in range(40)),
        Description("description:learning", text=LONG),
        Balance("balance:2026H", effort=LONG, gain=LONG, adjust=LONG),
    ]
    assert make(tmp_path, key, school_of(*many_records))[0].pages == 1


def test_the_status_tells_where_the_school_is_and_what_it_asks_for(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "status",
        OPEN,
        CoreComponent("c1", name="Adults who see"),
        StopItem("s1", what="Morning meetings"),
        Meeting("m1", what="What comes next", day="2026-12-01", who="work_group"),
        Meeting("m0", what="Long ago", day="2026-02-01", who="work_group"),
        OwnerRequest("r1", what="Agree on substitutes", asked="2026-10-06", asked_of="Head of schools"),
        OwnerRequest("r2", what="An answered thing", answer="Yes"),
        Partner("p1", kind="owner", name="The municipality", support="Substitutes for three days"),
    )
    assert in_order(text, "Open now: phase 2", "since autumn 2026", "Adults who see", "Morning meetings")
    assert in_order(text, "What happens next", "The work group meets: What comes next", "What we ask the owner for")
    assert in_order(text, "Agree on substitutes", "Asked on 6 October 2026. To: Head of schools.")
    assert in_order(text, "What we get from the owner", "Substitutes for three days")
    assert "Long ago" not in text
    assert "An answered thing" not in text


def test_a_suggested_item_is_told_by_its_topic_so_that_it_does_not_order_the_reader_about(tmp_path: Path) -> None:
    text = said(tmp_path, "status", OPEN, Answer("answer:F2-07", status="in_progress", due="2026-12-11"))
    item = FRAMEWORK.item("F2-07")
    assert item is not None
    assert item.topic in text
    assert item.text.rstrip(".") not in text


def test_a_status_has_no_part_that_nobody_wrote_anything_for(tmp_path: Path) -> None:
    text = said(tmp_path, "status")
    for title in (
        "What we have chosen",
        "What happens next",
        "What we ask the owner for",
        "What we get from the owner",
    ):
        assert title not in text
    closed = said(tmp_path, "status", PhaseState("phase:F1", opened="2025-01-01", closed="2025-06-01"))
    assert "No phase is open just now." in closed


def test_the_brief_tells_what_happened_this_semester_and_no_other(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "steering_brief",
        OPEN,
        Meeting("m1", day="2026-09-01", who="work_group"),
        Meeting("m2", day="2026-10-01", who="work_group"),
        Meeting("m3", day="2026-10-08", who="staff"),
        Meeting("m4", day="2026-04-08", who="staff"),
        GateEntry("g1", what="A course", decision="kept_out", signed="2026-10-01", reason="Too much."),
        GateEntry("g2", what="A book", decision="admitted", signed="2026-03-01", reason="Good."),
        Balance("balance:2026H", effort="Two hours", gain="Calm mornings"),
        TransitionNote("n1", phase="F2", occasion="opens", written="2026-08-17", still_open="How many may join?"),
    )
    assert "Opened on 17 August 2026: phase 2" in text
    assert "The work group has met 2 times and the whole staff has met 1 time." in text
    assert in_order(text, "1 was kept outside", "Kept outside: A course – Too much.", "Two hours", "Calm mornings")
    assert "A book" not in text
    assert in_order(text, "Questions for the meeting", "How many may join?")


def test_the_brief_asks_for_what_the_school_wrote_and_tells_of_support(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "steering_brief",
        OPEN,
        OwnItem("o1", phase="F2", own_text="Ask for a bus", responsible="School owner", due="2027-01-15"),
        OwnerRequest("r1", what="Money for books"),
        OwnerRequest("r2", what="Three substitutes", answer="Yes, from autumn.", answered="2026-09-01"),
        OwnerRequest("r3", what="A new roof", answer="No.", answered="2025-09-01"),
        Answer("answer:F1-12", how="We asked for three substitutes."),
        Partner(
            "p1", name="The college", support="Asks good questions", withdraws="2028-06-16", takes_over="The group"
        ),
    )
    assert in_order(text, "What we ask the owner for", "Money for books", "What was answered:", "Three substitutes")
    assert in_order(text, "Answered on 1 September 2026: Yes, from autumn.", "On support from the owner: We asked for")
    assert in_order(text, "We asked for three substitutes.", "The college", "Asks good questions", "16 June 2028")
    assert "bus" not in text, "an item of the checklist is no request"
    assert "roof" not in text, "an answer of last year is no news"
    calm = said(tmp_path, "steering_brief")
    for title in ("This semester", "What we ask the owner for", "Support", "Advice in fosdesk", "Questions for the"):
        assert title not in calm


GROUP = (
    WorkGroup("work_group", mandate="The group tries things out.", size_reason="Eight can agree."),
    Person("p1", name="Ingrid", role="principal"),
    Person("p2", name="Jonas", role="teacher", role_note="Year 5"),
    Membership("m1", person="p1", standing="member", leads=True, until="2027-06-20"),
    Membership("m2", person="p2", standing="member", until="2027-06-20"),
    Seat("seat:fau", considered="no", reason="They have a forum of their own."),
    ExistingGroup("e1", name="The plan group", decision="replace", freed=540),
    TimeSlot("t1", what="Group time", minutes=60, times=9, semester="2026H", who="work_group"),
    TimeSlot("t0", what="Last year", minutes=60, times=9, semester="2025H", who="work_group"),
    Meeting("x1", day="2026-12-01", who="work_group"),
)


def test_the_mandate_names_its_members_at_school_and_their_roles_elsewhere(tmp_path: Path) -> None:
    at_home = said(tmp_path, "mandate", *GROUP)
    assert in_order(at_home, "The group tries things out.", "Ingrid, principal", "Jonas, teacher (Year 5)")
    assert in_order(at_home, "Eight can agree.", "until 20 June 2027", "1 Dec 2026", "Group time", "The plan group")
    assert "Last year" not in at_home
    assert in_order(at_home, "Parents (FAU)", "No, we chose not to", "They have a forum of their own.")
    outside = said(tmp_path, "mandate", *GROUP, audience=Audience.OWNER)
    assert "Ingrid" not in outside
    assert in_order(outside, "Principal", "Teacher", "People: name (2); People: role in more detail (1)")


def test_a_mandate_that_nobody_wrote_has_no_parts(tmp_path: Path) -> None:
    text = said(tmp_path, "mandate")
    assert "Nothing has been written down about the group." in text
    for title in ("The task", "Who is in the group", "Time for the group", "The voices in the group"):
        assert title not in text


def test_the_time_sheet_sets_what_is_freed_against_what_is_asked(tmp_path: Path) -> None:
    records = (
        TimeSlot("t1", what="Group time", who="work_group", minutes=60, times=10, semester="2026H", gives_way="Plans"),
        TimeSlot("t2", what="All of us", who="staff", minutes=75, times=5, semester="2026H"),
        TimeSlot("t0", what="Last year", who="staff", minutes=60, times=9, semester="2025H"),
        StopItem(
            "s1", what="Morning meetings", who="staff", freed=720, semester="2026H", reason="Two days are enough."
        ),
        StopItem("s2", what="A report", freed=30, semester="2026H"),
        ExistingGroup("e1", name="The plan group", decision="replace", freed=60),
        ExistingGroup("e2", name="The culture group", decision="keep"),
        TimePlan("time_plan", discussed="2026-05-06", others="Paid hours for assistants."),
        Meeting("m1", day="2026-02-03", who="work_group"),
        Meeting("m2", day="2026-11-03", who="work_group"),
        Balance("balance:2026H", effort="Two hours", gain="Calm mornings"),
    )
    text = said(tmp_path, "time_sheet", *records)
    assert in_order(text, "Autumn 2026", "The work group: 10 h set aside for each")
    assert in_order(text, "The whole staff: 6 h 15 min set aside for each, 12 h freed for each", "The plan group 1 h")
    assert "1 more, where it is not said for whom" in text
    assert "16 h" not in text, "time of different people is not added up"
    assert in_order(
        text, "Group time", "The work group", "10 × 1 h = 10 h", "Plans", "Morning meetings", "The whole staff"
    )
    assert in_order(text, "A report", "Not said for whom", "30 min", "The plan group")
    assert "The culture group" not in text
    assert "Last year" not in text
    assert in_order(text, "Paid hours for assistants.", "discussed with the union representatives on 6 May 2026")
    assert in_order(text, "The longest break lasted", "Two hours", "Calm mornings")


def test_a_time_sheet_says_nothing_about_what_nobody_wrote(tmp_path: Path) -> None:
    slot = TimeSlot("t1", what="Group time", who="work_group", minutes=60, times=10, semester="2026H")
    text = said(tmp_path, "time_sheet", slot)
    assert "The work group: 10 h set aside for each" in text
    for title in ("Frees", "About the time plan", "From one meeting", "Effort and gain"):
        assert title not in text
    assert "Nothing has been written down about time." in said(tmp_path, "time_sheet")


def test_each_group_has_a_figure_of_its_own(tmp_path: Path) -> None:
    slots = [TimeSlot(who, who=who, minutes=60, times=2, semester="2026H") for who in ("work_group", "staff", "")]
    with Reading(make(tmp_path, "time_sheet", school_of(*slots))[1]) as reading:
        alternatives = [str(one.thing.Alt) for one in reading.top.walk() if one.role == "Figure"]
    assert [text.partition(":")[0] for text in alternatives] == ["The work group", "The whole staff"]
    assert all("Autumn 2026: 2 h set aside" in text for text in alternatives)


def test_the_latest_transition_note_stands_first(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "transition_note",
        TransitionNote("n1", phase="F1", occasion="closes", written="2026-05-20", why="Ready.", carried_on="The list."),
        TransitionNote("n2", phase="F1", occasion="opens", written="2025-01-13", why="A start."),
        TransitionNote("n3", phase="F3", occasion="opens", written="2026-08-17", why="Few.", still_open="What next?"),
    )
    assert in_order(text, "Phase 3", "17 August 2026", "Few.", "What next?", "Phase 1", "20 May 2026", "Ready.")
    assert in_order(text, "The list.", "13 January 2025", "A start.")
    assert "No transition note has been written yet." in said(tmp_path, "transition_note")


def test_the_share_card_tells_other_schools_what_to_ask_about(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "share_card",
        OPEN,
        CoreComponent("c1", name="Adults who see", looks_like="Somebody stands at the door."),
        Description("description:learning", text="We look at what we do already."),
        StopItem("s1", what="Morning meetings"),
        Balance("balance:2026V", gain="Pupils tell.", adjust="Shorter meetings."),
        GateEntry("g1", what="A course in talking", decision="adapted"),
        TranslationNote("translation:g1", reshaped="From a day to four talks"),
    )
    assert in_order(text, "Core components", "Adults who see: Somebody stands at the door.", "We look at what we do")
    assert in_order(text, "Morning meetings", "Pupils tell.", "Shorter meetings.", "A course in talking: From a day")
    later = StopItem("s2", what="Reports", semester="2027V")
    planned = said(tmp_path, "share_card", OPEN, StopItem("s1", what="Meetings", semester="2026V"), later)
    assert in_order(planned, "To make room we stopped with this: Meetings.", "Later we stop with this: Reports.")
    assert DOCUMENTS["share_card"].audiences == (Audience.NETWORK,)
    empty = said(tmp_path, "share_card")
    for title in ("Core components", "How we did it", "What came of it", "What we adapted"):
        assert title not in empty


@pytest.mark.parametrize("key", ["status", "share_card", "steering_brief", "mandate", "time_sheet", "transition_note"])
def test_a_short_document_has_no_contents_and_no_page_of_its_own_for_the_title(key: str, tmp_path: Path) -> None:
    with Reading(make(tmp_path, key, planted())[1]) as reading:
        roles = [role for role, _ in reading.blocks()]
    assert "Reference" not in roles
    assert roles.count("H1") == 1


def test_nothing_can_be_ticked_that_a_short_document_would_not_show() -> None:
    for key in ("status", "steering_brief", "mandate", "time_sheet", "transition_note", "share_card"):
        for audience in DOCUMENTS[key].audiences:
            found = document_content(key, planted(), FRAMEWORK, WORDS, audience, DAY, names=names_of(planted()))
            assert not {one.place for one in found.withheld} & {
                "membership.motivation",
                "membership.position",
                "partner.contact",
                "reflection",
                "critical_voice",
            }
