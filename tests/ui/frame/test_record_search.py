"""The index follows the school, keeps out of the way of whoever types, hurries for a search, and keeps to a kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Decision, FollowUp, GateEntry
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.record_search import RecordSearch
from tests.ui.acts import desk_of, wait_until, window_of
from tests.ui.window.search_hands import search_of


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def test_what_is_written_later_is_found_and_what_is_deleted_is_not(desk: Desk) -> None:
    search = desk.record_search
    assert search.find("leksefri", 10) == []
    entry = desk.workspace.add(GateEntry("g", what="Leksefri"))
    desk.workspace.add(FollowUp("f", what="Spør om leksefri", about="g"))
    assert search.find("leksefri", 10) == ["g", "f"]
    assert search.find("leksefri", 10, FollowUp) == ["f"]
    assert search.find("leksefri", 1) == ["g"]
    desk.workspace.delete([entry])
    assert search.find("leksefri", 10) == ["f"]
    assert desk.record_search is search


def test_what_a_link_points_to_is_no_text_to_be_found(desk: Desk) -> None:
    desk.workspace.add(GateEntry("abcdef012345", what="Leksefri"))
    desk.workspace.add(Decision("d", what="Vi venter", about="abcdef012345"))
    desk.workspace.add(FollowUp("f", what="Spør", about="answer:F1-06"))
    assert desk.record_search.find("abcdef012345", 10) == []
    assert desk.record_search.find("answer", 10, FollowUp) == []
    assert desk.record_search.find("F1-06", 10, FollowUp) == []


def record_search(desk: Desk) -> RecordSearch:
    """Another one than the window has, of which nothing is indexed yet."""
    return RecordSearch(desk.framework, desk.words, desk.workspace, desk.day, desk.window)


def test_it_is_made_in_idle_time_and_follows_what_is_written(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    building = record_search(desk)
    assert not building.is_whole
    assert building.index.find("leksefri") == ()
    building.begin()
    wait_until(lambda: building.is_whole)
    assert building.index.find("leksefri")
    desk.workspace.add(GateEntry("new", what="Kvernstein"))
    wait_until(lambda: building.is_whole)
    assert building.index.find("kvernstein") == ("new",)
    desk.workspace.delete([desk.school.get(GateEntry, "new")])
    assert building.index.find("kvernstein") == ()


def test_nothing_is_indexed_while_somebody_types_unless_a_search_waits(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    building = record_search(desk)
    building.begin()
    QTest.keyClick(window_of(desk), Qt.Key.Key_Shift)
    left = building.index.waits
    building._portion()
    assert building.index.waits == left
    QTest.keyClick(window_of(desk), Qt.Key.Key_Shift)
    building.hurry(on=True)
    building._portion()
    assert building.index.waits < left


def test_it_is_ready_some_time_after_the_start_without_being_asked(with_example: Fosdesk) -> None:
    window = with_example.window
    assert window.search is not None
    search = window.search
    wait_until(lambda: search._search_desk is not None and search._search_desk.records.is_whole)
    assert search_of(desk_of(with_example)).records.index.find("leksefri")
