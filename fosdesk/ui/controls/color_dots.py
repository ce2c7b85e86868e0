"""Round colour marks for use before words, and text width in the program's font."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from fosdesk.ui.style.theme import Theme

_CLEAR = QColor(0, 0, 0, 0)


def dot(theme: Theme, role: str, *, filled: bool = True) -> QPixmap:
    """A round mark in the colour of a theme role, filled or as an outline."""
    side = theme.px(14)
    picture = QPixmap(2 * side, 2 * side)
    picture.setDevicePixelRatio(2)
    picture.fill(_CLEAR)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(role), 1.5))
    painter.setBrush(theme.colour(role) if filled else _CLEAR)
    edge = side / 7
    painter.drawEllipse(QRectF(edge, 2 * edge, side - 4 * edge, side - 4 * edge))
    painter.end()
    return picture


def words_width(theme: Theme, words: str) -> int:
    """The width of a text in the program's font, in pixels."""
    return QFontMetrics(theme.font()).horizontalAdvance(words)
