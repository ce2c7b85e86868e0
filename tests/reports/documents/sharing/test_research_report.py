"""What goes to research: counts that tell of nobody, and the texts that were ticked one by one; nothing else."""

import re
from collections.abc import Collection
from pathlib import Path

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Date, Long, Short, fields_of
from fosdesk.domain.records import (
    Answer,
    CriticalVoice,
    GateEntry,
    Meeting,
    Membership,
    Partner,
    Person,
    PhaseState,
    Reflection,
    SchoolProfile,
)
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.document_catalogue import DOCUMENTS, file_name
from fosdesk.reports.document_preview import document_content
from fosdesk.reports.withheld_text import WithheldItem
from fosdesk.words import LANGUAGES, read_words
from tests.privacy.known import names_of
from tests.privacy.planted import mark, planted
from tests.privacy.test_documents_privacy import everything_in, leaked_names, private_texts
from tests.reports.telling import DAY, example, in_order, lines, make, said, school_of
from tests.reports.word.word_reading import everything_in_word

FINE_DAY = re.compile(r"\b\d{1,2}\.? (?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[sc])|\d{4}-\d\d-\d\d")


def research(folder: Path, school: School, ticked: Collection[str] = (), language: str = "en") -> bytes:
    return make(folder, "research", school, language=language, ticked=ticked)[1]


def withheld_and_tickable(school: School) -> dict[str, WithheldItem]:
    framework, words, names = read_framework("en"), read_words("en"), names_of(school)
    found = document_content("research", school, framework, words, Audience.RESEARCH, DAY, names=names)
    return {one.place: one for one in found.withheld}


def test_no_other_document_goes_to_research() -> None:
    assert [key for key, kind in DOCUMENTS.items() if Audience.RESEARCH in kind.audiences] == ["research"]
    assert DOCUMENTS["research"].audiences == (Audience.RESEARCH,)


@pytest.mark.parametrize("key", [key for key in DOCUMENTS if key != "research"])
def test_a_document_that_is_not_meant_for_research_is_refused(key: str, tmp_path: Path) -> None:
    with pytest.raises(FosdeskError):
        make(tmp_path, key, school_of(), audience=Audience.RESEARCH)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.RESEARCH])
def test_the_numbers_for_research_are_not_made_for_others(audience: Audience, tmp_path: Path) -> None:
    with pytest.raises(FosdeskError):
        make(tmp_path, "research", school_of(), audience=audience)


def test_counts_below_five_are_hidden(tmp_path: Path) -> None:
    records = [GateEntry(f"k{n}", what="No", decision="kept_out", kind="advice") for n in range(7)]
    records += [GateEntry(f"a{n}", what="Yes", decision="admitted", kind="theory") for n in range(3)]
    records += [GateEntry(f"p{n}", what="Wait", decision="parked", kind="opinion") for n in range(2)]
    text = said(tmp_path, "research", *records)
    decided = text[text.rindex("What was decided") : text.rindex("What came in")]
    assert in_order(decided, "Taken in", "fewer than 5", "Parked", "fewer than 5", "Kept outside", "7")
    assert not re.search(r"\b[123]\b", decided.replace("fewer than 5", ""))


def test_a_count_that_could_be_worked_out_is_not_shown(tmp_path: Path) -> None:
    framework = read_framework("en")
    first = framework.phases[1]
    answers = [Answer(f"answer:{item.id}", status="done") for item in first.items[:3]]
    text = said(tmp_path, "research", PhaseState("phase:F1", opened="2026-01-12"), *answers)
    row = text[text.rindex("The items of the checklists") :]
    row = row[row.index("Phase 1") : row.index("Phase 2")]
    assert "fewer than 5" in row
    assert "not shown" in row
    assert str(len(first.items) - 3) not in row


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_tells_of_nobody(language: str, tmp_path: Path) -> None:
    school = example(language)
    written = everything_in(research(tmp_path, school, language=language))
    assert leaked_names(school, written) == set()
    assert [thought for thought in private_texts(school) if thought in written] == []
    for name in (school.profile.name, school.profile.municipality, school.profile.direction):
        assert name not in written
    texts = [one.reason for one in school.of(GateEntry)] + [one.what for one in school.of(GateEntry)]
    assert [text for text in texts if len(text) > 12 and text in written] == []
    random_ids = [one for one in school.records if re.fullmatch(r"[0-9a-f]{12}", one)]
    assert len(random_ids) > 100
    assert [one for one in random_ids if one in written] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_day_is_finer_than_its_semester(language: str, tmp_path: Path) -> None:
    read = "\n".join(lines(research(tmp_path, example(language), language=language)))
    assert FINE_DAY.findall(read.lower()) == []
    kept = filter_school(example(language), Audience.RESEARCH, names=names_of(example(language))).school
    days = {
        getattr(record, name)
        for record in kept.records.values()
        for name, field in fields_of(type(record)).items()
        if isinstance(field, Date)
    }
    assert len(days) > 3
    assert all(day in ("",) or day.endswith(("-08-01", "-01-01")) for day in days)


def test_no_text_of_any_noun_gets_through_unticked(tmp_path: Path) -> None:
    written = everything_in(research(tmp_path, planted()))
    shown = [
        mark(key, name)
        for key, noun in NOUNS.items()
        for name, field in noun.fields.items()
        if isinstance(field, Short | Long) and mark(key, name) in written
    ]
    assert shown == []


def test_one_tick_lets_in_one_text_and_no_other(tmp_path: Path) -> None:
    school = school_of(
        GateEntry("g1", what="A course", reason="Too many hours."),
        GateEntry("g2", what="A book", reason="Just right."),
        Reflection("reflection:F1-1", text="We doubted."),
    )
    written = everything_in(research(tmp_path, school, ("gate_entry.reason:g1", "reflection.text:reflection:F1-1")))
    assert "Too many hours." in written
    assert "We doubted." in written
    assert "A course" not in written
    assert "Just right." not in written
    assert "Included this one time" in written


@pytest.mark.parametrize("tick", ["gate_entry", "gate_entry.reason", "reflection", "reflection.text", "person.name"])
def test_a_tick_for_a_whole_field_lets_nothing_in(tick: str, tmp_path: Path) -> None:
    written = everything_in(research(tmp_path, planted(), (tick,)))
    assert mark("gate_entry", "reason") not in written
    assert mark("reflection", "text") not in written
    assert "Turid" not in written


def test_texts_about_people_cannot_be_ticked(tmp_path: Path) -> None:
    school = school_of(
        Person("p1", name="Turid Testad", role="teacher", role_note="Trinnleder"),
        Membership("m1", person="p1", standing="member", motivation="Gløder for dette."),
        CriticalVoice("c1", person="p1", note="Spør godt."),
        Partner("x1", name="Kysthøgskolen", contact="Vibeke Vik"),
        GateEntry("g1", what="Kurs", reason="Dette var Turids forslag."),
    )
    places = withheld_and_tickable(school)
    ticks = [place for place, one in places.items() if one.may_tick]
    assert set(ticks) == {"gate_entry.what:g1", "partner.name:x1"}
    every_tick = [
        f"{key}.{name}:{record.id}"
        for record in school.records.values()
        for key, noun in NOUNS.items()
        if isinstance(record, noun.record)
        for name in noun.fields
    ]
    kept = filter_school(school, Audience.RESEARCH, names=names_of(school), ticked=every_tick).school
    assert (kept.get(Person, "p1").role_note, kept.get(Membership, "m1").motivation) == ("", "")
    assert kept.get(CriticalVoice, "c1") == CriticalVoice("c1")
    written = everything_in(research(tmp_path, school, every_tick))
    for text in ("Turid", "Trinnleder", "Gløder", "Spør godt", "Vibeke"):
        assert text not in written
    assert "Kysthøgskolen" in written


def test_a_direction_that_names_somebody_cannot_be_ticked_but_the_school_may_be_named() -> None:
    profile = SchoolProfile("school", name="Testad skole", direction="Alle elever skal kjenne Turid")
    places = withheld_and_tickable(school_of(Person("p1", name="Turid Testad"), profile))
    assert "school_profile.name:school" in places
    assert "school_profile.direction:school" not in places


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_file_for_research_tells_of_nobody_either(language: str, tmp_path: Path) -> None:
    school = example(language)
    written = everything_in_word(make(tmp_path, "research", school, language=language, ending=".docx")[1])
    assert leaked_names(school, written) == set()
    for name in (school.profile.name, school.profile.municipality, school.profile.direction):
        assert name not in written
    assert [one for one in school.of(GateEntry) if len(one.reason) > 12 and one.reason in written] == []


def test_the_preview_lists_each_text_with_its_beginning() -> None:
    school = school_of(
        SchoolProfile("school", direction="All are missed"),
        GateEntry("g1", what="A course", reason="Word " * 200),
        Reflection("reflection:F1-1", text="We doubted."),
    )
    places = withheld_and_tickable(school)
    assert places["gate_entry.reason:g1"].subject == "Gatekeeping entry: why"
    assert places["gate_entry.reason:g1"].text.startswith("Word Word")
    assert len(places["gate_entry.reason:g1"].text) < 130
    assert places["reflection.text:reflection:F1-1"].reason == "private"
    order = list(places)
    assert order.index("gate_entry.what:g1") < order.index("reflection.text:reflection:F1-1")


def test_an_answer_that_nobody_offered_is_a_text_too(tmp_path: Path) -> None:
    odd = school_of(
        GateEntry("g1", what="x", decision="Turid said no", kind="Turid", came="when Turid came"),
        Meeting("m1", day="2026-02-14", who="Turid"),
    )
    assert "Turid" not in everything_in(research(tmp_path, odd))


def test_the_name_of_the_file_is_not_the_school(tmp_path: Path) -> None:
    school = school_of(SchoolProfile("school", name="Fjordvik skole"))
    assert (
        file_name("research", school, read_words("nb"), DAY) == "Tall og utvalgte tekster for forskning 2026-11-23.pdf"
    )


def test_a_school_file_for_research_holds_no_text_either() -> None:
    for noun in NOUNS.values():
        for name, field in noun.fields.items():
            if isinstance(field, Short | Long):
                assert not may_show(field, Audience.RESEARCH, (f"{noun.key}.{name}",), f"{noun.key}.{name}")
