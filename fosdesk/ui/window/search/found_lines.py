"""Paints the results of a search: title and matched line at the left, state, day and what comes at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fosdesk.display.answer_words import Line
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.window.search.found import Found, FoundRows

_AIR = 12  # pixels at 100 %: at the left and right of a row
_HEADING, _LOW, _TALL, _FIRST = 30, 34, 54, 74  # heights at 100 %
_SIZES = _TITLE, _TEXT, _SMALL = 15, 14, 13  # of letters at 100 %
_MOST_AT_RIGHT = 0.45  # of the width


class FoundLines(QStyledItemDelegate):
    """The first result has room for two lines of its answer, where it needs them."""

    def __init__(self, theme: Theme, rows: FoundRows, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._rows, self._view = theme, rows, view
        # Made once: a letter paints a dozen rows.
        self._fonts = {(size, strong): theme.font(size, strong=strong) for size in _SIZES for strong in (False, True)}
        self._metrics = {key: QFontMetrics(font) for key, font in self._fonts.items()}
        self._colours = {role: theme.colour(role) for role in ("ink", "quiet", "accent", "accent_faint", "ochre")}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a heading or a result."""
        theme, row = self._theme, self._rows.rows[index.row()]
        inside = option.rect.adjusted(theme.px(_AIR), 0, -theme.px(_AIR), 0)
        painter.save()
        found = self._rows.found(index.row())
        if found is None:
            painter.setFont(self._fonts[_SMALL, False])
            painter.setPen(self._colours["quiet"])
            low = inside.adjusted(0, 0, 0, -theme.px(4))
            painter.drawText(low, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.heading)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, self._colours["accent_faint"])
                painter.fillRect(
                    QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())), self._colours["accent"]
                )
            if row.is_tall:
                self._paint_tall(painter, inside, found, lines=2 if row.is_first else 1)
            else:
                room = self._at_right(painter, inside, found.kind, "quiet")
                self._title(painter, inside.adjusted(0, 0, -room, 0), found.title, strong=False)
        painter.restore()

    def _paint_tall(self, painter: QPainter, inside: QRect, found: Found, *, lines: int) -> None:
        theme = self._theme
        upper = QRect(inside.left(), inside.top() + theme.px(6), inside.width(), theme.px(21))
        lower = QRect(inside.left(), upper.bottom() + theme.px(1), inside.width(), theme.px(20))
        room = self._at_right(painter, upper, found.day, "quiet")
        room += self._at_right(painter, upper.adjusted(0, 0, -room, 0), found.state, "ochre", strong=True)
        self._title(painter, upper.adjusted(0, 0, -room, 0), found.title, strong=True)
        room = self._at_right(painter, lower, found.coming or found.kind, "quiet")
        self._line(painter, lower.adjusted(0, 0, -room, theme.px(20) * (lines - 1)), found.line, lines)

    def _title(self, painter: QPainter, inside: QRect, title: str, *, strong: bool) -> None:
        painter.setFont(self._fonts[_TITLE, strong])
        painter.setPen(self._colours["ink"])
        shown = self._metrics[_TITLE, strong].elidedText(title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _at_right(self, painter: QPainter, inside: QRect, words: str, colour: str, *, strong: bool = False) -> int:
        """Paint words at the right; returns the width that they took, with some air."""
        painter.setFont(self._fonts[_TEXT, strong])
        painter.setPen(self._colours[colour])
        shown, room = self._cut_at_right(words, inside.width(), strong=strong)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        return room

    def _cut_at_right(self, words: str, inside: int, *, strong: bool = False) -> tuple[str, int]:
        """As much of the words as may stand at the right of so many pixels, and the room it takes, with some air."""
        metrics = self._metrics[_TEXT, strong]
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(inside * _MOST_AT_RIGHT))
        return shown, metrics.horizontalAdvance(shown) + self._theme.px(_AIR // 2) if words else 0

    def _line(self, painter: QPainter, inside: QRect, line: Line, most: int) -> None:
        """Paint the line with the words that matched in the accent, in at most so many rows."""
        if not line.text:
            return
        font = self._fonts[_TEXT, False]
        layout = QTextLayout(line.text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats([self._marked(begin, size) for begin, size in line.marks])
        layout.beginLayout()
        rows: list[QTextLine] = []
        while (made := layout.createLine()).isValid() and len(rows) <= most:
            made.setLineWidth(inside.width())
            made.setPosition(QPointF(0, len(rows) * self._theme.px(20)))
            rows.append(made)
        layout.endLayout()
        painter.setPen(self._colours["quiet"])
        for number, made in enumerate(rows[:most]):
            if number == most - 1 and len(rows) > most:
                self._last(painter, inside, line, made.textStart(), number)
            else:
                made.draw(painter, QPointF(inside.topLeft()))

    def _last(self, painter: QPainter, inside: QRect, line: Line, begin: int, number: int) -> None:
        """Paint what is left of a line that is too long, ending in «…»."""
        font = self._fonts[_TEXT, False]
        shown = self._metrics[_TEXT, False].elidedText(line.text[begin:], Qt.TextElideMode.ElideRight, inside.width())
        layout = QTextLayout(shown, font)
        end = begin + len(shown)
        marks = [(at - begin, size) for at, size in line.marks if begin <= at and at + size < end]
        layout.setFormats([self._marked(at, size) for at, size in marks])
        layout.beginLayout()
        layout.createLine().setLineWidth(inside.width() + self._theme.px(40))
        layout.endLayout()
        layout.draw(painter, QPointF(inside.left(), inside.top() + number * self._theme.px(20)))

    def _marked(self, begin: int, size: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = begin, size
        look = QTextCharFormat()
        look.setForeground(self._colours["accent"])
        look.setFontWeight(QFont.Weight.DemiBold)
        made.format = look
        return made

    def _fits(self, found: Found) -> bool:
        """Whether the line of a result has room beside what is at the right of it."""
        inside = self._view.viewport().width() - 2 * self._theme.px(_AIR)
        _, beside = self._cut_at_right(found.coming or found.kind, inside)
        return self._metrics[_TEXT, False].horizontalAdvance(found.line.text) <= inside - beside

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height follows from the kind of row, so that no result but the first is worked out for it."""
        row = self._rows.rows[index.row()]
        height = _HEADING if row.make is None else _TALL if row.is_tall else _LOW
        if row.is_first:
            found = self._rows.found(index.row())
            height = _FIRST if found is not None and not self._fits(found) else _TALL
        return QSize(100, self._theme.px(height))
