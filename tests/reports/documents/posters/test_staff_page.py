"""The page for the wall: direction as its head, the cycle, and what the work demands now, on one page of A4 or A3."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    CoreComponent,
    GainAndDemand,
    PhaseFrame,
    PhaseState,
    Reflection,
    SchoolProfile,
    StopItem,
    Theme,
    TimeSlot,
)
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.words import read_words
from tests.reports.telling import DAY, FRAMEWORK, example, in_order, known_names_of, lines, make, said, school_of
from tests.reports.word.word_reading import words_of

DIRECTION = "Everybody is missed when they are away"
PROFILE = SchoolProfile("school", name="Nes skole", direction=DIRECTION, left_out="Homework", inclusion="A place")
RECORDS: tuple[Record, ...] = (
    PROFILE,
    PhaseState("phase:F2", opened="2026-08-17"),
    PhaseFrame("phase_frame:F2", time_frame="The whole autumn."),
    Theme("t", name="Belonging", standing="chosen"),
    Theme("u", name="NOT HERE", standing="parked"),
    CoreComponent("c", name="We greet everybody"),
    GainAndDemand("d", text="Five meetings", kind="demand", for_whom="Staff", semester="2026H", minutes=450),
    GainAndDemand("e", text="NOT HERE", kind="demand", for_whom="Staff", semester="2027V"),
    GainAndDemand("f", text="One question first", kind="demand", for_whom="Staff"),
    TimeSlot("s", what="Group time", who="work_group", semester="2026H", minutes=60, times=9),
    StopItem("x", what="Morning meetings", semester="2026V"),
)


def test_it_tells_what_is_going_on_what_is_wanted_and_what_it_demands_now(tmp_path: Path) -> None:
    text = said(tmp_path, "staff_page", *RECORDS)
    assert in_order(
        *(text, "Nes skole", DIRECTION, "The model for the staff", "In progress now", "The whole autumn."),
        *("Homework", "A place", "Belonging", "We greet everybody", "What the work demands"),
        *("Staff", "Five meetings (7 h 30 min)", "One question first", "Group time (9 × 1 h = 9 h)"),
        *("What gives way", "Morning meetings"),
    )
    assert "NOT HERE" not in text


def test_a_new_school_has_the_model_and_no_empty_heading(tmp_path: Path) -> None:
    made, written = make(tmp_path, "staff_page", school_of())
    read = lines(written)
    assert made.pages == 1
    assert "The model for the staff" in read
    for heading in ("In progress now", "What we want", "What the work demands", "What gives way"):
        assert heading not in read


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("audience", DOCUMENTS["staff_page"].audiences)
def test_a_school_of_three_years_has_one_page_with_the_cycle(language: str, audience: Audience, tmp_path: Path) -> None:
    made, written = make(tmp_path, "staff_page", example(language), language=language, audience=audience)
    assert made.pages == 1
    assert made.findings == ()
    with pikepdf.open(BytesIO(written)) as pdf:
        roles = [one.get("/S") for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    assert "/Figure" in roles


def test_whatever_is_written_it_is_one_page_unless_demands_need_more(tmp_path: Path) -> None:
    long = "We keep this in sight, and we say why. " * 30
    many: list[Record] = [CoreComponent(f"c{n}", name=long) for n in range(30)]
    many += [Theme(f"t{n}", name=long, standing="chosen") for n in range(30)]
    crowded = school_of(SchoolProfile("school", direction=long, left_out=long, inclusion=long), *many)
    assert make(tmp_path, "staff_page", crowded)[0].pages == 1
    asked = [GainAndDemand(f"d{n}", text=long, kind="demand", for_whom=f"Group {n}") for n in range(9)]
    assert said(tmp_path, "staff_page", *asked).count(long.strip()) == 9, "what is demanded is never cut"


def test_on_a3_everything_is_as_much_larger_as_the_paper(tmp_path: Path) -> None:
    sizes = {}
    for paper in ("A4", "A3"):
        path = tmp_path / f"{paper}.pdf"
        school, words = school_of(*RECORDS), read_words("en")
        names = known_names_of(school)
        made = make_document(
            "staff_page", school, FRAMEWORK, words, Audience.SCHOOL, DAY, path, names=names, paper=paper
        )
        assert (made.pages, made.findings) == (1, ())
        with pikepdf.open(path) as pdf:
            page = pdf.pages[0]
            scales = [one.operands[0] for one in pikepdf.parse_content_stream(page) if str(one.operator) == "cm"]
            sizes[paper] = float(page.MediaBox[2]), float(page.MediaBox[3]), float(*scales or (1,))
    for a4, a3 in zip(sizes["A4"], sizes["A3"], strict=True):
        assert a3 / a4 == pytest.approx(2**0.5, rel=0.001)


def test_nothing_private_is_on_it_and_word_has_the_same(tmp_path: Path) -> None:
    text = said(tmp_path, "staff_page", *RECORDS, Reflection("reflection:F1-1", text="Secret thought"))
    assert "Secret" not in text
    made = make(tmp_path, "staff_page", school_of(*RECORDS), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), DIRECTION, "Modellen for personalet", "Dette krev arbeidet", "Five meetings")
