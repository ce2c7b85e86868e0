"""The window: pages, keys, the foot, closing, and a colleague's school beside one's own."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry, SchoolProfile
from fosdesk.exchange.example.colleague_copy import other_school_journal
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.window.go_to_dialog import GoToDialog
from fosdesk.ui.window.main_window import MainWindow
from tests.program import Start
from tests.ui.acts import bring_to_front, changed, desk_of, open_beside, said_on, take_cursor, type_in
from tests.ui.gate_log import gate_log

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier


def press_keys(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """Press keys where the cursor is."""
    bring_to_front(window)
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


KEYED = (
    *("overview", "meetings", "involvement", "direction", "work_group"),
    *("time", "gatekeeping", "plan", "documents"),
)


def test_nine_pages_have_keys(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    for number, key in enumerate(KEYED, start=1):
        press_keys(window, Qt.Key(Qt.Key.Key_0 + number))
        assert window.current_key == key
        assert window.navigation.button_of(key).isChecked()


def test_search_keys_search_here_or_everywhere(with_example: Fosdesk) -> None:
    window = with_example.window
    page = gate_log(window)
    press_keys(window, Qt.Key.Key_F)
    assert page.wanted.hasFocus()
    press_keys(window, Qt.Key.Key_1)
    press_keys(window, Qt.Key.Key_F)
    dialog = window.findChild(GoToDialog)
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog.typed, Qt.Key.Key_Escape)
    assert not any(d.isVisible() for d in window.findChildren(GoToDialog))
    press_keys(window, Qt.Key.Key_K)
    assert any(d.isVisible() for d in window.findChildren(GoToDialog))


def test_undo_and_redo_have_keys_and_say_what_they_do(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry(what="Lese & <b>løfte</b>"))
    desk.workspace.commit(entry, changed(entry, source="brosjyre"))
    window.go("overview", "")
    said = said_on(window)
    assert "Angre: kilde for Lese & <b>løfte</b>" in said
    assert "Lagret 1" in said
    take_cursor(window.navigation.button_of("overview"))
    press_keys(window, Qt.Key.Key_Z)
    assert desk.school.get(GateEntry, entry.id).source == ""
    assert "Gjør om: kilde for" in said_on(window) or "kilde for" in said_on(window)
    for redo, modifier in (
        (Qt.Key.Key_Y, CONTROL),
        (Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier),
    ):
        press_keys(window, redo, modifier)
        assert desk.school.get(GateEntry, entry.id).source == "brosjyre"
        press_keys(window, Qt.Key.Key_Z)
        assert desk.school.get(GateEntry, entry.id).source == ""


def test_a_page_that_is_left_saves_what_is_being_typed(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    page = gate_log(window)
    page.begin()
    type_in(page.panel.what, "Elevsamtaler")
    press_keys(window, Qt.Key.Key_1)
    assert [e.what for e in desk.school.of(GateEntry)] == ["Elevsamtaler"]


def test_closing_saves_what_is_being_typed(fresh_school: Fosdesk, started: Start) -> None:
    page = gate_log(fresh_school.window)
    page.begin()
    type_in(page.panel.what, "Skrevet rett før lukking")
    assert fresh_school.window.close()
    again = started(fresh_school.folder)
    assert [e.what for e in desk_of(again).school.of(GateEntry)] == ["Skrevet rett før lukking"]


def test_what_cannot_be_saved_is_shown_before_it_is_let_go(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    page = gate_log(window)
    page.begin()
    came = page.editor("came")
    type_in(came, "en gang i fjor")
    window.go("overview", "")
    assert not window.close()
    assert window.isVisible()
    assert window.current_key == "gatekeeping"
    assert "er ikke lagret ennå" in said_on(window)
    assert "Skriv datoen" in said_on(came)
    assert window.close(), "whoever closes twice means it"


def test_the_schools_own_words_are_words_everywhere(fresh_school: Fosdesk) -> None:
    window, desk = fresh_school.window, desk_of(fresh_school)
    name = "Øst & <b>Vest</b> {skole} %s"
    desk.workspace.commit(desk.school.profile, changed(desk.school.profile, name=name))
    assert window.windowTitle().endswith(f" – {name} – fosdesk")
    assert name in said_on(window.navigation)


def test_long_names_stay_inside_the_navigation(fresh_school: Fosdesk) -> None:
    from fosdesk.domain.records import PhaseState

    window, desk = fresh_school.window, desk_of(fresh_school)
    desk.workspace.commit(None, PhaseState("phase:F2", own_title="Et svært langt navn & mange ord " * 8))
    for size in (1366, 910, 640):
        window.resize(size, 600)
        QApplication.processEvents()
        button = window.navigation.button_of("phase:F2")
        inside = window.navigation.viewport()
        assert button.mapTo(inside, QPoint(button.width(), 0)).x() <= inside.width()
        assert button.accessibleName().startswith("2 Et svært langt navn & mange ord")
        assert window.navigation.width() <= 0.45 * window.width()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_all_places_are_seen_at_once_on_a_school_laptop(started: Start, example_folder: Path, language: str) -> None:
    window = started(example_folder, language).window
    window.resize(1366, 728)
    QApplication.processEvents()
    assert window.navigation.verticalScrollBar().maximum() == 0
    rows = {window.navigation.button_of(f"phase:F{n}").y() for n in range(5)}
    assert len(rows) == 1
    assert window.navigation.button_of("phase:F2").toolTip() != ""


# -- a colleague's school


@pytest.fixture
def beside(with_example: Fosdesk) -> MainWindow:
    """A colleague's school, open in a window of its own."""
    return open_beside(with_example, other_school_journal())


def test_a_colleagues_school_says_what_it_is_and_leaves_out_what_is_ones_own(beside: MainWindow) -> None:
    assert "En annen skole, bare til lesing." in said_on(beside)
    for key, part in (("schools", "files"), ("storage", "backups"), ("storage", "privacy")):
        page = beside.page(key)
        assert isinstance(page, TabbedPage)
        assert part not in page.tabs._names, "what is one's own alone"
    beside.go("settings", "")
    said = said_on(beside.page("settings"))
    assert "Tekststørrelse" not in said
    assert "Hvem bruker denne maskinen?" not in said
    assert "Skarvholmen skole" in said
    beside.go("documents", "")
    assert "Beskriv valgene deres" not in said_on(beside.page("documents"))


def test_nothing_in_a_colleagues_school_can_be_written(
    beside: MainWindow, with_example: Fosdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    store = desk_of(with_example).workspace.store
    assert beside.desk is not None
    before = store.journal(beside.desk.school.id)
    mine = store.journal(desk_of(with_example).school.id)
    for place in PAGES:
        beside.go(place.key, "")
        page = beside.page(place.key)
        QApplication.processEvents()
        for line in shown(page, QLineEdit):
            QTest.keyClicks(line, "qx")
            QTest.keyClick(line, Qt.Key.Key_Return)
            line.clear()
        boxes: list[QPlainTextEdit | QTextEdit] = [*page.findChildren(QPlainTextEdit), *page.findChildren(QTextEdit)]
        for box in boxes:
            assert box.isReadOnly() or not box.isVisibleTo(page), (place.key, box.accessibleName())
        pressed: set[str] = set()
        while button := next((b for b in shown(page, QAbstractButton) if name_of(b) not in pressed), None):
            pressed.add(name_of(button))
            button.click()
            QApplication.processEvents()
            for dialog in beside.findChildren(QDialog):
                dialog.reject()
            if beside.current_key != place.key:
                beside.go(place.key, "")
            assert len(pressed) < 200
        for combo in shown(page, QComboBox):
            combo.setCurrentIndex(combo.count() - 1)
            combo.activated.emit(combo.currentIndex())
    assert store.journal(beside.desk.school.id) == before
    assert store.journal(desk_of(with_example).school.id) == mine


def shown(page: QWidget, kind: type[W]) -> list[W]:
    """The visible, enabled widgets of a kind."""
    return [w for w in page.findChildren(kind) if w.isVisibleTo(page) and w.isEnabledTo(page)]


def name_of(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


def test_a_colleagues_window_closes_with_ones_own(beside: MainWindow, with_example: Fosdesk) -> None:
    assert beside.isVisible()
    with_example.window.close()
    assert not beside.isVisible()
    assert with_example.store is None


def test_the_same_school_opens_in_the_same_window(beside: MainWindow, with_example: Fosdesk) -> None:
    assert beside.desk is not None
    with_example.open_school(beside.desk.school.id)
    assert with_example.school_window(beside.desk.school.id) is beside
    beside.close()
    assert with_example.school_window(beside.desk.school.id) is None


def test_the_profile_of_a_fresh_school_is_undone_in_one_step(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    assert "Angre: svarene fra første gang" in said_on(fresh_school.window)
    fresh_school.window.undo()
    assert desk.school.profile == SchoolProfile("school")
    fresh_school.window.redo()
    assert desk.school.profile.name == "Prøve skole"
