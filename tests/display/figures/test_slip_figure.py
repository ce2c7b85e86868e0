"""Slips to print: four on a sheet where they fit, everything on them, and nothing across an edge."""

import pytest

from fosdesk.display.figures.slip_figure import SlipQuestion, slip_figure
from fosdesk.words import read_words
from tests.display.figures.drawn import faults, texts

WORDS = read_words("nb")
FIT = ("Stemmer ikke", "Stemmer litt", "Stemmer ganske godt", "Stemmer helt")
LONG = "Jeg har fått være med og bestemme hva som blir gjort i dette arbeidet på skolen vår i år"


@pytest.mark.parametrize(
    ("questions", "slips"),
    [
        ([SlipQuestion("Jeg vil være med.", FIT)] * 3, 4),
        ([SlipQuestion(LONG, FIT)] * 5, 4),
        ([SlipQuestion(LONG, FIT)] * 8, 2),
        ([SlipQuestion(LONG, (LONG, "Nei"))], 2),
        ([SlipQuestion(LONG, FIT)] * 12, 1),
        ([], 4),
    ],
)
def test_as_many_slips_as_fit_have_all_questions_and_answers(questions: list[SlipQuestion], slips: int) -> None:
    figure = slip_figure("Trivsel", questions, WORDS)
    assert faults(figure) == []
    assert texts(figure).count("Ikke skriv navnet ditt.") == slips
    assert texts(figure).count("Stemmer helt") == slips * sum("Stemmer helt" in one.levels for one in questions)
    assert figure.alt.startswith(f"{slips} lapper: Trivsel.")
    assert all(one.text in figure.alt for one in questions)


def test_more_than_a_page_holds_is_cut_and_nothing_stands_outside() -> None:
    figure = slip_figure("T " * 300, [SlipQuestion("Ord " * 400, ("Svar" * 90, *FIT))] * 60, WORDS)
    assert faults(figure) == []
    assert texts(figure).count("Ikke skriv navnet ditt.") == 1
