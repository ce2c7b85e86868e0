"""A figure that is redrawn for the width of its widget and the text size."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent

from fosdesk.display.shapes import Figure
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.style.theme import Theme

_STEP = 40  # figures this close in width are one figure


class FittedFigure(FigureView):
    """Calls `draw` for another width instead of scaling the drawing, so that the text keeps its size."""

    def __init__(self, theme: Theme, draw: Callable[[float], Figure], *, least: int, most: int) -> None:
        """`draw` makes the figure for a width between `least` and `most` (px at 100 %)."""
        self._draw, self._least, self._most = draw, least, most
        self._drawn: dict[int, Figure] = {}
        self._grown = theme.text_size / 100
        super().__init__(theme)

    def redraw(self) -> None:
        """Draw the figure anew from current values."""
        self._drawn = {}
        self.show_figure(self._at(self.width()))

    def _at(self, width: int) -> Figure:
        wanted = round(min(max(width / self._grown, self._least), self._most)) // _STEP * _STEP
        if wanted not in self._drawn:
            self._drawn[wanted] = self._draw(max(wanted, self._least))
        return self._drawn[wanted]

    def heightForWidth(self, width: int) -> int:
        """The height of the drawing that belongs to this width."""
        figure = self._at(width)
        return round(min(width, figure.width * self._grown) * figure.height / figure.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the drawing for the new width."""
        super().resizeEvent(event)
        figure = self._at(self.width())
        if figure is not self.figure:
            self.show_figure(figure)
