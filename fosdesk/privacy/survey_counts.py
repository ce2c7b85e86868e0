"""What may be told of the answers to a survey: no distribution of fewer than five, and none by subtraction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fosdesk.domain.records import Survey, SurveyPile, SurveyQuestion
from fosdesk.domain.rules.surveys.questions import levels_of
from fosdesk.domain.school import School
from fosdesk.privacy.small_counts import MIN_COUNT, Cell, suppress_small_counts


class SurveyResult(NamedTuple):
    """The answers to one question, as far as they may be told.

    `counts` says how many gave each of the `levels`; both are empty where fewer than five have answered. `answers` is
    the sum of the counts, and `later` how many more there are that came in too small a number to be told yet.
    """

    levels: tuple[str, ...] = ()
    counts: tuple[Cell, ...] = ()
    answers: int = 0
    later: int = 0

    @property
    def is_told(self) -> bool:
        """Whether there is a distribution; False where there are fewer than five answers, or none at all."""
        return bool(self.counts)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has answered."""
        return not self.answers and not self.later


NO_RESULT = SurveyResult()
OTHER = ""  # in place of the words of answers that are not among those of the question


def survey_results(school: School) -> Mapping[str, SurveyResult]:
    """The result of each question that somebody has answered, by its id."""
    return school.cached(_results, Survey, SurveyQuestion, SurveyPile)


def survey_result(school: School, question_id: str) -> SurveyResult:
    """The result of one question."""
    return survey_results(school).get(question_id, NO_RESULT)


def in_documents(result: SurveyResult, levels: Sequence[str]) -> SurveyResult:
    """The same in the words of the question alone: what else was answered is counted together, without its words.

    The words of an answer are private in a pile; `levels` are those that the reader may see in the question.
    """
    counts = Counter[str]()
    for level, count in zip(result.levels, result.counts, strict=True):
        counts[level if level in levels else OTHER] += count if isinstance(count, int) else 0
    if not result.is_told:
        return result
    order = (*levels, *([OTHER] if counts[OTHER] else []))
    return result._replace(levels=order, counts=tuple(counts[level] for level in order))


def for_others(result: SurveyResult) -> SurveyResult:
    """The same with small counts suppressed, for readers outside the school."""
    return result._replace(counts=suppress_small_counts([one for one in result.counts if isinstance(one, int)]))


def answers_counted(school: School, question_id: str, batch: str) -> int:
    """How many answers to a question one batch holds; what it says of each is for nobody."""
    piles = (one for one in school.of(SurveyPile) if one.question == question_id and one.batch == batch)
    return sum(max(0, one.count or 0) for one in piles)


def _results(school: School) -> Mapping[str, SurveyResult]:
    piles: dict[str, list[SurveyPile]] = {}
    for pile in school.of(SurveyPile):
        if pile.count and pile.count > 0:
            piles.setdefault(pile.question, []).append(pile)
    questions = (school.find(one) for one in piles)
    return {
        one.id: _result(levels_of(school, one), piles[one.id]) for one in questions if isinstance(one, SurveyQuestion)
    }


def _result(levels: tuple[str, ...], piles: list[SurveyPile]) -> SurveyResult:
    shown = _told_together(piles)
    told = Counter[str]()
    for pile in piles:
        if pile.batch in shown:
            told[pile.level] += pile.count or 0
    total, answers = sum(pile.count or 0 for pile in piles), sum(told.values())
    if not answers:
        return SurveyResult(later=total)
    # An answer that is no longer among the levels was given all the same; without it the sum would tell of it.
    order = (*levels, *sorted(level for level in told if level not in levels))
    return SurveyResult(order, tuple(told[level] for level in order), answers, total - answers)


def _told_together(piles: list[SurveyPile]) -> set[str]:
    """The batches that may be told: those of five and more, and small ones that are five together.

    What comes after a result was told must not be told by the difference to it: a few that are counted later wait for
    others. Each large batch stands for itself, so that a small one is never told by coming together with it.
    """
    sizes, days = Counter[str](), dict[str, str]()
    for pile in piles:
        sizes[pile.batch] += pile.count or 0
        days[pile.batch] = min(days.get(pile.batch, pile.day), pile.day)
    shown = {batch for batch, size in sizes.items() if size >= MIN_COUNT}
    waiting: list[str] = []
    for batch in sorted(sizes.keys() - shown, key=lambda one: (days[one], one)):
        waiting.append(batch)
        if sum(sizes[one] for one in waiting) >= MIN_COUNT:
            shown.update(waiting)
            waiting = []
    return shown
