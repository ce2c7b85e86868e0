"""What holds for every document, whatever the school has written."""

import subprocess
import sys
from pathlib import Path

import pytest

from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    GateEntry,
    GateReason,
    Person,
    PhaseState,
    SchoolProfile,
    StopItem,
)
from fosdesk.errors import FosdeskError
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS, file_name
from fosdesk.words import LANGUAGES, read_words
from tests.privacy.planted import planted
from tests.reports.pdf.structure_gate import faults
from tests.reports.reading import Reading
from tests.reports.samples import HOSTILE
from tests.reports.telling import DAY, example, in_order, lines, make, said, school_of
from tests.sampling import often, sampled

WHOLE = [key for key, kind in DOCUMENTS.items() if not kind.brief and key != "research"]  # these tell every word
SAYS_LESS = ("checklist_f0", "research", "steering_brief")
# These say something also where nobody has written anything yet.
OF_THEMSELVES = {"union_facts", "information_notice", "for_it", *(f"checklist_f{number}" for number in range(5))}


@pytest.mark.parametrize("language", often(LANGUAGES, ["nb"]))
@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_example_makes_a_document_without_faults(key: str, language: str, tmp_path: Path) -> None:
    made, written = make(tmp_path, key, example(language), language=language)
    assert faults(written) == []
    assert made.findings == ()
    assert made.missing == 0
    if DOCUMENTS[key].one_page:
        assert made.pages == 1
    text = lines(written)
    if key == "research":
        assert example(language).profile.name not in "\n".join(text)
        return
    assert text[0] == example(language).profile.name
    head = [read_words(language)(DOCUMENTS[key].title), example(language).profile.direction]
    if DOCUMENTS[key].by_meeting:
        assert text[1] == head[0]
        assert head[1] not in text
    else:
        assert text[1:3] == (head[::-1] if DOCUMENTS[key].is_poster else head)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_an_empty_school_gets_a_short_and_kind_document(key: str, language: str, tmp_path: Path) -> None:
    made, written = make(tmp_path, key, school_of(), language=language)
    assert faults(written) == []
    if key not in OF_THEMSELVES:
        assert made.pages == (1 if DOCUMENTS[key].brief else 2)
        assert len(lines(written)) < 25


@pytest.mark.parametrize("key", sampled(DOCUMENTS, 6))
def test_the_same_school_makes_the_same_bytes(key: str, tmp_path: Path) -> None:
    once = make(tmp_path, key, example("nb"))[1]
    (tmp_path / "again").mkdir()
    assert make(tmp_path / "again", key, example("nb"))[1] == once


@pytest.mark.parametrize("key", sampled(DOCUMENTS, 6))
def test_odd_text_in_every_field_is_shown_as_it_stands(key: str, tmp_path: Path) -> None:
    at_home = Audience.SCHOOL if Audience.SCHOOL in DOCUMENTS[key].audiences else None
    made, written = make(tmp_path, key, planted(" ".join(HOSTILE.values())), audience=at_home)
    assert faults(written) == []
    assert made.findings == ()
    if not DOCUMENTS[key].one_page and key not in SAYS_LESS:
        assert any("<b>ikke fet</b> <img src='/etc/passwd'>" in line for line in lines(written))


@pytest.mark.long
@pytest.mark.parametrize("odd", HOSTILE)
@pytest.mark.parametrize("key", DOCUMENTS)
def test_each_kind_of_odd_text_is_shown_as_it_stands(key: str, odd: str, tmp_path: Path) -> None:
    made, written = make(tmp_path, key, planted(HOSTILE[odd]))
    assert faults(written) == []
    assert made.findings == ()


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
    for key in WHOLE:
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
    assert in_order(nothing, "What is not included", "Nothing has been held back or shortened.")


def test_a_document_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FosdeskError) as trouble:
        make(tmp_path, "horoscope", school_of())
    assert trouble.value.arguments["choices"] == ", ".join(DOCUMENTS)
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


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_is_for_the_own_school_is_never_called_as_what_is_for_others(language: str) -> None:
    words, school = read_words(language), school_of(SchoolProfile("school", name="Fjordvik skole"))
    for key, kind in DOCUMENTS.items():
        names = {file_name(key, school, words, DAY, audience=audience) for audience in kind.audiences}
        assert len(names) == len(kind.audiences), key
        assert not any(set(name) & set('<>:"/\\|?*') for name in names)


def test_choosing_a_document_does_not_load_the_engine() -> None:
    code = """
import sys
from datetime import date
from fosdesk.content import read_framework
from fosdesk.privacy.audience import Audience
from fosdesk.domain.school import School
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_preview import document_content
from fosdesk.words import read_words
for key in DOCUMENTS:
    school, framework, words = School("x", {}, {}), read_framework("nb"), read_words("nb")
    document_content(key, school, framework, words, Audience.OWNER, date(2026, 11, 23), names=NameDetector(()))
print([name for name in ("reportlab", "pikepdf") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
