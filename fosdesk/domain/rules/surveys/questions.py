"""The questions of a survey, what can be answered to each, and the rounds in which the same was asked."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from fosdesk.domain.records import Survey, SurveyQuestion
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.text_folding import folded


class Round(NamedTuple):
    """One survey with the question that others ask, too."""

    survey: Survey
    question: SurveyQuestion


def questions_of(school: School, survey_id: str) -> list[SurveyQuestion]:
    """The questions of a survey, in their order."""
    return [one for one in school.of(SurveyQuestion) if one.survey == survey_id]


def levels_of(school: School, question: SurveyQuestion) -> tuple[str, ...]:
    """What can be answered: the question's own lines, else those of the nearest question above that has some."""
    found: tuple[str, ...] = ()
    for one in questions_of(school, question.survey):
        found = own_levels(one) or found
        if one.id == question.id:
            return found
    return own_levels(question) or found


def own_levels(question: SurveyQuestion) -> tuple[str, ...]:
    """The lines of a question's own field; none of them twice."""
    lines = (" ".join(line.split()) for line in question.levels.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def rounds_of(school: School, question: SurveyQuestion) -> tuple[Round, ...]:
    """The surveys that put the same question to the same group, the earliest first; also the one it is from."""
    asked = folded(school.get(Survey, question.survey).asked)
    text = folded(question.text)
    found = [question, *(one for one in school.of(SurveyQuestion) if text and folded(one.text) == text)]
    rounds = {one.survey: Round(school.get(Survey, one.survey), one) for one in found}
    rounds[question.survey] = Round(school.get(Survey, question.survey), question)
    same = (one for one in rounds.values() if folded(one.survey.asked) == asked)
    return tuple(sorted(same, key=lambda one: (one.survey.day or "9", one.survey.id)))


def in_order(questions: Iterable[SurveyQuestion]) -> list[SurveyQuestion]:
    """The questions with places of their own, one after the other as they stand here."""
    place, found = "", []
    for one in questions:
        place = between(place, "")
        found.append(msgspec.structs.replace(one, pos=place))
    return found


def next_round(
    school: School, survey: Survey, new_id: Callable[[], str], day: str
) -> tuple[Survey | SurveyQuestion, ...]:
    """A new round of a survey: the same questions to the same group on another day, ready to be stored."""
    made = msgspec.structs.replace(survey, id=new_id(), day=day, invited=None, note="", phase="")
    questions = questions_of(school, survey.id)
    return (made, *(msgspec.structs.replace(one, id=new_id(), survey=made.id) for one in questions))
