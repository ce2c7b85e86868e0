"""Lines of time at either end of the calendar, where a day more or less does not exist."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.figures.meeting_gaps_figure import gaps_figure
from fosdesk.display.figures.phase_timeline_figure import phases_line_figure
from fosdesk.domain.records import Meeting, PhaseState, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.words import read_words
from tests.display.figures.drawn import texts

TODAYS = ("0001-01-01", "0999-12-31", "1970-01-02", "2026-11-23", "2999-12-31", "9999-12-31")
DAYS = ("0001-01-01", "0202-03-04", "9999-12-30", "9999-12-31", "10000-01-01", "soon")


@pytest.mark.parametrize("today", TODAYS)
@pytest.mark.parametrize("start", ["1000V", "2026H", "9999H", "12000V"])
def test_lines_of_time_are_drawn_at_the_ends_of_the_calendar(today: str, start: str) -> None:
    meetings = {f"m{n}": Meeting(f"m{n}", day=day, who="work_group") for n, day in enumerate(DAYS)}
    phases = {f"phase:F{n}": PhaseState(f"phase:F{n}", opened=day) for n, day in enumerate(DAYS[:5])}
    school = School("s", {"school": SchoolProfile("school", start=start), **meetings, **phases}, {})
    framework, words = read_framework("en"), read_words("en")
    for draw in (gaps_figure, phases_line_figure):
        figure = draw(framework, school, words, today)
        assert "Today" in texts(figure)
        assert figure.alt
