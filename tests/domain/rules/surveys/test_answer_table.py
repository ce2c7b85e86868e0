"""Tables of answers: columns matched to questions by heading and by answers, and what is counted of them."""

import pytest

from fosdesk.domain.records import SurveyQuestion
from fosdesk.domain.rules.surveys.answer_table import (
    COMMENTS,
    NEW,
    comments_read,
    matched,
    may_be_question,
    new_question,
    read,
)

FIT = ("Stemmer ikke", "Stemmer litt", "Stemmer helt")
LEVELS = {"q1": FIT, "q2": FIT, "q3": ("Ja", "Nei")}
QUESTIONS = [
    SurveyQuestion("q1", "a", "Jeg vil være med."),
    SurveyQuestion("q2", "a", "Jeg har tid."),
    SurveyQuestion("q3", "a", "Er du lærer?"),
]


def test_columns_of_forms_are_matched_by_their_headings_and_nothing_of_anybody_is_taken() -> None:
    headings = ["ID", "Starttidspunkt", "E-post", "Navn", "2. Jeg har tid", "1. jeg vil være med.", "Kommentar til oss"]
    row = ["1", "1.2.26 08.00", "anonymous", "", "Stemmer helt;", "Stemmer litt", "Bra"]
    assert matched(headings, [row] * 6, QUESTIONS, LEVELS) == ["", "", "", "", "q2", "q1", COMMENTS]


def test_unnamed_columns_are_matched_by_their_answers_in_order() -> None:
    headings = ["Kolonne1", "Kolonne2", "Kolonne3", ""]
    rows = [["Ja", "Stemmer litt", "17", "Stemmer helt"]] * 4 + [["Nei", "", "4", "Stemmer ikke"]]
    assert matched(headings, rows, QUESTIONS, LEVELS) == ["q3", "q1", "", "q2"]


def test_without_questions_columns_with_few_answers_become_new_ones() -> None:
    headings = ["ID", "Navn", "Jeg trives", "Språk", "Hva vil du si?", "Alder"]
    rows = [[str(n), "Kari", FIT[n % 3], "Norsk", f"Noe {n}", "40"] for n in range(9)]
    assert matched(headings, rows, [], {}) == ["", "", NEW, "", "", ""]
    assert not may_be_question("Fullføringstidspunkt", ["a", "b"] * 9)
    made = new_question("a", " 3. Jeg  trives", ["10", "2", "2", "", "1;"], "a0")
    assert (made.text, made.levels) == ("Jeg trives", "1\n2\n10")
    assert made == new_question("a", " 3. Jeg  trives", ["1", "10", "2"], "a0"), "in whatever order they came"


@pytest.mark.parametrize(
    ("cells", "counts", "unread"),
    [
        (["Stemmer helt", "stemmer HELT ", "Stemmer helt;", "3 - Stemmer helt", "3. Stemmer helt"], (0, 0, 5), 0),
        (["1", "2", "2", "3", "4"], (1, 2, 1), 1),
        (["1", "Stemmer litt", "Vet ikke", ""], (0, 1, 0), 2),
    ],
)
def test_an_answer_is_understood_by_its_words_or_by_its_number(
    cells: list[str], counts: tuple[int, ...], unread: int
) -> None:
    found = read([[cell] for cell in cells], ["q1"], LEVELS)
    assert tuple(found.counts.get(("q1", level), 0) for level in FIT) == counts
    assert found.unread.get(0, 0) == unread
    assert found.answers.get(0, 0) == sum(counts)


def test_numbers_that_are_the_answers_are_not_taken_for_their_places() -> None:
    found = read([[cell] for cell in ("6", "5", "1")], ["q"], {"q": ("4", "5", "6")})
    assert dict(found.counts) == {("q", "6"): 1, ("q", "5"): 1}


def test_comments_read_twice_are_the_same_and_stand_in_no_order_of_the_rows() -> None:
    texts = [f"Kommentar {n}" for n in range(40)] + ["Ja", "Ja"]
    made = comments_read("a", texts)
    assert {one.text for one in made} == {*texts}
    assert len({one.id for one in made}) == 42
    assert made == comments_read("a", texts[::-1])
    assert [one.text for one in made] not in (texts, texts[::-1])
    assert {one.id for one in made} <= {one.id for one in comments_read("a", [*texts, "En til"])}
