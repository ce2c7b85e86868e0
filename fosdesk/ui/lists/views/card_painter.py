"""CardPainter: draws the cards of a board and the lines of a matrix."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from fosdesk.domain.fields import Record
from fosdesk.ui.lists.views.slots import Hidden
from fosdesk.ui.lists.views.slots_table import SlotsTable
from fosdesk.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_PADDING, _AIR, _ROUND = 9, 4, 7  # px at 100 %
_SMALL = 13
_SHORT = 8  # what has fewer letters is never cut
_TWO_LINES = 1.8  # times the width, as lines break between words


class CardPainter(QStyledItemDelegate):
    """A title of one to three lines, and one quiet line below it on a board.

    `is_finished` and `open_id` are set by who shows the cards.
    """

    def __init__(self, view: QAbstractItemView, theme: Theme, *, boxed: bool) -> None:
        """With `boxed`, each record is a card with an edge; else a line."""
        super().__init__(view)
        self._view, self._theme, self._boxed = view, theme, boxed
        self.title_lines = 1
        self.has_line = boxed  # whether there is one below the title
        self.open_id = ""
        self.hovered: Index = QModelIndex()
        self.finished = ""  # the field that is filled in when a record is finished
        self._title_font, self._line_font = theme.font(), theme.font(_SMALL)

    def height(self) -> int:
        """How high a place is, in pixels."""
        px = self._theme.px
        lines = self.title_lines * QFontMetrics(self._title_font).lineSpacing()
        if self.has_line:
            lines += QFontMetrics(self._line_font).lineSpacing() + px(2)
        return max(lines + 2 * px(_PADDING if self._boxed else 4) + 2 * px(_AIR if self._boxed else 1), px(32))

    def room(self, width: int) -> int:
        """How many pixels of a column a title may take."""
        return width - 2 * self._theme.px(_AIR + 2) - 2 * self._theme.px(_PADDING)

    def edge(self, place: QRect) -> QRect:
        """What a card or a line takes of its place."""
        px = self._theme.px
        if self._boxed:
            return place.adjusted(px(_AIR + 2), px(_AIR), -px(_AIR + 2), -px(_AIR))
        return place.adjusted(px(_AIR), px(2), -px(_AIR), -px(2))

    def lines_for(self, titles: Sequence[str], width: int) -> int:
        """How many lines titles need in a column of this width: on a board, two where any and three where most do."""
        measure, room = QFontMetrics(self._title_font), self.room(width)
        wide = [measure.horizontalAdvance(one[:300]) / room if len(one) > _SHORT else 0.0 for one in titles]
        two, three = sum(one > 1 for one in wide), sum(one > _TWO_LINES for one in wide)
        if not self._boxed:
            return 2 if two * 5 > len(wide) else 1
        return 3 if three * 2 > len(wide) else 2 if two else 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what stands at an index."""
        table = index.model()
        if not isinstance(table, SlotsTable):
            return
        one = table.at(index)
        has_cursor = index == self._view.currentIndex() and self._view.hasFocus()
        is_hovered = index == self.hovered
        begins = one is None and bool(table.data(index, Qt.ItemDataRole.AccessibleTextRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(
            painter,
            option.rect,
            table,
            one if not begins or self._boxed or has_cursor or is_hovered else None,
            begins=begins and (self._boxed or has_cursor or is_hovered),
            has_cursor=has_cursor,
            is_hovered=is_hovered,
        )
        painter.restore()

    def draw(
        self,
        painter: QPainter,
        place: QRect,
        table: SlotsTable,
        one: Record | Hidden | None,
        *,
        begins: bool = False,
        has_cursor: bool = False,
        is_hovered: bool = False,
        is_carried: bool = False,
    ) -> None:
        """Draw one record, what counts the rest, or the invitation to begin one."""
        theme = self._theme
        px, colour = theme.px, theme.colour
        edge = QRectF(self.edge(place))
        is_open = isinstance(one, Record) and one.id == self.open_id
        if is_carried:
            painter.setPen(QPen(colour("accent"), 2))
        elif isinstance(one, Record) and self._boxed:
            painter.setPen(QPen(colour("border" if is_hovered or is_open or has_cursor else "hairline"), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        if is_open:
            painter.setBrush(colour("accent_faint"))
        elif isinstance(one, Record) and self._boxed:
            painter.setBrush(colour("raised"))
        elif is_hovered and (one is not None or begins):
            painter.setBrush(colour("panel" if not self._boxed else "accent_faint"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if painter.pen().style() != Qt.PenStyle.NoPen or painter.brush().style() != Qt.BrushStyle.NoBrush:
            painter.drawRoundedRect(edge.adjusted(1, 1, -1, -1), px(_ROUND), px(_ROUND))
        inner = edge.adjusted(px(_PADDING), px(_PADDING if self._boxed else 3), -px(_PADDING), 0)
        if isinstance(one, Record):
            quiet = bool(self.finished and getattr(one, self.finished))
            painter.setPen(colour("quiet" if quiet else "ink"))
            used = _draw_lines(painter, self._title_font, table.said.title(one), inner, self.title_lines)
            said = table.said.line(one) if self.has_line else ""
            if said:
                painter.setPen(colour("quiet"))
                _draw_lines(painter, self._line_font, said, inner.adjusted(0, used + px(2), 0, 0), 1)
        elif isinstance(one, Hidden):
            painter.setPen(colour("accent"))
            _draw_lines(painter, self._title_font, table.said.more(one.records), inner, 1)
        elif begins:
            painter.setPen(colour("accent" if has_cursor or is_hovered else "quiet"))
            _draw_lines(painter, self._title_font, f"+ {table.said.new}", inner, 1)


def _draw_lines(painter: QPainter, font: QFont, words: str, room: QRectF, most: int) -> float:
    """Draw plain text in at most so many lines, the last one ending in «…» where there is more; returns its height."""
    measure = QFontMetrics(font)
    shown, width = words[:1_000], max(room.width(), 1)
    painter.setFont(font)
    step = measure.lineSpacing()
    fits = measure.horizontalAdvance(shown) <= width
    if most == 1 or fits:
        shown = shown if fits else measure.elidedText(shown, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QPointF(room.left(), room.top() + measure.ascent()), shown)
        return step
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = room.top()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        said = shown[start:] if number == most - 1 else shown[start : start + line.textLength()]
        if number == most - 1 and measure.horizontalAdvance(said) > width:
            said = measure.elidedText(said, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QPointF(room.left(), y + measure.ascent()), said)
        y += step
    layout.endLayout()
    return y - room.top()
