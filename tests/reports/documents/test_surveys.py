"""The document on surveys: rounds beside each other with their numbers, nothing of a few, and nothing private."""

from pathlib import Path

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Survey, SurveyComment, SurveyQuestion
from fosdesk.domain.rules.surveys.piles import piles_read
from fosdesk.privacy.audience import Audience
from tests.reports.telling import said, school_of

LEVELS = "Aldri\nAv og til\nOfte"


def round_of(number: int, day: str, *counts: int) -> list[Record]:
    """A survey with two questions, the second answered by two alone."""
    asked = [
        SurveyQuestion(f"q{number}", f"s{number}", "Jeg vil være med.", LEVELS, "a0"),
        SurveyQuestion(f"p{number}", f"s{number}", "Jeg har tid.", "", "a1"),
    ]
    answers = {(f"q{number}", level): n for level, n in zip(LEVELS.split("\n"), counts, strict=True)}
    piles = piles_read({**answers, (f"p{number}", "Av og til"): 2}, str(number), day)
    survey = Survey(f"s{number}", "Trivsel", "motivation", day, "Personalet", 30, "F1", "Etter påske")
    return [survey, *asked, *piles, SurveyComment(f"c{number}", survey.id, "Bare for oss")]


RECORDS = [*round_of(1, "2025-01-10", 9, 7, 6), *round_of(2, "2026-01-10", 2, 8, 12)]


def test_rounds_stand_beside_each_other_with_day_number_and_share(tmp_path: Path) -> None:
    text = said(tmp_path, "surveys", *RECORDS)
    assert "10 Jan 2026: 22 answers" in text
    assert "10 Jan 2025: 22 answers" in text
    assert "12 (55 %)" in text
    assert "9 (41 %)" in text
    assert text.count("Jeg vil være med.") == 1, "the earlier round is not told twice"
    assert text.index("2026: 22") < text.index("2025: 22")


@pytest.mark.parametrize("audience", [Audience.SCHOOL, Audience.OWNER, Audience.NETWORK])
def test_nothing_is_told_of_a_few_and_nothing_private(audience: Audience, tmp_path: Path) -> None:
    text = said(tmp_path, "surveys", *RECORDS, audience=audience)
    told = text.partition("Jeg har tid.")[2]
    assert "fewer than five answers" in told
    assert "Av og til" not in told
    assert "Bare for oss" not in text
    if audience is not Audience.SCHOOL:
        assert "2 (9 %)" not in text
        assert "hidden" in text
    few = said(tmp_path, "surveys", *round_of(3, "2026-05-05", 1, 2, 1), audience=audience)
    assert not any(level in few for level in LEVELS.split("\n"))


def test_without_surveys_it_says_so_kindly(tmp_path: Path) -> None:
    assert "No survey has been written down yet." in said(tmp_path, "surveys", *school_of().records.values())
