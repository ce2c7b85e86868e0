"""What belongs to a meeting, in which order, and which meeting is meant."""

import pytest

from fosdesk.domain.records import AgendaLine, Decision, FollowUp, Meeting
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.meeting_records import (
    LAST,
    NEXT,
    decisions_of,
    end_of,
    follow_ups_of,
    meeting_meant,
    meetings_from,
    next_of_series,
)
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from tests.reports.telling import school_of

TODAY = "2026-11-23"
DATED = (
    Meeting("held", day="2026-11-10", start="14:30", series="Arbeidsgruppen"),
    Meeting("older", day="2026-09-01", series="arbeidsgruppen "),
    Meeting("soon", day="2026-11-24", start="14:30", what="Plan"),
    Meeting("same day", day="2026-11-24", start="08:15", what="Ledermøte"),
    Meeting("later", day="2026-12-08", series=" Arbeidsgruppen"),
    Meeting("undated", series="Arbeidsgruppen"),
)


def school() -> School:
    return school_of(*DATED)


def test_lines_stand_in_their_order() -> None:
    lines = (
        AgendaLine("b", meeting="m", pos="b"),
        AgendaLine("a", meeting="m", pos="a", number=" 12/26 "),
        AgendaLine("c", meeting="other", pos="0"),
    )
    found = lines_of_meeting(school_of(*lines), "m")
    assert [one.id for one in found] == ["a", "b"]


def test_what_names_no_meeting_belongs_to_that_of_its_line() -> None:
    line = AgendaLine("l", meeting="m")
    records = (
        Decision("d1", meeting="m"),
        Decision("d2", line="l"),
        Decision("d3", meeting="other", line="l"),
        Decision("d4"),
        FollowUp("f1", meeting="m", due="2026-12-01"),
        FollowUp("f2", line="l", due="2026-11-01"),
        FollowUp("f3", meeting="m", due="snart"),
        FollowUp("f4", meeting="other"),
    )
    made = school_of(line, *records)
    assert [one.id for one in decisions_of(made, "m")] == ["d1", "d2"]
    assert [one.id for one in follow_ups_of(made, "m")] == ["f2", "f1", "f3"]


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [("14:30", 90, "16:00"), ("14:30", None, ""), ("", 90, ""), ("23:30", 60, ""), ("14:30", -5, ""), ("25:00", 5, "")],
)
def test_a_meeting_ends_where_start_and_length_are_known(start: str, minutes: int | None, end: str) -> None:
    assert end_of(Meeting(start=start, minutes=minutes)) == end


def test_the_next_of_a_series_is_a_fact_or_none() -> None:
    held, older, soon, _, later, undated = DATED
    assert next_of_series(school(), older) == held
    assert next_of_series(school(), held) == later
    assert next_of_series(school(), later) is None
    assert next_of_series(school(), soon) is None, "it is of no series"
    assert next_of_series(school(), undated) is None


def test_the_nearest_meetings_are_offered_first() -> None:
    assert [one.id for one in meetings_from(school(), TODAY, NEXT)] == [
        *("same day", "soon", "later"),
        *("held", "older", "undated"),
    ]
    assert [one.id for one in meetings_from(school(), TODAY, LAST)] == [
        *("held", "older"),
        *("same day", "soon", "later", "undated"),
    ]
    for first in (NEXT, LAST):
        assert meetings_from(school(), "2026-11-10", first)[0].id == "held", "what is today is both"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("next", "same day"),
        ("last", "held"),
        ("2026-12-08", "later"),
        ("2026-11-24/2", "soon"),
        ("2026-11-10/1", "held"),
    ],
)
def test_a_meeting_is_meant_by_its_day(asked: str, found: str) -> None:
    assert meeting_meant(school(), asked, TODAY).id == found


@pytest.mark.parametrize("asked", ["", "tomorrow", "24.11.2026", "2026-02-30", "2026-11-24/0", "2026-11-24/x", "Next"])
def test_what_is_no_meeting_is_told(asked: str) -> None:
    with pytest.raises(FosdeskError, match="is no meeting"):
        meeting_meant(school(), asked, TODAY)


def test_where_there_is_none_or_more_than_one_it_is_told() -> None:
    for asked in ("2026-11-25", "2026-11-24/3"):
        with pytest.raises(FosdeskError, match="no such meeting"):
            meeting_meant(school(), asked, TODAY)
    with pytest.raises(FosdeskError) as trouble:
        meeting_meant(school(), "2026-11-24", TODAY)
    assert trouble.value.arguments == {"meetings": "2026-11-24/1 08:15 Ledermøte; 2026-11-24/2 14:30 Plan"}
    with pytest.raises(FosdeskError, match="planned"):
        meeting_meant(school(), "next", "2027-01-01")
    with pytest.raises(FosdeskError, match="held yet"):
        meeting_meant(school(), "last", "2026-01-01")
