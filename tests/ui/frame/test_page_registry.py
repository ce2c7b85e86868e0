"""The keys of pages: those of earlier versions are understood for ever."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.ui.frame.settings_file import SettingsFile
from tests.program import Start

FORMER = {
    ("history", ""): ("storage", "changes"),
    ("backups", ""): ("storage", "backups"),
    ("privacy", ""): ("storage", "privacy"),
    ("records", ""): ("direction", "components"),
    ("records", "owner_request"): ("schools", "owner"),
    ("records", "partner"): ("work_group", "partners"),
    ("records", "core_component"): ("direction", "components"),
}


@pytest.mark.parametrize("former", FORMER)
def test_the_keys_of_earlier_pages_lead_to_where_they_are_now(former: tuple[str, str], fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    window.go(*former)
    page, part = FORMER[former]
    assert (window.current_key, window.page(page).part_shown) == (page, part)
    assert window.page(former[0]).part_shown
    assert window.navigation.button_of(page).isChecked()


@pytest.mark.parametrize("former", ["history", "backups", "privacy", "records"])
def test_whoever_left_an_earlier_page_comes_back_to_where_it_is_now(
    former: str, fresh_school: Fosdesk, started: Start
) -> None:
    assert fresh_school.window.close()
    settings = SettingsFile(fresh_school.folder)
    settings.change(back_to_left=True, left_at=former)
    again = started(fresh_school.folder)
    page, part = FORMER[former, ""]
    assert (again.window.current_key, again.window.page(page).part_shown) == (page, part)
