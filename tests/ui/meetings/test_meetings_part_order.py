"""Meetings in the order in which one looks for them, and a series that begins ahead of today."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting
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
    shown = [one.removeprefix("m") for one in meetings_of(page_of(fresh_school)).list.shown_ids]
    assert shown == ["", "2026-11-23", "2026-11-30", "2026-12-01", "2026-10-01", "2026-09-01"]
