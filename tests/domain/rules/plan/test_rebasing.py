"""The milestone plan follows the start and the pace; what anybody has touched stays."""

from collections.abc import Sequence

import msgspec
import pytest

from fosdesk.domain.framework import PaceTemplate
from fosdesk.domain.records import Milestone, SchoolProfile
from fosdesk.domain.rules.plan.rebasing import changed_records, has_plan, is_moved, rebased
from fosdesk.domain.school import School
from fosdesk.domain.values.semester import Semester
from tests.domain.schools import FRAMEWORK, school_of

ORIGINAL_START = Semester.parse("2019V")


def pace(key: str) -> PaceTemplate:
    """A pace of the framework."""
    found = FRAMEWORK.pace(key)
    assert found is not None
    return found


def planned(start: str = "2026H", key: str = "original") -> list[Milestone]:
    """The six milestones of the framework for a start and a pace."""
    return list(rebased(FRAMEWORK, school_of(), Semester.parse(start), pace(key)).lacking)


def moves(school: School, start: str, key: str = "original") -> dict[str, str]:
    """Where each milestone that moves goes to, by its row."""
    found = rebased(FRAMEWORK, school, Semester.parse(start), pace(key))
    return {one.after.row: one.after.semester for one in found.moves}


def reasons(school: School, start: str, key: str = "original") -> dict[str, str]:
    """Why each milestone that stays does so, by what it says."""
    found = rebased(FRAMEWORK, school, Semester.parse(start), pace(key))
    return {one.milestone.row or one.milestone.what: one.why for one in found.stays}


def test_the_six_rows_of_the_source_fall_as_they_did_in_its_own_semesters() -> None:
    made = rebased(FRAMEWORK, school_of(), ORIGINAL_START, pace("original")).lacking
    assert [one.semester for one in made] == ["2018H", "2019V", "2019V", "2019H", "2020V", "2020H"]
    assert all(one.what and one.content for one in made)
    assert [one.pos for one in made] == sorted({one.pos for one in made})
    assert not has_plan(school_of())
    assert has_plan(school_of(*made))


def test_who_is_responsible_is_left_blank_where_the_source_leaves_it_blank() -> None:
    blank = {one.row for one in planned() if not one.responsible}
    assert blank == {"group_drives", "new_schools"}


def test_two_laptops_that_take_the_plan_in_have_one_plan() -> None:
    assert [one.id for one in planned()] == [one.id for one in planned("2030V", "calm")]


def test_a_later_start_moves_everything_by_as_much() -> None:
    school = school_of(*planned("2026H"))
    assert set(moves(school, "2027V").values()) == {"2026H", "2027V", "2027H", "2028V", "2028H"}
    assert reasons(school, "2027V") == {}


def test_a_calmer_pace_moves_only_what_comes_later() -> None:
    school = school_of(*planned("2026H"))
    assert moves(school, "2026H", "calm") == {
        "group_drives": "2027H",
        "routines_in_place": "2029H",
        "new_schools": "2030V",
    }
    assert set(reasons(school, "2026H", "calm").values()) == {"same"}


@pytest.mark.parametrize(
    ("touched", "why"),
    [({"semester": "2031V"}, "moved"), ({"day": "2026-10-01"}, "day"), ({"reached": "2026-10-01"}, "reached"),
     ({"semester": ""}, "moved"), ({"put_away": True}, "away"), ({"planned": ""}, "moved")],
)  # fmt: skip
def test_what_anybody_has_touched_stays(touched: dict[str, object], why: str) -> None:
    first, *others = planned("2026H")
    school = school_of(msgspec.structs.replace(first, **touched), *others)
    assert reasons(school, "2027H") == {first.row: why}
    assert len(moves(school, "2027H")) == len(others)


def test_other_words_do_not_keep_a_milestone_from_following() -> None:
    first, *others = planned("2026H")
    school = school_of(msgspec.structs.replace(first, what="Vi lærer sammen", how="Tre kvelder"), *others)
    found = rebased(FRAMEWORK, school, Semester.parse("2027H"), pace("original"))
    assert len(found.moves) == 6
    assert found.moves[0].after.what == "Vi lærer sammen"


def test_own_milestones_and_rows_of_a_newer_version_stay() -> None:
    school = school_of(
        Milestone("m1", what="Vår egen", semester="2027V"), Milestone("m2", row="party", planned="2027V")
    )
    assert reasons(school, "2030H") == {"Vår egen": "own", "party": "own"}


def test_a_semester_that_two_people_see_differently_waits_for_their_choice() -> None:
    first = planned("2026H")[0]
    school = School("s", {first.id: first}, {(first.id, "semester"): ("2026V", "2027V")})
    assert reasons(school, "2028H") == {first.row: "conflict"}


def test_moving_back_gives_what_was_there_before() -> None:
    made = planned("2026H", "steady")
    there = [one.after for one in rebased(FRAMEWORK, school_of(*made), Semester.parse("2029V"), pace("calm")).moves]
    stay = [one for one in made if one.id not in {after.id for after in there}]
    back = rebased(FRAMEWORK, school_of(*there, *stay), Semester.parse("2026H"), pace("steady"))
    assert {one.after for one in back.moves} | set(stay) == set(made)


def test_a_step_holds_the_start_what_moves_and_the_rows_only_if_wanted() -> None:
    profile, first = SchoolProfile("school", start="2026H", pace="original"), planned("2026H")[0]
    school = school_of(profile, first)

    def written(*, with_lacking: bool, start: str = "2027V") -> Sequence[str]:
        at, how = Semester.parse(start), pace("original")
        found = rebased(FRAMEWORK, school, at, how)
        return [after.id for _, after in changed_records(school, found, at, how, with_lacking=with_lacking)]

    assert written(with_lacking=False) == ["school", first.id]
    assert len(written(with_lacking=True)) == 7
    assert written(with_lacking=False, start="2026H") == []


def test_only_what_came_from_the_plan_counts_as_moved_by_hand() -> None:
    assert is_moved(Milestone(row="group_drives", planned="2026H", semester="2027V"))
    assert not is_moved(Milestone(row="group_drives", planned="2026H", semester="2026H"))
    assert not is_moved(Milestone(semester="2027V"))
