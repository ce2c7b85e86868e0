"""Passages in another language than the document's are marked as such, in PDF and Word, whatever the document."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from fosdesk.content import read_framework
from fosdesk.domain.fields import Long, noun_of
from fosdesk.domain.records import Answer, CoreComponent, Description, GateEntry, SchoolProfile
from fosdesk.domain.school import School, values_of
from tests.reports.reading import Reading
from tests.reports.telling import example, make, school_of
from tests.sampling import sampled

Spoken = Callable[[Path, str, School, str], list[tuple[str, str]]]
SAMI = "Buot mánát galget dovdat ahte sii leat bures boahtán skuvlii. Dat lea min mearrádus."
MAIN = {"en": "en-GB", "nb": "nb-NO", "nn": "nn-NO"}


def spoken_in_pdf(folder: Path, key: str, school: School, language: str) -> list[tuple[str, str]]:
    with Reading(make(folder, key, school, language=language)[1]) as reading:
        return reading.spoken()


def spoken_in_word(folder: Path, key: str, school: School, language: str) -> list[tuple[str, str]]:
    written = make(folder, key, school, language=language, ending=".docx")[1]
    found = list[tuple[str, str]]()
    for run in Document(io.BytesIO(written)).element.body.iter(qn("w:r")):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        marks = [mark.get(qn("w:val")) for mark in run.iter(qn("w:lang"))]
        said = (" ".join(text.split()), marks[0] if marks else MAIN[language])
        if found and found[-1][1] == said[1]:
            said = (f"{found.pop()[0]} {said[0]}", said[1])
        found.append(said)
    return found


def languages_of(text: str, spoken: list[tuple[str, str]]) -> set[str]:
    """The languages of the stretches that a text stands in; empty where it is not in one piece."""
    return {language for stretch, language in spoken if " ".join(text.split()) in stretch}


SPOKEN = pytest.mark.parametrize("spoken_in", [spoken_in_pdf, spoken_in_word])


@SPOKEN
@pytest.mark.parametrize("key", sampled(["description", "hand_over", "gate_log", "steering_brief", "mandate"]))
@pytest.mark.parametrize("written", ["nb", "nn"])
def test_an_english_document_of_a_norwegian_school_marks_its_texts(
    spoken_in: Spoken, key: str, written: str, tmp_path: Path
) -> None:
    school = example(written)
    spoken = spoken_in(tmp_path, key, school, "en")
    texts = [
        paragraph
        for record in school.records.values()
        for name, value in values_of(record).items()
        if isinstance(noun_of(record).fields[name], Long) and isinstance(value, str)
        for paragraph in value.split("\n\n")
        if len(paragraph) > 60
    ]
    found = [languages_of(text, spoken) for text in texts]
    told = [one for one in found if one]
    assert len(told) >= 3
    wrong = [text for text, one in zip(texts, found, strict=True) if one and not one & {"nb", "nn", "nb-NO", "nn-NO"}]
    assert wrong == []
    english = [text for text, language in spoken if language == "en-GB" and len(text) > 200]
    assert not [text for text in english if text.count(" og ") > 3], "Norwegian that is read out as English"


@SPOKEN
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_sami_and_english_in_a_norwegian_document_and_the_other_way(
    spoken_in: Spoken, language: str, tmp_path: Path
) -> None:
    english = "What we have learned is that all of this takes time. That was in the book."
    norwegian = "Vi har lært at alt dette tar tid, og at det ikke går av seg selv."
    item = next(read_framework(language).items)
    school = school_of(
        SchoolProfile("school", name="Nes", direction=norwegian, inclusion=f"{norwegian}\n\n{SAMI}\n\n{english}"),
        Answer(f"answer:{item.id}", status="done", how=SAMI),
        CoreComponent("c1", name=SAMI.partition(". ")[0], why=english),
        Description("description:anchoring", text=f"{norwegian} {SAMI} {norwegian}"),
    )
    spoken = spoken_in(tmp_path, "description", school, language)
    assert languages_of(SAMI, spoken) <= {"se", "se-NO"}
    assert languages_of(SAMI, spoken)
    assert languages_of(english, spoken) == {"en-GB"} if language == "en" else {"en", "en-GB"}
    assert all(one.startswith(("nb", "nn")) for one in languages_of(norwegian, spoken))
    assert languages_of(item.told, spoken) == {MAIN[language]}
    main = [text for text, one in spoken if one == MAIN[language]]
    assert sum(map(len, main)) > 300


@SPOKEN
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_bokmal_and_nynorsk_are_not_marked_in_each_other(spoken_in: Spoken, language: str, tmp_path: Path) -> None:
    school = school_of(
        SchoolProfile("school", name="Nes", direction="Alle skal ha det bra"),
        GateEntry("g1", what="Vi har ikke tid", reason="Det er noe som må vente.", decision="parked"),
        GateEntry("g2", what="Vi har ikkje tid", reason="Det er noko som må vente.", decision="parked"),
    )
    for key in ("gate_log", "description"):
        assert {one for _, one in spoken_in(tmp_path, key, school, language)} == {MAIN[language]}
