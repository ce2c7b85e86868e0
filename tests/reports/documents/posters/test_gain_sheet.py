"""The sheet on gain and challenges: two columns for each group, and the culture today beside the one wanted."""

from pathlib import Path

from fosdesk.domain.records import GainAndDemand
from tests.reports.pdf.placed import pages_of
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

TEACHERS = (
    GainAndDemand("a", text="Fewer talks afterwards.\n\nMore before.", kind="gain", for_whom="Teachers"),
    GainAndDemand("b", text="Each is alone with it.", kind="challenge_today", for_whom="Teachers", semester="2025V"),
)
SFO = GainAndDemand("c", text="We hear of it late.", kind="challenge_today", for_whom="SFO")
CULTURE = (
    GainAndDemand("d", text="We help when asked.", kind="culture_today", for_whom="Staff"),
    GainAndDemand("e", text="We say what we try.", kind="culture_wanted"),
)
DEMAND = GainAndDemand("f", text="NOT HERE", kind="demand", for_whom="Teachers")


def test_each_group_has_its_two_sides_and_the_culture_follows(tmp_path: Path) -> None:
    unsaid = GainAndDemand("g", text="A calm day.", kind="gain")
    text = said(tmp_path, "gains", unsaid, *CULTURE, *TEACHERS, SFO, DEMAND)
    assert in_order(
        *(text, "Teachers", "What one may gain", "Fewer talks afterwards.", "More before.", "What is hard today"),
        *("Each is alone with it. (Spring 2025)", "SFO", "What is hard today", "We hear of it late."),
        *("For all, or not said for whom", "A calm day.", "The culture", "How things are done today"),
        *("We help when asked. (Staff)", "How we want things to be done", "We say what we try."),
    )
    assert "NOT HERE" not in text
    alone = said(tmp_path, "gains", SFO)
    for nobody_wrote in ("What one may gain", "The culture", "For all"):
        assert nobody_wrote not in alone


def test_the_two_sides_stand_beside_each_other(tmp_path: Path) -> None:
    placed = pages_of(make(tmp_path, "gains", school_of(*TEACHERS))[1]).texts
    gain = next(one for one in placed if one.words.startswith("What one may"))
    hard = next(one for one in placed if one.words.startswith("What is hard"))
    assert gain.y == hard.y
    assert hard.x > gain.x + 100


def test_what_is_said_of_no_group_alone_has_no_heading_of_its_own(tmp_path: Path) -> None:
    text = said(tmp_path, "gains", GainAndDemand("g", text="A calm day.", kind="gain"))
    assert in_order(text, "What one may gain", "A calm day.")
    assert "not said" not in text
    assert "Nothing has been written down about gain and challenges." in said(tmp_path, "gains")


def test_word_has_the_same_in_nynorsk(tmp_path: Path) -> None:
    made = make(tmp_path, "gains", school_of(*TEACHERS, *CULTURE), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Gevinst og utfordringar", "Teachers", "Fewer talks", "Each is alone", "Kulturen")
