"""Meetings in the order in which one looks for them, and a series that begins ahead of today."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting
from fosdesk.ui.lists.listing import FINISHED
from fosdesk.ui.meetings.meeting_series import MeetingSeries
from tests.ui.acts import desk_of
from tests.ui.meetings.test_meetings_page import meetings_of, page_of


def test_a_series_never_begins_in_the_past(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting(day="2026-03-02", who="work_group"))
    assert MeetingSeries(desk).first.value() == "2026-11-30"


def test_coming_meetings_stand_first_today_among_them_and_the_latest_of_the_others_on_top(
    fresh_school: Fosdesk,
) -> None:
    desk = desk_of(fresh_school)
    days = ["2026-09-01", "2026-12-01", "", "2026-11-23", "2026-10-01", "2026-11-30"]
    desk.workspace.commit_all([(None, Meeting(f"m{day}", day=day, who="work_group")) for day in days])
    part = meetings_of(page_of(fresh_school))
    part.list.table.fold_asked.emit(FINISHED)
    shown = [one.removeprefix("m") for one in part.list.shown_ids]
    assert shown == ["2026-11-23", "2026-11-30", "2026-12-01", "", "2026-10-01", "2026-09-01"]
    assert part.list.sorting == ("day", False)
    day = part.list.columns.index("day")
    part.list.table.header.chosen.emit(day)
    assert part.list.sorting == ("day", True)
    assert [one.removeprefix("m") for one in part.list.shown_ids][:3] == ["2026-12-01", "2026-11-30", "2026-11-23"]


def test_where_every_meeting_was_held_they_are_seen_at_once(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(Meeting("held", day="2026-09-01"))
    assert meetings_of(page_of(fresh_school)).list.shown_ids == ["held"]
