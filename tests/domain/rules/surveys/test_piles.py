"""Piles of answers: one more, one less, and the same file twice."""

from fosdesk.domain.records import SurveyPile
from fosdesk.domain.rules.surveys.piles import counted, pile_id, piles_read
from fosdesk.domain.school import School


def test_answers_are_added_and_taken_back_and_never_fewer_than_none() -> None:
    school = School("s", {}, {})
    for step, count in ((1, 1), (1, 2), (-1, 1), (-1, 0), (-1, 0)):
        before, after = counted(school, "q", "Ofte", "sitting", "2026-11-30", step)
        assert after.count == count
        assert (before is None) == (not school.records)
        school = School("s", {after.id: after}, {})
    assert school.of(SurveyPile)[0].level == "Ofte"


def test_two_sittings_have_piles_of_their_own_and_one_file_has_the_same_everywhere() -> None:
    assert pile_id("q", "Ofte", "one") != pile_id("q", "Ofte", "two")
    first, again = (piles_read({("q", "Ofte"): 3, ("q", "Aldri"): 0}, "file:1", "2026-11-30") for _ in range(2))
    assert first == again == [SurveyPile(pile_id("q", "Ofte", "file:1"), "q", "Ofte", 3, "file:1", "2026-11-30")]
