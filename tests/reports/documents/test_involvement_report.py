"""The document on involvement: groups and what they said, decided and asked, and nobody's name."""

from pathlib import Path

import pytest

from fosdesk.domain.records import AgreedText, Involvement, Meeting, Need, Question
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.reports.pdf.structure_gate import faults
from tests.reports.telling import in_order, lines, make, said, school_of
from tests.reports.word.word_reading import words_of

STAFF = Involvement(
    "a",
    what="Three findings",
    who="staff",
    kind="work_together",
    day="2026-02-12",
    said="They said absence.",
    decided="They chose the order.",
    agreed="One thing at a time.",
    still_open="Who begins.",
    changed="Reading waits.",
    taking_part="Turid Testad",
)
UNIONS = Involvement(
    "u", what="The start", who="unions", kind="consultation", day="2026-05-21", unions_said="On the plan."
)


def test_each_group_stands_with_what_it_said_decided_and_changed(tmp_path: Path) -> None:
    pupils = Involvement("p", what="The council", who="pupils", day="2025-11-25", said="When somebody waits.")
    earlier = Involvement("b", what="Before", who="staff", day="2025-01-12", said="Begin.")
    text = said(tmp_path, "involvement", STAFF, pupils, earlier, Involvement("x", what="Without", said="Said."))
    assert in_order(
        *(text, "Staff", "Before", "12 January 2025", "Three findings", "12 February 2026 · Work together"),
        *("What they said: They said absence.", "What they decided themselves: They chose the order."),
        *(
            "What was agreed: One thing at a time.",
            "What is still open: Who begins.",
            "What it changed: Reading waits.",
        ),
        *("Pupils", "The council", "When somebody waits.", "Without a group", "Without", "Said."),
    )
    assert "Parents" not in text, "a group that nobody wrote of has no heading"
    assert "Negotiation" not in text


@pytest.mark.parametrize("audience", DOCUMENTS["involvement"].audiences)
def test_it_names_nobody_whoever_reads_it(audience: Audience, tmp_path: Path) -> None:
    text = said(tmp_path, "involvement", STAFF, audience=audience)
    assert "They said absence." in text
    assert "Turid" not in text


def test_what_unions_said_stays_at_the_school_unless_it_is_ticked(tmp_path: Path) -> None:
    assert "What the unions said: On the plan." in said(tmp_path, "involvement", UNIONS)
    outside = said(tmp_path, "involvement", UNIONS, audience=Audience.OWNER)
    assert "On the plan" not in outside
    assert in_order(outside, "The start", "What is not included", "what the unions said")
    ticked = make(
        tmp_path,
        "involvement",
        school_of(UNIONS),
        language="en",
        audience=Audience.OWNER,
        ticked=("involvement.unions_said",),
    )
    assert "On the plan." in "\n".join(lines(ticked[1]))


def test_a_meeting_is_told_of_only_where_the_reader_may_see_it(tmp_path: Path) -> None:
    of_leaders = Meeting("m", what="Among ourselves", day="2026-03-04", who="leadership")
    told = Involvement("i", what="The wall", who="staff", meeting="m", said="All of it.")
    at_home = said(tmp_path, "involvement", of_leaders, told)
    assert in_order(at_home, "The wall", "4 March 2026 · Meeting: Among ourselves", "All of it.")
    outside = said(tmp_path, "involvement", of_leaders, told, audience=Audience.OWNER)
    assert "Among ourselves" not in outside
    assert "All of it." in outside


def test_questions_stand_with_their_answers_and_those_without_one_last(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "involvement",
        Question("w", text="Who carries on?", kind="worry", from_group="Years 1 to 4", day="2026-10-28"),
        Question("n", text="Only noted", changed=""),
        Question(
            *("q", "Why should it last?", "objection", "Years 5 to 7", "2025-02-12", ""),
            answer="Nobody knows.\n\nWe look at it each November.",
            answered="2026-02-11",
            changed="The plan.",
        ),
    )
    assert in_order(
        *(text, "Questions and objections", "Why should it last?", "Objection, from years 5 to 7, 12 Feb 2025"),
        *("Nobody knows.", "We look at it each November.", "Answered on 11 February 2026", "The plan."),
        *("Without an answer so far", "Who carries on?", "Worry, from years 1 to 4", "Only noted"),
    )
    waiting = said(tmp_path, "involvement", Question("n", text="Only noted"))
    assert "What it changed" not in waiting


def test_needs_lie_in_their_heaps_and_agreed_texts_with_day_and_groups(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "involvement",
        Need("a", text="Alone in breaks", cluster="Breaks", when="now", change="better", source="Mapping"),
        Need("b", text="Nobody asks", pos="b"),
        Need("c", text="The yard", cluster="Breaks"),
        AgreedText("t", text="All have a place.", day="2026-03-25", groups="Staff and parents"),
    )
    assert in_order(
        *(text, "Needs", "Breaks", "Alone in breaks", "Now, do better what we do. Where it comes from: Mapping."),
        *("The yard", "Without a heap", "Nobody asks", "All have a place."),
        "25 March 2026 · Those who took part: Staff and parents",
    )


def test_of_meetings_only_those_of_whole_groups_that_tell_something(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "involvement",
        Meeting("a", what="Wall", day="2026-02-12", who="staff", present_count=31, changed="We wait."),
        Meeting("b", what="Nothing told", day="2026-02-13", who="staff"),
        Meeting("c", what="Group", day="2026-02-14", who="work_group", changed="Group only."),
        Meeting("d", what="Ahead", day="2027-02-14", who="parents", present_count=1),
    )
    assert in_order(text, "Meetings with staff, parents and pupils", "12 Feb 2026", "Wall", "31", "We wait.")
    for silent in ("Nothing told", "Group only.", "Ahead"):
        assert silent not in text


def test_nothing_written_is_said_in_one_line_and_word_has_the_same(tmp_path: Path) -> None:
    assert "Nothing has been written down about involvement." in said(tmp_path, "involvement")
    made = make(tmp_path, "involvement", school_of(STAFF, UNIONS), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Three findings", "Kva dei sa:", "They said absence.", "The start", "On the plan.")
    assert faults(make(tmp_path, "involvement", school_of(STAFF, UNIONS))[1]) == []
