"""What is said beside a title: kind, state and day; nothing private, and nothing of what is gone."""

from typing import Annotated

from fosdesk.content import read_framework
from fosdesk.display.record_facts import record_facts
from fosdesk.display.record_words import value_words
from fosdesk.domain.fields import AnyReference, Privacy, Reference
from fosdesk.domain.records import (
    AgendaLine,
    Answer,
    CriticalVoice,
    Decision,
    FollowUp,
    GateEntry,
    Meeting,
    Person,
    Restriction,
)
from fosdesk.domain.school import School
from fosdesk.words import read_words

NB, FRAMEWORK = read_words("nb"), read_framework("nb")
ABOUT = AnyReference("About", privacy=Privacy.OPEN)
Case = Annotated[tuple[str, tuple[str, ...]], "an id, and what is said"]


def school(*records: object) -> School:
    return School("s", {getattr(one, "id", ""): one for one in records}, {})  # type: ignore[misc]


def test_kind_state_and_day_are_said_as_far_as_there_are_any() -> None:
    full = school(
        GateEntry("g", decision="parked", came="2025-03-12", revisit="2026-11-02"),
        FollowUp("f", due="2026-12-01", done="2026-11-20"),
        Decision("d", day="2026-11-03", revisit="2027-02-01"),
        Meeting("m", what="Planmøte", day="2026-12-08"),
        AgendaLine("l", meeting="m", what="Sak"),
        AgendaLine("alone", meeting="gone"),
        Answer("answer:F1-07", status="done", due="neste uke"),
        CriticalVoice("v", since="2026-08-20", note="hemmelig"),
    )
    for record, said in (
        ("g", ("Innspill", "parkert", "2. nov. 2026")),
        ("f", ("Oppfølging", "ferdig", "1. des. 2026")),
        ("d", ("Avgjørelse", "1. feb. 2027")),
        ("m", ("Møte", "8. des. 2026")),
        ("l", ("Sak", "8. des. 2026")),
        ("alone", ("Sak",)),
        ("answer:F1-06", ("Punkt i sjekklisten F1-06",)),
        ("answer:F1-07", ("Punkt i sjekklisten F1-07", "ferdig")),
        ("v", ("Kritisk stemme",)),
        ("nothing", ()),
        ("", ()),
    ):
        assert record_facts(NB, full, record) == said, record


def test_lists_and_history_show_a_link_as_its_title_with_its_kind() -> None:
    full = school(
        GateEntry("g", what="Leksefri"),
        Decision("d"),
        Person("p", name="Turid"),
        Person("q", name="Kari"),
        Restriction("restriction:q", person="q"),
    )
    item = FRAMEWORK.item("F1-06")
    assert item is not None
    for target, said in (
        ("g", "Leksefri (innspill)"),
        ("d", "Avgjørelse"),
        ("p", "Turid (person)"),
        ("answer:F1-06", f"{item.text} (punkt i sjekklisten)"),
        ("gone", "fjernet"),
        ("q", "skjermet"),
        ("", ""),
    ):
        assert value_words(NB, FRAMEWORK, full, ABOUT, target) == said
    assert value_words(NB, FRAMEWORK, full, Reference("To", "gate_entry", privacy=Privacy.OPEN), "g") == "Leksefri"
