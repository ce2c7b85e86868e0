"""Slides of a document: a heading each, in parts that a screen has room for, and nothing about anybody."""

from collections.abc import Iterator

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.records import GainAndDemand, Person, SchoolProfile, StopItem
from fosdesk.domain.school import School
from fosdesk.reports.document_catalogue import DOCUMENTS
from fosdesk.reports.screen.slides import Slide, SlideColumns, SlideFact, SlideFigure, SlideText, SlideWriter, slides_of
from fosdesk.words import read_words
from tests.reports.telling import DAY, FRAMEWORK, example, known_names_of, school_of

SHOWN = [key for key, kind in DOCUMENTS.items() if kind.has_slides]


def shown(key: str, school: School, language: str = "en") -> tuple[Slide, ...]:
    framework = FRAMEWORK if language == "en" else read_framework(language)
    return slides_of(key, school, framework, read_words(language), DAY, names=known_names_of(school))


def texts(slides: tuple[Slide, ...]) -> Iterator[str]:
    for slide in slides:
        yield slide.title
        for part in slide.parts:
            for one in [one for side in part.columns for one in side] if isinstance(part, SlideColumns) else [part]:
                if isinstance(one, SlideFact):
                    yield one.label
                if isinstance(one, SlideFact | SlideText):
                    yield one.text


def test_the_model_is_shown_first_under_the_direction() -> None:
    first, *others = shown("staff_page", example("nb"), "nb")
    assert first.title == example("nb").profile.direction
    assert isinstance(first.parts[0], SlideFigure)
    assert [one.title for one in others] == ["Dette er i gang", "Dette vil vi", "Dette krever arbeidet"]


@pytest.mark.parametrize("key", SHOWN)
def test_no_slide_is_empty_in_a_school_that_writes(key: str) -> None:
    slides = shown(key, example("nn"), "nn")
    assert len(slides) > 1
    assert all(slide.parts for slide in slides)


@pytest.mark.parametrize("key", SHOWN)
def test_a_text_that_names_somebody_is_not_shown(key: str) -> None:
    school = school_of(
        SchoolProfile("school", direction="Turid Testad leads us", left_out="Homework"),
        Person("p", name="Turid Testad"),
        GainAndDemand("d", text="Turid Testad teaches", kind="demand", for_whom="Staff"),
        GainAndDemand("g", text="Turid Testad rests", kind="gain", for_whom="Staff"),
        StopItem("s", what="Turid Testad's lists"),
    )
    assert not [one for one in texts(shown(key, school)) if "Turid" in one]


def test_gain_and_challenges_stand_side_by_side_and_go_on_below() -> None:
    gains = [GainAndDemand(f"g{n}", text=f"Gain {n}", kind="gain", for_whom="Staff") for n in range(4)]
    hard = [GainAndDemand("h", text="Hard", kind="challenge_today", for_whom="Staff")]
    slide = next(one for one in shown("gains", school_of(*gains, *hard)) if one.title == "Staff")
    first, second = slide.parts
    assert isinstance(first, SlideColumns)
    assert isinstance(second, SlideColumns)
    assert [len(side) for side in first.columns] == [4, 2], "a heading and three, a heading and one"
    assert [[one.text for one in side] for side in second.columns] == [["Gain 3"], []]


def test_a_long_text_is_divided_and_nothing_of_it_is_lost() -> None:
    writer, sentence = SlideWriter(), "This is a sentence of some length, and there are many of them. "
    writer.heading(1, "Long")
    writer.paragraph(sentence * 20)
    writer.paragraph("x" * 1200)
    writer.facts([("Label", sentence * 20)])
    (slide,) = writer.slides()
    said = [one.text for one in slide.parts if isinstance(one, SlideText | SlideFact)]
    assert max(map(len, said)) <= 480
    whole = "".join(said).replace(" ", "")
    assert whole.count("x" * 1200) == 1
    assert whole.count(sentence.replace(" ", "")) == 40
    assert [one.label for one in slide.parts if isinstance(one, SlideFact)] == ["Label", "", ""]
