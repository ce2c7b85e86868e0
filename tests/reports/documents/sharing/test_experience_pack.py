"""The experience pack on paper: the offer, then a chapter for each topic that holds anything."""

from pathlib import Path

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    Description,
    DescriptionSection,
    Evaluation,
    ExistingGroup,
    ExperienceCard,
    ExperiencePack,
    Learning,
    MethodCard,
    Person,
    PhaseExperience,
    Practice,
    SchoolProfile,
    StopItem,
    Theme,
)
from fosdesk.privacy.audience import Audience
from tests.privacy.planted import planted
from tests.reports.pdf.structure_gate import faults
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

RECORDS: tuple[Record, ...] = (
    SchoolProfile("school", name="Fjord", direction="All belong"),
    ExperiencePack(
        "experience_pack", greeting="Hello.", mentor="We visit.", advice="Listen first.", reach="The office"
    ),
    ExperienceCard("o", what="Two visits", kind="offered", text="In spring."),
    ExperienceCard("g", what="Names at the door", kind="given", with_whom="Skerry"),
    ExperienceCard("h", what="Their walks", kind="harvested"),
    Theme("t", name="Belonging", standing="chosen"),
    CoreComponent("c", name="Names", why="Because"),
    Practice("p", text="Saying the name", who="Teachers"),
    Answer("answer:F1-06", how="We talked.", status="done"),
    Answer("answer:F2-03", how="Not the beginning."),
    PhaseExperience("x", text="Time helped", kind="helps", phase="F1"),
    PhaseExperience("y", text="Haste", kind="hinders", phase="F1"),
    PhaseExperience("z", text="Weather"),
    Evaluation("e", what="Spring", found="It works."),
    StopItem("s", what="Monday meeting", reason="Talk"),
    ExistingGroup("b", name="Plan group", decision="becomes"),
    MethodCard("m", name="Notes first", when="When few speak", how="Write, then talk.", minutes=10),
    Learning("l", what="A walk"),
    Description("description:anchoring", text="All were asked."),
    DescriptionSection("d", heading="And so on", text="More choices."),
)


def test_the_offer_and_each_topic(tmp_path: Path) -> None:
    text = said(tmp_path, "experience_pack", *RECORDS, audience=Audience.NETWORK)
    assert in_order(
        *(text, "Hello.", "What is offered as a mentor", "We visit.", "Two visits", "In spring.", "The office"),
        *("Advice to those who begin", "Listen first.", "Direction and core components", "All belong", "Belonging"),
        *("Names", "Because", "Saying the name", "How the work began", "We talked."),
        *(
            "What helped and what hindered",
            "Helps",
            "Time helped",
            "Hinders",
            "Haste",
            "Weather",
            "Spring",
            "It works.",
        ),
        *(
            "Time, and what gave way",
            "Monday meeting",
            "Plan group",
            "Ways of working",
            "Notes first",
            "When few speak · 10 min",
            "Write, then talk.",
            "A walk",
        ),
        *(
            "Experiences that are shared",
            "Names at the door",
            "Anchoring",
            "All were asked.",
            "And so on",
            "More choices.",
        ),
    )
    for kept in ("Their walks", "Not the beginning", "Skerry"):
        assert kept not in text


def test_an_empty_pack_has_no_empty_chapters(tmp_path: Path) -> None:
    text = said(tmp_path, "experience_pack", RECORDS[0], audience=Audience.NETWORK)
    assert "Time, and what gave way" not in text
    assert "Advice to those who begin" not in text


@pytest.mark.parametrize("audience", [Audience.NETWORK, Audience.SCHOOL])
def test_it_tells_nothing_that_the_file_does_not_tell(tmp_path: Path, audience: Audience) -> None:
    named = ExperiencePack("experience_pack", greeting="Ask Turid Testad.", mentor="We visit.")
    text = said(tmp_path, "experience_pack", RECORDS[0], named, Person("p", name="Turid Testad"), audience=audience)
    assert ("Testad" in text) is (audience is Audience.SCHOOL)
    everything = said(tmp_path, "experience_pack", *planted().records.values(), audience=audience)
    for kept in ("ANSWERxRESPONSIBLEQ", "EXPERIENCECARDxWITHWHOMQ", "MEETINGxWHATQ", "PERSONxNAMEQ", "NEEDxTEXTQ"):
        assert kept not in everything


def test_it_is_tagged_and_word_has_the_same(tmp_path: Path) -> None:
    assert faults(make(tmp_path, "experience_pack", school_of(*RECORDS), language="nn")[1]) == []
    made = make(tmp_path, "experience_pack", school_of(*RECORDS), language="nb", ending=".docx")[1]
    assert in_order(words_of(made), "Erfaringspakke", "Hello.", "Tilbud om å være mentor", "Råd til den som begynner")
