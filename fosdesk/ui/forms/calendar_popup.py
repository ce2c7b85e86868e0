"""The calendar from which a day is picked."""

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat, QTransform
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.forms.parsing import locale_for
from fosdesk.ui.style.theme import Theme

_COLUMNS, _ROWS = 8, 7  # with the numbers of weeks and the names of days
_BELOW = 2  # pixels between a field and its calendar


class CalendarPopup(QFrame):
    """Closes when a day is picked, and at a click elsewhere or Escape."""

    picked = Signal(QDate)

    def __init__(self, theme: Theme, language: str, chosen: QDate, parent: QWidget) -> None:
        """`chosen` is the day that is marked at first."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "calendar")
        self.calendar = calendar = QCalendarWidget()
        calendar.setLocale(locale_for(language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setFont(theme.font(14))
        quiet = QTextCharFormat()
        quiet.setForeground(theme.colour("quiet"))
        quiet.setBackground(theme.colour("panel"))
        calendar.setHeaderTextFormat(quiet)
        for day in Qt.DayOfWeek:  # Qt's own red says nothing here
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        chevron = theme.icon("chevron-down").pixmap(theme.px(16))
        for name, turned in (("qt_calendar_prevmonth", 90), ("qt_calendar_nextmonth", -90)):
            button = calendar.findChild(QWidget, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon(chevron.transformed(QTransform().rotate(turned))))
        widest = max(calendar.fontMetrics().horizontalAdvance(name) for name in day_names(language))
        cell = max(widest, theme.px(24)) + theme.px(14)
        head = calendar.findChild(QWidget, "qt_calendar_navigationbar")
        above = head.sizeHint().height() if isinstance(head, QWidget) else 0
        calendar.setMinimumSize(_COLUMNS * cell, _ROWS * theme.px(30) + above)
        calendar.setSelectedDate(chosen)
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(self._pick)
        column(self, margins=(6, 6, 6, 6)).addWidget(calendar)

    def open_below(self, field: QWidget) -> None:
        """Show it below a field, or above it where the screen ends, and always whole on the screen."""
        top, bottom = field.mapToGlobal(QPoint()), field.mapToGlobal(QPoint(0, field.height() + _BELOW))
        self.adjustSize()
        self.move(place_beside(QRect(bottom, self.size()), top.y() - _BELOW, field.screen().availableGeometry()))
        self.show()
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day)


def day_names(language: str) -> list[str]:
    """What the columns of days are called, Monday first."""
    locale = locale_for(language)
    return [locale.dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]


def place_beside(wanted: QRect, above: int, screen: QRect) -> QPoint:
    """Where a popup is seen whole: as wanted, or with its end at `above`, and moved onto the screen in any case."""
    top = wanted.top() if wanted.bottom() <= screen.bottom() else above - wanted.height()
    top = min(max(top, screen.top()), max(screen.bottom() + 1 - wanted.height(), screen.top()))
    left = min(max(wanted.left(), screen.left()), max(screen.right() + 1 - wanted.width(), screen.left()))
    return QPoint(left, top)
