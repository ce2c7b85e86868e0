"""The checklist as one list: the team's words, its order, and moving an item."""

from itertools import permutations

import msgspec
import pytest

from fosdesk.domain.records import Answer, OwnItem
from fosdesk.domain.rules.checklist import ChecklistLine, line_of, lines_of, open_lines, place_at_end, reordered
from fosdesk.domain.school import School
from tests.domain.schools import FRAMEWORK, school_of


def ids(lines: tuple[ChecklistLine, ...]) -> list[str]:
    return [line.record_id.removeprefix("answer:") for line in lines]


def after_moving(school: School, phase: str, record: str, before: str | None) -> tuple[School, int]:
    changes = reordered(lines_of(FRAMEWORK, school, phase), record, before)
    return school_of(*{**school.records, **{after.id: after for _, after in changes}}.values()), len(changes)


@pytest.mark.parametrize("phase", ["F0", "F1", "F2", "F3", "F4"])
def test_untouched_items_stand_as_in_the_framework(phase: str) -> None:
    known = FRAMEWORK.phase(phase)
    assert known is not None
    assert ids(lines_of(FRAMEWORK, school_of(), phase)) == [item.id for item in known.items]


def test_an_untouched_item_is_not_started_and_says_what_is_suggested() -> None:
    line = line_of(FRAMEWORK, school_of(), "answer:F2-17")
    assert line is not None
    assert (line.status, line.track, line.key, line.is_own, line.settled) == ("not_started", "B", True, False, False)
    assert line.text.startswith("Sett av tid")
    assert line.evidence
    assert line.responsible
    assert line.answer == Answer("answer:F2-17")


def test_the_schools_own_wording_wins() -> None:
    school = school_of(Answer("answer:F1-02", own_text="Spør alle", status="other_way"))
    line = line_of(FRAMEWORK, school, "answer:F1-02")
    assert line is not None
    assert (line.text, line.settled) == ("Spør alle", True)
    assert line.item is not None
    assert line.item.text != "Spør alle"


def test_own_items_have_equal_rights_and_stand_last_until_they_are_moved() -> None:
    school = school_of(OwnItem("a1", phase="F0", own_text="Besøk en skole", why="For å se"))
    lines = lines_of(FRAMEWORK, school, "F0")
    assert ids(lines)[-1] == "a1"
    assert (lines[-1].text, lines[-1].why, lines[-1].is_own) == ("Besøk en skole", "For å se", True)
    school, changed = after_moving(school, "F0", "a1", "answer:F0-02")
    assert ids(lines_of(FRAMEWORK, school, "F0")) == ["F0-01", "a1", "F0-02", "F0-03", "F0-04", "F0-05"]
    assert changed == 1


def test_an_own_item_of_a_track_that_is_not_there_is_still_shown() -> None:
    lines = lines_of(
        FRAMEWORK, school_of(OwnItem("a1", phase="F2", track="C"), OwnItem("b", phase="F2", track="A")), "F2"
    )
    assert {line.record_id: line.track for line in lines if line.is_own} == {"a1": "", "b": "A"}


def test_moving_takes_one_change_wherever_it_goes() -> None:
    for record, before in permutations(["F0-01", "F0-02", "F0-03", "F0-04", "F0-05"], 2):
        school, changed = after_moving(school_of(), "F0", f"answer:{record}", f"answer:{before}")
        order = ids(lines_of(FRAMEWORK, school, "F0"))
        assert order.index(record) + 1 == order.index(before)
        assert changed == 1


def test_moving_last_and_first() -> None:
    school, _ = after_moving(school_of(), "F0", "answer:F0-02", None)
    assert ids(lines_of(FRAMEWORK, school, "F0")) == ["F0-01", "F0-03", "F0-04", "F0-05", "F0-02"]
    school, _ = after_moving(school, "F0", "answer:F0-05", "answer:F0-01")
    assert ids(lines_of(FRAMEWORK, school, "F0")) == ["F0-05", "F0-01", "F0-03", "F0-04", "F0-02"]


def test_items_that_two_laptops_put_in_the_same_place_can_be_parted() -> None:
    school = school_of(*(OwnItem(i, phase="F0", pos="8i") for i in ("a", "b", "c")), OwnItem("d", phase="F0", pos="9i"))
    school, _ = after_moving(school, "F0", "d", "b")
    assert ids(lines_of(FRAMEWORK, school, "F0"))[-4:] == ["a", "d", "b", "c"]
    places = [line.place for line in lines_of(FRAMEWORK, school, "F0")]
    assert sorted(set(places)) == places


def test_many_moves_to_the_same_place_keep_their_order() -> None:
    school = school_of(*(OwnItem(f"{n:02}", phase="F0") for n in range(40)))
    for n in range(40):
        school, _ = after_moving(school, "F0", f"{n:02}", "answer:F0-01")
    assert ids(lines_of(FRAMEWORK, school, "F0"))[:40] == [f"{n:02}" for n in range(40)]


def test_moving_what_is_not_there_or_ahead_of_itself_changes_nothing() -> None:
    lines = lines_of(FRAMEWORK, school_of(), "F0")
    assert reordered(lines, "gone", None) == ()
    assert reordered(lines, "answer:F0-01", "answer:F0-01") == ()


def test_a_new_item_fits_below_all_others() -> None:
    place = place_at_end(lines_of(FRAMEWORK, school_of(OwnItem("ff", phase="F0")), "F0"))
    school = school_of(OwnItem("ff", phase="F0"), OwnItem("00", phase="F0", pos=place))
    assert ids(lines_of(FRAMEWORK, school, "F0"))[-2:] == ["ff", "00"]
    assert place_at_end(())


def test_what_is_settled_or_hidden_is_not_open() -> None:
    answers = [Answer(f"answer:F0-0{n}", status=s) for n, s in enumerate(("done", "other_way", "not_applicable"), 1)]
    hidden = Answer("answer:F0-04", put_away=True)
    assert ids(open_lines(FRAMEWORK, school_of(*answers, hidden), "F0")) == ["F0-05"]
    assert len(lines_of(FRAMEWORK, school_of(*answers, hidden), "F0")) == 5


def test_an_answer_to_an_item_of_a_newer_framework_is_shown() -> None:
    lines = lines_of(FRAMEWORK, school_of(Answer("answer:F0-77", how="Vi gjorde det")), "F0")
    assert (lines[-1].text, lines[-1].answer.how, lines[-1].is_own) == ("F0-77", "Vi gjorde det", False)
    assert line_of(FRAMEWORK, school_of(), "answer:F9-01") is None


def test_moving_keeps_all_else_of_the_answer() -> None:
    answer = Answer("answer:F0-03", status="done", how="Slik")
    changes = reordered(lines_of(FRAMEWORK, school_of(answer), "F0"), "answer:F0-03", "answer:F0-01")
    ((before, after),) = changes
    assert before == answer
    assert after == msgspec.structs.replace(answer, pos=after.pos)


def test_an_item_that_was_moved_stands_in_the_other_phase_alone() -> None:
    school = school_of(Answer("answer:F4-14", moved_to="F2", how="Each August."))
    assert "F4-14" not in ids(lines_of(FRAMEWORK, school, "F4"))
    line = line_of(FRAMEWORK, school, "answer:F4-14")
    assert line is not None
    assert line in lines_of(FRAMEWORK, school, "F2")
    assert (line.phase, line.track, line.item and line.item.phase) == ("F2", "", "F4")
    back = school_of(Answer("answer:F4-14", moved_to="F4"))
    assert ids(lines_of(FRAMEWORK, back, "F4")) == ids(lines_of(FRAMEWORK, school_of(), "F4"))


def test_an_item_of_a_newer_framework_can_be_moved_too() -> None:
    school = school_of(Answer("answer:F1-99", how="We did.", moved_to="F3"))
    assert "F1-99" in ids(lines_of(FRAMEWORK, school, "F3"))
    assert "F1-99" not in ids(lines_of(FRAMEWORK, school, "F1"))
