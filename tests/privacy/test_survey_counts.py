"""Answers to surveys: no distribution of fewer than five is told anywhere, nor can one be worked out."""

from itertools import pairwise, product
from pathlib import Path
from random import Random

import pytest

from fosdesk.domain.fields import NOUNS, Privacy
from fosdesk.domain.records import Person, Survey, SurveyPile, SurveyQuestion
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.privacy.small_counts import MIN_COUNT, Suppressed
from fosdesk.privacy.survey_counts import OTHER, answers_counted, survey_result
from tests.privacy.known import names_of

LEVELS = "Aldri\nAv og til\nOfte"
PACKAGE = Path(__file__).resolve().parents[2] / "fosdesk"


def school(*piles: SurveyPile) -> School:
    records = [Survey("a", "Trivsel"), SurveyQuestion("q", "a", "Jeg vil være med.", LEVELS), *piles]
    return School("s", {one.id: one for one in records}, {})


def pile(number: int, level: str, count: int | None, batch: str = "one", day: str = "2026-11-30") -> SurveyPile:
    return SurveyPile(f"p{number}", "q", level, count, batch, day)


@pytest.mark.parametrize("counts", [one for one in product(range(5), repeat=3) if sum(one) < MIN_COUNT])
def test_under_five_answers_there_is_no_distribution(counts: tuple[int, ...]) -> None:
    piles = [pile(n, level, count) for n, (level, count) in enumerate(zip(LEVELS.split("\n"), counts, strict=True))]
    found = survey_result(school(*piles), "q")
    assert not found.is_told
    assert (found.levels, found.counts, found.answers) == ((), (), 0)
    assert found.later == sum(counts)
    assert found.is_empty == (not sum(counts))


def test_piles_of_two_laptops_add_up_and_answers_that_are_no_longer_offered_are_told() -> None:
    found = survey_result(
        school(pile(1, "Ofte", 5), pile(2, "Ofte", 4, "two"), pile(3, "Sjelden", 2, "two"), pile(4, "Ofte", None)), "q"
    )
    assert found.levels == ("Aldri", "Av og til", "Ofte", "Sjelden")
    assert (found.counts, found.answers, found.later) == ((0, 0, 9, 2), 11, 0)
    assert answers_counted(school(pile(1, "Ofte", 5), pile(2, "Aldri", 4, "two")), "q", "two") == 4


def test_a_few_that_are_counted_later_wait_until_they_are_five() -> None:
    piles = [pile(1, "Ofte", 20), pile(2, "Aldri", 2, "two")]
    found = survey_result(school(*piles), "q")
    assert (found.counts, found.answers, found.later) == ((0, 0, 20), 20, 2)
    found = survey_result(school(*piles, pile(3, "Ofte", 3, "three")), "q")
    assert (found.counts, found.answers, found.later) == ((2, 0, 23), 25, 0)


def test_what_is_told_never_differs_by_fewer_than_five_as_batches_come() -> None:
    rng = Random(13)
    for _ in range(300):
        told = []
        piles: list[SurveyPile] = []
        for day in range(12):
            sizes = [rng.choice((0, 1, 1, 2, 6)) for _ in range(3)]
            batch = [
                pile(100 * day + n, level, size, f"b{day:02}", f"2026-01-{day + 1:02}")
                for n, (level, size) in enumerate(zip(LEVELS.split("\n"), sizes, strict=True))
            ]
            rng.shuffle(batch)
            piles += batch
            told.append(survey_result(school(*piles), "q").answers)
        assert all(later - before == 0 or later - before >= MIN_COUNT for before, later in pairwise([0, *told])), told


@pytest.mark.parametrize("audience", list(Audience))
def test_no_pile_passes_the_filter_and_results_pass_only_as_they_may_be_told(audience: Audience) -> None:
    found = school(pile(1, "Ofte", 9), pile(2, "Aldri", 2), pile(3, "Av og til", 7))
    shown = filter_school(found, audience, names=names_of(found), ticked=())
    assert not shown.school.of(SurveyPile) or all(
        not one.level and one.count is None for one in shown.school.of(SurveyPile)
    )
    if audience is Audience.RESEARCH:
        assert not shown.results
    elif audience is Audience.SCHOOL:
        assert shown.results["q"].counts == (2, 7, 9)
    else:
        assert shown.results["q"].counts == (Suppressed.SMALL, Suppressed.COMPLEMENTARY, 9)
    few = filter_school(school(pile(1, "Ofte", 4)), audience, names=NameDetector(()), ticked=())
    assert not any(one.is_told for one in few.results.values())


@pytest.mark.parametrize("audience", [Audience.SCHOOL, Audience.OWNER, Audience.NETWORK])
def test_the_words_of_an_answer_pass_only_where_the_question_shows_them(audience: Audience) -> None:
    found = school(pile(1, "Ofte", 9), pile(2, "Spør Turid Testad", 6))
    named = School("s", {**found.records, "t": Person("t", name="Turid Testad")}, {})
    told = filter_school(named, audience, names=names_of(named)).results["q"]
    assert (told.levels, told.counts) == (("Aldri", "Av og til", "Ofte", OTHER), (0, 0, 9, 6))
    asked = SurveyQuestion("q", "a", "Hvem?", "Ofte\nSpør Turid Testad")
    told = filter_school(School("s", {**named.records, "q": asked}, {}), audience, names=names_of(named)).results["q"]
    shown = ("Ofte", "Spør Turid Testad") if audience is Audience.SCHOOL else (OTHER,)
    assert told.levels == shown
    assert sum(one for one in told.counts if isinstance(one, int)) == 15


def test_every_field_of_a_pile_is_private_and_hidden_so_that_only_this_module_tells_of_them() -> None:
    fields = NOUNS["survey_pile"].fields.values()
    assert all(field.privacy is Privacy.PRIVATE and field.hidden for field in fields)
    using = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "SurveyPile" in path.read_text("utf-8")
    }
    assert using == {
        "domain/records/__init__.py",
        "domain/records/surveys.py",
        "domain/rules/surveys/piles.py",
        "privacy/survey_counts.py",
    }
