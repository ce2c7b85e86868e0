"""Piles of answers: one more, one less, and the same file twice."""

from fosdesk.domain.records import SurveyPile
from fosdesk.domain.rules.surveys.piles import counted, files_read, is_read, pile_id, piles_of_files, piles_read
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
    first, again = (piles_read({("q", "Ofte"): 3, ("q", "Aldri"): 0}, "1", "2026-11-30") for _ in range(2))
    assert first == again == [SurveyPile(pile_id("q", "Ofte", "file:1"), "q", "Ofte", 3, "file:1", "2026-11-30")]


def test_a_file_is_known_again_and_what_was_counted_by_hand_is_no_file() -> None:
    _, by_hand = counted(School("s", {}, {}), "q", "Ofte", "sitting", "2026-11-30", 9)
    piles = [by_hand, *piles_read({("q", "Ofte"): 3, ("q", "Aldri"): 2, ("p", "Ja"): 4}, "1", "2026-11-30")]
    school = School("s", {one.id: one for one in piles}, {})
    assert is_read(school, {"q"}, "1")
    assert not is_read(school, {"q"}, "2")
    assert not is_read(school, {"other"}, "1")
    assert files_read(school, {"q", "p"}, "1") == {}
    assert files_read(school, {"q", "p"}, "2") == {"file:1": 5}
    assert by_hand not in piles_of_files(school, {"q"})
