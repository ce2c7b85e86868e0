"""Direction and meaning stay in sight on every page where they are not in the way."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.window.direction_strip import DirectionStrip
from tests.ui.acts import changed, desk_of, settle

ELSEWHERE = ("overview", "direction", "storage", "settings")


def strip_of(program: Fosdesk) -> DirectionStrip:
    """The line of the main window."""
    found = program.window.findChild(DirectionStrip)
    assert isinstance(found, DirectionStrip)
    return found


def write(program: Fosdesk, **values: str) -> None:
    """Write in the school's profile."""
    desk = desk_of(program)
    desk.workspace.commit(desk.school.profile, changed(desk.school.profile, **values))


@pytest.mark.parametrize("page", [place.key for place in PAGES])
def test_it_is_seen_where_the_direction_does_not_stand_anyway(fresh_school: Fosdesk, page: str) -> None:
    write(fresh_school, direction="Alle hører til", inclusion="Ingen står alene")
    fresh_school.window.go(page, "")
    settle()
    strip = strip_of(fresh_school)
    assert strip.isVisible() is (page not in ELSEWHERE)
    if page not in ELSEWHERE:
        assert strip.text() == "Alle hører til · Ingen står alene"


def test_a_school_that_has_written_nothing_sees_nothing(fresh_school: Fosdesk) -> None:
    fresh_school.window.go("meetings", "")
    assert not strip_of(fresh_school).isVisible()
    write(fresh_school, inclusion="Ingen står alene")
    assert strip_of(fresh_school).isVisible()
    write(fresh_school, inclusion="")
    assert not strip_of(fresh_school).isVisible()


def test_it_leads_to_the_direction_and_a_long_text_is_cut(fresh_school: Fosdesk) -> None:
    write(fresh_school, direction="Alle hører til & <b>ingen</b> står alene " * 12)
    fresh_school.window.go("plan", "")
    settle()
    strip = strip_of(fresh_school)
    assert strip.text().endswith("…")
    assert "ingen</b>" in strip.accessibleName()
    strip.click()
    assert fresh_school.window.current_key == "direction"


def test_in_a_low_window_it_is_out_of_the_way(fresh_school: Fosdesk) -> None:
    write(fresh_school, direction="Alle hører til")
    fresh_school.window.resize(1000, 500)
    fresh_school.window.go("plan", "")
    settle()
    assert not strip_of(fresh_school).isVisible()
