"""A series of meetings around the school's calendar, in the real window; and meetings with a partner."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting, Partner, SchoolCalendar
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.ui.acts import desk_of, page_of, press, settle
from tests.ui.meetings.test_meetings_page import fill, meetings_of, series_of
from tests.ui.meetings.test_meetings_page import page_of as meetings_page
from tests.ui.time.test_time_page import click


def test_days_off_are_not_ticked_and_say_why(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(SchoolCalendar("a", "2027-02-22", "2027-02-26", "free", "Vinterferie"))
    desk.workspace.add(SchoolCalendar("b", "2027-03-09", "", "planning"))
    series = series_of(meetings_of(meetings_page(fresh_school)))
    fill(series, "9.2.2027", "9.3.2027", "1")
    assert series.chosen() == ["2027-02-09", "2027-02-16", "2027-03-02"]
    assert series.chips["2027-02-23"].text() == "ti 23. feb. · Vinterferie"
    assert series.chips["2027-02-23"].accessibleName() == "tirsdag 23. februar 2027, Vinterferie"
    assert series.chips["2027-03-09"].text().endswith("planleggingsdag")
    series.who.show_value("staff")
    series.show_days()
    assert list(series.chips)[0] == "2027-03-09", "planning days come first"
    assert series.chosen() == ["2027-03-09", "2027-02-09", "2027-02-16", "2027-03-02"]
    fill(series, "29.6.2027", "13.7.2027", "1")
    assert series.chosen() == []
    assert series.chips["2027-07-06"].text().endswith("skoleferie")


def test_start_and_series_are_written_in_every_meeting_and_proposed_the_next_time(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    part = meetings_of(meetings_page(fresh_school))
    series = series_of(part)
    series.what.setText("Arbeidsgruppen")
    series.start.setText("1430")
    fill(series, "12.1.2027", "19.1.2027", "1")
    click(series.add)
    assert {(m.day, m.start, m.series) for m in desk.school.of(Meeting)} == {
        ("2027-01-12", "14:30", "Arbeidsgruppen"),
        ("2027-01-19", "14:30", "Arbeidsgruppen"),
    }, "without a name of its own, the series is called what its meetings are about"
    again = series_of(part)
    assert (again.start.value(), again.series.text()) == ("14:30", "Arbeidsgruppen")


def test_a_time_that_is_none_is_told_and_what_was_typed_waits_for_the_next_time(fresh_school: Fosdesk) -> None:
    part = meetings_of(meetings_page(fresh_school))
    series = series_of(part)
    series.start.setText("halv tre")
    series.series.setText("Fast")
    click(series.add)
    assert "02.30" in series._said.text()
    assert desk_of(fresh_school).school.of(Meeting) == ()
    part._end_series()
    again = series_of(part)
    assert (again.start.text(), again.series.text()) == ("halv tre", "Fast")


def test_a_partners_touchpoints_make_meetings_with_externals_named_for_it(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Partner("p", name="PPT Fjordvik", touchpoints="Hver 3. uke"))
    group = page_of(fresh_school.window, "work_group", WorkGroupPage)
    group.show_record("p")
    press(group, "Lag møter")
    settle()
    page = fresh_school.window.page("meetings")
    assert isinstance(page, MeetingsPage)
    assert fresh_school.window.current_key == "meetings"
    series = meetings_of(page).series
    assert series is not None
    assert (series.who.value(), series.what.text(), series.weeks.value()) == ("externals", "PPT Fjordvik", 3)
    fill(series, "12.1.2027", "2.2.2027", "3")
    click(series.add)
    assert sorted((m.day, m.who, m.what, m.series) for m in desk.school.of(Meeting)) == [
        ("2027-01-12", "externals", "PPT Fjordvik", "PPT Fjordvik"),
        ("2027-02-02", "externals", "PPT Fjordvik", "PPT Fjordvik"),
    ]


def test_a_colleagues_school_makes_no_meetings_for_a_partner(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Partner("p", name="PPT"))
    desk.workspace.read_only = True
    page = meetings_page(fresh_school)
    page.show_record("p")
    assert meetings_of(page).series is None
