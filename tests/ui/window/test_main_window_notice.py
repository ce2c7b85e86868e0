"""A notice above the page can be read in a narrow window and with large letters, and leaves the page its room."""

from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.navigation import NavigationButton
from fosdesk.ui.window.notices import show_damage_notice
from tests.program import Start
from tests.ui.acts import settle


@pytest.fixture
def large(started: Start, tmp_path: Path) -> Fosdesk:
    """A school that was just started, with letters twice as large."""
    SettingsFile(tmp_path / "school").change(text_size=200, role="principal")
    program = started(tmp_path / "school")
    page = program.window.findChild(FirstStartPage)
    assert page is not None
    page.start_school()
    settle()
    return program


@pytest.mark.parametrize("width", [640, 1366])
def test_a_notice_is_not_told_one_word_a_line(large: Fosdesk, width: int) -> None:
    window = large.window
    window.resize(width, 728)
    show_damage_notice(window)
    settle()
    words, act = window.notice.said, window.notice.act
    assert act is not None
    assert words.height() <= 6 * words.fontMetrics().lineSpacing()
    assert act.mapTo(window, act.rect().topRight()).x() < width
    assert window.notice.height() < 300


def test_a_page_whose_name_takes_two_lines_has_air_around_them(with_example: Fosdesk) -> None:
    window = with_example.window
    settle()
    window.navigation.name_place("work_group", "Arbeidsgruppen som bærer det vi har valgt", "")
    settle()
    buttons = [one for one in window.navigation.findChildren(NavigationButton) if "\n" in one.text()]
    assert buttons
    for one in buttons:
        assert one.height() - 2 * one.fontMetrics().lineSpacing() >= 8, one.text()
