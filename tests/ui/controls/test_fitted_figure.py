"""A figure for each width; one that cannot be drawn leaves the last one, and no exception to Qt."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.display.shapes import Figure
from fosdesk.ui.controls.fitted_figure import FittedFigure

DRAWN = "drawn at {width}"


def test_a_width_for_which_drawing_fails_keeps_the_figure_before(fresh_school: Fosdesk, qtbot: QtBot) -> None:
    def draw(width: float) -> Figure:
        if width > 400:
            int("no number")  # an error of a C function, which must not leave through Qt
        return Figure(width, 100, (), DRAWN.format(width=width))

    view = FittedFigure(fresh_school.theme, draw, least=200, most=800)
    qtbot.addWidget(view)
    view.resize(320, 100)
    view.show()
    view.redraw()
    assert view.accessibleName() == DRAWN.format(width=320)
    with qtbot.captureExceptions() as told:
        view.resize(640, 100)
        QApplication.processEvents()
        assert view.hasHeightForWidth()
    assert {kind for kind, _, _ in told} == {ValueError}
    assert view.accessibleName() == DRAWN.format(width=320)
    view.resize(240, 100)
    assert view.accessibleName() == DRAWN.format(width=240)
