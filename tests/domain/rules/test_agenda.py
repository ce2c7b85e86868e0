"""The agenda of a meeting: order, minutes, numbers, and which meeting comes next."""

from fosdesk.domain.records import AgendaLine, Meeting, TimeSlot
from fosdesk.domain.rules.agenda import (
    AgendaTime,
    agenda_time,
    coming_meetings,
    earlier_meetings,
    ends_at,
    lines_of_meeting,
    meeting_to_plan,
    moved,
    numbered,
    place_after,
)
from tests.domain.schools import TODAY, school_of

MEETING = Meeting("m", day="2026-12-08", start="14:30", who="work_group", minutes=60)
LINES = tuple(AgendaLine(name, meeting="m", minutes=15, pos=name) for name in "bdf")


def order_after(lines: tuple[AgendaLine, ...], line: str, step: int) -> list[str]:
    changed = {after.id: after for _, after in moved(lines, line, step)}
    school = school_of(*(changed.get(one.id, one) for one in lines))
    return [one.id for one in lines_of_meeting(school, "m")]


def test_lines_stand_in_their_order_and_add_up() -> None:
    other = AgendaLine("x", meeting="other", minutes=90)
    school = school_of(*reversed(LINES), other)
    assert lines_of_meeting(school, "m") == LINES
    assert lines_of_meeting(school, "nobody") == ()
    untimed = (*LINES, AgendaLine("z"), AgendaLine("y", minutes=-5))
    assert agenda_time(untimed) == AgendaTime(45, 1)


def test_each_line_says_when_it_ends_where_that_is_known() -> None:
    assert [ends_at(MEETING, LINES, place) for place in range(3)] == ["14:45", "15:00", "15:15"]
    assert ends_at(Meeting("m"), LINES, 0) == ""
    assert ends_at(Meeting("m", start="halv tre"), LINES, 0) == ""
    assert ends_at(MEETING, (AgendaLine("a"), *LINES), 1) == "", "one of them has no minutes"
    assert ends_at(Meeting("m", start="23:50"), LINES, 0) == "00:05"


def test_lines_move_one_up_or_down_and_not_beyond_the_ends() -> None:
    assert order_after(LINES, "d", -1) == ["d", "b", "f"]
    assert order_after(LINES, "d", 1) == ["b", "f", "d"]
    assert order_after(LINES, "b", 1) == ["d", "b", "f"]
    assert moved(LINES, "b", -1) == moved(LINES, "f", 1) == moved(LINES, "nobody", 1) == moved(LINES, "b", 0) == ()
    assert len(moved(LINES, "d", 1)) == 1, "one line, one change"


def test_lines_that_two_laptops_put_at_the_same_place_can_be_moved_all_the_same() -> None:
    alike = tuple(AgendaLine(name, meeting="m", pos="i") for name in "abc")
    assert order_after(alike, "c", -1) == ["a", "c", "b"]
    assert order_after(alike, "a", 1) == ["b", "a", "c"]


def test_a_new_line_comes_last() -> None:
    assert place_after(LINES) > LINES[-1].pos
    assert place_after(()) > ""


def test_numbers_go_on_by_year_and_stay_as_they_were_given() -> None:
    earlier = [
        AgendaLine("e1", meeting="x", number="11/26"),
        AgendaLine("e2", meeting="x", number="11/26"),
        AgendaLine("e3", meeting="x", number="40/25"),
        AgendaLine("e4", meeting="x", number="sak 99"),
    ]
    given = AgendaLine("b", meeting="m", pos="b", number="7/26")
    new = [AgendaLine(name, meeting="m", pos=name) for name in "df"]
    changes = numbered(school_of(MEETING, *earlier, given, *new), MEETING)
    assert [(before.id, after.number) for before, after in changes] == [("d", "12/26"), ("f", "13/26")]
    assert numbered(school_of(Meeting("m"), *new), Meeting("m")) == ()


def test_meetings_of_every_kind_are_coming_today_among_them() -> None:
    some = [
        Meeting("a", day=TODAY, start="14:00", who="owner"),
        Meeting("b", day=TODAY, start="08:00", who="externals"),
        Meeting("c", day="2026-11-22"),
        Meeting("d"),
        Meeting("e", day="snart"),
    ]
    assert [one.id for one in coming_meetings(school_of(*some), TODAY)] == ["b", "a"]


def test_meetings_belong_together_by_series_else_by_who_is_met() -> None:
    series = [Meeting(f"s{n}", day=f"2026-0{n}-01", who="staff", series="Team 3") for n in (1, 2)]
    others = [Meeting(f"g{n}", day=f"2026-0{n}-02", who="work_group") for n in (1, 2)]
    school = school_of(*series, *others)
    first = Meeting("m", day="2026-12-08", who="work_group", series=" team 3")
    assert [one.id for one in earlier_meetings(school, first)] == ["s2", "s1"]
    assert [one.id for one in earlier_meetings(school, MEETING)] == ["g2", "g1"]
    assert [one.id for one in earlier_meetings(school, others[1])] == ["g1"]
    assert earlier_meetings(school, Meeting("m", day="2026-12-08")) == ()
    new = Meeting("m", day="2026-12-08", who="work_group", series="Ny serie")
    assert [one.id for one in earlier_meetings(school, new)] == ["g2", "g1"], "the first of its series"


def test_the_meeting_to_plan_is_like_the_last_one_in_its_rhythm() -> None:
    held = [
        Meeting(f"m{n}", day=day, start="14:30", who="leadership", minutes=45, place="Kontoret", series="Ledermøte")
        for n, day in enumerate(("2026-11-02", "2026-11-16"))
    ]
    plan = meeting_to_plan(school_of(*held), TODAY)
    assert plan == Meeting(
        day="2026-11-30", start="14:30", who="leadership", minutes=45, place="Kontoret", series="Ledermøte"
    )
    assert meeting_to_plan(school_of(), TODAY) == Meeting(day="2026-11-30", who="work_group", minutes=60)
    once = Meeting("m", day="2026-11-16", who="work_group")
    assert meeting_to_plan(school_of(once, TimeSlot("t", who="work_group", every_weeks=3)), TODAY).day == "2026-12-07"


def test_no_meeting_is_planned_into_the_long_holidays_or_the_past() -> None:
    assert meeting_to_plan(school_of(), "2026-06-18").day == "2026-08-20"
    assert meeting_to_plan(school_of(), "2026-12-16").day == "2027-01-06"
    long_ago = Meeting("m", day="2019-03-04", who="work_group")
    assert meeting_to_plan(school_of(long_ago), TODAY).day > TODAY
