"""A new school year takes over what goes on, and does so once."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Evaluation, Routine
from fosdesk.domain.rules.plan.roll_over import rolled_over, written, year_later
from fosdesk.domain.rules.plan.year_wheel import months_in
from fosdesk.domain.school import School
from tests.domain.schools import school_of


def after(school: School, year: int, taken: set[str]) -> School:
    """The school once the year is handed on."""
    pairs = written(rolled_over(school, year), taken)
    return school_of(*({**school.records, **{one.id: one for _, one in pairs}}.values()))


def ids(*records: Record, year: int = 2026) -> list[str]:
    """What the year hands on."""
    return [one.record.id for one in rolled_over(school_of(*records), year)]


def test_a_routine_goes_on_without_being_written_and_its_next_look_moves_with_the_year() -> None:
    plain, looked = Routine("r1", months="9"), Routine("r2", months="9", review="2027-06-10")
    found = {one.record.id: one.kept for one in rolled_over(school_of(plain, looked), 2026)}
    assert found["r1"] is None
    kept = found["r2"]
    assert isinstance(kept, Routine)
    assert kept.review == "2028-06-12"  # the tenth is a Saturday


def test_a_routine_that_is_not_taken_ends_with_the_year_and_stays_in_it() -> None:
    school = after(school_of(Routine("r1", months="9,3")), 2026, set())
    ended = school.get(Routine, "r1")
    assert ended.until == "2027V"
    assert (months_in(ended, 2026), months_in(ended, 2027)) == ((9, 3), ())


def test_what_ended_or_never_came_in_the_year_is_not_asked_about() -> None:
    assert ids(Routine("r1", months="9", until="2027V"), Routine("r2", months="9", since="2027H"), Routine("r3")) == []
    assert ids(Routine("r4", months="9", until="2027H")) == ["r4"]


def test_an_evaluation_comes_again_once_on_a_weekday() -> None:
    school = school_of(Evaluation("e1", what="Halvår", day="2027-01-15", groups="Alle", found="Mye"))
    rolled = after(school, 2026, {"e1"})
    again = next(one for one in rolled.of(Evaluation) if one.id != "e1")
    assert (again.what, again.day, again.groups, again.found) == ("Halvår", "2028-01-17", "Alle", "")
    assert rolled_over(rolled, 2026) == ()
    assert len(after(school, 2026, set()).of(Evaluation)) == 1


def test_an_evaluation_that_the_next_year_has_already_is_not_doubled() -> None:
    assert (
        ids(Evaluation("e1", what="Halvår", day="2027-01-15"), Evaluation("e2", what="Halvår", day="2028-01-20")) == []
    )


def test_a_year_later_is_a_weekday_and_never_beyond_the_calendar() -> None:
    assert year_later("2028-02-29") == "2029-02-28"
    assert year_later("2026-11-23") == "2027-11-23"
    assert year_later("snart") == "snart"
    assert year_later("9999-01-01") == "9999-01-01"
