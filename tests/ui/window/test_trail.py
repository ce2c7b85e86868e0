"""Alt+Left and Alt+Right go back and forth between places, each as it was left."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, GateEntry
from fosdesk.ui.settings.settings_page import SettingsPage
from fosdesk.ui.window.main_window import MainWindow
from tests.ui.acts import bring_to_front, desk_of, page_of, put_in, settle
from tests.ui.gate_log import GateLog, gate_log


def press_alt(window: MainWindow, key: Qt.Key) -> None:
    """Press Alt and a key where the cursor is."""
    bring_to_front(window)
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()


def test_keys_lead_back_to_where_one_came_from_and_forth_again(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))
    component = desk.workspace.add(CoreComponent(name="Voksne som ser"))
    window.go("gatekeeping", entry.id)
    window.go("direction", component.id)
    window.go("phase:F2", "")
    press_alt(window, Qt.Key.Key_Left)
    assert (window.current_key, window.page("direction").part_shown) == ("direction", "components")
    part = window.page("direction").part("components")  # type: ignore[attr-defined]
    assert part.list.open_id == component.id
    press_alt(window, Qt.Key.Key_Left)
    assert window.current_key == "gatekeeping"
    assert GateLog(window).list.open_id == entry.id
    press_alt(window, Qt.Key.Key_Right)
    assert window.current_key == "direction"
    press_alt(window, Qt.Key.Key_Right)
    assert window.current_key == "phase:F2"
    press_alt(window, Qt.Key.Key_Right)
    assert window.current_key == "phase:F2", "there is nothing further on"
    press_alt(window, Qt.Key.Key_Left)
    window.go("plan", "")
    press_alt(window, Qt.Key.Key_Right)
    assert window.current_key == "plan", "whoever goes elsewhere has no way forth"
    for _ in range(8):
        press_alt(window, Qt.Key.Key_Left)
    assert window.current_key == "overview"


def test_the_way_back_waits_for_what_cannot_be_saved_and_passes_over_what_is_gone(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Leseløftet"))
    window.go("gatekeeping", entry.id)
    window.go("settings", "")
    desk.workspace.delete([entry])
    editor = page_of(window, "settings", SettingsPage).form.editors["name"]
    put_in(editor, "x" * 200_001)
    press_alt(window, Qt.Key.Key_Left)
    assert window.current_key == "settings"
    put_in(editor, "Fjordvik")
    press_alt(window, Qt.Key.Key_Left)
    assert window.current_key == "gatekeeping"
    assert desk.school.profile.name == "Fjordvik"
    assert not gate_log(window).panel_open


def test_place_and_scroll_of_a_page_are_kept(with_example: Fosdesk) -> None:
    window = with_example.window
    bring_to_front(window)
    for key, part in (("work_group", "mandate"), ("settings", ""), ("phase:F1", "")):
        window.go(key, "")
        page = window.page(key)
        page.turn_to_part(part)
        settle()
        assert page.scroller.verticalScrollBar().maximum() > 60, key
        page.scroller.verticalScrollBar().setValue(60)
        window.go("overview", "")
        settle()
        press_alt(window, Qt.Key.Key_Left)
        settle()
        assert (window.current_key, page.part_shown, page.scroller.verticalScrollBar().value()) == (key, part, 60)
        window.go("documents", "")
        settle()
        window.go(key, "")
        settle()
        assert (page.part_shown, page.scroller.verticalScrollBar().value()) == (part, 60), key
