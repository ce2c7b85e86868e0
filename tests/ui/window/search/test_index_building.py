"""The index follows the school piece by piece, keeps out of the way of whoever types, and hurries for a search."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.window.search.index_building import IndexBuilding
from tests.ui.acts import desk_of, wait_until, window_of
from tests.ui.window.search_hands import search_of


def test_it_is_made_in_idle_time_and_follows_what_is_written(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    building = IndexBuilding(desk, desk.window)
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
    building = IndexBuilding(desk, desk.window)
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
    wait_until(lambda: search._search_desk is not None and search._search_desk.building.is_whole)
    assert search_of(desk_of(with_example)).building.index.find("leksefri")
