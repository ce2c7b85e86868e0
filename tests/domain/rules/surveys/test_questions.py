"""The questions of a survey: their answers, and the rounds of the same."""

from fosdesk.domain.records import Survey, SurveyQuestion
from fosdesk.domain.rules.surveys.questions import in_order, levels_of, next_round, questions_of, rounds_of
from fosdesk.domain.school import School

FOUR = "Aldri\nAv og til\n\n  Ofte \nAlltid\nOfte"


def school(*records: Survey | SurveyQuestion) -> School:
    return School("s", {one.id: one for one in records}, {})


def test_a_question_without_answers_has_those_of_the_one_above() -> None:
    found = school(
        Survey("a"),
        SurveyQuestion("q1", "a", "Først", FOUR, "a0"),
        SurveyQuestion("q2", "a", "Så", "", "a1"),
        SurveyQuestion("q3", "a", "Til sist", "Ja\nNei", "a2"),
        SurveyQuestion("q4", "a", "Etterpå", "", "a3"),
        SurveyQuestion("q9", "b", "Et annet sted", "", "a0"),
    )
    said = {one.id: levels_of(found, one) for one in found.of(SurveyQuestion)}
    four = ("Aldri", "Av og til", "Ofte", "Alltid")
    assert said == {"q1": four, "q2": four, "q3": ("Ja", "Nei"), "q4": ("Ja", "Nei"), "q9": ()}


def test_rounds_are_those_of_the_same_question_to_the_same_group_by_day() -> None:
    found = school(
        Survey("a", day="2026-01-10", asked="Personalet"),
        Survey("b", day="2025-01-10", asked="personalet"),
        Survey("c", day="2025-06-10", asked="Foreldre"),
        Survey("d", asked="Personalet"),
        SurveyQuestion("qa", "a", "Jeg vil være med."),
        SurveyQuestion("qb", "b", "jeg vil VÆRE med."),
        SurveyQuestion("qc", "c", "Jeg vil være med."),
        SurveyQuestion("qd", "d", "Noe annet"),
        SurveyQuestion("qe", "d", ""),
        SurveyQuestion("qf", "a", ""),
    )
    assert [one.survey.id for one in rounds_of(found, found.get(SurveyQuestion, "qa"))] == ["b", "a"]
    assert [one.survey.id for one in rounds_of(found, found.get(SurveyQuestion, "qe"))] == ["d"], "blank ones are none"


def test_a_new_round_has_the_same_questions_and_nothing_of_what_came_of_the_last() -> None:
    questions = in_order([SurveyQuestion("q1", "a", "Først", FOUR), SurveyQuestion("q2", "a", "Så")])
    found = school(Survey("a", "Trivsel", "own", "2025-01-10", "Personalet", 40, "F1", "Mange"), *questions)
    ids = iter(("n", "n1", "n2"))
    survey, *asked = next_round(found, found.get(Survey, "a"), lambda: next(ids), "2026-01-12")
    assert survey == Survey("n", "Trivsel", "own", "2026-01-12", "Personalet")
    made = school(survey, *asked)
    assert [(one.id, one.text) for one in questions_of(made, "n")] == [("n1", "Først"), ("n2", "Så")]
    both = School("s", {**found.records, **made.records}, {})
    assert [one.survey.id for one in rounds_of(both, questions[0])] == ["a", "n"]
