"""Shapes are painted where the figure says, and only those that are seen; small and large figures share the painter."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from fosdesk.display.shapes import Area, Figure, Label, Line
from fosdesk.ui.controls.drawing.shape_painter import ShapePainter
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.style.theme import Theme

WHITE = QColor("white")
SHAPES = (
    Area(((10, 10), (40, 10), (40, 40), (10, 40)), "accent"),
    Line(((60, 80), (190, 80)), "ink", 2),
    Label("Fase", 100, 40, "ink", 14),
    Label("Opp", 20, 110, "ink", 14, turn=-90),
)


def painted(theme: Theme, seen: QRectF) -> QImage:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    shapes = ShapePainter(theme)
    shapes.take(SHAPES)
    shapes.paint(painter, seen)
    painter.end()
    return image


def marked(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether anything is painted in a rectangle."""
    return any(image.pixelColor(x, y) != WHITE for x in range(left, right) for y in range(top, bottom))


def test_each_kind_of_shape_is_painted_in_its_place(qtbot: QtBot) -> None:
    theme = Theme("light")
    image = painted(theme, QRectF(0, 0, 200, 120))
    assert image.pixelColor(25, 25) == theme.colour("accent")
    assert image.pixelColor(120, 80) == theme.colour("ink")
    assert marked(image, 100, 28, 130, 42)
    assert marked(image, 8, 85, 22, 110)
    assert not marked(image, 140, 0, 200, 60)


def test_what_is_not_seen_is_not_painted(qtbot: QtBot) -> None:
    image = painted(Theme("light"), QRectF(0, 0, 50, 50))
    assert image.pixelColor(25, 25) != WHITE
    assert not marked(image, 60, 70, 200, 90)


def test_a_figure_view_paints_with_it(qtbot: QtBot) -> None:
    theme = Theme("light")
    view = FigureView(theme, Figure(200, 120, SHAPES, "Prøve"))
    qtbot.addWidget(view)
    view.resize(200, 120)
    image = view.grab().toImage()
    assert image.pixelColor(25, 25) == theme.colour("accent")
    assert image.pixelColor(120, 80) == theme.colour("ink")
