"""The ring stands outside of whatever has the keyboard, whole, in the colour that the palette has for it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.focus.ring import FocusRing, ringed_area
from fosdesk.ui.focus.watcher import watch_focus
from fosdesk.ui.style.palettes import PALETTES
from fosdesk.ui.style.theme import Theme
from tests.ui.acts import bring_to_front, settle
from tests.ui.focus.test_watcher import rest


def rings(window: QWidget) -> list[FocusRing]:
    return [one for one in window.findChildren(FocusRing) if one.isVisible()]


def place_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("key", ["overview", "phase:F2", "meetings", "gatekeeping", "documents", "settings"])
def test_every_stop_of_a_page_has_the_ring_around_it(with_example: Fosdesk, key: str) -> None:
    window = with_example.window
    window.go(key, "")
    bring_to_front(window)
    rest()
    stops = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) > 15
    for stop in stops[:80]:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if QApplication.focusWidget() is not stop or isinstance(stop, FigureView):
            continue
        (ring,) = rings(window)
        area = ringed_area(stop)
        inside = QRect(stop.mapTo(window, area.topLeft()), area.size())
        assert ring.parent() is window, "over everything, cut off by nothing"
        assert ring.geometry().contains(inside.intersected(ring.geometry())), stop
        around = ring.geometry()
        cut = inside.top() - around.top() < 4 and around.top() > 0 and inside.height() < 100
        assert not cut or inside.top() < around.top(), (stop, inside, around)


@pytest.mark.parametrize("name", PALETTES)
def test_the_ring_is_painted_in_its_colour_on_the_ground_around_the_control(qtbot: QtBot, name: str) -> None:
    theme = Theme(name)
    watch_focus(theme)
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(theme.style_sheet())
    window.resize(300, 120)
    controls = [QPushButton("press", window), QLineEdit(window), QCheckBox(window)]
    for number, one in enumerate(controls):
        one.setGeometry(20 + 90 * number, 40, 70, 32)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for one in controls:
        one.setFocus()
        settle()
        picture, place = window.grab().toImage(), place_in(window, one)
        for spot in (QPoint(place.left() - 3, place.center().y()), QPoint(place.center().x(), place.top() - 3)):
            assert picture.pixelColor(spot).name() == theme.colours["focus"], (one, spot)


def test_the_ring_follows_what_moves_and_goes_where_it_is_scrolled_away(qtbot: QtBot) -> None:
    watch_focus(Theme("light"))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    area = QScrollArea(window)
    area.setGeometry(20, 20, 150, 100)
    inside = QWidget()
    inside.resize(130, 600)
    area.setWidget(inside)
    button = QPushButton("press", inside)
    button.setGeometry(4, 20, 80, 30)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    rest()
    (ring,) = rings(window)
    before = ring.geometry()
    assert before.contains(place_in(window, button).adjusted(-4, -4, 4, 4))
    button.move(4, 50)
    assert ring.geometry() == before.translated(0, 30)
    QApplication.processEvents()
    area.verticalScrollBar().setValue(400)
    qtbot.waitUntil(lambda: not ring.isVisible() or area.verticalScrollBar().value() < 400)
    button.clearFocus()
    settle()
    assert rings(window) == []


def test_at_the_edge_of_a_window_the_ring_is_whole_all_the_same(qtbot: QtBot) -> None:
    watch_focus(Theme("light"))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 40)
    button = QPushButton("press", window)
    button.setGeometry(0, 0, 100, 40)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    settle()
    (ring,) = rings(window)
    assert ring.geometry() == window.rect()


def test_what_does_not_take_the_keyboard_gets_no_ring(qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    assert ringed_area(label).isEmpty()


def test_a_dialog_has_a_ring_of_its_own(with_example: Fosdesk, qtbot: QtBot) -> None:
    window = with_example.window
    bring_to_front(window)
    window.note.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None or QApplication.activeWindow() is not window)
    rest()
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert [ring.parent() for ring in rings(cursor.window())] == [cursor.window()]
    assert cursor.window() is not window
    assert [ring for ring in rings(window) if ring.parent() is window] == []
