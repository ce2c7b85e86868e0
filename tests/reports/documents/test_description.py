"""The description of choices: the school's own words in good order, and nothing about what is lacking."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest

from fosdesk.content import LANGUAGES, read_framework
from fosdesk.domain.fields import NOUNS, Choice, Date, Long, Option, Privacy, Record, Reference, Short, noun
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    Description,
    GateEntry,
    Meeting,
    Membership,
    OwnItem,
    Person,
    PhaseState,
    TransitionNote,
)
from fosdesk.privacy.audience import Audience
from tests.reports.telling import FRAMEWORK, in_order, lines, make, said, school_of


def test_the_four_headings_open_with_the_teams_own_words(tmp_path: Path) -> None:
    keys = ("anchoring", "learning", "support", "resources")
    text = said(tmp_path, "description", *(Description(f"description:{key}", text=f"Our {key}.") for key in keys))
    titles = ("Anchoring", "Learning activities", "External support", "Use of resources")
    assert in_order(
        text, *(part for pair in zip(titles, [f"Our {key}." for key in keys], strict=True) for part in pair)
    )


def test_what_was_done_another_way_or_left_out_is_told_with_its_reason(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "description",
        Answer("answer:F1-01", status="other_way", reason="We asked team by team."),
        Answer("answer:F1-02", status="not_applicable", reason="We are four people."),
        Answer("answer:F1-03", status="done", how="We chose three sources."),
        Answer("answer:F1-04", status="done"),
        OwnItem("o1", phase="F1", status="done", own_text="Ask the caretaker", how="He knew most of it."),
    )
    assert "Done another way. We asked team by team." in text
    assert "Not applicable. We are four people." in text
    assert "We chose three sources." in text
    assert in_order(text, "Ask the caretaker", "He knew most of it.", "This is done as well:")
    done = FRAMEWORK.item("F1-04")
    assert done is not None
    assert done.told in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_gives_no_orders(language: str, tmp_path: Path) -> None:
    """Whatever became of an item, it stands there as told or by its topic, never as the suggestion to the team."""
    framework = read_framework(language)
    kinds = [("done", ""), ("done", "So."), ("in_progress", ""), ("in_progress", "So."), ("other_way", "So.")]
    kinds += [("other_way", ""), ("not_applicable", ""), ("not_applicable", "So."), ("not_started", "So.")]
    for turn in range(len(kinds)):
        records: list[Record] = [PhaseState(f"phase:{phase.id}", opened="2025-01-13") for phase in framework.phases]
        wanted = []
        for place, item in enumerate(framework.items):
            status, how = kinds[(place + turn) % len(kinds)]
            records.append(Answer(f"answer:{item.id}", status=status, how=how))
            wanted.append(item.told if status == "done" else item.topic)
        found = lines(make(tmp_path, "description", school_of(*records), language=language)[1])
        assert set(found) & {item.text for item in framework.items} == set()
        assert set(found) & {phase.aim for phase in framework.phases} == set()
        assert [title for title in wanted if title not in found] == []
        told = {item.told for item in framework.items if item.told != item.topic} - set(wanted)
        assert set(found) & told == set(), "what is not done is not told as done"


def test_a_school_s_own_words_for_an_item_are_its_title(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "description",
        Answer("answer:F1-01", status="done", how="So.", own_text="Why are we here?"),
        Answer("answer:F1-02", status="done", own_text="What hurts?"),
    )
    assert in_order(text, "Why are we here?", "What hurts?")
    assert not [item.id for item in FRAMEWORK.items if item.told in text]


def test_what_nobody_has_touched_is_not_mentioned(tmp_path: Path) -> None:
    text = said(tmp_path, "description", Answer("answer:F1-01", status="done", how="So."), Answer("answer:F1-05"))
    touched = [item for item in FRAMEWORK.items if item.told in text]
    assert [item.id for item in touched] == ["F1-01"]
    assert "Phase 2" not in text
    assert "%" not in text


def test_a_hidden_item_is_told_only_if_somebody_wrote_about_it(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "description",
        Answer("answer:F1-01", status="done", put_away=True),
        Answer("answer:F1-02", status="not_applicable", reason="We are four people.", put_away=True),
    )
    assert "We are four people." in text
    first = FRAMEWORK.item("F1-01")
    assert first is not None
    assert first.told not in text
    assert first.topic not in text


def test_a_phase_that_opened_again_is_told_in_the_order_it_happened(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "description",
        PhaseState("phase:F1", opened="2025-01-13", own_title="Why us?"),
        TransitionNote("n2", phase="F1", occasion="reopens", written="2026-01-12", why="We went too fast."),
        TransitionNote(
            "n1", phase="F1", occasion="opens", written="2025-01-13", why="It is time.", carried_on="A note"
        ),
    )
    assert in_order(text, "Phase 1: Why us?", "It is time.", "A note", "12 January 2026", "We went too fast.")
    assert "still open" in text


def test_meetings_and_the_break_between_them_are_seen(tmp_path: Path) -> None:
    days = ("2025-09-02", "2025-09-16", "2026-02-10", "2026-11-10", "2026-12-08")
    text = said(tmp_path, "description", *(Meeting(f"m{day}", day=day, who="work_group") for day in days))
    assert in_order(text, "When we met", "Autumn 2025", "2 meetings", "Spring 2026", "1 meeting", "Autumn 2026")
    assert "The longest break lasted" in text
    assert "8 December 2026" not in text


def test_members_stand_by_role_and_candidates_not_at_all(tmp_path: Path) -> None:
    records = (
        Person("p1", name="Ingrid", role="principal"),
        Person("p2", name="Jonas", role="teacher", role_note="Year 5"),
        Person("p3", name="Nora", role="ppt"),
        Person("p4", name="Amir", role="assistant"),
        Membership("m1", person="p1", standing="member", leads=True),
        Membership("m2", person="p2", standing="member"),
        Membership("m3", person="p3", standing="member", mode="close"),
        Membership("m4", person="p4", standing="candidate", motivation="Shy"),
    )
    at_home = said(tmp_path, "description", *records)
    assert in_order(at_home, "Leads the group", "Ingrid, principal", "Jonas, teacher (Year 5)", "Nora, PPT adviser")
    outside = said(tmp_path, "description", *records, audience=Audience.OWNER)
    assert in_order(outside, "Leads the group", "Principal", "Teacher", "PPT adviser")
    assert "Year 5" not in outside
    for text in (at_home, outside):
        assert "Amir" not in text
        assert "Shy" not in text


def test_only_the_newest_of_each_decision_are_in_the_story(tmp_path: Path) -> None:
    entries = [
        GateEntry(f"g{n}", what=f"Offer {n:02}", decision="kept_out", came=f"2026-03-{n:02}", reason=f"Because {n}.")
        for n in range(1, 21)
    ]
    text = said(tmp_path, "description", *entries)
    assert in_order(text, "Kept outside", "Offer 20", "Because 20.", "Offer 13", "And 12 more, in the gatekeeping log.")
    assert "Offer 12" not in text


@pytest.fixture
def visit() -> Iterator[type[Record]]:
    """A noun that the documents have never heard of."""

    @noun("visit", one="Visit", many="Visits")
    class Visit(Record, frozen=True):
        where: Annotated[str, Short("Where to", privacy=Privacy.OPEN)] = ""
        learned: Annotated[str, Long("What we learned", privacy=Privacy.OPEN)] = ""
        day: Annotated[str, Date("Day", privacy=Privacy.OPEN)] = ""
        way: Annotated[str, Choice("How we went", (Option("foot", "On foot"),), privacy=Privacy.OPEN)] = ""
        host: Annotated[str, Short("Host", privacy=Privacy.PERSON)] = ""
        component: Annotated[str, Reference("About", "core_component", privacy=Privacy.OPEN)] = ""
        other: Annotated[str, Reference("Afterwards", "core_component", privacy=Privacy.OPEN)] = ""

    yield Visit
    del NOUNS["visit"]


def test_a_new_noun_has_a_section_of_its_own(visit: type[Record], tmp_path: Path) -> None:
    made = visit(
        "v1",
        **{"where": "Vik skole", "learned": "They greet.\n\nThey wait.", "day": "2026-12-03", "way": "foot"},
        **{"host": "Turid Testad", "component": "c1", "other": "gone"},
    )
    component = CoreComponent("c1", name="Adults who see")
    text = said(tmp_path, "description", made, component)
    values = ("Visits", "Vik skole", "They greet.", "They wait.", "3 December 2026", "On foot")
    assert in_order(text, *values, "Turid Testad", "Adults who see", "deleted")
    outside = said(tmp_path, "description", made, component, audience=Audience.OWNER)
    assert "Turid" not in outside
    assert in_order(outside, *values, "Adults who see", "Visits: host (1)")


def test_the_appendix_goes_by_the_order_of_days(visit: type[Record], tmp_path: Path) -> None:
    days = {"Late": "2026-12-03", "Early": "2025-01-10", "Whenever": "", "Middle": "2026-02-01", "Any time": ""}
    made = [visit(f"v{n}", **{"where": where, "day": day}) for n, (where, day) in enumerate(days.items())]
    assert in_order(said(tmp_path, "description", *made), "Visits", "Early", "Middle", "Late", "Whenever", "Any time")
