"""Whose words stand in a document: the program claims nothing, and what was written to one reader stays so."""

from pathlib import Path

import pytest

from fosdesk.domain.records import AdviceReply, GateEntry, PhaseState, TimeSlot
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.reports.telling import example, in_order, lines, make, said, school_of
from tests.sampling import sampled

OPEN = PhaseState("phase:F2", opened="2026-08-18")
SLOT = TimeSlot("t1", what="Group time", minutes=60, times=9, semester="2026H", who="work_group")
KNOWN = AdviceReply("advice:W2", stance="known", because="It was the only way this autumn.")
ANSWERED = GateEntry(
    "g", what="A course", brought_by="The college", decision="parked", reply="Thank you, ring us.", replied="2026-09-01"
)
# Claims, orders and greetings that the program once wrote into finished documents, and that nobody had written.
CLAIMS = (
    "well meant",
    "works its way forward",
    "That is as it should be",
    "Welcome",
    "will come back with a new sender",
    "You may",
    "find one together",
    "Ask why",
    "Whatever reached the school",
    "was short.",
    "Much is new",
    "nothing is written down that gives way",
    "lie far apart",
    "may become hard",
    "is promised",
    "Everybody is to have time",
)
OTHERS = [
    (key, audience) for key, kind in DOCUMENTS.items() for audience in kind.audiences if audience is not Audience.SCHOOL
]


@pytest.mark.parametrize("key", sampled(DOCUMENTS, 2))
def test_the_program_claims_nothing_that_nobody_wrote(key: str, tmp_path: Path) -> None:
    for school in (example("en"), school_of(OPEN, SLOT, KNOWN, ANSWERED)):
        text = "\n".join(lines(make(tmp_path, key, school)[1]))
        assert [one for one in CLAIMS if one in text] == []


@pytest.mark.parametrize(("key", "audience"), OTHERS)
def test_answers_to_advice_and_to_others_stay_at_the_school(key: str, audience: Audience, tmp_path: Path) -> None:
    text = said(tmp_path, key, OPEN, SLOT, KNOWN, ANSWERED, audience=audience)
    assert "only way" not in text
    assert "ring us" not in text


@pytest.mark.parametrize(("key", "place"), [("steering_brief", KNOWN), ("hand_over", ANSWERED), ("gate_log", ANSWERED)])
def test_the_last_page_says_why_and_a_tick_lets_them_in(
    key: str, place: AdviceReply | GateEntry, tmp_path: Path
) -> None:
    school, field = school_of(OPEN, SLOT, KNOWN, ANSWERED), "gate_entry.reply"
    if isinstance(place, AdviceReply):
        field = "advice_reply.because"
    text = "\n".join(lines(make(tmp_path, key, school, audience=Audience.OWNER)[1]))
    assert "was written to somebody else" in text
    assert "Roles stand in their place" not in text, "that is why names stay"
    ticked = "\n".join(lines(make(tmp_path, key, school, audience=Audience.OWNER, ticked=[field])[1]))
    assert ("only way" if isinstance(place, AdviceReply) else "ring us") in ticked


def test_at_the_school_an_answer_to_advice_stands_with_what_the_advice_is_about(tmp_path: Path) -> None:
    text = said(tmp_path, "steering_brief", OPEN, SLOT, KNOWN, audience=Audience.SCHOOL)
    assert in_order(
        text,
        "Advice in fosdesk, and what the school has answered",
        "Time and meetings, and what gives way for them: It was the only way this autumn.",
    )
    for silent in (AdviceReply("advice:W2", stance="dismissed"), AdviceReply("advice:W2", stance="snoozed")):
        assert "gives way" not in said(tmp_path, "steering_brief", OPEN, SLOT, silent, audience=Audience.SCHOOL)


def test_the_hand_over_says_whose_answer_it_is_and_to_whom(tmp_path: Path) -> None:
    text = said(tmp_path, "hand_over", OPEN, ANSWERED, audience=Audience.SCHOOL)
    assert in_order(
        text,
        "What is agreed and answered",
        "Answers to those who brought us something",
        "To the college, about “A course”, 1 September 2026",
        "“Thank you, ring us.”",
        "Dates ahead",
    )
