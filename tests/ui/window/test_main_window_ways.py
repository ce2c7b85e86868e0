"""Ways through the window: what stands above a page leads there, keys work without a mouse, and a start anew stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import STORE_NAME, Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.store.lock import Lock
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.safety.storage_page import StoragePage
from fosdesk.ui.schools.school_parts_page import SchoolPartsPage
from fosdesk.ui.window.notices import show_damage_notice
from tests.program import Start
from tests.ui.acts import button_on, desk_of, has_button, open_beside, page_in, press, take_cursor


def test_the_navigation_tells_those_who_cannot_see_it_how_many_wait(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(GateEntry(what="Leseløftet"))
    name = fresh_school.window.navigation.button_of("gatekeeping").accessibleName()
    assert name == "Grensevokting, 1 venter"


def test_what_stands_above_the_page_leads_to_where_something_can_be_done(fresh_school: Fosdesk) -> None:
    window, said = fresh_school.window, fresh_school.words("See what you can do")
    show_damage_notice(window)
    press(window, said)
    assert (window.current_key, window.page("storage").part_shown) == ("storage", "backups")
    assert not has_button(window, said)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_with_enter_and_space(fresh_school: Fosdesk, key: Qt.Key) -> None:
    window = fresh_school.window
    show_damage_notice(window)
    act = button_on(window, fresh_school.words("See what you can do"))
    take_cursor(act)
    QTest.keyClick(act, key)
    assert (window.current_key, window.page("storage").part_shown) == ("storage", "backups")


def test_the_history_of_everything_has_keys(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    take_cursor(window.navigation.button_of("overview"))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_H, keys)
    assert (window.current_key, window.page("storage").part_shown) == ("storage", "changes")


def test_a_colleagues_window_has_no_page_for_what_is_ones_own(with_example: Fosdesk) -> None:
    beside = open_beside(with_example, other_school_journal())
    assert all(not beside.navigation.button_of(place.key).isHidden() for place in PAGES)
    assert not {"files"} & {*page_in(beside, "schools", SchoolPartsPage).tabs._names}
    assert {*page_in(beside, "storage", StoragePage).tabs._names} == {"changes", "bin"}


def test_after_a_change_of_look_one_is_on_the_same_page(fresh_school: Fosdesk) -> None:
    fresh_school.window.go("time", "")
    fresh_school.window.page("time").turn_to_part("agreements")
    fresh_school.restart()
    assert (fresh_school.window.current_key, fresh_school.window.current_part) == ("time", "agreements")


def test_the_folder_is_free_for_the_next_start(fresh_school: Fosdesk) -> None:
    assert fresh_school.window.close()
    lock = Lock(fresh_school.folder / STORE_NAME)
    lock.acquire()
    lock.release()


def test_the_page_that_was_chosen_is_the_first_and_a_colleagues_school_begins_with_the_overview(
    with_example: Fosdesk, started: Start
) -> None:
    desk_of(with_example).settings.change(open_first="time")
    assert with_example.window.close()
    again = started(with_example.folder)
    assert again.window.current_key == "time"
    beside = open_beside(again, other_school_journal())
    assert beside.current_key == "overview"
