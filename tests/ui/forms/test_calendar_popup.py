"""The calendar is seen whole, with its days by name, in the colours of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.ui.forms.calendar_popup import CalendarPopup, day_names, place_beside
from fosdesk.ui.style.theme import Theme, apply_theme
from fosdesk.words import LANGUAGES

FIELDS: list[QWidget] = []  # whose calendars are open
SCREEN = QRect(0, 0, 800, 600)
QUIET = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    FIELDS.clear()
    apply_theme(qapp, Theme("light"))


def opened(qtbot: QtBot, theme: Theme, language: str, place: QPoint) -> CalendarPopup:
    field = QWidget()
    qtbot.addWidget(field)
    FIELDS.append(field)
    field.setGeometry(QRect(place, QSize(150, 30)))
    field.show()
    popup = CalendarPopup(theme, language, QDate(2026, 11, 23), field)
    popup.open_below(field)
    QApplication.processEvents()
    return popup


@QUIET
@pytest.mark.parametrize("size", [100, 150, 300])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_weekday_has_room_for_its_name(qapp: QApplication, qtbot: QtBot, language: str, size: int) -> None:
    theme = Theme("light", size)
    apply_theme(qapp, theme)
    popup = opened(qtbot, theme, language, QPoint(50, 50))
    table = popup.calendar.findChild(QTableView)
    assert isinstance(table, QTableView)
    names = [str(table.model().index(0, column).data()) for column in range(1, 8)]
    assert names == day_names(language)
    metrics = QFontMetrics(table.font())
    for column, name in enumerate(names, start=1):
        assert table.columnWidth(column) >= metrics.horizontalAdvance(name) + 4, name
    last = table.visualRect(table.model().index(6, 7))
    assert table.viewport().rect().contains(last)
    popup.close()


@QUIET
@pytest.mark.parametrize(
    "place", [QPoint(10, 10), QPoint(700, 10), QPoint(10, 565), QPoint(760, 590), QPoint(-40, 300)]
)
def test_it_is_seen_whole_wherever_its_field_is(qtbot: QtBot, place: QPoint) -> None:
    popup = opened(qtbot, Theme("light"), "nb", place)
    screen = QApplication.primaryScreen().availableGeometry()
    frame = 4  # pixels that the platform of the tests, and no other, adds around a popup
    assert screen.adjusted(0, 0, frame, frame).contains(popup.geometry())
    popup.close()


@pytest.mark.parametrize(
    ("wanted", "above", "found"),
    [
        (QRect(10, 40, 300, 200), 8, QPoint(10, 40)),
        (QRect(10, 500, 300, 200), 468, QPoint(10, 268)),
        (QRect(700, 40, 300, 200), 8, QPoint(500, 40)),
        (QRect(-50, 40, 300, 200), 8, QPoint(0, 40)),
        (QRect(10, 300, 300, 500), 268, QPoint(10, 0)),
        (QRect(10, 300, 900, 700), 268, QPoint(0, 0)),
    ],
)
def test_a_popup_stays_on_the_screen(wanted: QRect, above: int, found: QPoint) -> None:
    assert place_beside(wanted, above, SCREEN) == found


@QUIET
@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_has_the_colours_of_the_program(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    theme = Theme(name)
    apply_theme(qapp, theme)
    popup = opened(qtbot, theme, "nb", QPoint(20, 20))
    picture = popup.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 3)}
    assert {theme.colours["raised"], theme.colours["accent"]} <= colours
    assert {"#ff0000", "#000000"}.isdisjoint(colours)
    popup.close()


@QUIET
def test_a_day_that_is_picked_is_told_once_and_closes_it(qtbot: QtBot) -> None:
    popup = opened(qtbot, Theme("light"), "nb", QPoint(20, 20))
    told: list[QDate] = []
    popup.picked.connect(told.append)
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    popup.calendar.clicked.emit(QDate(2026, 11, 24))
    assert told == [QDate(2026, 11, 24)]
    assert not popup.isVisible()
