"""The part with a month: meetings, dates that come up, and the school's own calendar; beside it the chosen day."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fosdesk.display.noun_words import choice_of, noun_one, option_words
from fosdesk.display.record_words import open_title
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import Meeting, SchoolCalendar
from fosdesk.domain.rules.month import FIRST_YEAR, LAST_YEAR, MonthDay, MonthEntry, moved_by_months, weeks_of_month
from fosdesk.domain.rules.school_days import DayOff
from fosdesk.ui.controls.plain_widgets import button, column, plain_tip, row, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.calendar_popup import day_names
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import page_of, record_to_open
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.meetings.month_table import DayPainter, MonthTable, MonthWeeks

_SIDE = 250  # px at 100 %
_BESIDE = 620  # px at 100 %; narrower than this, the day stands below the month
_RECORD = Qt.ItemDataRole.UserRole


class DayList(QListWidget):
    """What comes up on one day; Enter or a click opens it, Escape goes back to the month."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        self._back = back
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)


class MonthPart(Part):
    """One month at a time; the day that is chosen stays chosen when the school changes."""

    nouns: ClassVar[tuple[type[Record], ...]] = (Record,)

    def __init__(self, desk: Desk, begin_meeting: Callable[[str], object]) -> None:
        """`begin_meeting` begins a meeting on a day (YYYY-MM-DD)."""
        super().__init__(desk)
        words = self.words
        self._begin_meeting = begin_meeting
        self.table: MonthTable
        body = column(self, gap=8)
        head = row(gap=8)
        self.month = text("", "heading", wrap=False)
        self.before = button("", "text", name=words("The month before"), tip=words("The month before"))
        self.after = button("", "text", name=words("The month after"), tip=words("The month after"))
        desk.theme.mark(self.before, "chevron-left")
        desk.theme.mark(self.after, "chevron-right")
        self.today = button(words("Today"), "text")
        self.before.clicked.connect(lambda: self.choose(moved_by_months(self.table.day, -1)))
        self.after.clicked.connect(lambda: self.choose(moved_by_months(self.table.day, 1)))
        self.today.clicked.connect(lambda: self.choose(desk.day()))
        for widget in (self.before, self.after, self.month):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.today)
        body.addLayout(head)
        self._weeks = MonthWeeks(day_names(words.language), self.day_words)
        self._painter = DayPainter(desk.theme, desk.day, self._cell_lines)
        self.table = MonthTable(self._weeks, self._painter, words("Month"))
        self.table.day_chosen.connect(self.choose)
        self.table.entered.connect(self.enter)
        beside = SideBySide(desk.theme.px(_BESIDE), gap=16)
        beside.add(self.table, 3)
        side = QWidget()
        side.setMaximumWidth(desk.theme.px(_SIDE))
        self._side: QVBoxLayout = column(side, gap=8)
        self.day = text("", "strong")
        self._side.addWidget(self.day)
        self.list = DayList(self.table.setFocus)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self._side.addWidget(self.list, 1)
        self.new = button(words("New meeting on this day"))
        self.new.clicked.connect(lambda: self._begin_meeting(self.table.day))
        set_shown(self.new, not desk.read_only)
        self._side.addWidget(self.new)
        beside.add(side, 1)
        body.addWidget(beside)
        self.table.day = desk.day()

    def refresh(self) -> None:
        """Show the month anew."""
        self.choose(self.table.day)

    def choose(self, day: str) -> None:
        """Choose a day, and show its month; a day beyond what can be shown changes nothing."""
        words = self.words
        if not FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
            return
        weeks = weeks_of_month(self.desk.school, day)
        self.table.show_day(weeks, day)
        month = words.month(int(day[5:7]))
        self.month.setText(f"{month[:1].upper()}{month[1:]} {day[:4]}")
        self.day.setText(words.weekday_date(day))
        self.list.setAccessibleName(words.weekday_date(day))
        self.list.clear()
        chosen = self._chosen(weeks)
        for off in self._off_words(chosen):
            item = QListWidgetItem(off)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setForeground(self.desk.theme.colour("quiet"))
            self.list.addItem(item)
        for entry in chosen.entries:
            item = QListWidgetItem(self._entry_words(entry))
            item.setData(_RECORD, entry.record)
            item.setToolTip(plain_tip(item.text()))
            self.list.addItem(item)
        self.list.setVisible(self.list.count() > 0)
        if not self.list.count():
            self._side.setAlignment(self.new, Qt.AlignmentFlag.AlignTop)
        else:
            self._side.setAlignment(self.new, Qt.AlignmentFlag(0))

    def _chosen(self, weeks: Sequence[Sequence[MonthDay]]) -> MonthDay:
        return next(one for week in weeks for one in week if one.day == self.table.day)

    def enter(self) -> None:
        """Open what comes up on the chosen day; the cursor goes to the list where it is more than one."""
        records = [place for place in range(self.list.count()) if self.list.item(place).data(_RECORD)]
        if len(records) == 1:
            self._open(self.list.item(records[0]))
        elif records:
            self.list.setCurrentRow(records[0])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, item: QListWidgetItem) -> None:
        record = item.data(_RECORD)
        if record:
            school, go = self.desk.school, self.desk.go
            # In the next turn: the page that opens may fill this list anew.
            QTimer.singleShot(0, self, lambda: go(page_of(school, record), record_to_open(school, record)))

    # -- words

    def day_words(self, one: MonthDay) -> str:
        """A day with all that comes up on it, for a screen reader."""
        return ", ".join((self.words.weekday_date(one.day), *self._lines(one)))

    def _lines(self, one: MonthDay) -> Sequence[str]:
        return (*self._off_words(one), *(self._entry_words(entry) for entry in one.entries))

    def _off_words(self, one: MonthDay) -> Sequence[str]:
        return [self._off(off) for off in one.off]

    def _off(self, off: DayOff) -> str:
        kind = option_words(self.words, choice_of(SchoolCalendar, "what"), off.what)
        return off.name or kind or noun_one(self.words, noun_of(SchoolCalendar))

    def _cell_lines(self, one: MonthDay) -> Sequence[str]:
        """The same for a cell of the month, where little is read: what it is about stands first."""
        return (*self._off_words(one), *(self._entry_words(entry, is_brief=True) for entry in one.entries))

    def _entry_words(self, entry: MonthEntry, *, is_brief: bool = False) -> str:
        words, school = self.words, self.desk.school
        record = school.find(entry.record)
        title = open_title(words, self.desk.framework, school, entry.record)
        if isinstance(record, Meeting):
            title = record.what or who_words(words, Meeting, record.who) or title
            return f"{words.clock(entry.start)} {title}" if entry.start else title
        if entry.kind == "due":
            return words("{what} · due", what=title) if is_brief else words("Due: {what}", what=title)
        if entry.kind == "revisit":
            said = words("{what} · look again", what=title)
            return said if is_brief else words("To look at again: {what}", what=title)
        if entry.kind == "ends":
            return words("{what} · ends", what=title) if is_brief else words("Ends: {what}", what=title)
        return title
