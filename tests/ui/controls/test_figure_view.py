"""A figure on the screen: its parts are clicked or reached with the keyboard, and its words stand for the drawing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.style.theme import Theme
from tests.ui.controls.conftest import Show


def box(x: float, key: str) -> Area:
    return Area(((x, 10), (x + 80, 10), (x + 80, 90), (x, 90)), "accent_faint", "accent", key)


FIGURE = Figure(
    400,
    100,
    (
        box(10, "F1"),
        box(110, "F2"),
        box(210, ""),
        Line(((0, 95), (400, 95)), "hairline"),
        Label("Utenfor", 320, 50, key="F2"),
    ),
    "Tre bokser på rad",
)


@pytest.fixture
def view(theme: Theme, show: Show) -> FigureView:
    made = FigureView(theme, FIGURE)
    show(made, 800, 200)
    return made


@pytest.fixture
def picked(view: FigureView) -> list[str]:
    found: list[str] = []
    view.picked.connect(found.append)
    return found


def click(view: FigureView, x: int, y: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Click at a place given in the figure's own measures; the view shows it twice as large."""
    QTest.mouseClick(view, button, pos=QPoint(2 * x, 2 * y))


def test_a_click_chooses_the_part_under_it(view: FigureView, picked: list[str]) -> None:
    click(view, 50, 50)
    click(view, 150, 50)
    click(view, 325, 48)
    assert picked == ["F1", "F2", "F2"], "the words outside belong to their part"
    click(view, 250, 50)
    click(view, 100, 50)
    click(view, 50, 50, Qt.MouseButton.RightButton)
    assert len(picked) == 3


def test_the_keyboard_goes_round_and_chooses(view: FigureView, picked: list[str]) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert picked == ["F1", "F2", "F1", "F2"]


def test_the_part_with_the_keyboard_is_seen(view: FigureView) -> None:
    before = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.grab().toImage() != before


def test_the_words_stand_for_the_drawing(view: FigureView, theme: Theme) -> None:
    assert view.accessibleName() == FIGURE.alt
    view.show_figure(Figure(100, 100, (Line(((0, 0), (100, 100)), "ink"),), "En strek"))
    assert (view.accessibleName(), view.focusPolicy()) == ("En strek", Qt.FocusPolicy.NoFocus)


def test_proportions_are_kept(view: FigureView, qtbot: QtBot) -> None:
    assert view.heightForWidth(400) == 100
    assert view.heightForWidth(200) == 50
    assert view.heightForWidth(4000) == 125, "it grows by a quarter at the most"
    centre = view.centre_of("F1")
    assert (centre.x(), centre.y()) == (100, 100)
