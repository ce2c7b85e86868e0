"""The table of a month: a week in each row, with what comes up on each day; moved in with the arrow keys."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from fosdesk.domain.rules.month import MonthDay, moved_by_months
from fosdesk.domain.values.dates import plus_days
from fosdesk.ui.style.theme import Theme

Index = QModelIndex | QPersistentModelIndex
DAY_ROLE = Qt.ItemDataRole.UserRole
ROW, _LINE, _PAD = 58, 17, 5  # px at 100 %: the height of a week and of a line in it, and the room beside words
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthWeeks(QAbstractTableModel):
    """The days of a month; `say` gives a day's lines and `name` the whole of it for a screen reader."""

    def __init__(self, headings: Sequence[str], name: Callable[[MonthDay], str]) -> None:
        super().__init__()
        self._headings, self._name = headings, name
        self._weeks: Sequence[Sequence[MonthDay]] = ()

    def show_weeks(self, weeks: Sequence[Sequence[MonthDay]]) -> None:
        """Show other weeks."""
        self.beginResetModel()
        self._weeks = weeks
        self.endResetModel()

    def index_of(self, day: str) -> QModelIndex:
        """The index of a day (YYYY-MM-DD); an invalid one where it is not shown."""
        for row, week in enumerate(self._weeks):
            for column, one in enumerate(week):
                if one.day == day:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many weeks."""
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Seven."""
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A day, or what a screen reader says of it."""
        if not index.isValid():
            return None
        one = self._weeks[index.row()][index.column()]
        if role == DAY_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._name(one)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the days, and the numbers of the weeks."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return str(date.fromisoformat(self._weeks[section][0].day).isocalendar().week)


class MonthTable(QTableView):
    """Arrow keys go from day to day, also into the months beside; Page Up and Page Down go by months."""

    day_chosen = Signal(str)  # a day, YYYY-MM-DD
    entered = Signal()  # Enter, or a double click, on the chosen day

    def __init__(self, weeks: MonthWeeks, delegate: "DayPainter", name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(weeks)
        self.setItemDelegate(delegate)
        self._weeks, self._delegate = weeks, delegate
        self.day = ""
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(delegate.height)
        down.setHighlightSections(False)
        down.setSectionsClickable(False)
        self.clicked.connect(lambda index: self.day_chosen.emit(index.data(DAY_ROLE).day))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def show_day(self, weeks: Sequence[Sequence[MonthDay]], day: str) -> None:
        """Show the weeks of a month, and choose a day of it."""
        self.day = day
        self._weeks.show_weeks(weeks)
        self.setCurrentIndex(self._weeks.index_of(day))
        rows = len(weeks)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * self._delegate.height + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day, or open the chosen one."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _DAYS:
            self.day_chosen.emit(plus_days(self.day, _DAYS[key]))
        elif key in _MONTHS:
            self.day_chosen.emit(moved_by_months(self.day, _MONTHS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = f"{self.day[:8]}01"
            self.day_chosen.emit(first if key == Qt.Key.Key_Home else plus_days(moved_by_months(first, 1), -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class DayPainter(QStyledItemDelegate):
    """Paints a day: its number, why pupils are off, and as many lines as there is room for."""

    def __init__(self, theme: Theme, today: Callable[[], str], lines: Callable[[MonthDay], Sequence[str]]) -> None:
        """`lines` are the words of what comes up, with those of the day off first where there are any."""
        super().__init__()
        self._theme, self._today, self._lines = theme, today, lines
        self._font, self._strong = theme.font(13), theme.font(14, strong=True)
        self.height = theme.px(ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a week is."""
        return QSize(self._theme.px(60), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one day."""
        one: MonthDay = index.data(DAY_ROLE)
        theme, view = self._theme, option.widget
        rect = QRect(option.rect)
        painter.save()
        kinds = {off.what for off in one.off}
        tint = "ochre_soft" if "planning" in kinds else "panel" if kinds else "paper"
        painter.fillRect(rect, theme.colour(tint))
        painter.setPen(QPen(theme.colour("hairline"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        pad, step = theme.px(_PAD), theme.px(_LINE)
        inside = rect.adjusted(pad, theme.px(3), -pad, 0)
        number, is_today = str(int(one.day[8:])), one.day == self._today()
        painter.setFont(self._strong if one.is_inside else self._font)
        painter.setPen(theme.colour("ink" if one.is_inside else "quiet"))
        wide = QFontMetrics(painter.font()).horizontalAdvance(number)
        if is_today:
            around = QRect(inside.left() - 2, inside.top(), wide + theme.px(8), theme.px(18))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(around, theme.px(6), theme.px(6))
            painter.setPen(theme.colour("on_accent"))
            inside.setLeft(inside.left() + theme.px(2))
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(inside.left(), inside.top(), wide + 2, theme.px(18)), at, number)
        painter.setFont(self._font)
        metrics = QFontMetrics(self._font)
        off = ", ".join(self._lines(one)[: len(one.off)])
        if off:
            painter.setPen(theme.colour("quiet" if "planning" not in kinds else "ochre"))
            left = inside.left() + wide + theme.px(10)
            room = QRect(left, inside.top(), inside.right() - left, theme.px(18))
            painter.drawText(room, at, metrics.elidedText(off, Qt.TextElideMode.ElideRight, room.width()))
        painter.setPen(theme.colour("ink" if one.is_inside else "quiet"))
        words = self._lines(one)[len(one.off) :]
        top, most = inside.top() + theme.px(20), max((rect.bottom() - inside.top() - theme.px(20)) // step, 1)
        shown = list(words[:most]) if len(words) <= most else [*words[: most - 1], f"+ {len(words) - most + 1}"]
        for line in shown:
            room = QRect(rect.left() + pad, top, rect.width() - 2 * pad, step)
            painter.drawText(room, at, metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width()))
            top += step
        if isinstance(view, QTableView) and view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()
