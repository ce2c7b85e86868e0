"""What a reader finds in the documents: the school's own words in good order, and nothing about what is lacking."""

import subprocess
import sys
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Choice, Date, Long, Option, Privacy, Record, Reference, Short, noun
from fosdesk.domain.journal import heads
from fosdesk.domain.privacy import Audience
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    Description,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    OwnItem,
    Person,
    PhaseState,
    SchoolProfile,
    StopItem,
    TransitionNote,
    TranslationNote,
)
from fosdesk.domain.school import School, school_from
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example import example_journal
from fosdesk.reports.book import Made
from fosdesk.reports.catalogue import DOCUMENTS, file_name, make_document
from fosdesk.words import LANGUAGES, read_words
from tests.reports.planted import mark, planted
from tests.reports.reading import Reading
from tests.reports.samples import HOSTILE
from tests.reports.structure_gate import faults

DAY = date(2026, 11, 23)
FRAMEWORK = read_framework("en")


@cache
def example(language: str) -> School:
    journal = example_journal(language="nn" if language == "nn" else "nb", entries=60)
    return school_from(journal.school, heads(journal))


def school_of(*records: Record) -> School:
    return School("school-under-test", {record.id: record for record in records}, {})


def make(
    folder: Path,
    key: str,
    school: School,
    *,
    language: str = "en",
    audience: Audience = Audience.SCHOOL,
    ticked: Collection[str] = (),
    draft: bool = True,
    period: str = "",
) -> tuple[Made, bytes]:
    path = folder / f"{key}.pdf"
    framework, words = read_framework(language), read_words(language)
    made = make_document(key, school, framework, words, audience, DAY, path, ticked=ticked, draft=draft, period=period)
    return made, path.read_bytes()


def lines(written: bytes) -> list[str]:
    with Reading(written) as reading:
        return [words for _, words in reading.blocks() if words]


def said(folder: Path, key: str, *records: Record, audience: Audience = Audience.SCHOOL) -> str:
    return "\n".join(lines(make(folder, key, school_of(*records), audience=audience)[1]))


def in_order(text: str, *parts: str) -> bool:
    """Whether all of it stands there, one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


# ---------------------------------------------------------------------------------------------------- every document


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_example_makes_a_document_without_faults(key: str, language: str, tmp_path: Path) -> None:
    made, written = make(tmp_path, key, example(language), language=language)
    assert faults(written) == []
    assert made.findings == ()
    assert made.missing == 0
    assert made.pages > 10
    text = lines(written)
    assert text[0] == example(language).profile.name
    assert text[1] == read_words(language)(DOCUMENTS[key].title)
    assert text[2] == example(language).profile.direction


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_an_empty_school_gets_a_short_and_kind_document(key: str, language: str, tmp_path: Path) -> None:
    made, written = make(tmp_path, key, school_of(), language=language)
    assert faults(written) == []
    assert made.pages == 2
    assert len(lines(written)) < 20


@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_same_school_makes_the_same_bytes(key: str, tmp_path: Path) -> None:
    once = make(tmp_path, key, example("nb"))[1]
    (tmp_path / "again").mkdir()
    assert make(tmp_path / "again", key, example("nb"))[1] == once


@pytest.mark.parametrize("odd", HOSTILE)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_odd_text_in_every_field_is_shown_as_it_stands(key: str, odd: str, tmp_path: Path) -> None:
    made, written = make(tmp_path, key, planted(HOSTILE[odd]))
    assert faults(written) == []
    assert made.findings == ()
    assert made.pages > 2
    if odd == "markup":
        assert any("<b>ikke fet</b> <img src='/etc/passwd'>" in line for line in lines(written))


def test_very_long_texts_are_kept_whole(tmp_path: Path) -> None:
    long = "ord og " * 28_000
    school = school_of(
        SchoolProfile("school", name=long[:20_000], direction=long),
        Answer("answer:F1-06", how=long),
        PhaseState("phase:F1", own_title=long, opened="2026-01-01"),
        CoreComponent("c1", name=long[:20_000]),
        StopItem("s1", what="Kort", reason=long[:20_000]),
        GateEntry("g1", what=long, decision="kept_out", reply=long[:20_000]),
        GateReason("r1", text=long[:20_000], parent="g1"),
    )
    for key in DOCUMENTS:
        made, written = make(tmp_path, key, school)
        assert made.findings == ()
        assert faults(written) == []
        with Reading(written) as reading:
            assert any(len(words) >= len(long.strip()) for _, words in reading.blocks())
            assert all(len(str(entry.title)) < 300 for entry in reading.pdf.open_outline().root)


def test_draft_or_final_and_for_whom_stand_on_the_cover(tmp_path: Path) -> None:
    school = school_of(SchoolProfile("school", name="Nes skole", municipality="Nes", start="2025H"))
    cover = lines(make(tmp_path, "gate_log", school, audience=Audience.NETWORK)[1])
    assert "Draft" in cover
    assert cover[cover.index("For") + 1] == "Other schools"
    assert cover[cover.index("Period") + 1] == "Autumn 2025 to autumn 2026"
    assert cover[cover.index("Municipality") + 1] == "Nes"
    final = lines(make(tmp_path, "gate_log", school, draft=False, period="2024–2028")[1])
    assert "Draft" not in final
    assert "Final version" in final
    assert final[final.index("Period") + 1] == "2024–2028"


def test_the_last_chapter_says_what_is_not_included(tmp_path: Path) -> None:
    text = said(tmp_path, "description", Person("p", name="Turid Testad", role="teacher"), audience=Audience.OWNER)
    assert in_order(text, "What is not included", "People", "People: name (1)")
    nothing = said(tmp_path, "description", CoreComponent("c", name="Alle blir sett"))
    assert in_order(nothing, "What is not included", "Nothing has been left out.")


def test_a_document_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FosdeskError) as trouble:
        make(tmp_path, "horoscope", school_of())
    assert trouble.value.arguments["choices"] == "description, gate_log"
    assert list(tmp_path.iterdir()) == []


def test_a_file_name_that_every_system_takes() -> None:
    words = read_words("nb")
    plain = file_name("description", school_of(SchoolProfile("school", name="Fjordvik skole")), words, DAY)
    assert plain == "Valgbeskrivelse Fjordvik skole 2026-11-23.pdf"
    odd = school_of(SchoolProfile("school", name='../C:\\a<b>|"?*\n\u202e.' + "x" * 500))
    name = file_name("gate_log", odd, words, DAY)
    assert len(name) < 130
    assert not set(name) & set('<>:"/\\|?*\n\u202e')
    assert file_name("gate_log", school_of(), read_words("nn"), DAY) == "Grensevoktingslogg 2026-11-23.pdf"


def test_choosing_a_document_does_not_load_the_engine() -> None:
    code = """
import sys
from fosdesk.content import read_framework
from fosdesk.domain.privacy import Audience
from fosdesk.domain.school import School
from fosdesk.reports.catalogue import DOCUMENTS, holding
from fosdesk.words import read_words
for key in DOCUMENTS:
    holding(key, School("x", {}, {}), read_framework("nb"), read_words("nb"), Audience.OWNER)
print([name for name in ("reportlab", "pikepdf") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ---------------------------------------------------------------------------------------------------- the description


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
    assert "We did it another way. We asked team by team." in text
    assert "It does not apply to us. We are four people." in text
    assert "We chose three sources." in text
    assert in_order(text, "Ask the caretaker", "He knew most of it.", "These items are done as well:")
    done = FRAMEWORK.item("F1-04")
    assert done is not None
    assert done.text in text


def test_what_nobody_has_touched_is_not_mentioned(tmp_path: Path) -> None:
    text = said(tmp_path, "description", Answer("answer:F1-01", status="done", how="So."), Answer("answer:F1-05"))
    touched = [item for item in FRAMEWORK.items if item.text in text]
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
    assert first.text not in text


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
    assert in_order(outside, "Leads the group", "Principal", "Teacher (Year 5)", "PPT adviser")
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
        where: Annotated[str, Short("Where to")] = ""
        learned: Annotated[str, Long("What we learned")] = ""
        day: Annotated[str, Date("Day")] = ""
        way: Annotated[str, Choice("How we went", (Option("foot", "On foot"),))] = ""
        host: Annotated[str, Short("Host", privacy=Privacy.PERSON)] = ""
        component: Annotated[str, Reference("About", "core_component")] = ""
        other: Annotated[str, Reference("Afterwards", "core_component")] = ""

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


# ---------------------------------------------------------------------------------------------------- the log


def test_each_entry_of_the_log_is_told_whole(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "gate_log",
        GateEntry(
            "g1",
            what="A reading course",
            kind="advice",
            source="Brochure",
            brought_by="Publisher",
            came="2026-02-14",
            component="c1",
            decision="adapted",
            reason="Good questions.\n\nToo many hours.",
            signed_by="Principal",
            signed="2026-03-01",
            reply="Thank you.",
            replied="2026-03-02",
        ),
        GateReason("r1", text="Takes too much time", parent="g1", pos="a"),
        GateReason("r2", text="Fits our direction", parent="g1", pos="b"),
        TranslationNote("translation:g1", kept="The questions", left_out="The points", challenges=True),
        CoreComponent("c1", name="We talk about practice"),
    )
    assert in_order(
        text,
        *("Taken in with changes", "School year 2025/26", "A reading course"),
        *("Advice, from publisher, came in 14 February 2026. Brochure", "Good questions.", "Too many hours."),
        *("The questions", "The points", "Takes too much time; Fits our direction."),
        *("Decided by principal, 1 March 2026.", "We talk about practice", "Our reply 2 March 2026: Thank you."),
    )


def test_the_log_goes_by_decision_and_school_year(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "gate_log",
        GateEntry("g1", what="Late no", decision="kept_out", came="2026-09-01"),
        GateEntry("g2", what="Early no", decision="kept_out", came="2025-09-01"),
        GateEntry("g3", what="Waiting", decision="parked", came="2026-09-01", revisit="2027-01-15"),
        GateEntry("g4", what="Nobody knows when", decision="kept_out"),
        GateEntry("g5", what="Fresh"),
        GateEntry("g6", what="From a later version", decision="borrowed", came="2026-09-01"),
        GateEntry("g7", what="Yes", decision="admitted", came="2026-09-01", revisit="2027-01-15"),
    )
    assert in_order(text, "Taken in", "Yes", "Parked", "Waiting", "To be looked at again 15 January 2027.")
    assert text.count("15 January 2027") == 1
    assert in_order(text, "Kept outside", "2025/26", "Early no", "2026/27", "Late no", "Without a date")
    assert in_order(text, "Nobody knows when", "Not decided yet", "From a later version")
    assert "Fresh" in text


def test_every_open_text_of_the_log_is_in_the_log(tmp_path: Path) -> None:
    text = "\n".join(lines(make(tmp_path, "gate_log", planted())[1]))
    for key in ("gate_entry", "gate_reason", "translation_note"):
        for name, field in NOUNS[key].fields.items():
            if isinstance(field, Short | Long):
                assert mark(key, name) in text
